package doctest_test

import (
	"testing"

	"annalist/internal/doctest"
)

func TestDocBuildsTree(t *testing.T) {
	doc := doctest.Doc(t, "Macron visited Rwanda. He left.", `
		Macron  Macron PROPN 2 nsubj Number=Sing
		visited visit  VERB  0 root  Mood=Ind|Tense=Past|VerbForm=Fin
		Rwanda  Rwanda PROPN 2 obj   Number=Sing
		.       .      PUNCT 2 punct

		He   he    PRON  2 nsubj
		left leave VERB  0 root
		.    .     PUNCT 2 punct`)
	doctest.Check(t, doc)
	if got := doc.Kid(1, "obj"); got != 2 {
		t.Errorf("object of visited: got token %d, want 2", got)
	}
	if got := len(doc.Sentences); got != 2 {
		t.Errorf("sentences: got %d, want 2", got)
	}
	if first, last := doc.Subtree(1); first != 0 || last != 4 {
		t.Errorf("subtree of visited: got %d..%d, want 0..4", first, last)
	}
}
