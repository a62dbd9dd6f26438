package format

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"annalist"
)

// Defaults fill what an article does not say of itself.
type Defaults struct {
	Published string // YYYY-MM-DD
	Source    string
}

// Reader gives the articles of one input.
type Reader struct {
	name  string
	in    *bufio.Reader
	fill  Defaults
	kind  kind
	array *array // of a JSON array, once begun
	line  int    // where the article under way begins, from 1
	col   int    // the same within its line, from 1
	rows  int    // lines of the input read so far, of JSON Lines
	begun bool
	done  bool
}

// kind is what an input holds.
type kind int

const (
	prose    kind = iota // one article as plain text
	objects              // JSON objects, one a line or each over several lines
	elements             // a JSON array of objects
	columns              // CSV, which is not read
)

// NewReader reads articles from r; name stands in errors ("stdin" or a path).
func NewReader(r io.Reader, name string, fill Defaults) *Reader {
	return &Reader{name: name, in: bufio.NewReaderSize(r, 1<<16), fill: fill}
}

// Next returns the next article. io.EOF ends the input. An *Error means that
// this one article cannot be read: call Next again for the others. Any other
// error means that the input itself cannot be read.
func (r *Reader) Next() (annalist.Article, error) {
	if !r.begun {
		r.begun = true
		if err := r.sniff(); err != nil {
			return annalist.Article{}, err
		}
	}
	if r.done {
		return annalist.Article{}, io.EOF
	}
	switch r.kind {
	case objects:
		return r.nextObject()
	case elements:
		return r.nextElement()
	case columns:
		r.done = true
		return annalist.Article{}, r.columnsError()
	default:
		r.done = true
		return r.plain()
	}
}

// sniff looks at the first bytes: JSON Lines begin with an object, an array with
// a bracket, CSV with a row of column names. A UTF-8 byte order mark is no part
// of the text.
func (r *Reader) sniff() error {
	head, err := r.in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read %s: %w", r.name, err)
	}
	if bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		r.in.Discard(3)
	}
	// A Peek that gives less than asked for has met the end, an error that the
	// next read will meet again, or white space as long as the buffer.
	n := 1
	for ; ; n++ {
		head, err = r.in.Peek(n)
		if len(head) < n {
			if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
				return fmt.Errorf("read %s: %w", r.name, err)
			}
			return nil
		}
		if !isSpace(head[n-1]) {
			break
		}
	}
	head, _ = r.in.Peek(n + 4096)
	r.kind = sniffKind(head[n-1:])
	return nil
}

// sniffKind tells the kinds of input apart by their beginning, from the first
// byte that is no white space.
func sniffKind(head []byte) kind {
	inner := bytes.TrimLeft(head[1:], white)
	switch {
	case head[0] == '{' && looksLikeObject(inner):
		return objects
	case head[0] == '[' && looksLikeArray(inner):
		return elements
	case looksLikeColumns(head):
		return columns
	}
	return prose
}

// white is what JSON takes for white space.
const white = " \t\r\n"

func isSpace(b byte) bool { return strings.IndexByte(white, b) >= 0 }

// looksLikeObject tells a JSON object from a plain text that begins with a
// brace: a key in quotes, or the end of the object, follows the brace.
func looksLikeObject(inner []byte) bool {
	return len(inner) == 0 || inner[0] == '"' || inner[0] == '}'
}

// looksLikeArray tells a JSON array from a plain text that begins with a
// bracket ("[Reuters] ..."): an object, the end of the array, or a whole string
// follows, and behind the string a comma or the end.
func looksLikeArray(inner []byte) bool {
	if len(inner) == 0 {
		return false
	}
	switch inner[0] {
	case '{', ']':
		// "[] he wrote": what follows the bracket tells.
		return inner[0] == '{' || len(bytes.TrimLeft(inner[1:], white)) == 0
	case '"':
		var first string
		dec := json.NewDecoder(bytes.NewReader(inner))
		if err := dec.Decode(&first); err != nil {
			return errors.Is(err, io.ErrUnexpectedEOF) // longer than what was looked at
		}
		behind := bytes.TrimLeft(inner[dec.InputOffset():], white)
		return len(behind) > 0 && (behind[0] == ',' || behind[0] == ']')
	}
	return false
}

// plain reads the whole input as one article.
func (r *Reader) plain() (annalist.Article, error) {
	text, err := io.ReadAll(io.LimitReader(r.in, MaxText+1))
	if err != nil {
		return annalist.Article{}, fmt.Errorf("read %s: %w", r.name, err)
	}
	if len(text) > MaxText {
		return annalist.Article{}, r.fail(TooLong,
			fmt.Sprintf("the text is longer than %d bytes", MaxText), "give one article a file, or JSON Lines with one article a line")
	}
	return r.finish(annalist.Article{Text: string(text)})
}

// finish checks an article and fills what it does not say.
func (r *Reader) finish(art annalist.Article) (annalist.Article, error) {
	if err := r.check(art); err != nil {
		err.ID = art.ID
		return art, err
	}
	if art.Published == "" {
		art.Published = r.fill.Published
	}
	if art.Source == "" {
		art.Source = r.fill.Source
	}
	day, ok := Day(art.Published)
	if !ok {
		err := r.fail(BadFields, fmt.Sprintf("published is %q", art.Published), "write it as YYYY-MM-DD, or leave it out")
		err.ID = art.ID
		return art, err
	}
	art.Published = day
	if art.ID == "" {
		sum := sha256.Sum256([]byte(art.Text))
		art.ID = hex.EncodeToString(sum[:])
	}
	return art, nil
}

func (r *Reader) check(art annalist.Article) *Error {
	text := art.Text
	if len(bytes.TrimSpace([]byte(text))) == 0 {
		return r.fail(annalist.SkipEmpty, "there is no text", "nothing to code")
	}
	if at := bytes.IndexByte([]byte(text), 0); at >= 0 {
		return r.failAt(text, at, annalist.SkipBinary, "a zero byte: this is not text", "give plain text or JSON Lines in UTF-8")
	}
	if !utf8.ValidString(text) {
		at := invalidAt(text)
		return r.failAt(text, at, BadUTF8, fmt.Sprintf("byte 0x%02x is not UTF-8", text[at]), "convert the file to UTF-8, e.g. with iconv")
	}
	if len(text) > MaxText {
		return r.fail(TooLong, fmt.Sprintf("the text has %d bytes, at most %d make an article", len(text), MaxText), "give one article a line")
	}
	return nil
}

// invalidAt is the offset of the first byte that is not UTF-8.
func invalidAt(text string) int {
	for i, c := range text {
		if c == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return i
			}
		}
	}
	return 0
}

// fail is an error where the article under way begins.
func (r *Reader) fail(reason annalist.SkipReason, problem, hint string) *Error {
	return &Error{File: r.name, Line: max(r.line, 1), Col: max(r.col, 1), Reason: reason, Problem: problem, Hint: hint}
}

// failIn is fail at a byte of what the article was read from.
func (r *Reader) failIn(raw []byte, at int, reason annalist.SkipReason, problem, hint string) *Error {
	e := r.fail(reason, problem, hint)
	before := raw[:at]
	if lines := bytes.Count(before, []byte("\n")); lines > 0 {
		e.Line += lines
		e.Col = at - bytes.LastIndexByte(before, '\n')
	} else {
		e.Col += at
	}
	return e
}

// failAt is fail at a byte of a text, where the text stands in the input as it is.
func (r *Reader) failAt(text string, at int, reason annalist.SkipReason, problem, hint string) *Error {
	if r.kind == prose {
		return r.failIn([]byte(text), at, reason, problem, hint)
	}
	return r.fail(reason, problem, hint)
}

// Day reduces a date, or a date with time in the form of RFC 3339, to its day.
// The empty string is a date that is not known, and fine.
func Day(s string) (string, bool) {
	if s == "" {
		return "", true
	}
	if len(s) > len(time.DateOnly) && (s[10] == 'T' || s[10] == ' ') {
		s = s[:10]
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", false
	}
	return s, true
}
