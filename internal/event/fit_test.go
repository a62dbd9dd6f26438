//go:build fit

package event_test

import (
	"bufio"
	"encoding/gob"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/codebook"
	"annalist/internal/event"
	"annalist/internal/syntax"
)

// fitter holds the annotated texts, each parsed by the net that did not see it.
type fitter struct {
	rows []fitRow
	docs []*annalist.Document
	book *codebook.Book
}

// judgement is all that is fitted: of all texts, or of those of four folds.
type judgement struct {
	rates  map[annalist.RuleID]float64
	judges map[event.Coder]codebook.Judge
}

// coders are in the order in which they are fitted: the judge of both proposers
// reads what the rules alone say.
var coders = []event.Coder{event.Rules, event.Net, event.Both}

// TestFit fits judge.yaml on annotated texts that the net at work did not see: five
// nets (make -C train folds), each without a fifth of the texts. It writes the
// shipped judge, fitted on all of them, and to FOLDS/fold-K/codebook the book with a
// judge that saw no text of that fold either, for `make cross`. Run:
//
//	DATA=../shared/data FOLDS=~/.cache/annalist-train go test -tags fit -run Fit ./internal/event
func TestFit(t *testing.T) {
	f := &fitter{rows: readFit(t)}
	var err error
	if f.book, err = codebook.Read(os.DirFS("../../data"), "codebook"); err != nil {
		t.Fatal(err)
	}
	f.docs = f.parsed(t)
	// Those of fold K are fitted without the texts of fold K, the last on all.
	fitted := make([]judgement, folds+1)
	for i := range fitted {
		fitted[i].judges = map[event.Coder]codebook.Judge{}
	}
	for _, coder := range coders {
		f.fit(t, coder, fitted)
	}
	for i, j := range fitted {
		dir := "../../data/codebook"
		if i < folds {
			dir = filepath.Join(os.Getenv("FOLDS"), fmt.Sprintf("fold-%d", i), "codebook")
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			if err := os.CopyFS(dir, os.DirFS("../../data/codebook")); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, "judge.yaml"), []byte(j.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// fit adds the judge of a way of coding to all fitted. What the rules say of a text
// is, here too, what a judge says that did not see it.
func (f *fitter) fit(t *testing.T, coder event.Coder, fitted []judgement) {
	ps := f.collect(coder, fitted)
	if coder == event.Rules {
		for i := range fitted {
			fitted[i].rates = rates(outside(ps, i))
		}
		for i := range ps {
			if ps[i].Rule != "" {
				ps[i].Features["rule.rate"] = fitted[ps[i].fold].rates[ps[i].Rule]
			}
		}
	}
	weights := make([]map[string]float64, len(fitted))
	for i := range fitted {
		weights[i] = fit(outside(ps, i))
	}
	unseen := func(p point) float64 { return probability(p, weights[p.fold]) }
	for i := range fitted {
		j := codebook.Judge{Weights: weights[i]}
		j.Threshold, j.Thresholds = thresholds(strongest(outside(ps, i), unseen), f.gold(i))
		fitted[i].judges[coder] = j
	}
	sure := f.verdicts(coder, fitted)
	for i := range fitted {
		j := fitted[i].judges[coder]
		j.Confidence = fit(outside(sure, i))
		fitted[i].judges[coder] = j
	}
	t.Logf("%s: %d points, %d events coded, threshold %.2f", coder, len(ps), len(sure), fitted[folds].judges[coder].Threshold)
}

// gold counts the annotated events of each type outside a fold.
func (f *fitter) gold(fold int) map[annalist.EventType]int {
	n := map[annalist.EventType]int{}
	for _, row := range f.rows {
		if foldOf(row.ID) != fold {
			for _, ev := range row.Events {
				n[ev.Type]++
			}
		}
	}
	return n
}

// unseen is the book with what was fitted without a text.
func (f *fitter) unseen(id string, fitted []judgement) *codebook.Book {
	book, j := *f.book, fitted[foldOf(id)]
	book.Rates, book.Judge = j.rates, map[string]codebook.Judge{}
	for coder, judge := range j.judges {
		book.Judge[string(coder)] = judge
	}
	return &book
}

// collect lists what the judge of a way of coding decides about.
func (f *fitter) collect(coder event.Coder, fitted []judgement) []point {
	var ps []point
	for i, row := range f.rows {
		for _, s := range event.Samples(f.docs[i], f.unseen(row.ID, fitted), event.Options{Coder: coder}) {
			if s.Named {
				ps = append(ps, point{s, i, foldOf(row.ID), right(f.docs[i], row, s)})
			}
		}
	}
	return ps
}

// verdicts lists the events coded, each with whether an annotated event of its type
// and countries stands there.
func (f *fitter) verdicts(coder event.Coder, fitted []judgement) []point {
	var ps []point
	for i, row := range f.rows {
		doc := *f.docs[i]
		doc.Entities = slices.Clone(doc.Entities)
		for _, v := range event.Verdicts(&doc, f.unseen(row.ID, fitted), event.Options{Coder: coder}) {
			p := point{Sample: event.Sample{Features: v.Facts}, doc: i, fold: foldOf(row.ID)}
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

// parsed reads every text up to its parties, with the net that did not see it.
// PARSED names a file that keeps the parses, for fitting again with other rules.
func (f *fitter) parsed(t *testing.T) []*annalist.Document {
	t.Helper()
	b := *readers(t)
	docs := make([]*annalist.Document, len(f.rows))
	path := os.Getenv("PARSED")
	if kept, err := os.Open(path); path != "" && err == nil {
		defer kept.Close()
		if err := gob.NewDecoder(bufio.NewReader(kept)).Decode(&docs); err != nil {
			t.Fatal(err)
		}
	} else {
		f.parse(t, b, docs)
	}
	for _, doc := range docs {
		b.rest(doc)
	}
	return docs
}

func (f *fitter) parse(t *testing.T, b before, docs []*annalist.Document) {
	t.Helper()
	for fold := range folds {
		net, err := data.Over(filepath.Join(os.Getenv("FOLDS"), fmt.Sprintf("fold-%d", fold)))
		if err != nil {
			t.Fatalf("FOLDS names the folder of the nets (make -C train folds): %v", err)
		}
		if b.parser, err = syntax.New(net); err != nil {
			t.Fatal(err)
		}
		for i, row := range f.rows {
			if foldOf(row.ID) == fold {
				docs[i] = b.parse(annalist.Article{ID: row.ID, Text: row.Text, Title: row.Title, Published: row.Published})
			}
		}
	}
	path := os.Getenv("PARSED")
	if path == "" {
		return
	}
	kept, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	if err := gob.NewEncoder(kept).Encode(docs); err != nil {
		t.Fatal(err)
	}
}

const header = `# Weights of the judge, written by internal/event/fit_test.go from annotated training
# texts (never from gold), each read by a net that had not seen it. One row a way of
# coding, then how often each rule was right beyond what its own weight says (log
# odds, shrunk towards 0).
`

// String writes judge.yaml.
func (j judgement) String() string {
	var out strings.Builder
	out.WriteString(header)
	numbers := func(name, format string, values map[string]float64) {
		fmt.Fprintf(&out, "  %s:\n", name)
		for _, key := range sorted(values) {
			fmt.Fprintf(&out, "    %s: "+format+"\n", key, values[key])
		}
	}
	for _, coder := range coders {
		row := j.judges[coder]
		each := map[string]float64{}
		for t, x := range row.Thresholds {
			each[string(t)] = x
		}
		fmt.Fprintf(&out, "%s:\n  threshold: %.2f\n", coder, row.Threshold)
		numbers("thresholds", "%.2f", each)
		numbers("weights", "%.3f", row.Weights)
		numbers("confidence", "%.3f", row.Confidence)
	}
	out.WriteString("rates:\n")
	for _, id := range sorted(j.rates) {
		fmt.Fprintf(&out, "  %s: %.2f\n", id, j.rates[id])
	}
	return out.String()
}

func sorted[K ~string, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
