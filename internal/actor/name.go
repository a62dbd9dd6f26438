package actor

import (
	"annalist"
	"annalist/internal/world"
)

// unitReading says what a name stands for. Names that describe one another in a
// circle have nothing to add to each other.
func (f *finder) unitReading(n int) reading {
	switch f.readState[n] {
	case readDone:
		return f.read[n]
	case readBusy:
		return reading{rule: ruleNothing}
	}
	f.readState[n] = readBusy
	f.read[n] = f.readAlias(n)
	f.readState[n] = readDone
	return f.read[n]
}

// The states of a name's reading.
const (
	readNot = iota
	readBusy
	readDone
)

func (f *finder) readAlias(n int) reading {
	u := &f.units[n]
	if u.alias != annalist.None && u.alias != n {
		full := f.units[u.alias]
		full.says = merge(u.says, full.says)
		r := f.readUnit(&full)
		if r.rule == ruleTable && full.kind != annalist.Person {
			r.rule = ruleAcronym
		}
		return r
	}
	return f.readUnit(u)
}

func (f *finder) readUnit(u *unit) reading {
	if e := f.choose(u); e != nil && !f.elsewhere(u, e) {
		return f.entryReading(u, e)
	}
	switch {
	case u.kind == annalist.Location && f.isSeatOf(u):
		return f.bodyReading(u)
	case u.kind == annalist.Location:
		return f.placeReading(u)
	case u.kind == annalist.Organisation:
		return f.bodyReading(u)
	case u.kind == annalist.Person, u.says.office != "", u.says.gender != "":
		return f.personReading(u)
	}
	return f.unknownReading(u)
}

// elsewhere reports whether a body of the tables has so plain a name that here
// it is another state's: "Russia's Ministry of Defence", "Congress" in Manila,
// the Labour Party of Norway.
func (f *finder) elsewhere(u *unit, e *world.Entry) bool {
	if e.Kind != world.Body || f.w.State(e.Country) == nil || !f.isPlain(u) && e.Noun != "party" {
		return false
	}
	for _, o := range f.owners(u.head, 0) {
		if f.w.State(o.country) != nil && !o.person {
			return o.country != e.Country
		}
	}
	return f.main != "" && f.main != e.Country && f.votes[e.Country] == 0
}

// isPlain reports whether a name is made of role nouns alone.
func (f *finder) isPlain(u *unit) bool {
	p, q := f.ends(u.first, u.last)
	if f.lowers[p] == "the" {
		p++
	}
	n, _ := f.w.MatchRole(f.lowers[p:q])
	return n > 0 && p+n == q
}

// choose picks the entry of a name: of the kind the word is used as, holding on
// the day, of a country the article speaks of.
func (f *finder) choose(u *unit) *world.Entry {
	var best *world.Entry
	top := -1
	for _, e := range u.entries {
		score := 0
		if e.Holds(f.date) {
			score += 8
		}
		if f.fits(u, e) {
			score += 16
		}
		if u.says.country != "" && e.Country == u.says.country {
			score += 12
		}
		score += min(f.votes[e.Country], 5)
		if score > top {
			top, best = score, e
		}
	}
	return best
}

// fits reports whether a word is used as an entry of its kind is.
func (f *finder) fits(u *unit, e *world.Entry) bool {
	tok := f.doc.Tokens[u.head]
	modifies := tok.Rel.Is("amod") || tok.Rel.Is("compound")
	switch e.Kind {
	case world.Adjective:
		return modifies
	case world.People:
		return !modifies && nominal(tok.Tag)
	case world.Person:
		return u.kind == annalist.Person || u.kind == ""
	case world.Outlet, world.Body:
		return u.kind == annalist.Organisation || u.kind == ""
	case world.Seat:
		return !modifies
	}
	return true
}

// entryReading reads a name as an entry of the tables.
func (f *finder) entryReading(u *unit, e *world.Entry) reading {
	r := reading{name: e.Name, id: e.ID, country: e.Country, sectors: e.Sectors, noun: e.Noun, rule: ruleTable, gender: e.Gender}
	switch e.Kind {
	case world.StateName:
		r.kind, r.rule = annalist.StateEntity, ruleState
		if p := f.place[u.head]; p != "" && p != e.Country && f.w.State(p) != nil { // Georgia of the United States
			r.others = append(r.others, e.Reading())
			r.country, r.sectors, r.rule = p, []annalist.Sector{"GOV"}, rulePlaceName
		}
		if len(r.sectors) > 0 {
			r.kind = annalist.BodyEntity
		}
	case world.Adjective:
		r.kind, r.rule = annalist.StateEntity, ruleAdjective
	case world.People:
		r.kind, r.rule, r.plural = annalist.GroupEntity, rulePeople, true
		r.name = f.unitText(u)
	case world.Seat:
		r.kind, r.rule = annalist.BodyEntity, ruleSeat
		// A capital that does not act is the state ("a visit to Tokyo"); a building
		// stays what it is.
		if e.Noun == "capital" && !f.acts(u.head) {
			r.kind, r.sectors, r.name = annalist.StateEntity, nil, f.unitText(u)
		}
	case world.Person:
		r = f.officeReading(u, e)
	case world.Nobody:
		r.kind, r.rule = annalist.OtherEntity, ruleNothing
	default:
		r.kind = annalist.BodyEntity
		r.plural = e.Noun == "movement" || e.Noun == "party"
	}
	for _, o := range u.entries {
		if o != e && (o.Country != e.Country || len(o.Sectors) > 0 && len(e.Sectors) > 0 && o.Sectors[0] != e.Sectors[0]) && o.Kind != world.Adjective {
			r.others = append(r.others, o.Reading())
		}
	}
	return r
}

// acts reports whether a word is the one who acts or owns in its clause.
func (f *finder) acts(i int) bool {
	tok := f.doc.Tokens[i]
	switch {
	case tok.Rel == "nsubj", tok.Rel.Is("nsubj") && tok.Rel != "nsubj:pass", tok.Rel == "obl:agent", tok.Rel.Is("nmod:poss"), tok.Rel.Is("compound"):
		return true
	case tok.Rel.Base() == "conj" && tok.Head != annalist.None:
		return f.acts(tok.Head)
	}
	return false
}

// officeReading reads a person of the tables on the day of the article.
func (f *finder) officeReading(u *unit, e *world.Entry) reading {
	r := reading{name: e.Name, id: e.ID, kind: annalist.PersonEntity, country: e.Country, gender: e.Gender, rule: ruleOffice}
	var mine []*world.Entry
	for _, o := range u.entries {
		if o.Kind == world.Person && o.Name == e.Name {
			mine = append(mine, o)
			if r.id == "" {
				r.id = o.ID
			}
			if o.Holds(f.date) && r.office == "" {
				r.office = o.Office
			}
		}
	}
	found := world.Readings(mine, f.date)
	r.country, r.sectors = found[0].Country, found[0].Sectors
	r.others = append(r.others, found[1:]...)
	if !e.Holds(f.date) {
		r.rule.conf = .6
	}
	return f.corrected(u, r)
}

// corrected lets the article's own words overrule the tables: who is called
// "former" holds no office, and a title of another country is another person.
func (f *finder) corrected(u *unit, r reading) reading {
	s := u.says
	table := annalist.Reading{Name: r.name, ID: r.id, Country: r.country, Sectors: r.sectors}
	switch {
	case s.country != "" && s.country != r.country && !s.placed && (r.rule.conf < .9 || u.last-u.first < 2) && f.w.State(s.country) != nil && !bodyCountry(r.country) && s.rule == ruleTitle.id:
		r.country, r.sectors, r.office, r.id = s.country, s.sectors, s.office, ""
		r.others = append(r.others, table)
		r.rule = ruleTitle
	case s.elect:
		r.sectors, r.office = []annalist.Sector{"ELI"}, ""
	case s.former && len(r.sectors) > 0 && r.rule.conf < .9:
		r.sectors, r.office = formerSectors(r.sectors), ""
	case len(s.sectors) > 0 && r.rule.conf < .9 && !s.former:
		r.sectors = s.sectors
		r.others = append(r.others, table)
		r.rule = ruleTitle
	}
	return r
}

// personReading reads a person no table has by what the article says.
func (f *finder) personReading(u *unit) reading {
	s := u.says
	r := reading{name: f.unitText(u), kind: annalist.PersonEntity, country: s.country, sectors: s.sectors, gender: s.gender, office: s.office, noun: s.noun}
	r.rule = ruleTitle
	if s.rule != "" {
		r.rule.id = s.rule
	}
	if s.country == "" {
		if r.sectors == nil {
			if holder := f.surname(u); holder != nil {
				return *holder
			}
		}
		r.country, r.rule = f.homeward(u.head)
		if home := f.spokenFor(u.head); home != "" && public(r.sectors) {
			r.country, r.rule = home, ruleSpeakerCountry
		}
	}
	if r.sectors == nil {
		r.sectors = []annalist.Sector{"CVL"}
		r.rule.conf = min(r.rule.conf, .3)
	}
	return r
}

// surname reads a bare family name as the office holder of that name.
//
// For "Putin said" with no fuller name in the article. Not for a surname two
// holders of the day share: those are listed.
func (f *finder) surname(u *unit) *reading {
	p, q := f.ends(u.first, u.last)
	if q-p > 2 {
		return nil
	}
	found := f.w.Surname(f.unitKey(u), f.date)
	var e *world.Entry
	for _, o := range found {
		if e == nil || f.votes[o.Country] > f.votes[e.Country] {
			e = o
		}
	}
	if e == nil || f.votes[e.Country] == 0 && len(found) > 1 {
		return nil
	}
	r := reading{name: e.Name, id: e.ID, kind: annalist.PersonEntity, country: e.Country, sectors: e.Sectors, gender: e.Gender, office: e.Office, rule: ruleSurname}
	for _, o := range found {
		if o.Name != e.Name {
			r.others = append(r.others, o.Reading())
		}
	}
	return &r
}

// placeReading reads a place that acts or is acted on: its government where it
// acts, else the state as such.
func (f *finder) placeReading(u *unit) reading {
	r := reading{name: f.unitText(u), kind: annalist.OtherEntity, country: f.place[u.head], rule: rulePlaceName}
	if r.country == "" {
		r.rule = ruleNothing
		return r
	}
	if f.acts(u.head) && !f.doc.Tokens[u.head].Rel.Is("compound") {
		r.kind, r.sectors = annalist.BodyEntity, []annalist.Sector{"GOV"}
	}
	return r
}

// isSeatOf reports whether a place is a body by its name: "Christchurch District
// Court", "Al Noor Mosque". Not "Strickland Street".
func (f *finder) isSeatOf(u *unit) bool {
	hit := f.roleWithin(u)
	return hit != nil && hit.role.Sector != "" && hit.role.Sector != "CVL" && hit.last == u.last
}

// unknownReading reads a run of proper nouns the net has no name for.
func (f *finder) unknownReading(u *unit) reading {
	if f.roleWithin(u) != nil {
		return f.bodyReading(u)
	}
	if f.place[u.head] != "" {
		return f.placeReading(u)
	}
	if p, q := f.ends(u.first, u.last); q-p >= 2 && q-p <= 3 && len(f.doc.Names) == 0 {
		return f.personReading(u)
	}
	if r := f.surname(u); r != nil {
		return *r
	}
	return f.bodyReading(u)
}
