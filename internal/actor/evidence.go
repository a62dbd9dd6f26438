package actor

import (
	"annalist"
	"annalist/internal/world"
)

// gather collects what the article's own words say of names: titles before
// them, appositions, and "X is the president of Y".
func (f *finder) gather() {
	f.eachUnit(func(n int, u *unit) {
		if u.entries != nil && !holds(u.entries, world.Person) {
			return
		}
		s := f.saysOf(u)
		target := u
		if u.alias != annalist.None {
			target = &f.units[u.alias]
		}
		target.says = merge(target.says, s)
		u.says = merge(u.says, s)
	})
}

// merge keeps what was known first.
func merge(a, b evidence) evidence {
	if a.sectors == nil && b.sectors != nil {
		a.sectors, a.office, a.noun, a.rule = b.sectors, b.office, b.noun, b.rule
		if b.country != "" {
			a.country, a.placed = b.country, b.placed
		}
		a.former, a.elect, a.several = b.former, b.elect, b.several
	}
	if a.country == "" {
		a.country, a.placed = b.country, b.placed
	}
	if a.gender == "" {
		a.gender = b.gender
	}
	return a
}

// saysOf reads the title, the appositions and the predicate of one mention.
func (f *finder) saysOf(u *unit) evidence {
	var s evidence
	tok := f.doc.Tokens[u.head]
	s = merge(s, f.titleOf(u))
	for _, k := range tok.Kids { // "X, Japan's prime minister, said"
		if f.doc.Tokens[k].Rel.Base() == "appos" {
			s = merge(s, f.roleEvidence(k, ruleApposition.id))
		}
	}
	if u.entries == nil || f.isPerson(u) {
		s = merge(s, f.alongside(u))
		s = merge(s, f.before(u))
		s = merge(s, f.after(u))
	}
	if tok.Head == annalist.None {
		return s
	}
	head := tok.Head
	switch {
	case tok.Rel.Base() == "appos", tok.Rel.Base() == "flat", tok.Rel == "nmod:desc" && head < u.first: // "Japan's prime minister, X"
		s = merge(s, f.roleEvidence(head, ruleApposition.id))
	case tok.Rel == "nsubj" && f.doc.Kid(head, "cop") != annalist.None: // "X is Japan's prime minister"
		s = merge(s, f.roleEvidence(head, rulePredicate.id))
	}
	return s
}

// titleOf reads the words before a name in its own phrase: "Ukrainian Deputy
// Foreign Minister", "Mr".
func (f *finder) titleOf(u *unit) evidence {
	left := min(f.leftOf(u.head), u.first)
	s := evidence{gender: f.genderOf(u.head)}
	if hit := f.touches(u); hit != nil {
		return f.ended(u, merge(s, f.described(u, hit, ruleTitle.id)))
	}
	for i := u.first - 1; i >= left; i-- {
		hit := f.roleOf(i)
		if hit == nil || f.unitAt[i] != annalist.None && f.units[f.unitAt[i]].entries != nil || f.doc.Tokens[i].Rel.Is("nmod:poss") {
			continue
		}
		return f.ended(u, merge(s, f.roleEvidence(f.headOf(hit.first, hit.last), ruleTitle.id)))
	}
	if u.first < u.head { // a name of the net that holds its title
		for i := u.first; i < u.head; i++ {
			if hit := f.roleOf(i); hit != nil && hit.role.Kind == world.RolePerson {
				return f.ended(u, merge(s, f.roleEvidence(f.headOf(hit.first, hit.last), ruleTitle.id)))
			}
		}
	}
	s.former = f.former(u.head)
	for i := left; i < u.first; i++ { // "Israeli Benjamin Netanyahu", "Turkey's Erdogan"
		if n := f.unitAt[i]; n != annalist.None && f.units[n].head == i && !f.backs(i) {
			if e := only(f.units[n].entries, world.Adjective, world.StateName); e != nil {
				s.country = e.Country
			}
		}
	}
	return s
}

// ended marks a title as over where "former" hangs on the name and not on the
// title: "former US President Barack Obama".
func (f *finder) ended(u *unit, s evidence) evidence {
	if !s.former && len(s.sectors) > 0 && f.former(u.head) {
		s.former, s.sectors, s.office = true, formerSectors(s.sectors), ""
	}
	return s
}

// roleEvidence reads a role phrase as a description of somebody.
func (f *finder) roleEvidence(h int, id annalist.RuleID) evidence {
	hit := f.roleOf(h)
	if hit == nil || f.unitAt[h] != annalist.None && f.units[f.unitAt[h]].entries != nil {
		return evidence{}
	}
	r := f.roleReading(h, hit, 1)
	s := evidence{country: r.country, sectors: r.sectors, office: r.office, noun: r.noun, gender: f.genderOf(h), rule: id, former: f.former(h), placed: r.rule == ruleOwnPlace}
	if hit.role.Kind == world.RoleTitle || first(s.sectors) == "UNK" { // a witness with a name is not unknown
		s.sectors, s.office = nil, ""
	}
	if f.isElect(h) {
		s.elect, s.sectors, s.office = true, []annalist.Sector{"ELI"}, ""
	}
	return s
}

// isElect reports "president-elect" and "designate".
func (f *finder) isElect(h int) bool {
	for i := h + 1; i <= h+2 && i < len(f.doc.Tokens); i++ {
		if f.w.Cue(world.CueElect, f.lowerForm(i)) {
			return true
		}
	}
	return h > 0 && f.w.Cue(world.CueElect, f.lowerForm(h-1))
}
