package format

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"annalist"
)

// maxLine is the longest line of JSON Lines kept in memory: the longest text,
// escaped, and room for the other fields. What is longer is passed over.
const maxLine = 6*MaxText + 1<<20

// line is an article as it stands in JSON Lines. "date" is taken where
// "published" is missing, as many corpora name it so.
type line struct {
	ID        string  `json:"id"`
	Title     string  `json:"title"`
	Text      *string `json:"text"`
	Published string  `json:"published"`
	Date      string  `json:"date"`
	Source    string  `json:"source"`
	URL       string  `json:"url"`
	Language  string  `json:"language"`
}

// nextObject reads the next article of JSON Lines: a line, or the lines over
// which a printer has spread one object.
func (r *Reader) nextObject() (annalist.Article, error) {
	for {
		raw, tooLong, err := r.readLine()
		if err != nil {
			return annalist.Article{}, err
		}
		r.line, r.col = r.rows, 1
		if len(bytes.TrimSpace(raw)) == 0 && !tooLong {
			continue
		}
		raw, tooLong, err = r.readRest(raw, tooLong)
		if err != nil {
			return annalist.Article{}, err
		}
		if tooLong {
			return annalist.Article{}, r.fail(TooLong, fmt.Sprintf("the article is longer than %d bytes", maxLine), "give one JSON object for each article")
		}
		return r.decode(bytes.TrimRight(raw, "\r\n"))
	}
}

// readRest adds the further lines of an object that is still open at the end of
// its first line. An object that is broken is read up to the next line that
// begins another one, so that it gives one error and costs no other article.
func (r *Reader) readRest(raw []byte, tooLong bool) ([]byte, bool, error) {
	var b brackets
	if bytes.HasPrefix(bytes.TrimLeft(raw, white), []byte("{")) {
		b.add(raw)
	}
	for b.open() {
		next, err := r.in.Peek(1)
		if len(next) == 0 || next[0] == '{' {
			if err != nil && !errors.Is(err, io.EOF) {
				return nil, false, fmt.Errorf("read %s: %w", r.name, err)
			}
			break
		}
		line, long, err := r.readLine()
		if err != nil {
			return nil, false, err
		}
		b.add(line)
		tooLong = tooLong || long || len(raw)+len(line) > maxLine
		if !tooLong {
			raw = append(raw, line...)
		}
	}
	return raw, tooLong, nil
}

// brackets follows the nesting of a JSON object over its lines.
type brackets struct {
	depth  int
	broken bool // a line ended inside a string, which JSON does not allow
}

func (b *brackets) open() bool { return b.depth > 0 || b.broken }

// add follows one line. What stands in a string opens and closes nothing.
func (b *brackets) add(line []byte) {
	inString := false
	for i := 0; i < len(line) && !b.broken; i++ {
		switch c := line[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			b.depth++
		case c == '}' || c == ']':
			b.depth--
		}
	}
	b.broken = b.broken || inString
}

// readLine reads up to the next line feed, dropping what goes beyond maxLine.
func (r *Reader) readLine() (raw []byte, tooLong bool, err error) {
	r.rows++
	for {
		part, err := r.in.ReadSlice('\n')
		if !tooLong {
			raw = append(raw, part...)
			tooLong = len(raw) > maxLine
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			if len(raw) == 0 && !tooLong {
				return nil, false, io.EOF
			}
			return raw, tooLong, nil
		case err != nil:
			return nil, false, fmt.Errorf("read %s: %w", r.name, err)
		}
		return raw, tooLong, nil
	}
}

func (r *Reader) decode(raw []byte) (annalist.Article, error) {
	// encoding/json replaces bytes that are not UTF-8 without a word, which
	// would move every offset behind them.
	if !utf8.Valid(raw) {
		at := invalidAt(string(raw))
		return annalist.Article{}, r.failIn(raw, at, BadUTF8, fmt.Sprintf("byte 0x%02x is not UTF-8", raw[at]), "convert the file to UTF-8, e.g. with iconv")
	}
	var in line
	if err := json.Unmarshal(raw, &in); err != nil {
		return annalist.Article{}, r.jsonError(raw, err)
	}
	art := annalist.Article{
		ID: in.ID, Title: in.Title, Published: in.Published,
		Source: in.Source, URL: in.URL, Language: in.Language,
	}
	if in.Text == nil {
		e := r.fail(BadFields, `there is no field "text"`, `give {"id", "title", "text", "published", "source", "url", "language"}; only text is needed`)
		e.ID = in.ID
		return art, e
	}
	art.Text = *in.Text
	if art.Published == "" {
		art.Published = in.Date
	}
	return r.finish(art)
}

func (r *Reader) jsonError(raw []byte, err error) *Error {
	at := int64(1) // offsets of encoding/json count the byte at fault
	problem := err.Error()
	var syn *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syn):
		at = syn.Offset
		problem = "not JSON: " + syn.Error()
	case errors.As(err, &typ) && typ.Field == "":
		problem = fmt.Sprintf("an article is a JSON %s, want an object", typ.Value)
	case errors.As(err, &typ):
		at = typ.Offset
		problem = fmt.Sprintf("field %q is a JSON %s, want a string", typ.Field, typ.Value)
	}
	return r.failIn(raw, min(max(int(at), 1), len(raw))-1, BadJSON, problem, wantObjects)
}

// wantObjects says what JSON is read.
const wantObjects = `write each article as {"text": "..."}, one after the other or in one array`
