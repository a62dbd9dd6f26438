package pipeline_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/format"
	"annalist/internal/pipeline"

	"golang.org/x/tools/txtar"
)

// TestGolden codes the stories of testdata/golden. Each archive says in its
// comment what it guards; its file "story" has the day of publication on the
// first line and the text behind it, its file "table" what the coder writes.
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	coder := newCoder(t)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(archive.Files) != 2 || archive.Files[0].Name != "story" || archive.Files[1].Name != "table" {
				t.Fatalf("%s: want the files story and table", path)
			}
			day, text, _ := strings.Cut(string(archive.Files[0].Data), "\n")
			archive.Files[1].Data = []byte(table(t, coder, annalist.Article{ID: "story", Published: strings.TrimSpace(day), Text: text}))
			doctest.Golden(t, path, string(txtar.Format(archive)))
		})
	}
}

// table codes a story and gives events, statements and skips as people see them.
func table(t *testing.T, coder *pipeline.Coder, art annalist.Article) string {
	t.Helper()
	doc, err := coder.Code(context.Background(), art)
	if err != nil {
		t.Fatal(err)
	}
	doctest.Check(t, doc)
	var out strings.Builder
	w, err := format.NewWriter("table", &out)
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range coder.Records(doc, pipeline.Wanted{Statements: true, Skipped: true}) {
		if err := w.Write(rec); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return strings.TrimLeft(out.String(), "\n")
}
