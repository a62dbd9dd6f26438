package event

import (
	"strings"

	"annalist"
	"annalist/internal/lang"
)

// lemma is the lemma of a word in lower case. Where the codebook knows no such
// word but knows one that the form may be inflected from, that one is taken: the
// net's lemma of a rare verb is now and then a letter short ("endors").
// It must not overrule a lemma the book knows ("found" of "find").
func (c *clauses) lemma(t int) string {
	if c.lemmas[t] != "" {
		return c.lemmas[t]
	}
	tok := &c.doc.Tokens[t]
	lemma := lower(tok.Lemma)
	if !c.book.Knows(lemma) {
		if base := lang.Irregular[lower(tok.Form)]; base != "" && tok.Tag == annalist.VERB {
			c.lemmas[t] = base
			return base
		}
		switch tok.Tag {
		case annalist.VERB, annalist.NOUN:
			if base := c.base(lower(tok.Form)); base != "" {
				lemma = base
			}
		}
	}
	c.lemmas[t] = lemma
	return lemma
}

// base takes a regular ending off a form; the first result that the book knows
// counts.
func (c *clauses) base(form string) string {
	for _, e := range [...]struct{ end, put string }{
		{"ies", "y"}, {"es", ""}, {"es", "e"}, {"s", ""}, {"ied", "y"}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""},
	} {
		stem, ok := strings.CutSuffix(form, e.end)
		if !ok || len(stem) < 3 {
			continue
		}
		if c.book.Knows(stem + e.put) {
			return stem + e.put
		}
		// "planned", "stopping"
		if n := len(stem); e.put == "" && stem[n-1] == stem[n-2] && c.book.Knows(stem[:n-1]) {
			return stem[:n-1]
		}
	}
	return ""
}
