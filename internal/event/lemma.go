package event

import (
	"strings"

	"annalist"
	"annalist/internal/codebook"
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
	lemma, form := lower(tok.Lemma), lower(tok.Form)
	verb := tok.Tag == annalist.VERB
	switch base := lang.Irregular[form]; {
	case verb && base != "":
		lemma = base
	case verb && (lemma == "be" && form[0] == 'b' && len(form) > 2 && form != "been" && form != "being" || len(c.book.Lookup(codebook.Verb, lemma)) == 0) && len(c.book.Lookup(codebook.Verb, form)) > 0:
		lemma = form // "police [beat] him", lemma "be"
	case !c.book.Knows(lemma) && (verb || tok.Tag == annalist.NOUN):
		if base := c.base(form); base != "" {
			lemma = base
		} else if c.book.Knows(form) {
			lemma = form
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
