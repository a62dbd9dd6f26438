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
	for _, file := range files {
		f, name, err := io.open(file)
		if err != nil {
			return err
		}
		if c.Tokens {
			err = parser.Reparse(f, name, out)
		} else {
			err = parseText(parser, f, name, out, func(bad *format.Error) {
				some = true
				fmt.Fprintln(io.err, "annalist:", bad)
			})
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return errors.Join(err, out.Flush())
		}
	}
	if some {
		return errors.Join(out.Flush(), errSome)
	}
	return out.Flush()
}

// parseText parses each article of a plain or JSON input; articles that
// cannot be read are told to skip.
func parseText(parser *syntax.Parser, in stdio.Reader, name string, out stdio.Writer, skip func(*format.Error)) error {
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
			return err
		}
		doc := &annalist.Document{Article: art}
		parser.Parse(doc)
		if err := syntax.WriteCoNLLU(out, doc); err != nil {
			return err
		}
	}
}
