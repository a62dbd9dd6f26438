package eval_test

import (
	"testing"

	"annalist"
	"annalist/internal/eval"

	"github.com/google/go-cmp/cmp"
)

// TestCoverage counts a coded verb, a left one and one without a party.
func TestCoverage(t *testing.T) {
	text := "Peru arms Chile. Peru feeds Chile. It rains."
	word := func(start, end int, lemma string, tag annalist.Tag, head, sent int, rel annalist.Relation) annalist.Token {
		return annalist.Token{Span: annalist.Span{Start: start, End: end}, Lemma: lemma, Tag: tag, Head: head, Sent: sent, Rel: rel}
	}
	doc := &annalist.Document{
		Article:   annalist.Article{Text: text},
		Sentences: []annalist.Sentence{{Span: annalist.Span{End: 16}}, {Span: annalist.Span{Start: 17, End: 34}}, {Span: annalist.Span{Start: 35, End: 44}}},
		Tokens: []annalist.Token{
			word(0, 4, "Peru", annalist.PROPN, 1, 0, "nsubj"), word(5, 9, "arm", annalist.VERB, annalist.None, 0, "root"),
			word(17, 21, "Peru", annalist.PROPN, 3, 1, "nsubj"), word(22, 27, "feed", annalist.VERB, annalist.None, 1, "root"),
			word(38, 43, "rain", annalist.VERB, annalist.None, 2, "root"),
		},
		Entities: []annalist.Entity{{Country: "PER"}},
		Mentions: []annalist.Mention{{Head: 0, Entities: []int{0}}, {Head: 2, Entities: []int{0}}},
		Events:   []annalist.Event{{Trigger: annalist.Span{Start: 5, End: 9}}},
	}
	doc.Tokens[1].Kids, doc.Tokens[3].Kids = []int{0}, []int{2}
	c := eval.NewCoverage(1)
	c.Add(doc)
	want := []eval.Predicate{
		{Lemma: "feed", Tag: annalist.VERB, Uncoded: 1, Examples: []string{"Peru feeds Chile."}},
		{Lemma: "arm", Tag: annalist.VERB, Coded: 1},
	}
	if diff := cmp.Diff(want, c.Predicates()); diff != "" {
		t.Errorf("- want + got\n%s", diff)
	}
}
