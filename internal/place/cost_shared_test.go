//go:build shared

package place_test

import (
	"testing"

	"annalist"
	"annalist/internal/place"
	"annalist/internal/when"
)

// BenchmarkFindNews is the cost of times and places on parsed news.
func BenchmarkFindNews(b *testing.B) {
	w := readWorld(b)
	parse := parser(b)
	var docs []*annalist.Document
	words := 0
	for _, art := range readGold(b, "geovirus") {
		doc := &annalist.Document{Article: annalist.Article{ID: art.ID, Text: art.Text, Published: "2010-01-01"}}
		parse(doc)
		docs = append(docs, doc)
		words += len(doc.Tokens)
	}
	for _, f := range []struct {
		name string
		find func(*annalist.Document)
	}{{"when", when.Find}, {"place", func(doc *annalist.Document) { place.Find(doc, w) }}} {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, doc := range docs {
					f.find(doc)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(words), "ns/word")
		})
	}
}
