package event

import (
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// candidate is a rule that holds of a proposition.
type candidate struct {
	rule       *codebook.Rule
	prop       *proposition
	token      int // where the event stands
	actors     []annalist.Participant
	recipients []annalist.Participant
	held       int // conditions and needs that held: how much the rule knew
}

// block is a rule that a blocker kept from coding.
type block struct {
	rule    *codebook.Rule
	blocker *codebook.Blocker
	token   int
}

// match gives the rules that hold of a word, and those blocked.
func (f *finder) match(token int) (found []candidate, blocked []block) {
	tok := &f.doc.Tokens[token]
	switch tok.Tag {
	case annalist.VERB, annalist.NOUN, annalist.PROPN, annalist.ADJ, annalist.AUX, annalist.ADV:
	default:
		return nil, nil
	}
	class := f.clauses.class(token)
	lemma, form := f.clauses.lemma(token), lower(tok.Form)
	rules := f.book.Lookup(class, lemma)
	if form != lemma && class != codebook.Verb {
		if more := f.book.Lookup(class, form); len(more) > 0 {
			rules = append(slices.Clip(rules), more...)
		}
	}
	for i, rule := range rules {
		if slices.Contains(rules[:i], rule) {
			continue
		}
		c, b := f.try(token, class, rule)
		if c != nil {
			found = append(found, *c)
		}
		if b != nil {
			blocked = append(blocked, *b)
		}
	}
	return found, blocked
}

// try matches one rule against the proposition of a word.
func (f *finder) try(token int, class codebook.Class, rule *codebook.Rule) (*candidate, *block) {
	prop, parts, ok := f.triggered(token, class, rule)
	if !ok {
		return nil, nil
	}
	held := parts
	for _, alts := range rule.Needs {
		if !slices.ContainsFunc(alts, func(s codebook.Slot) bool { return len(f.fillers(prop, s)) > 0 }) {
			return nil, nil
		}
		held++
	}
	if len(rule.Where) > 0 {
		best := -1
		for _, cs := range rule.Where {
			if len(cs) > best && f.holds(prop, cs) {
				best = len(cs)
			}
		}
		if best < 0 {
			return nil, nil
		}
		held += best
	}
	for i := range rule.Unless {
		if f.holds(prop, rule.Unless[i].Where) {
			return nil, &block{rule, &rule.Unless[i], token}
		}
	}
	c := &candidate{rule: rule, prop: prop, token: token, held: held}
	c.actors, _ = f.pick(prop, rule.Actor)
	c.recipients, _ = f.pick(prop, rule.Recipient)
	c.recipients = without(c.recipients, c.actors)
	if rule.Anchor != nil {
		if at := f.fillers(prop, *rule.Anchor); len(at) > 0 {
			c.token = at[0]
		}
	}
	return c, nil
}

// without leaves out the parties that are in the other list.
func without(ps, other []annalist.Participant) []annalist.Participant {
	var out []annalist.Participant
	for _, p := range ps {
		if !slices.ContainsFunc(other, func(o annalist.Participant) bool { return o.Entity == p.Entity }) {
			out = append(out, p)
		}
	}
	return out
}

// triggered finds a trigger of the rule at a word. It gives the proposition with
// the object of a written preposition as patient, and how many words more than
// one the trigger has.
func (f *finder) triggered(token int, class codebook.Class, rule *codebook.Rule) (*proposition, int, bool) {
	tok := &f.doc.Tokens[token]
	lemma, form := f.clauses.lemma(token), lower(tok.Form)
	for i := range rule.Triggers {
		t := &rule.Triggers[i]
		if t.Class != class {
			continue
		}
		if len(t.Words) > 1 {
			if f.rowAround(token, t.Words) {
				return f.clauses.at(token), len(t.Words) - 1, true
			}
			continue
		}
		if t.Words[0] != lemma && (class == codebook.Verb || t.Words[0] != form) {
			continue
		}
		if p, ok := f.parts(f.clauses.at(token), t.Parts); ok {
			return p, len(t.Parts), true
		}
	}
	return nil, 0, false
}

// rowAround reports whether the words stand in a row that holds the token, and
// the token is the top of the row: "state of emergency" is one act, at "state".
func (f *finder) rowAround(token int, words []string) bool {
	sent := f.doc.Sentences[f.doc.Tokens[token].Sent]
	for start := max(sent.First, token-2*len(words)); start <= token; start++ {
		if !f.row(start, words) {
			continue
		}
		end := start
		for n := 0; n < len(words); end++ {
			if f.doc.Tokens[end].Form != "-" {
				n++
			}
		}
		if token >= end {
			continue
		}
		if h := f.doc.Tokens[token].Head; h < start || h >= end {
			return true
		}
	}
	return false
}

// parts looks for the other words of a verb: particle ("step down"), preposition
// ("call for": its object becomes the patient where there is none) or object
// ("take hostage").
func (f *finder) parts(p *proposition, parts []string) (*proposition, bool) {
	for _, part := range parts {
		part = normal(part)
		if f.particle(p.token, part) {
			continue
		}
		obj := p.first(part)
		if obj == annalist.None {
			return nil, false
		}
		if !p.has("patient") {
			q := *p
			q.args = append(slices.Clip(p.args), argument{"patient", obj})
			p = &q
		}
	}
	return p, true
}

func (f *finder) particle(token int, part string) bool {
	for _, k := range f.doc.Tokens[token].Kids {
		kid := &f.doc.Tokens[k]
		switch kid.Rel.Base() {
		case "compound", "advmod", "obj", "obl", "xcomp", "nsubj":
			if lower(kid.Form) == part || f.clauses.lemma(k) == part {
				return true
			}
		}
	}
	return false
}
