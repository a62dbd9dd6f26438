//go:build fit

package event_test

import (
	"crypto/sha256"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/event"
)

// fitRow is an annotated text; its spans are characters.
type fitRow struct {
	ID, Published, Title, Text string
	Events                     []fitEvent
}

type fitEvent struct {
	Type               annalist.EventType
	TriggerSpan        []int `json:"trigger_span"`
	Mentions           []struct{ Span []int }
	Actors, Recipients []struct{ Country annalist.Country }
}

// spans are those of the trigger and its mentions, in characters.
func (e fitEvent) spans() [][]int {
	out := [][]int{e.TriggerSpan}
	for _, m := range e.Mentions {
		out = append(out, m.Span)
	}
	return out
}

// folds is the number of nets of the cross-validation (train/Makefile).
const folds = 5

// foldOf is the net that did not see a text: train/news.py's choice, the sha256 of
// the id after a salt, as a number.
func foldOf(id string) int {
	sum := sha256.Sum256([]byte("fold " + id))
	n := new(big.Int).SetBytes(sum[:])
	return int(new(big.Int).Mod(n, big.NewInt(folds)).Int64())
}

// readFit reads the annotated texts below DATA (the folder shared/data) and those
// of train/data.
func readFit(t *testing.T) []fitRow {
	t.Helper()
	rows := doctest.Rows[fitRow](t, filepath.Join(os.Getenv("DATA"), "annotated", "train.jsonl.gz"))
	for _, name := range []string{"news.jsonl.gz", "own.jsonl.gz"} {
		rows = append(rows, doctest.Rows[fitRow](t, filepath.Join("../../train/data", name))...)
	}
	return rows
}

// sameLands compares the countries of both sides; those of reciprocal types are one.
func sameLands(doc *annalist.Document, gold fitEvent, ev annalist.Event) bool {
	want, got := [2]map[string]bool{{}, {}}, [2]map[string]bool{{}, {}}
	second := 1
	switch ev.Type {
	case annalist.Consult, annalist.Agree, annalist.Cooperate:
		second = 0
	}
	for _, a := range gold.Actors {
		want[0][string(a.Country)] = true
	}
	for _, a := range gold.Recipients {
		want[second][string(a.Country)] = true
	}
	for _, p := range ev.Actors {
		got[0][string(doc.Entities[p.Entity].Country)] = true
	}
	for _, p := range ev.Recipients {
		got[second][string(doc.Entities[p.Entity].Country)] = true
	}
	for i := range want {
		delete(want[i], "")
		delete(got[i], "")
		if !maps.Equal(want[i], got[i]) {
			return false
		}
	}
	return true
}

// right says whether an annotated event of the type stands at the word.
func right(doc *annalist.Document, row fitRow, s event.Sample) bool {
	span := doc.Tokens[s.Token].Span
	for _, ev := range row.Events {
		if ev.Type != s.Type {
			continue
		}
		if ev.tells(row.Text, span) {
			return true
		}
	}
	return false
}

// tells says that a gold event has a span at the bytes.
func (e fitEvent) tells(text string, span annalist.Span) bool {
	for _, g := range e.spans() {
		if len(g) == 2 && span.Overlaps(annalist.Span{Start: offset(text, g[0]), End: offset(text, g[1])}) {
			return true
		}
	}
	return false
}

// offset turns a count of characters into one of bytes.
func offset(text string, chars int) int {
	for i := range text {
		if chars == 0 {
			return i
		}
		chars--
	}
	return len(text)
}
