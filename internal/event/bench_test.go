package event_test

import (
	"os"
	"testing"

	"annalist"
	"annalist/internal/codebook"
	"annalist/internal/event"
)

// BenchmarkFind times the step alone, on the texts of the book's own examples.
func BenchmarkFind(b *testing.B) {
	r := readers(b)
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		b.Fatal(err)
	}
	var text string
	for i, rule := range book.Rules {
		if i%8 == 0 {
			text += rule.Examples[0].Text + " "
		}
	}
	doc := r.find(annalist.Article{ID: "bench", Text: text, Published: "2024-05-15"})
	b.ReportAllocs()
	for b.Loop() {
		doc.Events, doc.Skips = nil, nil
		event.Find(doc, book, event.Options{})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/word")
}
