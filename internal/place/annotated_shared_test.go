//go:build shared

package place_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/place"
)

type placedArticle struct {
	ID, Published, Title, Text string
	Events                     []struct {
		Place *struct {
			Text, Country string
			Span          [2]int
		}
	}
}

// TestAnnotated measures how often the place of an annotated event is among
// the places found: a mention that overlaps it, of the same state.
func TestAnnotated(t *testing.T) {
	w := readWorld(t)
	parse := parser(t)
	var all, found, right int
	var errs strings.Builder
	for _, row := range doctest.Rows[placedArticle](t, doctest.Shared(t, "data/annotated/train.jsonl.gz")) {
		doc := &annalist.Document{Article: annalist.Article{ID: row.ID, Title: row.Title, Text: row.Text, Published: row.Published}}
		parse(doc)
		place.Find(doc, w)
		doctest.Check(t, doc)
		offsets := doctest.Offsets(row.Text)
		for _, ev := range row.Events {
			if ev.Place == nil || ev.Place.Span[1] == 0 {
				continue
			}
			all++
			span := annalist.Span{Start: offsets[ev.Place.Span[0]], End: offsets[ev.Place.Span[1]]}
			got := "-"
			for _, p := range doc.Places {
				if !p.Span.Overlaps(span) {
					continue
				}
				if got == "-" {
					found++
				}
				got = doc.Text(p.Span) + " = " + p.Name + "/" + string(p.Country)
				if string(p.Country) == ev.Place.Country {
					right++
					got = ""
					break
				}
			}
			if got != "" {
				fmt.Fprintf(&errs, "%s %s got %s | %s\n", ev.Place.Country, ev.Place.Text, got,
					strings.ReplaceAll(row.Text[max(0, span.Start-60):min(len(row.Text), span.End+50)], "\n", " "))
			}
		}
	}
	t.Logf("%d events with a place: found %.3f, with the right state %.3f", all, float64(found)/float64(all), float64(right)/float64(all))
	if out := os.Getenv("PLACE_ERRORS"); out != "" {
		if err := os.WriteFile(out+".annotated", []byte(errs.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if share := float64(right) / float64(all); share < 0.7 {
		t.Errorf("right %.3f, want 0.7", share)
	}
}
