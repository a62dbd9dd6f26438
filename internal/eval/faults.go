package eval

import (
	"fmt"
	"io"
	"sort"
	"strings"
	"unicode"

	"annalist"
)

// Fault is one thing that went wrong: a missed gold event, an extra coded one,
// or a pair whose record is not right.
type Fault struct {
	Article, Kind string // "missed", "extra" or "wrong"
	Gold, Coded   string // as one line each, "-" for none
	Text          string // the sentence around the trigger

	at  int                // first character of the gold trigger, of the coded one for an extra event
	typ annalist.EventType // of the same event
}

// Print writes a fault with its text.
func (f Fault) Print(w io.Writer) {
	fmt.Fprintf(w, "%s %s: %s\n   gold  %s\n   coded %s\n", f.Article, f.Kind, f.Text, f.Gold, f.Coded)
}

// key tells whether two runs go wrong at the same place.
func (f Fault) key() string { return fmt.Sprint(f.Article, f.Kind == "extra", f.at, f.typ) }

func (s *scorer) fault(id, kind string, gold, coded *item) {
	f := Fault{Article: id, Kind: kind, Gold: "-", Coded: "-"}
	for _, it := range []*item{coded, gold} { // gold last: its place counts
		if it != nil && len(it.spans) > 0 {
			f.at, f.typ = it.spans[0].start, it.typ
		}
	}
	if gold != nil {
		f.Gold = gold.String()
	}
	if coded != nil {
		f.Coded = coded.String()
	}
	f.Text = around(s.text, f.at)
	s.faults = append(s.faults, f)
}

// reach is how many characters of a sentence are shown on either side.
const reach = 160

// around cuts the sentence, roughly, about a character.
func around(text []rune, at int) string {
	if at >= len(text) {
		return ""
	}
	from, to := at, at
	for from > 0 && at-from < reach && !breaks(text, from-1) {
		from--
	}
	for to < len(text) && to-at < reach && !breaks(text, to) {
		to++
	}
	return strings.TrimSpace(string(text[from:to]))
}

// breaks says that a sentence may end at a character.
func breaks(text []rune, i int) bool {
	if text[i] == '\n' {
		return true
	}
	return text[i] == '.' && i+2 < len(text) && unicode.IsSpace(text[i+1]) && unicode.IsUpper(text[i+2])
}

// Confusion is how often one type was coded as another.
type Confusion struct {
	Gold  annalist.EventType `json:"gold"`
	Coded annalist.EventType `json:"coded"`
	Pairs int                `json:"pairs"`
}

// confusions lists the pairs of gold and coded type, the most frequent first.
func confusions(mixed map[[2]annalist.EventType]int) []Confusion {
	out := make([]Confusion, 0, len(mixed))
	for k, n := range mixed {
		out = append(out, Confusion{k[0], k[1], n})
	}
	sort.Slice(out, func(a, b int) bool {
		x, y := out[a], out[b]
		if x.Pairs != y.Pairs {
			return x.Pairs > y.Pairs
		}
		return x.Gold+x.Coded < y.Gold+y.Coded
	})
	return out
}

// Change is what a run does better and worse than another on the same gold.
type Change struct {
	Mended, Broken []Fault // wrong in the other run only, wrong in this run only
}

// Against compares the faults of a run with those of another.
func Against(this, other []Fault) Change {
	return Change{Mended: lacking(other, this), Broken: lacking(this, other)}
}

// lacking gives the faults of one run that the other has not.
func lacking(a, b []Fault) []Fault {
	has := map[string]bool{}
	for _, f := range b {
		has[f.key()] = true
	}
	var out []Fault
	for _, f := range a {
		if !has[f.key()] {
			out = append(out, f)
		}
	}
	return out
}
