package event_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/codebook"
	"annalist/internal/event"
)

// maxFaults is the share of examples that may fail for the parser's sake.
const maxFaults = 0.03

// Each rule's examples must code by it and its near misses must not. A few fail
// on errors of the parser; the list goes into the file named by EXAMPLE_FAULTS.
func TestExamples(t *testing.T) {
	b := readers(t)
	book, err := codebook.Read(os.DirFS("../../data"), "codebook")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	errs := event.Examples(book, func(texts []string) []*annalist.Document {
		n = len(texts)
		docs := make([]*annalist.Document, n)
		for i, text := range texts {
			docs[i] = b.find(annalist.Article{ID: fmt.Sprint("example ", i), Text: text, Published: "2024-05-15"})
		}
		return docs
	})
	if path := os.Getenv("EXAMPLE_FAULTS"); path != "" {
		var lines strings.Builder
		for _, err := range errs {
			fmt.Fprintln(&lines, err)
		}
		if err := os.WriteFile(path, []byte(lines.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if float64(len(errs)) > maxFaults*float64(n) {
		t.Errorf("%d of %d examples fail; set EXAMPLE_FAULTS=FILE for the list; the first: %v", len(errs), n, errs[0])
	}
}
