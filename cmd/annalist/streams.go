package main

import (
	"io"
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
