// Package format reads articles and writes records, one file for each format.
//
// NewReader tells plain text, JSON Lines and a JSON array apart by content, never
// by file name, and gives one article after the other; what cannot be read is an
// *Error that names file, line and column, and reading goes on behind it. NewWriter writes records
// as JSON Lines, CSV or a table for people. The package does not code anything.
package format

import (
	"fmt"
	"io"
	"sort"
	"strings"

	"annalist"
)

// MaxText is the length in bytes above which a text is taken for something else
// than an article (a whole corpus on one line): it is refused with an *Error.
const MaxText = 4 << 20

// Error says what is wrong with one article of the input, and where.
type Error struct {
	File      string
	Line, Col int // from 1; Col counts bytes
	ID        string
	Reason    annalist.SkipReason
	Problem   string
	Hint      string
}

// Error gives file:line:col: problem (what to do).
func (e *Error) Error() string {
	s := fmt.Sprintf("%s:%d:%d: %s", e.File, e.Line, e.Col, e.Problem)
	if e.Hint != "" {
		s += " (" + e.Hint + ")"
	}
	return s
}

// Reasons why an input gives no article, beside those of the root package.
const (
	BadJSON   annalist.SkipReason = "bad-json"
	BadUTF8   annalist.SkipReason = "bad-utf8"
	TooLong   annalist.SkipReason = "too-long"
	BadFields annalist.SkipReason = "bad-fields"
	BadFormat annalist.SkipReason = "bad-format" // a form of input that is not read
	NotRead   annalist.SkipReason = "not-read"   // a file that is not there or cannot be read
)

// Writer writes records in the order given. Flush passes on what is written so
// far, Close also what stands behind the last record; neither closes the
// underlying stream. A Writer serves one goroutine.
type Writer interface {
	Write(rec annalist.Record) error
	Flush() error
	Close() error
}

// writers lists the output formats by name.
var writers = map[string]func(io.Writer) Writer{
	"jsonl": newJSONL,
	"csv":   newCSV,
	"table": newTable,
}

// OnlyEvents reports whether the named format has no form for records of other
// kinds: its Writer refuses them.
func OnlyEvents(name string) bool { return name == "csv" }

// Names lists the output formats.
func Names() []string {
	names := make([]string, 0, len(writers))
	for name := range writers {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// NewWriter returns a writer of the named format.
func NewWriter(name string, w io.Writer) (Writer, error) {
	make, ok := writers[name]
	if !ok {
		return nil, fmt.Errorf("unknown format %q: use one of %s", name, strings.Join(Names(), ", "))
	}
	return make(w), nil
}
