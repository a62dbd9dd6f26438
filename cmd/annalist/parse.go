package main

import (
	"bufio"
	"errors"
	stdio "io"

	"annalist"
	"annalist/data"
	"annalist/internal/format"
	"annalist/internal/syntax"
)

// parseCmd parses text to CoNLL-U.
type parseCmd struct {
	Files  []string `arg:"" optional:"" help:"Plain text, JSON Lines, or CoNLL-U with --tokens; - or nothing reads standard input."`
	Tokens bool     `help:"Read CoNLL-U and keep its sentences and tokens."`
}

// Run parses file after file.
func (c *parseCmd) Run(io streams) error {
	parser, err := syntax.New(data.Files())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(io.out)
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
			err = parseText(parser, f, name, out)
		}
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return out.Flush()
}

// parseText parses each article of a plain or JSON Lines input.
func parseText(parser *syntax.Parser, in stdio.Reader, name string, out stdio.Writer) error {
	articles := format.NewReader(in, name, format.Defaults{})
	for {
		art, err := articles.Next()
		if errors.Is(err, stdio.EOF) {
			return nil
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
