//go:build shared

package syntax

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
)

// sharedFile opens a file of the team's shared data, unpacked, for tests that
// measure on it: below ANNALIST_SHARED, or beside the repository.
func sharedFile(t testing.TB, parts ...string) *gzip.Reader {
	t.Helper()
	root := os.Getenv("ANNALIST_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "shared")
	}
	file, err := os.Open(filepath.Join(append([]string{root}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// bankOf reads a treebank of the shared data.
func bankOf(t testing.TB, name string) *Treebank {
	t.Helper()
	bank, err := ReadCoNLLU(sharedFile(t, "data", "treebank", name+".conllu.gz"), name)
	if err != nil {
		t.Fatal(err)
	}
	return bank
}
