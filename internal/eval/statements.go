package eval

import (
	"fmt"
	"io"
	"sort"
	"unicode"

	"annalist"
)

// StatementFigures are the figures of reported statements.
type StatementFigures struct {
	Articles, Gold, Coded int
	Cue                   F1       // statements found: paired by overlapping cue
	Content               F1       // words of the contents, over all statements
	Country               *float64 // of the gold statements whose speaker has one; unpaired ones are wrong
	Sector                *float64 // the same, country and sector
	Directness, Stance    *float64 // over paired statements
}

// said is a statement in the form that is compared.
type said struct {
	cue        []span
	words      map[int]bool // by character offset of the word
	speaker    code
	directness annalist.Directness
	stance     annalist.Stance
}

// ReadStatements reads the statement records of a coder's JSON Lines.
func ReadStatements(r io.Reader, name string) (map[string][]annalist.StatementRecord, error) {
	recs, err := readLines[annalist.StatementRecord](r, name)
	if err != nil {
		return nil, err
	}
	out := map[string][]annalist.StatementRecord{}
	for _, rec := range recs {
		if rec.Kind == "statement" {
			out[rec.Article] = append(out[rec.Article], rec)
		}
	}
	return out, nil
}

// Statements compares coded statements with gold, article by article.
func Statements(gold []Gold, coded map[string][]annalist.StatementRecord) (*StatementFigures, error) {
	var cue, content tally
	var country, sector, direct, stance hits
	f := &StatementFigures{Articles: len(gold)}
	for i := range gold {
		g := &gold[i]
		want := goldSaid(g)
		got, err := codedSaid(coded[g.ID], g.Text)
		if err != nil {
			return nil, fmt.Errorf("article %s: %w", g.ID, err)
		}
		f.Gold += len(want)
		f.Coded += len(got)
		partner := pairSaid(want, got)
		cue.tp += len(partner)
		cue.fn += len(want) - len(partner)
		cue.fp += len(got) - len(partner)
		used := map[int]bool{}
		for k, w := range want {
			j, ok := partner[k]
			c := said{}
			if ok {
				c, used[j] = got[j], true
				direct.add(w.directness == c.directness)
				stance.add(w.stance == c.stance)
			}
			both := shared(w.words, c.words)
			content.tp += both
			content.fn += len(w.words) - both
			content.fp += len(c.words) - both
			if w.speaker.country != "" {
				country.add(ok && w.speaker.country == c.speaker.country)
				sector.add(ok && w.speaker == c.speaker)
			}
		}
		for j, c := range got {
			if !used[j] {
				content.fp += len(c.words)
			}
		}
	}
	f.Cue, f.Content = cue.f1(), content.f1()
	f.Country, f.Sector, f.Directness, f.Stance = country.ratio(), sector.ratio(), direct.ratio(), stance.ratio()
	return f, nil
}

func goldSaid(g *Gold) []said {
	words := wordOffsets(g.Text)
	out := make([]said, len(g.Statements))
	for i, st := range g.Statements {
		s := said{words: map[int]bool{}, directness: st.Directness, stance: st.Stance}
		if st.Cue != nil {
			s.cue = appendSpan(nil, st.Cue.Span)
		}
		if st.Speaker != nil {
			s.speaker = code{st.Speaker.Country, st.Speaker.Sector}
		}
		for _, c := range st.Content {
			for _, sp := range appendSpan(nil, c.Span) {
				mark(s.words, words, sp)
			}
		}
		out[i] = s
	}
	return out
}

func codedSaid(recs []annalist.StatementRecord, text string) ([]said, error) {
	r := newRunes(text)
	words := wordOffsets(text)
	out := make([]said, len(recs))
	for i, st := range recs {
		s := said{words: map[int]bool{}, directness: st.Directness, stance: st.Stance}
		if st.Cue != nil {
			sp, err := r.span(st.Cue.Start, st.Cue.End, st.Cue.Text)
			if err != nil {
				return nil, err
			}
			s.cue = []span{sp}
		}
		if st.Speaker != nil {
			s.speaker = recordCode(*st.Speaker)
		}
		for _, c := range st.Content {
			sp, err := r.span(c.Start, c.End, c.Text)
			if err != nil {
				return nil, err
			}
			mark(s.words, words, sp)
		}
		out[i] = s
	}
	return out, nil
}

// wordOffsets lists where the words of a text begin, in characters: runs of
// letters and digits.
func wordOffsets(text string) []int {
	var out []int
	inside := false
	n := 0
	for _, r := range text {
		word := unicode.IsLetter(r) || unicode.IsDigit(r)
		if word && !inside {
			out = append(out, n)
		}
		inside = word
		n++
	}
	return out
}

// mark sets the words that begin inside a span.
func mark(set map[int]bool, words []int, sp span) {
	for i := sort.SearchInts(words, sp.start); i < len(words) && words[i] < sp.end; i++ {
		set[words[i]] = true
	}
}

func shared(a, b map[int]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// pairSaid pairs by overlapping cue, of several the one that shares most
// content; then gold statements without a cue by most shared content.
func pairSaid(gold, coded []said) map[int]int {
	var all []match
	for i, g := range gold {
		for j, c := range coded {
			both := shared(g.words, c.words)
			switch {
			case overlap(g.cue, c.cue):
				all = append(all, match{1e6 + float64(both), i, j})
			case len(g.cue) == 0 && both > 0:
				all = append(all, match{float64(both), i, j})
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].score > all[b].score })
	partner, used := map[int]int{}, map[int]bool{}
	for _, m := range all {
		if _, ok := partner[m.i]; !ok && !used[m.j] {
			partner[m.i] = m.j
			used[m.j] = true
		}
	}
	return partner
}

// Print writes the figures as a table.
func (f *StatementFigures) Print(w io.Writer) {
	for _, row := range [][2]string{
		{"articles", fmt.Sprint(f.Articles)}, {"gold", fmt.Sprint(f.Gold)}, {"coded", fmt.Sprint(f.Coded)},
		{"cue", showF1(f.Cue)}, {"content", showF1(f.Content)}, {"country", showRatio(f.Country)},
		{"sector", showRatio(f.Sector)}, {"directness", showRatio(f.Directness)}, {"stance", showRatio(f.Stance)},
	} {
		fmt.Fprintf(w, "%-18s %s\n", row[0], row[1])
	}
}
