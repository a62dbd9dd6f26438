package main

import (
	"bufio"
	"errors"
	"fmt"
	stdio "io"

	"annalist"
	"annalist/data"
	"annalist/internal/format"
	"annalist/internal/syntax"
)

// parseCmd parses text to CoNLL-U.
type parseCmd struct {
	Files  []string `arg:"" optional:"" help:"Plain text, JSON, or CoNLL-U with --tokens; - or nothing reads standard input."`
	Tokens bool     `help:"Read CoNLL-U and keep its sentences and tokens."`
}

// Run parses file after file.
func (c *parseCmd) Run(io streams) error {
	parser, err := syntax.New(data.Files())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(io.out)
	some := false
	files := c.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	unread := 0
	for _, file := range files {
		f, name, err := io.open(file)
		if err != nil {
			unread++
			fmt.Fprintln(io.err, "annalist:", &notRead{name, err})
			continue
		}
		if c.Tokens {
			err = parser.Reparse(f, name, out)
		} else {
			err = parseText(parser, f, name, out, func(bad error) {
				some = true
				fmt.Fprintln(io.err, "annalist:", bad)
			})
		}
		if err := errors.Join(err, f.Close(), out.Flush()); err != nil {
			return err
		}
	}
	switch {
	case unread == len(files):
		return errNoInput
	case some || unread > 0:
		return errSome
	}
	return nil
}

// parseText parses each article of a plain or JSON input; articles that
// cannot be read are told to skip, and so is an input that breaks off.
func parseText(parser *syntax.Parser, in stdio.Reader, name string, out stdio.Writer, skip func(error)) error {
	articles := format.NewReader(in, name, format.Defaults{})
	for {
		art, err := articles.Next()
		if errors.Is(err, stdio.EOF) {
			return nil
		}
		var bad *format.Error
		if errors.As(err, &bad) {
			skip(bad)
			continue
		}
		if err != nil {
			skip(&notRead{name, err})
			return nil
		}
		doc := &annalist.Document{Article: art}
		parser.Parse(doc)
		if err := syntax.WriteCoNLLU(out, doc); err != nil {
			return err
		}
	}
}
