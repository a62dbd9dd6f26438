//go:build fit

package event_test

import (
	"bufio"
	"crypto/sha256"
	"encoding/gob"
	"fmt"
	"maps"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/codebook"
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

// heldEvery is train/news.py's: the texts the net never saw are those whose
// sha256, as a number, it divides.
const heldEvery = 20

func held(id string) bool {
	sum := sha256.Sum256([]byte(id))
	n := new(big.Int).SetBytes(sum[:])
	return new(big.Int).Mod(n, big.NewInt(heldEvery)).Sign() == 0
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

// parsed parses all texts; PARSED names a file that keeps the result, for fitting
// again with other rules.
func parsed(t *testing.T, b *before, rows []fitRow) []*annalist.Document {
	t.Helper()
	var docs []*annalist.Document
	path := os.Getenv("PARSED")
	if f, err := os.Open(path); path != "" && err == nil {
		defer f.Close()
		if err := gob.NewDecoder(bufio.NewReader(f)).Decode(&docs); err != nil {
			t.Fatal(err)
		}
		return docs
	}
	for _, row := range rows {
		docs = append(docs, b.parse(annalist.Article{ID: row.ID, Text: row.Text, Title: row.Title, Published: row.Published}))
	}
	if path == "" {
		return docs
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := gob.NewEncoder(f).Encode(docs); err != nil {
		t.Fatal(err)
	}
	return docs
}

// point is one thing the judge decides about, and what was right.
type point struct {
	event.Sample
	doc   int
	right bool
}

// TestFit fits the weights of judge.yaml: the rules' on all annotated texts, for
// the rules never saw them; those that weigh the net on the texts held out of its
// training. Run: DATA=../shared/data go test -tags fit -run Fit ./internal/event
func TestFit(t *testing.T) {
	rows := readFit(t)
	b := readers(t)
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		t.Fatal(err)
	}
	docs := parsed(t, b, rows)
	for _, doc := range docs {
		b.rest(doc)
	}
	var out strings.Builder
	out.WriteString(header)
	for _, coder := range []event.Coder{event.Rules, event.Net, event.Both} {
		ps, gold := collect(docs, rows, book, coder)
		if coder == event.Rules {
			book.Rates = rates(ps)
			for i := range ps {
				if ps[i].Rule != "" {
					ps[i].Features["rule.rate"] = book.Rates[ps[i].Rule]
				}
			}
		}
		w := fit(ps)
		th := threshold(ps, w, gold)
		t.Logf("%s: %d points of %d events, threshold %.2f", coder, len(ps), gold, th)
		// The judge of both proposers reads what the rules alone say.
		book.Judge[string(coder)] = codebook.Judge{Weights: w, Threshold: th}
		sure := fit(verdicts(docs, rows, book, coder))
		write(&out, coder, w, th, sure)
	}
	out.WriteString("rates:\n")
	for _, id := range sorted(book.Rates) {
		fmt.Fprintf(&out, "  %s: %.2f\n", id, book.Rates[id])
	}
	if err := os.WriteFile("../../data/codebook/judge.yaml", []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// collect lists what the judge of a way of coding decides about: in all texts for
// the rules, in those held out of the net's training where the net speaks.
func collect(docs []*annalist.Document, rows []fitRow, book *codebook.Book, coder event.Coder) (ps []point, gold int) {
	for i, row := range rows {
		if coder != event.Rules && !held(row.ID) {
			continue
		}
		gold += len(row.Events)
		for _, s := range event.Samples(docs[i], book, event.Options{Coder: coder}) {
			if s.Named {
				ps = append(ps, point{s, i, right(docs[i], row, s)})
			}
		}
	}
	return ps, gold
}

// verdicts lists the events coded in the texts that neither net nor judge were
// fitted to the words of (for the rules, all), each with whether an annotated event
// of its type and countries stands there.
func verdicts(docs []*annalist.Document, rows []fitRow, book *codebook.Book, coder event.Coder) []point {
	var ps []point
	for i, row := range rows {
		if coder != event.Rules && !held(row.ID) {
			continue
		}
		doc := *docs[i]
		doc.Entities = slices.Clone(doc.Entities)
		for _, v := range event.Verdicts(&doc, book, event.Options{Coder: coder}) {
			p := point{Sample: event.Sample{Features: v.Facts}, doc: i}
			for _, ev := range row.Events {
				if ev.Type == v.Event.Type && ev.tells(row.Text, v.Event.Trigger) && sameLands(&doc, ev, v.Event) {
					p.right = true
				}
			}
			ps = append(ps, p)
		}
	}
	return ps
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

const header = `# Weights of the judge, written by internal/event/fit_test.go from annotated training
# texts (never from gold). One row a way of coding, then how often each rule was right
# beyond what its own weight says (log odds, shrunk towards 0).
`

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

// rates gives each rule's log odds of being right beyond its weight, shrunk as
// if it had been seen eight times more at its weight.
func rates(ps []point) map[annalist.RuleID]float64 {
	const prior = 8
	n, yes, p := map[annalist.RuleID]float64{}, map[annalist.RuleID]float64{}, map[annalist.RuleID]float64{}
	for _, x := range ps {
		if x.Rule == "" {
			continue
		}
		n[x.Rule]++
		p[x.Rule] = 1 / (1 + math.Exp(-x.Features["rule.weight"]))
		if x.right {
			yes[x.Rule]++
		}
	}
	out := map[annalist.RuleID]float64{}
	for id := range n {
		q := (yes[id] + prior*p[id]) / (n[id] + prior)
		out[id] = math.Log(q/(1-q)) - math.Log(p[id]/(1-p[id]))
	}
	return out
}

// fit is logistic regression by gradient steps, with a pull towards 0 that
// matters where the points are few.
func fit(ps []point) map[string]float64 {
	const steps, rate, pull = 3000, 0.5, 3.0
	var names []string
	for _, p := range ps {
		for name := range p.Features {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	k := len(names)
	rows := make([]float64, len(ps)*k)
	for i, p := range ps {
		for j, name := range names {
			rows[i*k+j] = p.Features[name]
		}
	}
	w, grad, n := make([]float64, k), make([]float64, k), float64(len(ps))
	for range steps {
		clear(grad)
		for i := range ps {
			row, sum := rows[i*k:(i+1)*k], 0.0
			for j, x := range row {
				sum += w[j] * x
			}
			d := -1 / (1 + math.Exp(-sum))
			if ps[i].right {
				d++
			}
			for j, x := range row {
				grad[j] += d * x
			}
		}
		for j := range w {
			if names[j] != "bias" {
				grad[j] -= pull * w[j]
			}
			w[j] += rate * grad[j] / n
		}
	}
	out := map[string]float64{}
	for j, name := range names {
		out[name] = w[j]
	}
	return out
}

func probability(p point, w map[string]float64) float64 {
	sum := 0.0
	for _, name := range sorted(p.Features) {
		sum += w[name] * p.Features[name]
	}
	return 1 / (1 + math.Exp(-sum))
}

// tie is how far below the best F1 a threshold may lie to count as good: less than
// the standard error of an F1 over a few hundred events.
const tie = 0.02

// threshold is the strictest one whose F1 of the best types of all words is as good
// as the best: what is not sure is better left uncoded.
func threshold(ps []point, w map[string]float64, gold int) float64 {
	type word struct{ doc, token int }
	best := map[word]point{}
	score := map[word]float64{}
	for _, p := range ps {
		k := word{p.doc, p.Token}
		if s := probability(p, w); s > score[k] {
			best[k], score[k] = p, s
		}
	}
	top := 0.0
	f1 := map[float64]float64{}
	var tried []float64
	for th := 0.2; th < 0.8; th += 0.02 {
		tp, all := 0.0, 0.0
		for k, s := range score {
			if s >= th {
				all++
				if best[k].right {
					tp++
				}
			}
		}
		tried = append(tried, th)
		f1[th] = 2 * tp / (all + float64(gold))
		top = max(top, f1[th])
	}
	at := tried[0]
	for _, th := range tried {
		if f1[th] >= top-tie {
			at = th
		}
	}
	return at
}

func write(out *strings.Builder, coder event.Coder, w map[string]float64, th float64, sure map[string]float64) {
	fmt.Fprintf(out, "%s:\n  threshold: %.2f\n", coder, th)
	for _, part := range []struct {
		name    string
		weights map[string]float64
	}{{"weights", w}, {"confidence", sure}} {
		fmt.Fprintf(out, "  %s:\n", part.name)
		for _, name := range sorted(part.weights) {
			fmt.Fprintf(out, "    %s: %.3f\n", name, part.weights[name])
		}
	}
}

func sorted[K ~string, V any](m map[K]V) []K {
	var keys []K
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
