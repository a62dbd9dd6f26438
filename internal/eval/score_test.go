package eval_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/eval"

	"github.com/google/go-cmp/cmp"
)

func open(t *testing.T, path string) *os.File {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// TestScoreAgreesWithReference scores the recorded output of the coder on the
// committed gold and compares every figure with what score.py printed for it.
func TestScoreAgreesWithReference(t *testing.T) {
	gold, err := eval.ReadGold(open(t, "../../testdata/gold/dev.jsonl"), "dev.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	coded, err := eval.ReadEvents(open(t, "../../testdata/gold/coded.jsonl"), "coded.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	figures, _, err := eval.Score(gold, coded)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile("../../testdata/gold/score.json")
	if err != nil {
		t.Fatal(err)
	}
	compare(t, figures, raw)
}

// compare holds figures to the JSON that score.py wrote.
func compare(t *testing.T, figures *eval.Figures, reference []byte) {
	t.Helper()
	got := *figures
	got.Confusions, got.Calibration = nil, nil // score.py has neither
	var want eval.Figures
	dec := json.NewDecoder(bytes.NewReader(reference))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&want); err != nil {
		t.Fatalf("read score.py's figures: %v", err)
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
	if want.Gold == 0 || want.Coded == 0 {
		t.Error("nothing was compared")
	}
}

func TestScoreRefusesWrongSpans(t *testing.T) {
	gold := []eval.Gold{{ID: "a", Text: "Élysée spoke.", Events: []eval.GoldEvent{{Type: annalist.Consult, TriggerSpan: []int{7, 12}}}}}
	for _, test := range []struct {
		name    string
		trigger annalist.SpanRecord
		want    string
	}{
		{name: "right", trigger: annalist.SpanRecord{Start: 9, End: 14, Text: "spoke"}},
		{name: "other text", trigger: annalist.SpanRecord{Start: 9, End: 14, Text: "talks"}, want: `hold "spoke", the record says "talks"`},
		{name: "inside a character", trigger: annalist.SpanRecord{Start: 1, End: 3, Text: "l"}, want: "not on character boundaries"},
	} {
		t.Run(test.name, func(t *testing.T) {
			rec := annalist.EventRecord{Head: annalist.Head{Kind: "event", Article: "a"}, Type: annalist.Consult, Trigger: test.trigger}
			figures, _, err := eval.Score(gold, map[string][]annalist.EventRecord{"a": {rec}})
			switch {
			case test.want == "" && (err != nil || figures.Type.F1 != 1):
				t.Errorf("got %+v, %v, want a type F1 of 1", figures, err)
			case test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)):
				t.Errorf("got error %v, want %q", err, test.want)
			}
		})
	}
}

// TestStatements: pairs by cue, counts unpaired speakers as wrong, and content by word.
func TestStatements(t *testing.T) {
	text := "Tass said rain fell. Rutte said snow fell."
	say := func(country annalist.Country, cue, content [2]int) eval.GoldStatement {
		return eval.GoldStatement{
			Speaker: &eval.GoldSpan{Country: country}, Cue: &eval.GoldSpan{Span: cue[:]},
			Content: []eval.GoldSpan{{Span: content[:]}}, Directness: annalist.Indirect, Stance: annalist.Asserts,
		}
	}
	gold := []eval.Gold{{ID: "a", Text: text, Statements: []eval.GoldStatement{
		say("RUS", [2]int{5, 9}, [2]int{10, 19}), say("NLD", [2]int{27, 31}, [2]int{32, 41}),
	}}}
	coded := annalist.StatementRecord{
		Head: annalist.Head{Kind: "statement", Article: "a"}, Speaker: &annalist.EntityRecord{Country: "RUS"},
		Cue: &annalist.SpanRecord{Start: 5, End: 9, Text: "said"}, Content: []annalist.SpanRecord{{Start: 10, End: 14, Text: "rain"}},
		Directness: annalist.Indirect, Stance: annalist.Asserts,
	}
	got, err := eval.Statements(gold, map[string][]annalist.StatementRecord{"a": {coded}})
	if err != nil {
		t.Fatal(err)
	}
	half, one := 0.5, 1.0
	want := &eval.StatementFigures{
		Articles: 1, Gold: 2, Coded: 1, Cue: eval.F1{P: 1, R: 0.5, F1: 0.667, N: 2}, Content: eval.F1{P: 1, R: 0.25, F1: 0.4, N: 4},
		Country: &half, Sector: &half, Directness: &one, Stance: &one,
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}
