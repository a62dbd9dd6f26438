package eval

import (
	"cmp"
	"slices"

	"annalist"
)

// Predicate is a verb or noun of the news with how often it was coded.
type Predicate struct {
	Lemma    string
	Tag      annalist.Tag // VERB or NOUN
	Coded    int          // as trigger or mention of an event
	Uncoded  int          // beside a party, neither trigger nor mention of an event
	Examples []string     // of uncoded ones, the first seen
}

// Coverage counts the predicates of documents, coded and not: what the codebook
// does not know yet stands at its top. A predicate counts where a party with a
// country hangs on it, for only there could an event be.
type Coverage struct {
	examples int
	by       map[predicateKey]*Predicate
}

type predicateKey struct {
	lemma string
	tag   annalist.Tag
}

// NewCoverage keeps so many examples of each predicate.
func NewCoverage(examples int) *Coverage {
	return &Coverage{examples, map[predicateKey]*Predicate{}}
}

// Add counts a coded document.
func (c *Coverage) Add(doc *annalist.Document) {
	coded := map[annalist.Span]bool{}
	for i := range doc.Events {
		coded[doc.Events[i].Trigger] = true
		for _, m := range doc.Events[i].Mentions {
			coded[m] = true
		}
	}
	party := make([]bool, len(doc.Tokens))
	for i := range doc.Mentions {
		m := &doc.Mentions[i]
		for _, e := range m.Entities {
			party[m.Head] = party[m.Head] || doc.Entities[e].Country != ""
		}
	}
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if tok.Tag != annalist.VERB && tok.Tag != annalist.NOUN || party[i] && !coded[tok.Span] {
			continue
		}
		if !coded[tok.Span] && !slices.ContainsFunc(tok.Kids, func(k int) bool { return party[k] && argument(doc.Tokens[k].Rel) }) {
			continue
		}
		p := c.at(tok)
		if coded[tok.Span] {
			p.Coded++
			continue
		}
		p.Uncoded++
		if len(p.Examples) < c.examples {
			p.Examples = append(p.Examples, doc.Text(doc.Sentences[tok.Sent].Span))
		}
	}
}

// argument tells the relations that a party has to what it does or undergoes.
func argument(rel annalist.Relation) bool {
	switch rel.Base() {
	case "nsubj", "obj", "iobj", "obl", "nmod", "amod", "compound":
		return true
	}
	return false
}

func (c *Coverage) at(tok *annalist.Token) *Predicate {
	key := predicateKey{tok.Lemma, tok.Tag}
	if c.by[key] == nil {
		c.by[key] = &Predicate{Lemma: tok.Lemma, Tag: tok.Tag}
	}
	return c.by[key]
}

// Predicates lists what was counted, those most often left uncoded first.
func (c *Coverage) Predicates() []Predicate {
	out := make([]Predicate, 0, len(c.by))
	for _, p := range c.by {
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b Predicate) int {
		return cmp.Or(b.Uncoded-a.Uncoded, cmp.Compare(a.Lemma, b.Lemma), cmp.Compare(a.Tag, b.Tag))
	})
	return out
}
