package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"golang.org/x/term"
)

func newStreams() streams {
	return streams{in: os.Stdin, out: os.Stdout, err: os.Stderr, terminal: term.IsTerminal(int(os.Stdout.Fd()))}
}

// open opens a file, or standard input for "-".
func (s streams) open(path string) (io.ReadCloser, string, error) {
	if path == "-" {
		return io.NopCloser(s.in), "stdin", nil
	}
	f, err := os.Open(path)
	return f, path, err
}

// notRead is an input that is not there or cannot be read to its end. It costs
// no other input.
type notRead struct {
	name string
	err  error
}

// Error names the input and the reason without naming it twice.
func (e *notRead) Error() string {
	reason := e.err
	var path *fs.PathError
	if errors.As(e.err, &path) {
		reason = path.Err
	}
	return fmt.Sprintf("cannot read %s: %v", e.name, reason)
}

func (e *notRead) Unwrap() error { return e.err }

var errNoInput = errors.New("no input could be read")
