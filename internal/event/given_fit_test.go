//go:build fit

package event_test

import (
	"crypto/sha256"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"annalist"
	"annalist/internal/codebook"
	"annalist/internal/doctest"
	"annalist/internal/event"
)

// heldEvery is train/news.py's: the texts the shipped net never saw are those whose
// sha256, as a number, it divides.
const heldEvery = 20

func held(id string) bool {
	sum := sha256.Sum256([]byte(id))
	n := new(big.Int).SetBytes(sum[:])
	return new(big.Int).Mod(n, big.NewInt(heldEvery)).Sign() == 0
}

// pairRow is an annotated text whose parties have spans, in characters.
type pairRow struct {
	ID, Published, Title, Text string
	Events                     []struct {
		Type               annalist.EventType
		TriggerSpan        []int `json:"trigger_span"`
		Actors, Recipients []struct{ Span []int }
	}
}

// question is a pair with the answers that may be given and the right type.
type question struct {
	leans []event.Lean
	right annalist.EventType
}

// TestFitGiven fits the weights of Leans by the odds of the right type among all
// that are named, on annotated texts that the net did not see: every event of
// theirs with an actor and a recipient in its sentence is a question.
// Run: DATA=../shared/data go test -tags fit -run FitGiven -v ./internal/event
func TestFitGiven(t *testing.T) {
	b := readers(t)
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		t.Fatal(err)
	}
	rows := doctest.Rows[pairRow](t, filepath.Join(os.Getenv("DATA"), "annotated", "train.jsonl.gz"))
	for _, name := range []string{"news.jsonl.gz", "own.jsonl.gz"} {
		rows = append(rows, doctest.Rows[pairRow](t, filepath.Join("../../train/data", name))...)
	}
	var qs []question
	for _, row := range rows {
		if !held(row.ID) {
			continue
		}
		qs = append(qs, questions(b, book, row)...)
	}
	w := event.GivenWeights()
	t.Logf("%d questions, right before: %d", len(qs), answered(qs, w))
	w = fitGiven(qs, w)
	t.Logf("right after: %d", answered(qs, w))
	for _, name := range sorted(w) {
		t.Logf("%q: %.2f,", name, w[name])
	}
}

// questions makes a pair of each event of a text, asked of its sentence alone.
func questions(b *before, book *codebook.Book, row pairRow) []question {
	whole := b.parse(annalist.Article{ID: row.ID, Text: row.Text})
	var out []question
	for _, ev := range row.Events {
		if len(ev.TriggerSpan) != 2 || len(ev.Actors) == 0 || len(ev.Recipients) == 0 {
			continue
		}
		at := offset(row.Text, ev.TriggerSpan[0])
		i := slices.IndexFunc(whole.Sentences, func(s annalist.Sentence) bool { return at < s.Span.End })
		if i < 0 {
			continue
		}
		sent := whole.Sentences[i].Span
		var pair event.Pair
		add := func(to *[]annalist.Span, span []int) {
			if len(span) == 2 {
				s := annalist.Span{Start: offset(row.Text, span[0]), End: offset(row.Text, span[1])}
				if sent.Covers(s) {
					*to = append(*to, annalist.Span{Start: s.Start - sent.Start, End: s.End - sent.Start})
				}
			}
		}
		for _, a := range ev.Actors {
			add(&pair.Source, a.Span)
		}
		for _, r := range ev.Recipients {
			add(&pair.Target, r.Span)
		}
		if len(pair.Source) == 0 || len(pair.Target) == 0 {
			continue
		}
		doc := b.find(annalist.Article{ID: row.ID, Text: sent.Of(row.Text), Published: row.Published})
		out = append(out, question{event.Leans(doc, book, event.Options{}, pair), ev.Type})
	}
	return out
}

func weigh(l event.Lean, w map[string]float64) float64 {
	sum := 0.0
	for _, name := range sorted(l.Features) {
		sum += w[name] * l.Features[name]
	}
	return sum
}

func answered(qs []question, w map[string]float64) int {
	n := 0
	for _, q := range qs {
		best := -1
		for i := range q.leans {
			if best < 0 || weigh(q.leans[i], w) > weigh(q.leans[best], w) {
				best = i
			}
		}
		if best >= 0 && q.leans[best].Type == q.right {
			n++
		}
	}
	return n
}

// fitGiven climbs the log likelihood of the right type: the sum of its leans'
// odds over that of all. Questions that nothing answers rightly teach nothing.
func fitGiven(qs []question, w map[string]float64) map[string]float64 {
	const steps, rate, pull = 2000, 0.3, 1.0
	names := sorted(w)
	for range steps {
		grad := map[string]float64{}
		for _, q := range qs {
			all, right := 0.0, 0.0
			odds := make([]float64, len(q.leans))
			for i, l := range q.leans {
				odds[i] = math.Exp(weigh(l, w))
				all += odds[i]
				if l.Type == q.right {
					right += odds[i]
				}
			}
			if right == 0 {
				continue
			}
			for i, l := range q.leans {
				d := -odds[i] / all
				if l.Type == q.right {
					d += odds[i] / right
				}
				for name, x := range l.Features {
					grad[name] += d * x
				}
			}
		}
		for _, name := range names {
			w[name] += rate * (grad[name] - pull*w[name]) / float64(len(qs))
		}
	}
	return w
}
