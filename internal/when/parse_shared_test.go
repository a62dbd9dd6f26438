//go:build shared

package when_test

import (
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/syntax"
)

// parser is the real parser.
func parser(t testing.TB) func(*annalist.Document) {
	p, err := syntax.New(data.Files())
	if err != nil {
		t.Fatal(err)
	}
	return p.Parse
}
