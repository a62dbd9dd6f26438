package data_test

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"strings"
	"testing"

	"annalist/data"
)

// source is a row of SOURCES.tsv.
type source struct{ file, origin, licence, date, sum, script string }

func sources(t *testing.T) map[string]source {
	t.Helper()
	table, err := data.FS.ReadFile("SOURCES.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]source{}
	for n, line := range strings.Split(strings.TrimRight(string(table), "\n"), "\n") {
		f := strings.Split(line, "\t")
		if len(f) != 6 {
			t.Fatalf("SOURCES.tsv:%d: %d columns, want file, origin, licence, date, sha256, script", n+1, len(f))
		}
		if n == 0 {
			continue
		}
		rows[f[0]] = source{f[0], f[1], f[2], f[3], f[4], f[5]}
	}
	return rows
}

// TestSources holds every data file to its row: origin and licence are given
// and the bytes are those the row was written for. The codebook is our own work
// and changes daily, so its one row carries "-" for a sum; what lies outside this
// folder (the sample story, the gold) has rows that begin with "../".
func TestSources(t *testing.T) {
	rows := sources(t)
	seen := map[string]bool{}
	err := fs.WalkDir(data.FS, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, ".go") || strings.HasSuffix(path, ".py") || path == "SOURCES.tsv" || path == "NOTICE" {
			return err
		}
		row, ok := rows[path]
		// A row may stand for a whole folder.
		if dir := path[:strings.IndexByte(path, '/')+1]; !ok && dir != "" {
			row, ok = rows[dir]
			seen[dir] = ok
		}
		if !ok {
			t.Errorf("%s has no row in SOURCES.tsv", path)
			return nil
		}
		seen[path] = true
		check(t, row, path, func() ([]byte, error) { return fs.ReadFile(data.FS, path) })
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for file, row := range rows {
		if strings.HasPrefix(file, "../") {
			seen[file] = true
			check(t, row, file, func() ([]byte, error) { return os.ReadFile(file) })
		}
		if !seen[file] {
			t.Errorf("SOURCES.tsv names %s, which does not exist", file)
		}
	}
}

// check holds one file to its row.
func check(t *testing.T, row source, path string, read func() ([]byte, error)) {
	t.Helper()
	if row.origin == "" || row.licence == "" {
		t.Errorf("%s: origin or licence is missing", path)
	}
	src, err := read()
	if err != nil {
		t.Error(err)
		return
	}
	sum := sha256.Sum256(src)
	if row.sum != "-" && row.sum != hex.EncodeToString(sum[:]) {
		t.Errorf("%s: its bytes have sha256 %x, SOURCES.tsv says %s", path, sum, row.sum)
	}
}
