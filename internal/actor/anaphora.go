package actor

import (
	"strings"

	"annalist"
	"annalist/internal/world"
)

// roleMention records a phrase headed by a role noun.
func (f *finder) roleMention(i int, hit *roleHit) {
	tok := f.doc.Tokens[i]
	if hit.role.Kind == world.RoleNobody || hit.role.Kind == world.RoleTitle {
		return
	}
	if tok.Rel == "nmod:desc" || tok.Rel.Is("flat") || tok.Rel.Is("compound") && hit.role.Kind != world.RoleBody && hit.role.Sector == "" {
		return // a title: the name beside it is the mention
	}
	own := f.joinedOwners(i, f.owners(i, 2))
	if ents, ok := f.pairOf(i, hit, own); ok {
		f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: annalist.ByRole, Entities: ents, Rule: rulePair.id, Confidence: rulePair.conf})
		return
	}
	if n := f.namedBy(i); n != annalist.None { // "Japan's prime minister, Fumio Kishida"
		r := f.unitReading(n)
		f.roleAs(i, f.unitEntity(n, r), r.rule)
		return
	}
	if len(own) > 1 {
		f.severalOwners(i, hit, own)
		return
	}
	r := f.roleReading(i, hit, 2)
	if r.country == "" {
		if e, ok := f.again(i, hit, r); ok && len(own) == 0 {
			f.roleAs(i, e, ruleRoleAgain)
			return
		}
		if hit.role.Sector == "" && len(own) == 0 {
			return // "members", "the group" of nobody known
		}
		switch {
		case hit.role.Sector == "UNK":
			r.rule = ruleUnnamed
		case f.abroad(i, hit):
			r.rule = ruleNothing
		default:
			r = f.shared(i, r)
		}
	}
	if e, ok := f.holder(i, hit, r); ok {
		by := ruleHolder
		by.conf = min(by.conf, r.rule.conf)
		f.roleAs(i, e, by)
		return
	}
	f.fileRole(i, hit, r)
}

// abroad reports whether a phrase is of people of no one country: "global
// leaders", "foreign officials". Not for "the foreign minister", whose adjective
// is part of the role.
func (f *finder) abroad(i int, hit *roleHit) bool {
	for k := f.leftOf(i); k < hit.first; k++ {
		if f.w.Cue(world.CueAbroad, f.lowerForm(k)) {
			return true
		}
	}
	return false
}

// shared gives a role phrase the country of the one it is joined to: "Syrian
// president Ahmed al-Sharaa and interior minister Anas Khattab".
func (f *finder) shared(i int, r reading) reading {
	tok := f.doc.Tokens[i]
	if tok.Rel.Base() == "conj" && tok.Head < i && len(r.sectors) > 0 && (r.office != "" || r.kind == annalist.PersonEntity) {
		if m := f.at[tok.Head]; m != annalist.None && len(f.doc.Mentions[m].Entities) == 1 {
			ent := f.doc.Entities[f.doc.Mentions[m].Entities[0]]
			if f.w.State(ent.Country) != nil && ent.Kind == annalist.PersonEntity {
				r.country, r.rule = ent.Country, ruleShared
				return r
			}
		}
	}
	if public(r.sectors) {
		if home := f.spokenFor(i); home != "" {
			r.country, r.rule = home, ruleSpeakerCountry
			return r
		}
		if _, by := f.where(i); by == ruleSentenceState {
			r.country, r.rule = f.homeward(i)
			return r
		}
	}
	return f.placed(i, r)
}

// roleAs records a role phrase as a mention of an entity.
func (f *finder) roleAs(i, e int, by rule) {
	f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: annalist.ByRole, Entities: []int{e}, Rule: by.id, Confidence: by.conf})
}

// fileRole records a role phrase as an entity of its own.
func (f *finder) fileRole(i int, hit *roleHit, r reading) {
	if r.kind == annalist.StateEntity {
		if r.country != "" {
			f.roleAs(i, f.stateEntity(r.country), r.rule)
		}
		return
	}
	if hit.role.Kind == world.RolePeople || r.plural && r.kind == annalist.PersonEntity {
		r.kind = annalist.GroupEntity
		f.groupMention(i, r)
		return
	}
	key := "role/" + hit.role.Phrase + "/" + string(r.country) + "/" + string(first(r.sectors))
	if f.indefinite(i) {
		key += "/" + r.name
	}
	e := f.entity(key, r)
	kind := annalist.ByRole
	if r.kind == annalist.OtherEntity {
		kind = annalist.ByGroup
	}
	f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: kind, Entities: []int{e}, Rule: r.rule.id, Confidence: r.rule.conf})
}

// severalOwners: "US and Israeli forces" are two parties.
func (f *finder) severalOwners(i int, hit *roleHit, own []owner) {
	var ents []int
	for _, o := range own {
		r := reading{name: f.phraseName(i), kind: roleKind(hit.role), country: o.country, sectors: f.sectorsOf(i, hit, o), plural: true, rule: ruleOwner}
		ents = append(ents, f.entity("role/"+hit.role.Phrase+"/"+string(o.country)+"/"+string(first(r.sectors)), r))
	}
	f.mention(annalist.Mention{First: f.leftOf(i), Last: i + 1, Head: i, Kind: annalist.ByGroup, Entities: ents, Rule: ruleOwner.id, Confidence: ruleOwner.conf})
}

// joinedOwners adds the states joined to the one after "of": "the foreign
// ministers of Egypt, Pakistan and Turkey". Plural roles only: "the president of
// Bosnia and Herzegovina" is one.
func (f *finder) joinedOwners(i int, own []owner) []owner {
	if len(own) != 1 || own[0].body || own[0].person || !f.plural(i) {
		return own
	}
	for _, k := range f.doc.Tokens[i].Kids {
		if k < i || f.doc.Tokens[k].Rel.Base() != "nmod" || f.named(k) != own[0].country {
			continue
		}
		for _, c := range f.doc.Tokens[k].Kids {
			n := f.unitAt[c]
			if f.doc.Tokens[c].Rel.Base() != "conj" || n == annalist.None || f.units[n].head != c {
				continue
			}
			if e := only(f.units[n].entries, world.StateName); e != nil && e.Country != own[0].country {
				own = append(own, owner{country: e.Country, name: e.Name, entity: annalist.None, rule: ruleOwner})
			}
		}
	}
	return own
}

// namedBy is the name in apposition to a role phrase.
func (f *finder) namedBy(i int) int {
	if n, ok := f.describing[i]; ok {
		return n
	}
	for _, k := range f.doc.Tokens[i].Kids {
		if r := f.doc.Tokens[k].Rel.Base(); k > i && (r == "appos" || r == "flat") && f.unitAt[k] != annalist.None && f.units[f.unitAt[k]].head == k {
			u := &f.units[f.unitAt[k]]
			if f.isPerson(u) || u.kind == annalist.Organisation || u.entries != nil && only(u.entries, world.Body, world.Outlet) != nil {
				return f.unitAt[k]
			}
		}
	}
	return annalist.None
}

// holder finds who holds the office a phrase names: "the Japanese head of
// government" in March 2023 is Fumio Kishida.
//
// Not for "a minister", "former presidents", or an office of no known country.
func (f *finder) holder(i int, hit *roleHit, r reading) (int, bool) {
	if hit.role.Office == "" || r.country == "" || f.w.State(r.country) == nil || r.plural || f.indefinite(i) || f.former(i) || f.isElect(i) || f.date == "" {
		return 0, false
	}
	if hit.role.Phrase == "leader" && len(r.sectors) > 0 && r.sectors[0] != "GOV" {
		return 0, false
	}
	for o := range strings.SplitSeq(hit.role.Office, "|") { // somebody of the article in that office
		if e, ok := f.holders[holderKey{r.country, o}]; ok {
			return e, true
		}
	}
	h := f.w.Holder(r.country, hit.role.Office, f.date)
	if h == nil {
		return 0, false
	}
	return f.entity("person/"+h.Name, reading{
		name: h.Name, id: h.ID, kind: annalist.PersonEntity, country: h.Country, sectors: h.Sectors, gender: h.Gender, office: h.Office, rule: ruleHolder,
	}), true
}

func sameOffice(have, want string) bool {
	if have == "" {
		return false
	}
	for _, o := range strings.Split(have, "|") {
		for _, p := range strings.Split(want, "|") {
			if o == p {
				return true
			}
		}
	}
	return false
}

// again finds the entity a definite role phrase without owner points back to:
// "the president", "the company", "the group", "the protesters".
func (f *finder) again(i int, hit *roleHit, r reading) (int, bool) {
	if f.indefinite(i) {
		return 0, false
	}
	definite := f.definite(i)
	var apart map[annalist.Country]bool
	if hit.role.Office == "state" && definite {
		apart = f.apart(i)
		if c := f.homeOf(i); c != "" && f.inSubordinate(i) {
			return f.stateEntity(c), true
		}
	}
	for m := len(f.doc.Mentions) - 1; m >= max(0, len(f.doc.Mentions)-maxRecall); m-- {
		men := &f.doc.Mentions[m]
		if len(men.Entities) != 1 || men.Head >= f.leftOf(i) && men.Head <= i {
			continue
		}
		e := men.Entities[0]
		if apart[f.doc.Entities[e].Country] {
			continue
		}
		if f.pointsBack(e, hit, r, definite) {
			return e, true
		}
	}
	return 0, false
}

// inSubordinate reports whether a token is the subject of a clause below
// another: only there "the country" is the speaker's own.
func (f *finder) inSubordinate(i int) bool { return f.doc.Tokens[i].Rel.Is("nsubj") }

// homeOf is the state of the person whose clause "the country" stands in: "Kishida
// is under pressure, as the country hosts a summit".
func (f *finder) homeOf(i int) annalist.Country {
	toks := f.doc.Tokens
	for v, hops := toks[i].Head, 0; v != annalist.None && hops < 5; v, hops = toks[v].Head, hops+1 {
		subj := f.doc.Kid(v, "nsubj")
		if subj == annalist.None || subj >= i || f.at[subj] == annalist.None {
			continue
		}
		for _, e := range f.doc.Mentions[f.at[subj]].Entities {
			if ent := &f.doc.Entities[e]; ent.Kind == annalist.PersonEntity && public(ent.Sectors) && f.w.State(ent.Country) != nil {
				return ent.Country
			}
		}
	}
	return ""
}

// apart lists the states "the country" cannot be: those that act in its clause
// ("Iran fired two missiles at the country") and those whose deed is done to it
// ("American airstrikes on the country").
func (f *finder) apart(i int) map[annalist.Country]bool {
	toks := f.doc.Tokens
	out := map[annalist.Country]bool{}
	for v, hops := toks[i].Head, 0; v != annalist.None && hops < 6; v, hops = toks[v].Head, hops+1 {
		for n, k := range toks[v].Kids {
			if k >= i || n > maxKids {
				break
			}
			if m := f.at[k]; m != annalist.None && !toks[k].Rel.Is("conj") && !toks[k].Rel.Is("obl") && !toks[k].Rel.Is("nmod:unmarked") {
				for _, e := range f.doc.Mentions[m].Entities {
					out[f.doc.Entities[e].Country] = true
				}
			}
		}
	}
	return out
}

// pointsBack reports whether an entity may be meant by a role phrase.
func (f *finder) pointsBack(e int, hit *roleHit, r reading, definite bool) bool {
	ent := &f.doc.Entities[e]
	switch {
	case hit.role.Office == "state":
		return definite && ent.Kind == annalist.StateEntity && hit.role.Phrase != "city" && hit.role.Phrase != "capital"
	case hit.role.Office != "" && ent.Kind == annalist.PersonEntity && !r.plural:
		return sameOffice(f.facts[e].office, hit.role.Office)
	case !definite:
		return false
	case hit.role.Kind == world.RoleOf && hit.role.Sector == "": // "the group", "the organisation"
		return f.w.Cue(world.CueCollective, hit.role.Phrase) && ent.Kind == annalist.BodyEntity && first(ent.Sectors) != "GOV"
	case hit.role.Kind == world.RoleBody:
		return ent.Kind == annalist.BodyEntity && first(ent.Sectors) == hit.role.Sector && hit.role.Sector != ""
	case hit.role.Kind == world.RolePeople:
		return ent.Kind == annalist.GroupEntity && f.facts[e].noun == hit.role.Phrase
	case r.kind == annalist.PersonEntity && !r.plural:
		return ent.Kind == annalist.PersonEntity && f.facts[e].noun == hit.role.Phrase
	}
	return f.facts[e].noun == hit.role.Phrase
}

// pairOf resolves "the two leaders", "both countries", "the two sides" to the
// last two entities of the sort from different countries.
//
// Not for "two soldiers" or "two Israeli ministers", who are new people.
func (f *finder) pairOf(i int, hit *roleHit, own []owner) ([]int, bool) {
	if len(own) > 0 || !f.plural(i) || hit.role.Kind == world.RolePeople {
		return nil, false
	}
	if !f.paired(i) {
		return nil, false
	}
	state := hit.role.Office == "state" || hit.role.Phrase == "side" || hit.role.Phrase == "government"
	if !state && hit.role.Office == "" {
		return nil, false
	}
	var ents []int
	for m := len(f.doc.Mentions) - 1; m >= max(0, len(f.doc.Mentions)-maxRecall) && len(ents) < 2; m-- {
		for _, e := range f.doc.Mentions[m].Entities {
			ent := &f.doc.Entities[e]
			if f.w.State(ent.Country) == nil && hit.role.Phrase != "side" {
				continue
			}
			if state && ent.Kind != annalist.StateEntity && hit.role.Phrase != "side" {
				continue
			}
			if !state && (ent.Kind != annalist.PersonEntity || first(ent.Sectors) != "GOV") {
				continue
			}
			if ent.Kind == annalist.GroupEntity || ent.Kind == annalist.OtherEntity || len(ents) == 1 && (ents[0] == e || f.doc.Entities[ents[0]].Country == ent.Country) {
				continue
			}
			ents = append(ents, e)
			break
		}
	}
	if len(ents) < 2 {
		return nil, false
	}
	ents[0], ents[1] = ents[1], ents[0]
	return ents, true
}

// bothMention resolves a bare "both" to the last two people, or states, or
// bodies: "Both were acquitted".
//
// Not for "both Egypt and Qatar", where it is no noun.
func (f *finder) bothMention(i int) {
	tok := f.doc.Tokens[i]
	if !tok.Rel.Is("nsubj") && !tok.Rel.Is("obj") && tok.Rel.Base() != "obl" {
		return
	}
	last := annalist.None
	for m := len(f.doc.Mentions) - 1; m >= max(0, len(f.doc.Mentions)-maxRecall); m-- {
		men := &f.doc.Mentions[m]
		if len(men.Entities) != 1 || men.Kind == annalist.ByNationality {
			continue
		}
		e := men.Entities[0]
		switch ent := &f.doc.Entities[e]; {
		case ent.Kind == annalist.GroupEntity || ent.Kind == annalist.OtherEntity || ent.Plural && ent.Kind == annalist.PersonEntity || e == last:
		case last == annalist.None:
			last = e
		case ent.Kind == f.doc.Entities[last].Kind:
			f.mention(annalist.Mention{First: i, Last: i + 1, Head: i, Kind: annalist.ByPronoun, Entities: []int{e, last}, Rule: rulePair.id, Confidence: rulePair.conf - .1})
			return
		}
	}
}

// paired wants "both", or "the two".
func (f *finder) paired(i int) bool {
	two := false
	for k := f.leftOf(i); k < i; k++ {
		switch low := f.lowerForm(k); {
		case low == "both":
			return true
		case low == "two" || low == "2":
			two = true
		}
	}
	return two && f.definite(i)
}
