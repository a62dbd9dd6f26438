//go:build shared

package syntax

import (
	"testing"

	"annalist"
	"annalist/internal/lang"
)

// TestScanOfTreebanks measures surface tokens on text put together from the
// development parts, paragraphs as they are marked.
func TestScanOfTreebanks(t *testing.T) {
	for name, least := range map[string]float64{"en_ewt-ud-dev": 99.2, "en_gum-ud-dev": 99.6} {
		t.Run(name, func(t *testing.T) {
			doc := bankOf(t, name).Doc
			text, lex := doc.Article.Text, newLexicon(lang.English)
			var words []word
			for _, par := range paragraphs(text) {
				words = lex.scan(words, text, par.Start, par.End)
			}
			got := make([]annalist.Token, len(words))
			for i, w := range words {
				got[i] = annalist.Token{Span: annalist.Span{Start: w.start, End: w.end}, Multi: w.multi}
			}
			want, have := surface(doc.Tokens), surface(got)
			same := 0
			for span := range have {
				if want[span] {
					same++
				}
			}
			if f1 := 200 * float64(same) / float64(len(want)+len(have)); f1 < least {
				t.Errorf("F1 of tokens %.2f, want %.2f at least", f1, least)
			}
		})
	}
}

// surface is the set of spans of surface tokens.
func surface(toks []annalist.Token) map[annalist.Span]bool {
	spans := map[annalist.Span]bool{}
	for i := 0; i < len(toks); {
		last := i + max(1, toks[i].Multi) - 1
		spans[annalist.Span{Start: toks[i].Span.Start, End: toks[last].Span.End}] = true
		i = last + 1
	}
	return spans
}
