//go:build shared

package syntax

import (
	"testing"

	"annalist"
)

// figures are shares of right answers, in points.
type figures struct{ tokens, sentences, tags, heads, labelled float64 }

// compare scores a parse against the treebank it is of: words are the same
// where their spans are. shared/score/conllu.py is the judge that counts; the
// two agree but for words of multiword tokens, which it aligns.
func compare(want, got *annalist.Document) figures {
	at := map[annalist.Span]int{}
	for i, tok := range got.Tokens {
		at[tok.Span] = i
	}
	var f figures
	for _, tok := range want.Tokens {
		i, ok := at[tok.Span]
		if !ok {
			continue
		}
		f.tokens++
		if got.Tokens[i].Tag == tok.Tag {
			f.tags++
		}
		head, root := got.Tokens[i].Head, tok.Head == annalist.None
		if root != (head == annalist.None) || !root && got.Tokens[head].Span != want.Tokens[tok.Head].Span {
			continue
		}
		f.heads++
		if got.Tokens[i].Rel == tok.Rel {
			f.labelled++
		}
	}
	spans := map[annalist.Span]bool{}
	for _, sent := range got.Sentences {
		spans[sent.Span] = true
	}
	for _, sent := range want.Sentences {
		if spans[sent.Span] {
			f.sentences++
		}
	}
	f.sentences *= 200 / float64(len(want.Sentences)+len(got.Sentences))
	points := 200 / float64(len(want.Tokens)+len(got.Tokens))
	return figures{f.tokens * points, f.sentences, f.tags * points, f.heads * points, f.labelled * points}
}

// TestFigures holds the parser to its figures on the development parts.
func TestFigures(t *testing.T) {
	tests := []struct {
		bank  string
		given bool
		least figures
	}{
		{bank: "en_ewt-ud-dev", given: true, least: figures{tags: 96.5, heads: 91.3, labelled: 88.8}},
		{bank: "en_gum-ud-dev", given: true, least: figures{labelled: 84}},
		{bank: "en_ewt-ud-dev", least: figures{tokens: 98.5, sentences: 88, labelled: 84}},
	}
	for _, test := range tests {
		name := test.bank + " from text"
		if test.given {
			name = test.bank + " from tokens"
		}
		t.Run(name, func(t *testing.T) {
			want, got := bankOf(t, test.bank).Doc, bankOf(t, test.bank).Doc
			if test.given {
				parser(t).ParseTokens(got)
			} else {
				got = &annalist.Document{Article: want.Article}
				parser(t).Parse(got)
			}
			f, least := compare(want, got), test.least
			if f.tokens < least.tokens || f.sentences < least.sentences || f.tags < least.tags || f.heads < least.heads || f.labelled < least.labelled {
				t.Errorf("got %.2f, want at least %.2f", f, least)
			}
			t.Logf("%.2f", f)
		})
	}
}
