package format

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
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
	line  int
	lines bool // JSON Lines
	begun bool
	done  bool
}

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
	if r.lines {
		return r.nextLine()
	}
	r.done = true
	return r.plain()
}

// sniff looks at the first bytes: JSON Lines begin with an object. A UTF-8 byte
// order mark is no part of the text.
func (r *Reader) sniff() error {
	head, err := r.in.Peek(3)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("read %s: %w", r.name, err)
	}
	if bytes.Equal(head, []byte("\xef\xbb\xbf")) {
		r.in.Discard(3)
	}
	for n := 1; ; n++ {
		head, err = r.in.Peek(n)
		if len(head) < n {
			if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
				return fmt.Errorf("read %s: %w", r.name, err)
			}
			return nil
		}
		switch head[n-1] {
		case ' ', '\t', '\r', '\n':
			continue
		case '{':
			r.lines = r.looksLikeObject()
		}
		return nil
	}
}

// looksLikeObject tells a JSON object from a plain text that begins with a
// brace: a key in quotes, or the end of the object, follows the brace.
func (r *Reader) looksLikeObject() bool {
	head, _ := r.in.Peek(512)
	head = bytes.TrimLeft(head, " \t\r\n")
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return len(head) == 0 || head[0] == '"' || head[0] == '}'
}

// plain reads the whole input as one article.
func (r *Reader) plain() (annalist.Article, error) {
	text, err := io.ReadAll(io.LimitReader(r.in, MaxText+1))
	if err != nil {
		return annalist.Article{}, fmt.Errorf("read %s: %w", r.name, err)
	}
	r.line = 1
	if len(text) > MaxText {
		return annalist.Article{}, r.fail(1, TooLong,
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
		err := r.fail(1, BadFields, fmt.Sprintf("published is %q", art.Published), "write it as YYYY-MM-DD, or leave it out")
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
		return r.fail(1, annalist.SkipEmpty, "there is no text", "nothing to code")
	}
	if at := bytes.IndexByte([]byte(text), 0); at >= 0 {
		return r.failAt(text, at, annalist.SkipBinary, "a zero byte: this is not text", "give plain text or JSON Lines in UTF-8")
	}
	if !utf8.ValidString(text) {
		at := invalidAt(text)
		return r.failAt(text, at, BadUTF8, fmt.Sprintf("byte 0x%02x is not UTF-8", text[at]), "convert the file to UTF-8, e.g. with iconv")
	}
	if len(text) > MaxText {
		return r.fail(1, TooLong, fmt.Sprintf("the text has %d bytes, at most %d make an article", len(text), MaxText), "give one article a line")
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

func (r *Reader) fail(col int, reason annalist.SkipReason, problem, hint string) *Error {
	return &Error{File: r.name, Line: max(r.line, 1), Col: col, Reason: reason, Problem: problem, Hint: hint}
}

// failAt is fail at a byte of a plain text.
func (r *Reader) failAt(text string, at int, reason annalist.SkipReason, problem, hint string) *Error {
	e := r.fail(at+1, reason, problem, hint)
	if !r.lines {
		before := text[:at]
		e.Line = 1 + bytes.Count([]byte(before), []byte("\n"))
		e.Col = at - bytes.LastIndexByte([]byte(before), '\n')
	}
	return e
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
