package actor

import (
	"annalist"
	"annalist/internal/world"
)

// The readings of this file go by the words beside a name, for where the tree
// has not joined a name and its description.

// touches is the role phrase that ends where a name begins, whatever the tree
// made of the two: "Ukrainian deputy prime minister Oleksiy Kuleba".
//
// Not for "told police Smith", where the noun before is a body.
func (f *finder) touches(u *unit) *roleHit {
	if u.first == 0 || f.doc.Tokens[u.first-1].Sent != f.doc.Tokens[u.first].Sent {
		return nil
	}
	hit := f.roleOf(u.first - 1)
	if u.kind == annalist.Person && (hit == nil || hit.last != u.first) {
		return f.reaches(u)
	}
	if hit == nil || hit.last != u.first || f.unitAt[u.first-1] != annalist.None {
		return nil
	}
	switch hit.role.Kind {
	case world.RolePerson, world.RoleOf, world.RolePeople, world.RoleTitle:
		return hit
	}
	return nil
}

// reaches is the title that has a phrase of its own before the name: "Iranian
// ambassador to Russia Kazem Jalali", "chief of the general staff Eyal Zamir".
func (f *finder) reaches(u *unit) *roleHit {
	sent := f.doc.Sentences[f.doc.Tokens[u.head].Sent]
	for i := u.first - 1; i > sent.First && u.first-i < 9; i-- {
		tok := &f.doc.Tokens[i]
		if !phraseTag(tok.Tag) || f.personAt(i) {
			return nil
		}
		if tok.Tag != annalist.ADP {
			continue
		}
		hit := f.roleOf(i - 1)
		switch f.lowerForm(i) {
		case "to", "of", "for":
			if hit != nil && hit.last == i && hit.role.Kind == world.RolePerson && f.unitAt[i-1] == annalist.None && !f.plural(i-1) {
				return hit
			}
		default:
			return nil
		}
	}
	return nil
}

// before reads a description that a comma parts from the name after it: "the
// prime minister, Fumio Kishida", "the mayor of Uruapan, Carlos Manzo".
//
// Not for "the ministers, Smith and Jones", nor for a description with a verb
// in between.
func (f *finder) before(u *unit) evidence {
	sent := f.doc.Sentences[f.doc.Tokens[u.head].Sent]
	if u.first-2 < sent.First || f.doc.Tokens[u.first-1].Form != "," {
		return evidence{}
	}
	for i := u.first - 2; i >= sent.First && u.first-i < maxPhrase; i-- {
		if hit := f.describes(i); hit != nil {
			return f.described(u, hit, ruleApposition.id)
		}
		if !phraseTag(f.doc.Tokens[i].Tag) || f.personAt(i) {
			break
		}
	}
	return evidence{}
}

// after reads a description between the name and the rest: "Mona Juul, Norway's
// ambassador to Jordan, resigns".
//
// Not for "With Juul gone, the ambassador said", where a verb follows at once.
func (f *finder) after(u *unit) evidence {
	sent := f.doc.Sentences[f.doc.Tokens[u.head].Sent]
	if u.last+1 >= sent.Last || f.doc.Tokens[u.last].Form != "," {
		return evidence{}
	}
	for i := u.last + 1; i < sent.Last && i-u.last < maxPhrase; i++ {
		if hit := f.describes(i); hit != nil {
			if next := hit.last; next < sent.Last && (f.doc.Tokens[next].Tag == annalist.VERB || f.doc.Tokens[next].Tag == annalist.AUX || f.doc.Tokens[next].Tag == annalist.PROPN) {
				return evidence{}
			}
			return f.described(u, hit, ruleApposition.id)
		}
		tag := f.doc.Tokens[i].Tag
		if !phraseTag(tag) || tag == annalist.ADP || f.personAt(i) {
			break
		}
	}
	return evidence{}
}

// described reads a role phrase as a description of a name and remembers that
// the two are one.
func (f *finder) described(u *unit, hit *roleHit, id annalist.RuleID) evidence {
	h := f.headOf(hit.first, hit.last)
	s := f.roleEvidence(h, id)
	s.several = f.plural(h)
	if s.several {
		s.office = ""
	}
	if hit.role.Kind != world.RoleTitle {
		f.describing[h] = f.unitAt[u.head]
	}
	return s
}

// alongside gives a name the shared title of the name before it: "Venezuelan
// businessmen Raúl Gorrín and Alex Saab".
func (f *finder) alongside(u *unit) evidence {
	i := u.first - 1
	for i >= 0 && i > u.first-3 && (f.doc.Tokens[i].Form == "," || f.doc.Tokens[i].Tag == annalist.CCONJ) {
		i--
	}
	if i < 0 || i == u.first-1 || f.unitAt[i] == annalist.None {
		return evidence{}
	}
	if s := f.units[f.unitAt[i]].says; s.several {
		return s
	}
	return evidence{}
}

// describes is the role phrase at a token that may describe one person.
func (f *finder) describes(i int) *roleHit {
	hit := f.roleOf(i)
	if hit == nil || f.headOf(hit.first, hit.last) != i || f.unitAt[i] != annalist.None || f.plural(i) || f.doc.Tokens[i].Rel.Is("compound") {
		return nil
	}
	switch hit.role.Kind {
	case world.RolePerson, world.RoleOf:
		return hit
	}
	return nil
}

func (f *finder) personAt(i int) bool {
	return f.unitAt[i] != annalist.None && f.isPerson(&f.units[f.unitAt[i]])
}

// phraseTag are the tags a description may run over.
func phraseTag(t annalist.Tag) bool {
	switch t {
	case annalist.ADJ, annalist.NOUN, annalist.PROPN, annalist.DET, annalist.NUM, annalist.ADP, annalist.PART, annalist.X:
		return true
	}
	return false
}
