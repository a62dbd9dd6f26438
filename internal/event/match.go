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
	held       int   // conditions and needs that held: how much the rule knew
	words      []int // further words of a trigger of several
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
	prop, words, ok := f.triggered(token, class, rule)
	if !ok {
		return nil, nil
	}
	held := len(words)
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
	if rule.Foretold != nil && f.realis(prop.token).value() == annalist.Future {
		// To the net it is a promise too: both must vote for one type.
		rule = rule.Foretold
	}
	c := &candidate{rule: rule, prop: prop, token: token, held: held, words: words}
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
// the object of a written preposition as patient, and the further words of the
// trigger.
func (f *finder) triggered(token int, class codebook.Class, rule *codebook.Rule) (*proposition, []int, bool) {
	tok := &f.doc.Tokens[token]
	lemma, form := f.clauses.lemma(token), lower(tok.Form)
	for i := range rule.Triggers {
		t := &rule.Triggers[i]
		if t.Class != class {
			continue
		}
		if len(t.Words) > 1 {
			if words := f.rowAround(token, t.Words); words != nil {
				return f.clauses.at(token), words, true
			}
			continue
		}
		if t.Words[0] != lemma && (class == codebook.Verb || t.Words[0] != form) {
			continue
		}
		if p, words, ok := f.parts(f.clauses.at(token), t.Parts); ok {
			return p, words, true
		}
	}
	return nil, nil, false
}

// rowAround gives the other words of a row that holds the token as its top:
// "state of emergency" is one act, at "state".
func (f *finder) rowAround(token int, words []string) []int {
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
			var others []int
			for i := start; i < end; i++ {
				if i != token && f.doc.Tokens[i].Form != "-" {
					others = append(others, i)
				}
			}
			return others
		}
	}
	return nil
}

// parts looks for the other words of a verb: particle ("step down"), preposition
// ("call for": its object becomes the patient where there is none) or object
// ("take hostage").
func (f *finder) parts(p *proposition, parts []string) (*proposition, []int, bool) {
	var words []int
	for _, part := range parts {
		part = normal(part)
		if k := f.particle(p.token, part); k != annalist.None {
			words = append(words, k)
			continue
		}
		obj := p.first(part)
		if obj == annalist.None {
			return nil, nil, false
		}
		words = append(words, f.caseOf(obj, part))
		if !p.has("patient") {
			q := *p
			q.args = append(slices.Clip(p.args), argument{"patient", obj})
			p = &q
		}
	}
	return p, words, true
}

// particle is the dependent of a verb that is a written part of it, or None.
func (f *finder) particle(token int, part string) int {
	for _, k := range f.doc.Tokens[token].Kids {
		kid := &f.doc.Tokens[k]
		switch kid.Rel.Base() {
		case "compound", "advmod", "obj", "obl", "xcomp", "nsubj":
			if lower(kid.Form) == part || f.clauses.lemma(k) == part {
				return k
			}
		}
	}
	return annalist.None
}

// caseOf is the preposition before a word, or the word where the tree has none.
func (f *finder) caseOf(t int, prep string) int {
	for _, k := range f.doc.Tokens[t].Kids {
		if normal(lower(f.doc.Tokens[k].Form)) == prep {
			return k
		}
	}
	return t
}
