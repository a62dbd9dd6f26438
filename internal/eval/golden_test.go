package eval_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/eval"
	"annalist/internal/event"
	"annalist/internal/pipeline"
)

// TestScoresGolden codes the committed gold with the rules, the net and both and
// holds the figures against eval/scores.golden, so that a change shows its price.
func TestScoresGolden(t *testing.T) {
	const path = "../../eval/scores.golden"
	gold, err := eval.ReadGold(open(t, "../../testdata/gold/dev.jsonl"), "dev.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for _, coder := range []event.Coder{event.Both, event.Rules, event.Net} {
		figures, _, err := eval.Score(gold, code(t, coder, gold))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&got, "coder %s\n", coder)
		figures.Print(&got)
	}
	doctest.Golden(t, path, got.String())
}

func code(t *testing.T, by event.Coder, gold []eval.Gold) map[string][]annalist.EventRecord {
	t.Helper()
	coder, err := pipeline.New(data.FS, pipeline.Version, pipeline.Options{Coder: by})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]annalist.EventRecord{}
	for _, g := range gold {
		doc, err := coder.Code(context.Background(), annalist.Article{ID: g.ID, Text: g.Text, Title: g.Title, Published: g.Published})
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range coder.Records(doc, pipeline.Wanted{}) {
			if ev, ok := rec.(*annalist.EventRecord); ok {
				out[g.ID] = append(out[g.ID], *ev)
			}
		}
	}
	return out
}
