//go:build shared

package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/eval"
	"annalist/internal/pipeline"
)

// TestScoreAgreesWithScript codes the committed gold with today's coder and
// holds our figures to those of score.py on the very same records.
func TestScoreAgreesWithScript(t *testing.T) {
	script := doctest.Shared(t, "score/score.py")
	const goldPath = "../../testdata/gold/dev.jsonl"
	gold, err := eval.ReadGold(open(t, goldPath), goldPath)
	if err != nil {
		t.Fatal(err)
	}
	coder, err := pipeline.New(data.Files(), "test", pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	coded := map[string][]annalist.EventRecord{}
	for _, g := range gold {
		doc, err := coder.Code(context.Background(), annalist.Article{ID: g.ID, Title: g.Title, Text: g.Text, Published: g.Published})
		if err != nil {
			t.Fatal(err)
		}
		for _, rec := range coder.Records(doc, pipeline.Wanted{}) {
			ev := rec.(*annalist.EventRecord)
			coded[g.ID] = append(coded[g.ID], *ev)
			if err := enc.Encode(ev); err != nil {
				t.Fatal(err)
			}
		}
	}
	figures, _, err := eval.Score(gold, coded)
	if err != nil {
		t.Fatal(err)
	}
	records := filepath.Join(t.TempDir(), "coded.jsonl")
	if err := os.WriteFile(records, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	printed, err := exec.Command("python3", script, goldPath, records, "--text", goldPath, "--json").Output()
	if err != nil {
		t.Fatalf("run score.py: %v", err)
	}
	compare(t, figures, printed)
}

// TestGoldIsNotTheStory: the story whose text may not be shipped is nowhere in
// the committed gold.
func TestGoldIsNotTheStory(t *testing.T) {
	story, err := eval.ReadGold(open(t, doctest.Shared(t, "gold/moscow.jsonl")), "moscow.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	gold, err := eval.ReadGold(open(t, "../../testdata/gold/dev.jsonl"), "dev.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range gold {
		if g.ID == story[0].ID || g.Text == story[0].Text {
			t.Errorf("%s is in the committed gold", g.ID)
		}
	}
}
