// Package eval measures what was coded against what people settled on.
//
// Score gives the figures of the project's measure (trigger, type, actors,
// triple, realis, date, place, source, record ...) for events, Statements those
// for reported statements. The pairing and every figure follow score.py, the
// reference in Python, and a test holds the two together. The package codes
// nothing: it compares gold rows with records.
package eval

import (
	"fmt"
	"io"

	"annalist"
)

// Gold is one annotated article; spans are offsets in characters.
type Gold struct {
	ID         string          `json:"id"`
	Published  string          `json:"published"`
	Title      string          `json:"title"`
	Text       string          `json:"text"`
	Sentences  int             `json:"sentences"`
	Events     []GoldEvent     `json:"events"`
	Statements []GoldStatement `json:"statements"`
}

// GoldEvent is one annotated event.
type GoldEvent struct {
	Type        annalist.EventType `json:"type"`
	Mode        annalist.Mode      `json:"mode"`
	Contexts    []annalist.Context `json:"contexts"`
	Trigger     string             `json:"trigger"`
	TriggerSpan []int              `json:"trigger_span"`
	Realis      annalist.Realis    `json:"realis"`
	Historical  bool               `json:"historical"`
	Date        string             `json:"date"`
	Place       *GoldSpan          `json:"place"`
	Actors      []GoldSpan         `json:"actors"`
	Recipients  []GoldSpan         `json:"recipients"`
	Attribution []GoldSpan         `json:"attribution"`
	Mentions    []GoldSpan         `json:"mentions"`
}

// GoldSpan is an annotated stretch of text with what it stands for.
type GoldSpan struct {
	Text    string           `json:"text"`
	Span    []int            `json:"span"` // two offsets in characters, or none when implied
	Name    string           `json:"name"`
	Country annalist.Country `json:"country"`
	Sector  annalist.Sector  `json:"sector"`
	Stance  annalist.Stance  `json:"stance"` // of attributions
}

// ReadGold reads annotated articles, one JSON object a line; name stands in errors.
func ReadGold(r io.Reader, name string) ([]Gold, error) {
	return readLines[Gold](r, name)
}

// ReadEvents reads the event records of a coder's JSON Lines, others left out.
func ReadEvents(r io.Reader, name string) (map[string][]annalist.EventRecord, error) {
	recs, err := readLines[annalist.EventRecord](r, name)
	if err != nil {
		return nil, err
	}
	out := map[string][]annalist.EventRecord{}
	for _, rec := range recs {
		if rec.Kind == "event" || rec.Kind == "" {
			out[rec.Article] = append(out[rec.Article], rec)
		}
	}
	return out, nil
}

func readLines[T any](r io.Reader, name string) ([]T, error) {
	return readChecked(r, name, func(*T) error { return nil })
}

// runes maps byte offsets of a text to character offsets.
type runes struct {
	text string
	at   map[int]int
}

func newRunes(text string) runes {
	r := runes{text, make(map[int]int, len(text)+1)}
	n := 0
	for i := range text {
		r.at[i] = n
		n++
	}
	r.at[len(text)] = n
	return r
}

// span converts a byte range; an error says that it is on no character
// boundary, or that the text there is not what the record repeats.
func (r runes) span(start, end int, text string) (span, error) {
	a, ok := r.at[start]
	b, ok2 := r.at[end]
	if !ok || !ok2 || end < start {
		return span{}, fmt.Errorf("bytes %d-%d are not on character boundaries of the text", start, end)
	}
	if r.text[start:end] != text {
		return span{}, fmt.Errorf("bytes %d-%d hold %q, the record says %q", start, end, r.text[start:end], text)
	}
	return span{a, b}, nil
}

// span is a half-open range of characters.
type span struct{ start, end int }

func overlap(a, b []span) bool {
	for _, x := range a {
		for _, y := range b {
			if x.start < y.end && y.start < x.end {
				return true
			}
		}
	}
	return false
}

// GoldStatement is one annotated statement.
type GoldStatement struct {
	Sentence   int                 `json:"sentence"`
	Speaker    *GoldSpan           `json:"speaker"`
	Cue        *GoldSpan           `json:"cue"`
	Content    []GoldSpan          `json:"content"`
	Directness annalist.Directness `json:"directness"`
	Stance     annalist.Stance     `json:"stance"`
}
