//go:build shared

package event_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/codebook"
	"annalist/internal/doctest"
	"annalist/internal/event"
)

// factRow is a sentence with words of events, each judged from -3 (did certainly
// not happen) to 3.
type factRow struct {
	ID     string
	Tokens []string
	Events []struct {
		Tok   []int
		Label float64
	}
}

// factFloor is the F1 of "did not happen or may not have" when this was written,
// less a standard error.
const factFloor = 0.59

// TestFactuality measures realis on the event words of the set that the codebook
// knows, as part of an act or not: "did not happen or may not have" is a label
// below 0, the sign being the set's own reading, against any realis but actual,
// before a promise becomes a type of its own.
func TestFactuality(t *testing.T) {
	b := readers(t)
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		t.Fatal(err)
	}
	right, much, missed, words := 0, 0, 0, 0
	for _, row := range doctest.Rows[factRow](t, doctest.Shared(t, "data/factuality/uds_ih2.dev.jsonl.gz")) {
		doc := b.find(annalist.Article{ID: row.ID, Text: strings.Join(row.Tokens, " ")})
		at, starts := 0, make([]int, len(row.Tokens))
		for i, form := range row.Tokens {
			starts[i] = at
			at += len(form) + 1
		}
		for _, ev := range row.Events {
			i := slices.IndexFunc(doc.Tokens, func(tok annalist.Token) bool { return tok.Span.Start == starts[ev.Tok[0]] })
			if i < 0 {
				continue
			}
			realis, known := event.RealisOf(doc, book, i)
			if !known {
				continue
			}
			words++
			switch got := realis != annalist.Actual; {
			case ev.Label < 0 && got:
				right++
			case got:
				much++
			case ev.Label < 0:
				missed++
			}
		}
	}
	f1 := 2 * float64(right) / float64(2*right+much+missed)
	t.Logf("%d words, %d of them not actual: F1 %.3f (right %d, too many %d)", words, right+missed, f1, right, much)
	if f1 < factFloor {
		t.Errorf("F1 %.3f of what did not happen, want at least %.2f", f1, factFloor)
	}
}
