package eval

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"annalist"
)

// SentenceFigures are the figures of sentences that have one type each.
type SentenceFigures struct {
	Rows    int            `json:"rows"`
	Empty   int            `json:"empty"` // rows without a text, left out
	Right   int            `json:"right"`
	Share   float64        `json:"share"`
	Further float64        `json:"further_per_sentence"` // events beside the one that is right
	Beyond  float64        `json:"beyond_one"`           // events beyond the first of a sentence, right or not
	Manual  int            `json:"conflicts"`            // wrong rows with an act that the manual puts under another type than the row
	Types   map[string]F1  `json:"types"`                // recall alone means anything: r, n
	Instead map[string]int `json:"instead"`              // "WANT coded as X", "WANT not coded"
}

// SentenceFault is a sentence without the wanted type.
type SentenceFault struct {
	Row   SentenceRow
	Coded []string
}

// Sentences scores the events coded in sentences, per row: right is a row with an
// event of its type, or whose CAMEO code begins with its root.
func Sentences(rows []SentenceRow, empty int, coded [][]annalist.EventRecord) (*SentenceFigures, []SentenceFault) {
	f := &SentenceFigures{Rows: len(rows), Empty: empty, Types: map[string]F1{}, Instead: map[string]int{}}
	types := map[string]*tally{}
	further, beyond := 0, 0
	var faults []SentenceFault
	for i, row := range rows {
		key := row.Root
		if key == "" {
			folded, _ := foldedType(row.Event)
			key = string(folded[0])
		}
		if types[key] == nil {
			types[key] = &tally{}
		}
		further += len(coded[i])
		beyond += max(len(coded[i])-1, 0)
		if slices.ContainsFunc(coded[i], row.tells) {
			f.Right++
			further--
			types[key].tp++
			continue
		}
		types[key].fn++
		fault := SentenceFault{Row: row}
		for _, ev := range coded[i] {
			fault.Coded = append(fault.Coded, fmt.Sprintf("%s/%s %s %q", ev.Type, ev.Mode, ev.CAMEO, ev.Trigger.Text))
			f.Instead[key+" coded as "+string(ev.Type)]++
		}
		if len(coded[i]) == 0 {
			f.Instead[key+" not coded"]++
		}
		if row.Root == "" && slices.ContainsFunc(coded[i], row.conflicts) {
			f.Manual++
		}
		faults = append(faults, fault)
	}
	for key, tl := range types {
		f.Types[key] = tl.f1()
	}
	f.Share, f.Further, f.Beyond = ratio(f.Right, len(rows)), ratio(further, len(rows)), ratio(beyond, len(rows))
	return f, faults
}

// tells says that an event is the one its row asks for.
func (row SentenceRow) tells(ev annalist.EventRecord) bool {
	if row.Root != "" {
		return strings.HasPrefix(ev.CAMEO, row.Root)
	}
	types, _ := foldedType(row.Event)
	return slices.Contains(types, ev.Type)
}

// conflicts says that an event is of a class that the manual puts under another
// type than the row does.
func (row SentenceRow) conflicts(ev annalist.EventRecord) bool {
	if len(ev.Why) == 0 {
		return false
	}
	return conflict(oneOf15(row.Event), &Answer{Type: ev.Type, Mode: ev.Mode, Rule: ev.Why[0].Rule, Whole: true}) != ""
}

// Print writes the figures as a table.
func (f *SentenceFigures) Print(w io.Writer) {
	fmt.Fprintf(w, "%-18s %d (%d without text left out)\n", "rows", f.Rows, f.Empty)
	fmt.Fprintf(w, "%-18s %d (%.3f)\n", "right", f.Right, f.Share)
	fmt.Fprintf(w, "%-18s %.3f (beyond one a sentence %.3f)\n", "further events", f.Further, f.Beyond)
	fmt.Fprintf(w, "%-18s %d\n", "conflicts", f.Manual)
	for _, t := range sortedKeys(f.Types) {
		fmt.Fprintf(w, "  %-10s %.3f of %d\n", t, f.Types[t].R, f.Types[t].N)
	}
	var lines []string
	for k, n := range f.Instead {
		lines = append(lines, fmt.Sprintf("%3d %s", n, k))
	}
	slices.Sort(lines)
	for _, l := range slices.Backward(lines) {
		fmt.Fprintf(w, "  %s\n", l)
	}
}

// Print writes a fault on a few lines.
func (f *SentenceFault) Print(w io.Writer) {
	want := f.Row.Root
	if want == "" {
		want = string(f.Row.Event)
	}
	said := strings.Join(f.Coded, ", ")
	if said == "" {
		said = "nothing"
	}
	fmt.Fprintf(w, "%s: %s coded as %s\n    %s\n", f.Row.ID, want, said, strings.Join(strings.Fields(f.Row.Text), " "))
}
