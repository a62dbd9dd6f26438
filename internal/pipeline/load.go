package pipeline

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"annalist/internal/codebook"
	"annalist/internal/syntax"
	"annalist/internal/world"
)

// Version is the version of the coder, written in every record.
const Version = "0.1.0"

// load reads the three parts that know something. They take most of the start,
// so they are read side by side.
func (c *Coder) load(fsys fs.FS) error {
	jobs := []func() error{
		func() (err error) { c.parser, err = syntax.New(fsys); return err },
		func() (err error) { c.world, err = world.Read(fsys); return err },
		func() (err error) { c.book, err = codebook.Read(fsys, "codebook"); return err },
		func() (err error) { c.hash, err = Hash(fsys); return err },
	}
	errs := make(chan error, len(jobs))
	for _, job := range jobs {
		go func() { errs <- job() }()
	}
	var first error
	for range jobs {
		if err := <-errs; err != nil && first == nil {
			first = err
		}
	}
	return first
}

// Hash gives the first 12 hex digits of the sha256 of codebook and model: the
// name under which line numbers in traces hold.
func Hash(fsys fs.FS) (string, error) {
	sum := sha256.New()
	for _, dir := range []string{"codebook", "model"} {
		err := fs.WalkDir(fsys, dir, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			f, err := fsys.Open(path)
			if err != nil {
				return err
			}
			defer f.Close()
			fmt.Fprintf(sum, "%s\n", path)
			_, err = io.Copy(sum, f)
			return err
		})
		if err != nil {
			return "", fmt.Errorf("hash %s: %w", dir, err)
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}

// faultLine finds the place of a panic in a stack: the first line of a file of
// ours behind the panic itself.
func faultLine(stack []byte) string {
	_, after, found := bytes.Cut(stack, []byte("panic("))
	if !found {
		after = stack
	}
	for _, line := range strings.Split(string(after), "\n") {
		if i := strings.Index(line, "/internal/"); i >= 0 && strings.HasPrefix(line, "\t") {
			return strings.Fields(line[i+1:])[0]
		}
	}
	return "an unknown place"
}
