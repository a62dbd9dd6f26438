package doctest_test

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"

	"annalist/internal/doctest"

	"github.com/google/go-cmp/cmp"
)

func TestDocBuildsTree(t *testing.T) {
	doc := doctest.Doc(t, "Macron visited Rwanda. He left.", `
		Macron  Macron PROPN 2 nsubj Number=Sing
		visited visit  VERB  0 root  Mood=Ind|Tense=Past|VerbForm=Fin
		Rwanda  Rwanda PROPN 2 obj   Number=Sing
		.       .      PUNCT 2 punct

		He   he    PRON  2 nsubj
		left leave VERB  0 root
		.    .     PUNCT 2 punct`)
	doctest.Check(t, doc)
	if got := doc.Kid(1, "obj"); got != 2 {
		t.Errorf("object of visited: got token %d, want 2", got)
	}
	if got := len(doc.Sentences); got != 2 {
		t.Errorf("sentences: got %d, want 2", got)
	}
	if first, last := doc.Subtree(1); first != 0 || last != 4 {
		t.Errorf("subtree of visited: got %d..%d, want 0..4", first, last)
	}
}

// TestRows: gold files are read packed or not, a row at a time.
func TestRows(t *testing.T) {
	type row struct{ ID string }
	path := filepath.Join(t.TempDir(), "gold.jsonl.gz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	zip := gzip.NewWriter(file)
	if _, err := zip.Write([]byte("{\"id\":\"a\",\"more\":1}\n{\"id\":\"b\"}\n")); err != nil {
		t.Fatal(err)
	}
	if err := zip.Close(); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(doctest.Rows[row](t, path), []row{{"a"}, {"b"}}); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
	if diff := cmp.Diff(doctest.Offsets("é€a"), []int{0, 2, 5, 6}); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}
