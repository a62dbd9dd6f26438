package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"annalist"
)

// PairRow is a sentence of which source and target are given and the type is
// asked; spans are offsets in characters.
type PairRow struct {
	ID          string             `json:"id"`
	Text        string             `json:"text"`
	SourceSpans [][]int            `json:"source_spans"`
	TargetSpans [][]int            `json:"target_spans"`
	Event       annalist.EventType `json:"event"`
}

// SentenceRow is a sentence with the one type, or CAMEO root, that it is to give.
type SentenceRow struct {
	ID    string             `json:"id"`
	Text  string             `json:"text"`
	Event annalist.EventType `json:"event"`
	Root  string             `json:"root"`
}

// ReadPairs reads pairs, one JSON object a line; name stands in errors.
func ReadPairs(r io.Reader, name string) ([]PairRow, error) {
	return readChecked(r, name, (*PairRow).check)
}

// ReadSentences reads sentences, one JSON object a line; name stands in errors.
// Rows without a text, as of codes that have no example, are left out and counted.
func ReadSentences(r io.Reader, name string) (rows []SentenceRow, empty int, err error) {
	all, err := readChecked(r, name, (*SentenceRow).check)
	for _, row := range all {
		if row.Text == "" {
			empty++
			continue
		}
		rows = append(rows, row)
	}
	return rows, empty, err
}

func (row *PairRow) check() error {
	if row.Text == "" {
		return fmt.Errorf("no text (a row has text, source_spans, target_spans and event)")
	}
	if _, ok := foldedType(row.Event); !ok {
		return fmt.Errorf("event %q is no type", row.Event)
	}
	n := utf8.RuneCountInString(row.Text)
	for _, spans := range [][][]int{row.SourceSpans, row.TargetSpans} {
		for _, s := range spans {
			if len(s) != 2 || s[0] < 0 || s[0] >= s[1] || s[1] > n {
				return fmt.Errorf("span %v lies not in the text of %d characters ([first, one past last])", s, n)
			}
		}
	}
	return nil
}

func (row *SentenceRow) check() error {
	if row.Root != "" {
		if len(row.Root) != 2 || row.Root < "01" || row.Root > "20" {
			return fmt.Errorf(`root %q is none of CAMEO's ("01" to "20")`, row.Root)
		}
		return nil
	}
	if _, ok := foldedType(row.Event); !ok {
		return fmt.Errorf("event %q is no type (a row has text and event, or text and root)", row.Event)
	}
	return nil
}

// Source and Target give the spans of a row in bytes.
func (row *PairRow) Source() []annalist.Span { return byteSpans(row.Text, row.SourceSpans) }

// Target is as Source.
func (row *PairRow) Target() []annalist.Span { return byteSpans(row.Text, row.TargetSpans) }

func byteSpans(text string, spans [][]int) []annalist.Span {
	if len(spans) == 0 {
		return nil
	}
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	out := make([]annalist.Span, len(spans))
	for i, s := range spans {
		out[i] = annalist.Span{Start: at[s[0]], End: at[s[1]]}
	}
	return out
}

// yield is what CONCEDE and RETREAT were one type called.
const yield annalist.EventType = "YIELD"

// foldedType gives the types of today that a name of any version of the ontology
// stands for (manual, section 3).
func foldedType(t annalist.EventType) ([]annalist.EventType, bool) {
	switch t {
	case "DEMAND":
		return []annalist.EventType{annalist.Request}, true
	case "DISAPPROVE", "INVESTIGATE":
		return []annalist.EventType{annalist.Accuse}, true
	case "FIGHT":
		return []annalist.EventType{annalist.Assault}, true
	case yield:
		return []annalist.EventType{annalist.Concede, annalist.Retreat}, true
	}
	return []annalist.EventType{t}, t.Index() != annalist.None
}

// oneOf15 folds a type into the 15 of which CONCEDE and RETREAT are one.
func oneOf15(t annalist.EventType) annalist.EventType {
	types, _ := foldedType(t)
	if types[0] == annalist.Concede || types[0] == annalist.Retreat {
		return yield
	}
	return types[0]
}

// readChecked reads JSON Lines and holds every row to a check.
func readChecked[T any](r io.Reader, name string, check func(*T) error) ([]T, error) {
	in := bufio.NewReader(r)
	var out []T
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if strings.TrimSpace(string(line)) != "" {
			var row T
			if err := json.Unmarshal(line, &row); err != nil {
				return nil, fmt.Errorf("%s:%d:1: %w (one JSON object a line)", name, n, err)
			}
			if err := check(&row); err != nil {
				return nil, fmt.Errorf("%s:%d:1: %w", name, n, err)
			}
			out = append(out, row)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
}
