//go:build shared

package syntax

import (
	"testing"

	"annalist/internal/doctest"
)

// bankOf reads a treebank of the shared data.
func bankOf(t testing.TB, name string) *Treebank {
	t.Helper()
	bank, err := ReadCoNLLU(doctest.Open(t, doctest.Shared(t, "data/treebank/"+name+".conllu.gz")), name)
	if err != nil {
		t.Fatal(err)
	}
	return bank
}
