package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestOpenUnpacks(t *testing.T) {
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	io.WriteString(w, "Iran met Oman.")
	w.Close()
	for _, tc := range []struct {
		name, content, want string
	}{
		{"plain", "Iran met Oman.", "Iran met Oman."},
		{"packed", packed.String(), "Iran met Oman."},
		{"empty", "", ""},
		{"one byte", "\x1f", "\x1f"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "article")
			if err := os.WriteFile(path, []byte(tc.content), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, from := range []string{path, "-"} {
				f, _, err := streams{in: bytes.NewBufferString(tc.content)}.open(from)
				if err != nil {
					t.Fatal(err)
				}
				got, err := io.ReadAll(f)
				if err != nil || string(got) != tc.want {
					t.Errorf("%s: got %q, %v, want %q", from, got, err, tc.want)
				}
				if err := f.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

func TestOpenNamesBrokenGzip(t *testing.T) {
	_, _, err := streams{in: bytes.NewBufferString("\x1f\x8bnot gzip")}.open("-")
	if err == nil || err.Error() != "cannot read stdin: gzip: invalid header" {
		t.Errorf("got %v", err)
	}
}
