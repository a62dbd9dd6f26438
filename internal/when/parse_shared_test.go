//go:build shared

package when_test

import (
	"encoding/gob"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/syntax"
)

// parser is the real parser. With PLAIN=1 it only cuts by white space and
// punctuation; PARSES names a folder that keeps parses between runs.
func parser(t testing.TB) func(*annalist.Document) {
	if os.Getenv("PLAIN") != "" {
		return func(doc *annalist.Document) {
			d := plain(doc.Article.Text, doc.Published)
			doc.Sentences, doc.Tokens = d.Sentences, d.Tokens
		}
	}
	p, err := syntax.New(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	dir := os.Getenv("PARSES")
	if dir == "" {
		return p.Parse
	}
	return func(doc *annalist.Document) {
		name := filepath.Join(dir, strings.ReplaceAll(doc.ID, "/", "_")+".gob")
		if file, err := os.Open(name); err == nil {
			defer file.Close()
			if err := gob.NewDecoder(file).Decode(doc); err != nil {
				t.Fatal(err)
			}
			return
		}
		p.Parse(doc)
		file, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := gob.NewEncoder(file).Encode(doc); err != nil {
			t.Fatal(err)
		}
	}
}
