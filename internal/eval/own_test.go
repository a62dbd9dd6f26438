//go:build shared

package eval_test

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"annalist/internal/doctest"
	"annalist/internal/eval"
)

// TestOwnAnnotationKeepsOffGold holds the annotated texts of train/data apart from
// the gold: no id of the exclusion list, every span in its place.
func TestOwnAnnotationKeepsOffGold(t *testing.T) {
	banned := doctest.Excluded(t)
	paths, _ := filepath.Glob("../../train/data/*.jsonl.gz")
	if len(paths) == 0 {
		t.Fatal("no annotated texts")
	}
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		plain, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		gold, err := eval.ReadGold(plain, path)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range gold {
			if banned[g.ID] {
				t.Errorf("%s: %s is in EXCLUDE.txt", path, g.ID)
			}
			text := []rune(g.Text)
			for _, ev := range g.Events {
				s := ev.TriggerSpan
				if len(s) != 2 || s[0] < 0 || s[1] > len(text) || string(text[s[0]:s[1]]) != ev.Trigger {
					t.Errorf("%s: %s: trigger %q is not at %v", path, g.ID, ev.Trigger, s)
				}
			}
		}
	}
}
