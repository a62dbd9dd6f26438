package event

import (
	"testing"

	"annalist"
	"annalist/internal/doctest"
)

// TestLeans: of two acts in a sentence the one between the given parties is the
// answer, whichever way round the sentence tells them.
func TestLeans(t *testing.T) {
	text := "Chad shelled Libya after Niger accused Mali"
	rows := "Chad Chad PROPN 2 nsubj\nshelled shell VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj\n" +
		"after after SCONJ 6 mark\nNiger Niger PROPN 6 nsubj\naccused accuse VERB 2 advcl Tense=Past|VerbForm=Fin\nMali Mali PROPN 6 obj"
	for _, test := range []struct {
		source, target int // tokens
		named          bool
		want           annalist.EventType
		whole          bool
	}{
		{0, 2, true, annalist.Assault, true},
		{4, 6, true, annalist.Accuse, true},
		{4, 6, false, annalist.Accuse, true}, // by the slots, where nobody can be named
		{6, 4, true, annalist.Accuse, false},
	} {
		doc := doctest.Doc(t, text, rows)
		if test.named {
			name(doc)
		}
		pair := Pair{Source: []annalist.Span{doc.Tokens[test.source].Span}, Target: []annalist.Span{doc.Tokens[test.target].Span}}
		leans := Leans(doc, small(t), Options{Coder: Rules}, pair)
		if len(leans) != 2 || len(doc.Events) != 0 {
			t.Fatalf("got %d answers and %d events, want 2 and none", len(leans), len(doc.Events))
		}
		best := leans[0]
		if leans[1].Score > best.Score {
			best = leans[1]
		}
		if best.Type != test.want || best.Whole() != test.whole {
			t.Errorf("%s to %s: got %s, whole %t", doc.Tokens[test.source].Form, doc.Tokens[test.target].Form, best.Type, best.Whole())
		}
	}
}

// TestLeansWithoutTarget: a source alone can be asked about.
func TestLeansWithoutTarget(t *testing.T) {
	doc := doctest.Doc(t, "Chad shelled Libya", "Chad Chad PROPN 2 nsubj\nshelled shell VERB 0 root Tense=Past|VerbForm=Fin\nLibya Libya PROPN 2 obj")
	name(doc)
	leans := Leans(doc, small(t), Options{Coder: Rules}, Pair{Source: []annalist.Span{doc.Tokens[0].Span}})
	if len(leans) != 1 || leans[0].Type != annalist.Assault || leans[0].Whole() {
		t.Errorf("got %+v", leans)
	}
}
