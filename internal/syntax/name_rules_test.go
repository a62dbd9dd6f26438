package syntax

import (
	"testing"

	"annalist"

	"github.com/google/go-cmp/cmp"
)

// TestTidyNames joins parts of one person and drops what is no name.
func TestTidyNames(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		tags       []annalist.Tag
		spans      [][2]int // of persons, in tokens
		want       []string
	}{
		{"particle", "Muqtada al - Sadr", []annalist.Tag{"PROPN", "PROPN", "PUNCT", "PROPN"}, [][2]int{{0, 1}, {3, 4}}, []string{"Muqtada al - Sadr"}},
		{"touching", "Nasser Nasser", []annalist.Tag{"PROPN", "PROPN"}, [][2]int{{0, 1}, {1, 2}}, []string{"Nasser Nasser"}},
		{"two persons", "Putin and Xi", []annalist.Tag{"PROPN", "CCONJ", "PROPN"}, [][2]int{{0, 1}, {2, 3}}, []string{"Putin", "Xi"}},
		{"address", "a@b.org", []annalist.Tag{"PROPN"}, [][2]int{{0, 1}}, nil},
		{"no proper noun", "lovely", []annalist.Tag{"ADJ"}, [][2]int{{0, 1}}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := &annalist.Document{Article: annalist.Article{Text: tt.text}}
			start := 0
			for i := 0; i <= len(tt.text); i++ {
				if i == len(tt.text) || tt.text[i] == ' ' {
					doc.Tokens = append(doc.Tokens, annalist.Token{Span: annalist.Span{Start: start, End: i}, Form: tt.text[start:i], Tag: tt.tags[len(doc.Tokens)]})
					start = i + 1
				}
			}
			for _, s := range tt.spans {
				doc.Names = append(doc.Names, annalist.Name{Span: doc.SpanOf(s[0], s[1]), First: s[0], Last: s[1], Kind: annalist.Person})
			}
			d := &decoder{doc: doc}
			d.tidyNames(0)
			var got []string
			for _, n := range doc.Names {
				got = append(got, doc.Text(n.Span))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("- want + got\n%s", diff)
			}
		})
	}
}
