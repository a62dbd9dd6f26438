package doctest

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Shared is the path of a file of the shared material, which lies in the folder
// ANNALIST_SHARED or beside the repository. The test fails where it is not.
func Shared(t testing.TB, name string) string {
	t.Helper()
	dir := os.Getenv("ANNALIST_SHARED")
	if dir == "" {
		dir = "../../../shared" // from the folder of a package
	}
	path := filepath.Join(dir, filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v (set ANNALIST_SHARED to the folder of the shared material)", err)
	}
	return path
}

// Open opens a file for the time of the test, unpacked where its name ends in .gz.
func Open(t testing.TB, path string) io.Reader {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	if !strings.HasSuffix(path, ".gz") {
		return file
	}
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return zip
}

// Rows reads a file of one JSON object after the other, such as a gold file: each
// test takes the fields it measures by.
func Rows[T any](t testing.TB, path string) []T {
	t.Helper()
	var rows []T
	for dec := json.NewDecoder(Open(t, path)); dec.More(); {
		var row T
		if err := dec.Decode(&row); err != nil {
			t.Fatalf("%s, row %d: %v", path, len(rows)+1, err)
		}
		rows = append(rows, row)
	}
	return rows
}

// Offsets gives the byte at which each character of a text begins, and its end:
// spans of gold files count characters.
func Offsets(text string) []int {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// Excluded gives the ids of the texts that are kept back for measuring: they are
// never trained on, annotated for training or looked at.
func Excluded(t testing.TB) map[string]bool {
	t.Helper()
	list, err := io.ReadAll(Open(t, Shared(t, "gold/EXCLUDE.txt")))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, id := range strings.Fields(string(list)) {
		out[id] = true
	}
	if len(out) < 100 {
		t.Fatalf("%d ids to keep off: the list is not whole", len(out))
	}
	return out
}
