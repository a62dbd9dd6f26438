package event_test

import (
	"os"
	"strings"
	"testing"

	"annalist/internal/codebook"
)

// TestVerbsHaveLemmas: a verb that a rule names stands in the table of lemmas, or
// the net spells it by rules of its own ("airstrik") and the rule misses it.
func TestVerbsHaveLemmas(t *testing.T) {
	raw, err := os.ReadFile("../../data/lang/lemmas.tsv")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for row := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSpace(row), "\t")
		known[f[0]], known[f[2]] = true, true
	}
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range book.Rules {
		for _, trigger := range rule.Triggers {
			for _, w := range trigger.Words {
				// The parts of "re-elect" are looked up one by one.
				if trigger.Class == codebook.Verb && len(w) > 2 && !known[w] {
					t.Errorf("%s: the lemma %q is not in data/lang/lemmas.tsv: add it to data/scripts/irregular.tsv and run data/scripts/lemmas.py", rule.At, w)
				}
			}
		}
	}
}
