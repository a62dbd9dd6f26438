package main

import (
	"bufio"
	"compress/gzip"
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

// open opens a file, or standard input for "-", and unpacks what is gzipped. An
// empty or broken input is for the reader of its content to name.
func (s streams) open(path string) (io.ReadCloser, string, error) {
	var f io.ReadCloser
	if path == "-" {
		f, path = io.NopCloser(s.in), "stdin"
	} else {
		file, err := os.Open(path)
		if err != nil {
			return nil, path, err
		}
		f = file
	}
	in := bufio.NewReader(f)
	start, _ := in.Peek(len(gzipMagic))
	if string(start) != gzipMagic {
		return unpacked{in, f}, path, nil
	}
	plain, err := gzip.NewReader(in)
	if err != nil {
		f.Close()
		return nil, path, &notRead{path, err}
	}
	return unpacked{plain, f}, path, nil
}

// gzipMagic begins every gzip file (RFC 1952, 2.3.1).
const gzipMagic = "\x1f\x8b"

// unpacked reads the content of a file and closes the file.
type unpacked struct {
	io.Reader
	file io.Closer
}

// Close closes the file.
func (u unpacked) Close() error { return u.file.Close() }

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
