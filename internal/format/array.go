package format

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"annalist"
)

// array walks through a JSON array byte by byte, so that a bad element costs no
// other and no more than one is kept in memory.
type array struct {
	line, col int // of the byte read last, from 1
	some      bool
	end       byte // what ended the element before: a comma, the bracket, or 0 at the end of the input
}

// nextElement reads the next article of a JSON array.
func (r *Reader) nextElement() (annalist.Article, error) {
	if r.array == nil {
		r.array = &array{line: 1, end: ','}
		if _, err := r.skipSpace(); err != nil { // and the bracket
			return annalist.Article{}, r.readError(err)
		}
	}
	a := r.array
	if a.end != ',' {
		return annalist.Article{}, r.arrayEnd()
	}
	raw, tooLong, err := r.element()
	if err != nil {
		return annalist.Article{}, r.readError(err)
	}
	r.done = a.end == 0 && len(raw) == 0
	switch {
	case tooLong:
		return annalist.Article{}, r.fail(TooLong, fmt.Sprintf("the article is longer than %d bytes", maxLine), "one element of the array is one article")
	case len(raw) > 0:
		a.some = true
		art, err := r.decode(raw)
		r.done = a.end == 0 && err != nil // one error for an input cut off
		return art, err
	case a.end == 0:
		return annalist.Article{}, r.fail(BadJSON, cutOff, wantObjects)
	case a.end == ']' && !a.some:
		return annalist.Article{}, r.fail(annalist.SkipEmpty, "the array is empty", "nothing to code")
	}
	return annalist.Article{}, r.fail(BadJSON, "there is no article beside the comma", wantObjects)
}

// element reads up to the comma or the bracket behind the next element and
// leaves in line and col where it begins.
func (r *Reader) element() (raw []byte, tooLong bool, err error) {
	a := r.array
	c, err := r.skipSpace()
	r.line, r.col = a.line, a.col
	depth, inString, escaped := 0, false, false
	for ; err == nil; c, err = r.readByte() {
		if depth == 0 && !inString && (c == ',' || c == ']') {
			a.end = c
			return bytes.TrimRight(raw, white), tooLong, nil
		}
		tooLong = tooLong || len(raw) >= maxLine
		if !tooLong {
			raw = append(raw, c)
		}
		switch {
		case escaped:
			escaped = false
		case c == '"':
			inString = !inString
		case inString:
			escaped = c == '\\'
		case c == '{' || c == '[':
			depth++
		case (c == '}' || c == ']') && depth > 0: // a brace too many ends nothing
			depth--
		}
	}
	if !errors.Is(err, io.EOF) {
		return nil, false, err
	}
	a.end = 0
	return bytes.TrimRight(raw, white), tooLong, nil
}

const cutOff = "the array does not end"

// arrayEnd makes sure that the array is closed and that nothing follows it.
func (r *Reader) arrayEnd() error {
	r.done = true
	if r.array.end == 0 {
		return r.fail(BadJSON, cutOff, wantObjects)
	}
	_, err := r.skipSpace()
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	if err != nil {
		return r.readError(err)
	}
	r.line, r.col = r.array.line, r.array.col
	return r.fail(BadJSON, "something stands behind the end of the array", wantObjects)
}

func (r *Reader) skipSpace() (byte, error) {
	for {
		c, err := r.readByte()
		if err != nil || strings.IndexByte(white, c) < 0 {
			return c, err
		}
	}
}

func (r *Reader) readByte() (byte, error) {
	c, err := r.in.ReadByte()
	if err == nil {
		r.array.col++
	}
	if c == '\n' {
		r.array.line++
		r.array.col = 0
	}
	return c, err
}

func (r *Reader) readError(err error) error { return fmt.Errorf("read %s: %w", r.name, err) }
