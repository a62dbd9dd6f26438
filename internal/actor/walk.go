package actor

import (
	"strings"

	"annalist"
	"annalist/internal/world"
)

// walk goes through the words once, left to right, and makes the mentions:
// names first known, pronouns and roles from what came before.
func (f *finder) walk() {
	for i := range f.doc.Tokens {
		n := f.unitAt[i]
		switch {
		case n != annalist.None:
			if f.units[n].head == i {
				f.nameMention(n)
			}
			f.innerMention(n, i)
		case f.doc.Tokens[i].Tag == annalist.PRON || f.isPossessiveWord(i):
			f.pronounMention(i)
		default:
			f.nounMention(i)
		}
	}
}

func (f *finder) isPossessiveWord(i int) bool {
	return f.doc.Tokens[i].Tag == annalist.DET && f.doc.Tokens[i].Rel.Is("nmod:poss")
}

// nameMention records a name. A title or a role at the head of the phrase is
// part of it.
func (f *finder) nameMention(n int) {
	u := &f.units[n]
	r := f.unitReading(n)
	if r.kind == annalist.OtherEntity && r.country == "" {
		return
	}
	e := f.unitEntity(n, r)
	first := u.first
	if r.kind == annalist.BodyEntity && first > 0 && f.lowerForm(first-1) == "the" && f.doc.Tokens[first-1].Head == u.head {
		first--
	}
	kind := annalist.ByName
	switch r.rule.id {
	case ruleAdjective.id:
		kind = annalist.ByNationality
	case rulePeople.id:
		kind = annalist.ByGroup
	case ruleSeat.id:
		kind = annalist.ByMetonym
	}
	f.mention(annalist.Mention{First: first, Last: u.last, Head: u.head, Kind: kind, Entities: []int{e}, Rule: r.rule.id, Confidence: r.rule.conf})
}

// unitEntity files the entity of a name.
func (f *finder) unitEntity(n int, r reading) int {
	u := &f.units[n]
	key := string(r.kind) + "/" + r.name + "/" + string(r.country)
	switch {
	case r.rule.id == ruleState.id || r.rule.id == ruleAdjective.id:
		key = stateKey(r.country)
	case u.alias != annalist.None:
		key = "unit/" + f.unitKey(&f.units[u.alias])
	case r.id == "" && (r.kind == annalist.PersonEntity || r.kind == annalist.BodyEntity) && u.entries == nil:
		key = "unit/" + f.unitKey(u)
	case r.kind == annalist.PersonEntity:
		key = "person/" + r.name
	}
	if r.rule.id == ruleState.id || r.rule.id == ruleAdjective.id {
		if s := f.w.State(r.country); s != nil {
			r.name = s.Name
		}
	}
	if u.alias != annalist.None && f.units[u.alias].entries != nil && r.kind == annalist.PersonEntity {
		key = "person/" + r.name
	}
	return f.entity(key, r)
}

func stateKey(c annalist.Country) string { return "state/" + string(c) }

// innerMention records a state or body named inside a longer name: "Israeli" in
// "Israeli Ministry of Defense".
func (f *finder) innerMention(n, i int) {
	u := &f.units[n]
	if i == u.head || u.entries != nil || u.kind == annalist.Person {
		return
	}
	p := f.wordOf[i]
	if f.wordOf[i+1] == p {
		return
	}
	m, entries := f.w.Match(f.words[p:f.wordOf[u.last]])
	e := only(entries, world.Adjective, world.StateName)
	if m == 0 || e == nil {
		return
	}
	last := f.tokOf[p+m-1] + 1
	head := f.headOf(i, last)
	if head == u.head {
		return
	}
	ent := f.stateEntity(e.Country)
	f.mention(annalist.Mention{First: i, Last: last, Head: head, Kind: annalist.ByNationality, Entities: []int{ent}, Rule: ruleAdjective.id, Confidence: ruleAdjective.conf})
}

// stateEntity files a state as such.
func (f *finder) stateEntity(c annalist.Country) int {
	r := reading{name: string(c), kind: annalist.StateEntity, country: c, rule: ruleState}
	if s := f.w.State(c); s != nil {
		r.name = s.Name
	}
	return f.entity(stateKey(c), r)
}

// nounMention records a phrase headed by a common noun, number or adjective.
func (f *finder) nounMention(i int) {
	tok := f.doc.Tokens[i]
	if f.lowerForm(i) == "both" {
		f.bothMention(i)
		return
	}
	hit := f.roleOf(i)
	if hit != nil && f.headOf(hit.first, hit.last) != i {
		return
	}
	switch {
	case f.quantity(i):
		f.quantityMention(i)
	case hit != nil && nominal(tok.Tag):
		f.roleMention(i, hit)
	case hit != nil && tok.Tag == annalist.ADJ:
		return
	case nominal(tok.Tag) && !tok.Rel.Is("compound"):
		f.thingMention(i)
	}
}

// quantity reports whether a word only counts what follows: "dozens of", "two".
func (f *finder) quantity(i int) bool {
	tok := f.doc.Tokens[i]
	switch tok.Tag {
	case annalist.NUM, annalist.DET, annalist.ADJ, annalist.NOUN:
	default:
		return false
	}
	if tok.Rel.Is("nummod") || tok.Rel.Is("det") || tok.Rel.Is("amod") || tok.Rel.Is("compound") || tok.Rel.Is("advmod") {
		return false
	}
	return tok.Tag == annalist.NUM || f.w.Cue(world.CueQuantity, f.lemma(i)) || f.w.Cue(world.CueQuantity, f.lowerForm(i))
}

// quantityMention takes the reading of what is counted, or of people where
// nothing is: "12 were killed".
//
// For "dozens of protesters". Not for "in 2019", "at 5 pm", which are no one.
func (f *finder) quantityMention(i int) {
	for _, k := range f.doc.Tokens[i].Kids {
		if k < i || f.doc.Tokens[k].Rel.Base() != "nmod" || !f.cased(k, world.CueOwner) {
			continue
		}
		hit := f.roleOf(k)
		if n := f.unitAt[k]; n != annalist.None {
			r := f.unitReading(n)
			if r.kind == annalist.StateEntity || r.country == "" {
				return
			}
			f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: annalist.ByGroup, Entities: []int{f.unitEntity(n, r)}, Rule: r.rule.id, Confidence: r.rule.conf})
			return
		}
		if hit != nil && hit.role.Kind != world.RoleNobody {
			f.groupMention(i, f.placed(k, f.roleReading(k, hit, 2)))
		}
		return
	}
	tok := f.doc.Tokens[i]
	if hit := f.roleOf(i); hit != nil && tok.Tag == annalist.NOUN {
		f.roleMention(i, hit)
		return
	}
	if tok.Tag != annalist.NUM {
		return // "each", "part": of whom, the text does not say here
	}
	if !tok.Rel.Is("nsubj") && !tok.Rel.Is("obj") && tok.Rel != "obl:agent" || strings.ContainsAny(tok.Form, ":/%$") || yearLike(tok.Form) {
		return
	}
	r := reading{name: tok.Form, kind: annalist.GroupEntity, sectors: []annalist.Sector{"CVL"}, plural: true}
	r.country, r.rule = f.where(i)
	r.rule.conf /= 2
	f.groupMention(i, r)
}

func yearLike(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

// placed fills the country of a reading that has none from where it plays.
func (f *finder) placed(h int, r reading) reading {
	if r.country == "" {
		r.country, r.rule = f.where(h)
	}
	return r
}

// groupMention records people as an entity of their own.
func (f *finder) groupMention(i int, r reading) {
	key := "group/" + f.lemma(i) + "/" + string(r.country) + "/" + string(first(r.sectors))
	if f.indefinite(i) {
		key += "/" + r.name
	}
	e := f.entity(key, r)
	f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: annalist.ByGroup, Entities: []int{e}, Rule: r.rule.id, Confidence: r.rule.conf})
}

// thingMention records a phrase of no role that belongs to a state: "Israeli
// strikes", "Ukrainian energy infrastructure". It may be a party only as a
// recipient, or stand for its owner.
func (f *finder) thingMention(i int) {
	own := f.ownersLeft(i, 0)
	if f.timed[i] {
		return
	}
	if len(own) == 0 || own[0].country == "" || own[0].person {
		f.modifierMention(i)
		return
	}
	var ents []int
	for _, o := range own {
		r := reading{name: f.phraseName(i), kind: annalist.OtherEntity, country: o.country, rule: ruleThing}
		r.sectors = o.sectors
		if m := f.thingSector(i); m != "" && !bodyCountry(o.country) {
			r.sectors = []annalist.Sector{m}
		}
		ents = append(ents, f.entity("thing/"+r.name+"/"+string(o.country), r))
	}
	f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: annalist.ByNationality, Entities: ents, Rule: ruleThing.id, Confidence: ruleThing.conf})
}

// thingSector is the sector of a role noun that modifies a thing: "military
// sites", "police posts".
func (f *finder) thingSector(i int) annalist.Sector {
	for k := i - 1; k >= f.leftOf(i); k-- {
		if m := f.roleOf(k); m != nil && m.role.Kind == world.RoleBody && m.role.Sector != "" {
			return m.role.Sector
		}
	}
	return ""
}

// modifierMention records a role noun that modifies a word of no role: "police"
// in "police raids", "rebel" in "rebel attack". The owner of the deed is named
// there and nowhere else.
func (f *finder) modifierMention(i int) {
	for k := f.leftOf(i); k < i; k++ {
		hit := f.roleOf(k)
		if hit == nil || f.at[k] != annalist.None || f.unitAt[k] != annalist.None || hit.last > i || hit.role.Sector == "" || f.headOf(hit.first, hit.last) != k {
			continue
		}
		if tok := f.doc.Tokens[k]; !tok.Rel.Is("compound") && !tok.Rel.Is("amod") {
			continue
		}
		r := f.placed(k, f.roleReading(k, hit, 0))
		e := f.entity("group/"+f.lemma(k)+"/"+string(r.country)+"/"+string(first(r.sectors)), r)
		f.mention(annalist.Mention{First: hit.first, Last: hit.last, Head: k, Kind: annalist.ByGroup, Entities: []int{e}, Rule: r.rule.id, Confidence: r.rule.conf})
	}
}
