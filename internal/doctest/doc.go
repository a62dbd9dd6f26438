// Package doctest builds documents by hand and asserts what must always hold
// of one, for the tests of every package that reads or writes a Document.
//
// Doc builds one from a compact notation; Check asserts the invariants; Rows
// reads a gold file of the shared material, for tests that measure. It is
// imported by tests only (the import test at the root says so).
package doctest

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"annalist"
)

// Doc builds a document from rows of words, one a line, sentences separated by
// a blank line:
//
//	form lemma TAG head rel [feats]
//
// head counts from 1 within the sentence, 0 is the root; feats is written as in
// CoNLL-U ("Tense=Past|VerbForm=Fin"). The words are looked for in text one
// after the other, so text may space them as it likes.
func Doc(t testing.TB, text, rows string) *annalist.Document {
	t.Helper()
	doc := &annalist.Document{Article: annalist.Article{ID: "test", Text: text}}
	b := builder{doc: doc}
	for n, row := range strings.Split(rows, "\n") {
		if err := b.row(strings.Fields(row)); err != nil {
			t.Fatalf("doctest row %d %q: %v", n+1, row, err)
		}
	}
	b.end()
	Link(doc)
	return doc
}

// builder adds rows to a document.
type builder struct {
	doc    *annalist.Document
	first  int // first token of the sentence under way
	offset int // end of the last word in the text
}

func (b *builder) row(f []string) error {
	if len(f) == 0 {
		b.end()
		return nil
	}
	if len(f) < 5 {
		return fmt.Errorf("want form lemma TAG head rel [feats]")
	}
	at := strings.Index(b.doc.Article.Text[b.offset:], f[0])
	if at < 0 {
		return fmt.Errorf("%q is not in the text after byte %d", f[0], b.offset)
	}
	start := b.offset + at
	b.offset = start + len(f[0])
	head, err := strconv.Atoi(f[3])
	if err != nil {
		return fmt.Errorf("read head: %w", err)
	}
	tok := annalist.Token{
		Span: annalist.Span{Start: start, End: b.offset}, Form: f[0], Lemma: f[1],
		Tag: annalist.Tag(f[2]), Head: annalist.None, Rel: annalist.Relation(f[4]), Sent: len(b.doc.Sentences),
		Spaced: b.offset == len(b.doc.Article.Text) || b.doc.Article.Text[b.offset] == ' ',
	}
	if head > 0 {
		tok.Head = b.first + head - 1
	}
	if len(f) > 5 {
		tok.Feats = feats(f[5])
	}
	b.doc.Tokens = append(b.doc.Tokens, tok)
	return nil
}

// end closes the sentence under way, if it has words.
func (b *builder) end() {
	n := len(b.doc.Tokens)
	if n == b.first {
		return
	}
	b.doc.Sentences = append(b.doc.Sentences, annalist.Sentence{Span: b.doc.SpanOf(b.first, n), First: b.first, Last: n})
	b.first = n
}

// Link fills Kids from Head.
func Link(doc *annalist.Document) {
	for i := range doc.Tokens {
		doc.Tokens[i].Kids = nil
	}
	for i, tok := range doc.Tokens {
		if tok.Head != annalist.None {
			doc.Tokens[tok.Head].Kids = append(doc.Tokens[tok.Head].Kids, i)
		}
	}
}

func feats(s string) annalist.Feats {
	var f annalist.Feats
	for _, kv := range strings.Split(s, "|") {
		k, v, _ := strings.Cut(kv, "=")
		switch k {
		case "Mood":
			f.Mood = v
		case "Number":
			f.Number = v
		case "Person":
			f.Person = v
		case "Tense":
			f.Tense = v
		case "VerbForm":
			f.VerbForm = v
		case "Voice":
			f.Voice = v
		case "Degree":
			f.Degree = v
		case "Polarity":
			f.Polarity = v
		}
	}
	return f
}
