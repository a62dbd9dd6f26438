//go:build shared

package eval_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"runtime"
	"slices"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/pipeline"
)

// TestDistribution codes the news of the shared data, without the texts kept off
// for measuring, and holds what comes out against eval/distribution.golden: how
// many events of each type, mode and realis, how many sentences gave none and why.
func TestDistribution(t *testing.T) {
	const path = "../../eval/distribution.golden"
	news := readNews(t)
	coder, err := pipeline.New(data.FS, pipeline.Version, pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int{"texts": len(news)}
	next := 0
	source := func() (annalist.Article, error) {
		if next == len(news) {
			return annalist.Article{}, io.EOF
		}
		next++
		return news[next-1], nil
	}
	err = coder.Run(context.Background(), runtime.GOMAXPROCS(0), source, func(res pipeline.Result) error {
		if res.Err != nil {
			return res.Err
		}
		countDocument(counts, res.Doc)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(&got, "%-40s %d\n", name, counts[name])
	}
	doctest.Golden(t, path, got.String())
}

func countDocument(counts map[string]int, doc *annalist.Document) {
	counts["sentences"] += len(doc.Sentences)
	counts["statements"] += len(doc.Statements)
	counts["events"] += len(doc.Events)
	for i := range doc.Events {
		ev := &doc.Events[i]
		counts[strings.TrimSuffix(fmt.Sprintf("event %s/%s", ev.Type, ev.Mode), "/")]++
		counts["realis "+string(ev.Realis)]++
		if ev.Historical {
			counts["historical"]++
		}
		if len(ev.Attribution) > 0 {
			counts["with a source"]++
		}
		if ev.Place != nil {
			counts["with a place"]++
		}
		if ev.Date != nil {
			counts["with a date"]++
		}
	}
	for _, s := range doc.Skips {
		counts["skip "+string(s.Reason)]++
	}
}

type newsText struct{ ID, Title, Date, Text string }

// readNews reads the news that may be looked at: no id of EXCLUDE.txt.
func readNews(t *testing.T) []annalist.Article {
	t.Helper()
	banned := doctest.Excluded(t)
	var out []annalist.Article
	for _, name := range []string{"news_permissive.jsonl.gz", "wikipedia_current_events.dev.jsonl.gz"} {
		for _, row := range doctest.Rows[newsText](t, doctest.Shared(t, "data/news/"+name)) {
			if !banned[row.ID] {
				out = append(out, annalist.Article{ID: row.ID, Title: row.Title, Published: row.Date, Text: row.Text})
			}
		}
	}
	if len(out) < 7000 {
		t.Fatalf("%d texts: the shared data is not whole", len(out))
	}
	return out
}
