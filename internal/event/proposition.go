package event

import (
	"strings"

	"annalist"
	"annalist/internal/codebook"
)

// proposition is a predicate with its arguments, after voice, control, relative
// clauses, coordination and light verbs have been resolved: what a rule sees.
type proposition struct {
	token   int // the predicate
	class   codebook.Class
	light   int // the light verb that lends it subject and phrases, or None
	passive bool
	args    []argument
}

// argument is a word that fills a slot; the word stands for its whole phrase
// and for what is coordinated with it.
type argument struct {
	slot  string
	token int
}

// fill puts a word into a slot, once.
func (p *proposition) fill(slot string, token int) {
	if token == annalist.None || token == p.token {
		return
	}
	for _, a := range p.args {
		if a.slot == slot && a.token == token {
			return
		}
	}
	p.args = append(p.args, argument{slot, token})
}

// first gives the first word of a slot, or None.
func (p *proposition) first(slot string) int {
	for _, a := range p.args {
		if a.slot == slot {
			return a.token
		}
	}
	return annalist.None
}

// has reports whether a slot is filled.
func (p *proposition) has(slot string) bool { return p.first(slot) != annalist.None }

// clauses reads propositions off the trees of one document. It is a pure
// function of the trees and keeps what it has read.
type clauses struct {
	doc   *annalist.Document
	book  *codebook.Book
	words *words
	built []*proposition
}

func newClauses(doc *annalist.Document, book *codebook.Book, w *words) *clauses {
	n := len(doc.Tokens)
	return &clauses{doc: doc, book: book, words: w, built: make([]*proposition, n)}
}

// at gives the proposition of a word, read as its tag says.
func (c *clauses) at(token int) *proposition {
	if p := c.built[token]; p != nil {
		return p
	}
	p := &proposition{token: token, class: c.class(token), light: annalist.None}
	c.built[token] = p
	switch p.class {
	case codebook.Verb:
		c.verb(p)
	case codebook.Noun:
		c.noun(p)
	case codebook.Adj:
		c.adjective(p)
	}
	return p
}

// class is the kind of predicate a word makes: as its tag says, but a plural or
// bare form that the codebook knows as a noun alone is a noun whatever its tag
// ("carries out [airstrikes]", tagged a verb for its looks).
func (c *clauses) class(t int) codebook.Class {
	tok := &c.doc.Tokens[t]
	class := classOf(tok.Tag)
	if tok.Tag != annalist.VERB || strings.HasSuffix(tok.Form, "ed") || strings.HasSuffix(tok.Form, "ing") {
		return class
	}
	if lemma := c.lemma(t); len(c.book.Lookup(codebook.Verb, lemma)) == 0 && len(c.book.Lookup(codebook.Noun, lemma)) > 0 && !c.words.verbs(lemma) {
		return codebook.Noun
	}
	return class
}

// classOf is the class of predicate that a word of the tag makes.
func classOf(tag annalist.Tag) codebook.Class {
	switch tag {
	case annalist.VERB, annalist.AUX:
		return codebook.Verb
	case annalist.ADJ, annalist.ADV:
		return codebook.Adj
	default:
		return codebook.Noun
	}
}

// preposition is the case word of a noun phrase or the mark of a clause, lower
// case, or empty. Of several the first counts ("out of the city": out).
func (c *clauses) preposition(token int) string {
	for _, k := range c.doc.Tokens[token].Kids {
		tok := &c.doc.Tokens[k]
		if (tok.Rel.Is("case") || tok.Rel.Is("mark")) && tok.Tag != annalist.PART || tok.Rel.Is("mark") {
			return normal(lower(tok.Form))
		}
	}
	return ""
}

// normal folds prepositions that mean the same.
func normal(prep string) string {
	switch prep {
	case "upon":
		return "on"
	case "towards":
		return "toward"
	case "amongst":
		return "among"
	}
	return prep
}

// kids calls visit for each dependent with one of the relations.
func (c *clauses) kids(token int, visit func(kid int), rels ...annalist.Relation) {
	for _, k := range c.doc.Tokens[token].Kids {
		for _, r := range rels {
			if c.doc.Tokens[k].Rel.Is(r) {
				visit(k)
				break
			}
		}
	}
}

// lemma is the lemma of a word in lower case.
func (c *clauses) lemma(t int) string { return lower(c.doc.Tokens[t].Lemma) }
