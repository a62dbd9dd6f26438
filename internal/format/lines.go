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

// nextLine reads the next line that is not blank.
func (r *Reader) nextLine() (annalist.Article, error) {
	for {
		raw, tooLong, err := r.readLine()
		if err != nil {
			return annalist.Article{}, err
		}
		if tooLong {
			return annalist.Article{}, r.fail(1, TooLong, fmt.Sprintf("the line is longer than %d bytes", maxLine), "give one article a line")
		}
		raw = bytes.TrimRight(raw, "\r\n")
		if len(bytes.TrimSpace(raw)) > 0 {
			return r.decode(raw)
		}
	}
}

// readLine reads up to the next line feed, dropping what goes beyond maxLine.
func (r *Reader) readLine() (raw []byte, tooLong bool, err error) {
	r.line++
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
		return annalist.Article{}, r.fail(at+1, BadUTF8, fmt.Sprintf("byte 0x%02x is not UTF-8", raw[at]), "convert the file to UTF-8, e.g. with iconv")
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
		e := r.fail(1, BadFields, `there is no field "text"`, `give {"id", "title", "text", "published", "source", "url", "language"}; only text is needed`)
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
	col := 1
	problem := err.Error()
	var syn *json.SyntaxError
	var typ *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syn):
		col = int(syn.Offset)
		problem = "not JSON: " + syn.Error()
	case errors.As(err, &typ):
		col = int(typ.Offset)
		problem = fmt.Sprintf("field %q is a JSON %s, want a string", typ.Field, typ.Value)
	}
	return r.fail(min(max(col, 1), len(raw)), BadJSON, problem, "one JSON object a line")
}
