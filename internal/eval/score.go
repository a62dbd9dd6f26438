package eval

import (
	"slices"
	"sort"
	"strings"

	"annalist"
)

// F1 is precision, recall and their harmonic mean, each 0 to 1, over N gold items.
type F1 struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
	N  int     `json:"n"`
}

// Figures are the figures of a run; the names are those of score.py.
type Figures struct {
	Articles   int           `json:"articles"`
	Gold       int           `json:"gold"`
	Coded      int           `json:"coded"`
	Trigger    F1            `json:"trigger"`
	Type       F1            `json:"type"`
	TypeMacro  float64       `json:"type_macro"`
	Mode       *float64      `json:"mode"`
	Actor      F1            `json:"actor"`
	Recipient  F1            `json:"recipient"`
	Triple     F1            `json:"triple"`
	Realis     *float64      `json:"realis"`
	NonActual  F1            `json:"nonactual"`
	Historical *float64      `json:"historical"`
	Date       F1            `json:"date"`
	Place      F1            `json:"place"`
	Contexts   F1            `json:"contexts"`
	Stance     *float64      `json:"stance"`
	Source     F1            `json:"source"`
	Record     F1            `json:"record"`
	Article    F1            `json:"article"`
	Extra      *float64      `json:"extra_per_sentence"`
	Types      map[string]F1 `json:"types"`

	// What score.py does not have.
	Confusions  []Confusion  `json:"confusions,omitempty"`
	Calibration *Calibration `json:"calibration,omitempty"`
}

// tally counts true and false positives and false negatives.
type tally struct{ tp, fp, fn int }

func (t tally) f1() F1 {
	div := func(a, b int) float64 {
		if b == 0 {
			return 0
		}
		return float64(a) / float64(b)
	}
	p, r := div(t.tp, t.tp+t.fp), div(t.tp, t.tp+t.fn)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return F1{round3(p), round3(r), round3(f), t.tp + t.fn}
}

// hits counts successes out of chances.
type hits struct{ ok, of int }

func (h *hits) add(ok bool) {
	h.of++
	if ok {
		h.ok++
	}
}

func (h hits) ratio() *float64 {
	if h.of == 0 {
		return nil
	}
	v := round3(float64(h.ok) / float64(h.of))
	return &v
}

// scorer gathers the counts over all articles.
type scorer struct {
	gold, coded                                            int
	trigger, actor, recipient, nonactual                   tally
	date, place, contexts, source, record, article, triple tally
	typeOK, tripleOK                                       int
	mode, realis, historical, stance                       hits
	types                                                  map[annalist.EventType]*tally
	mixed                                                  map[[2]annalist.EventType]int // gold type, coded type
	judged                                                 []judged
	faults                                                 []Fault
	text                                                   []rune // of the article under way
}

// Score compares coded events with gold, article by article. Events of articles
// that are not in the gold are left out. Its errors name records whose spans do
// not fit their text.
func Score(gold []Gold, coded map[string][]annalist.EventRecord) (*Figures, []Fault, error) {
	s := &scorer{types: map[annalist.EventType]*tally{}, mixed: map[[2]annalist.EventType]int{}}
	sentences := 0
	for i := range gold {
		g := &gold[i]
		sentences += g.Sentences
		r := newRunes(g.Text)
		want := make([]item, len(g.Events))
		for k := range g.Events {
			want[k] = goldItem(&g.Events[k])
		}
		got := make([]item, len(coded[g.ID]))
		for k := range coded[g.ID] {
			it, err := codedItem(&coded[g.ID][k], r)
			if err != nil {
				return nil, nil, err
			}
			got[k] = it
		}
		s.text = []rune(g.Text)
		s.add(g.ID, want, got)
	}
	return s.figures(len(gold), sentences), s.faults, nil
}

// match is a possible pair of a gold and a coded event.
type match struct {
	score float64
	i, j  int
}

// pair takes the best possible pairs first, one to one.
func pair(gold, coded []item) []match {
	var all []match
	for i := range gold {
		for j := range coded {
			if !overlap(gold[i].spans, coded[j].spans) {
				continue
			}
			m := match{i: i, j: j}
			if gold[i].typ == coded[j].typ {
				m.score += 4
			}
			if gold[i].triple() == coded[j].triple() {
				m.score += 2
			}
			if gold[i].realis == coded[j].realis {
				m.score++
			}
			if overlap(gold[i].spans[:1], coded[j].spans[:1]) {
				m.score += 0.5
			}
			all = append(all, m)
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].score > all[b].score })
	usedGold, usedCoded := map[int]bool{}, map[int]bool{}
	var out []match
	for _, m := range all {
		if !usedGold[m.i] && !usedCoded[m.j] {
			usedGold[m.i], usedCoded[m.j] = true, true
			out = append(out, m)
		}
	}
	return out
}

func (s *scorer) of(t annalist.EventType) *tally {
	if s.types[t] == nil {
		s.types[t] = &tally{}
	}
	return s.types[t]
}

// add counts one article.
func (s *scorer) add(id string, gold, coded []item) {
	s.gold += len(gold)
	s.coded += len(coded)
	bag(&s.article, triples(gold), triples(coded))
	pairs := pair(gold, coded)
	s.trigger.tp += len(pairs)
	s.trigger.fp += len(coded) - len(pairs)
	s.trigger.fn += len(gold) - len(pairs)
	inGold, inCoded := map[int]bool{}, map[int]bool{}
	for _, m := range pairs {
		inGold[m.i], inCoded[m.j] = true, true
	}
	for i := range gold {
		if !inGold[i] {
			s.of(gold[i].typ).fn++
			s.actor.fn += len(gold[i].actors)
			s.recipient.fn += len(gold[i].recipients)
			s.record.fn++
			s.fault(id, "missed", &gold[i], nil)
		}
	}
	for j := range coded {
		if !inCoded[j] {
			s.of(coded[j].typ).fp++
			s.actor.fp += len(coded[j].actors)
			s.recipient.fp += len(coded[j].recipients)
			s.record.fp++
			s.judged = append(s.judged, judged{coded[j].confidence, false})
			s.fault(id, "extra", nil, &coded[j])
		}
	}
	for _, m := range pairs {
		s.pair(id, &gold[m.i], &coded[m.j])
	}
}

// pair counts the fields of a paired event.
func (s *scorer) pair(id string, g, c *item) {
	same := g.typ == c.typ
	if same {
		s.of(g.typ).tp++
		s.typeOK++
		if g.mode != "" {
			s.mode.add(g.mode == c.mode)
		}
	} else {
		s.of(g.typ).fn++
		s.of(c.typ).fp++
		s.mixed[[2]annalist.EventType{g.typ, c.typ}]++
	}
	bag(&s.actor, g.actors, c.actors)
	bag(&s.recipient, g.recipients, c.recipients)
	bag(&s.source, g.sources, c.sources)
	bag(&s.contexts, g.contexts, c.contexts)
	s.realis.add(g.realis == c.realis)
	if g.realis != annalist.Actual && g.realis == c.realis {
		s.nonactual.tp++
	}
	if c.realis != annalist.Actual && g.realis != c.realis {
		s.nonactual.fp++
	}
	if g.realis != annalist.Actual && g.realis != c.realis {
		s.nonactual.fn++
	}
	s.historical.add(g.historical == c.historical)
	if len(g.stances) > 0 {
		s.stance.add(slices.Equal(g.stances, c.stances))
	}
	field(&s.date, g.date != "", c.date != "", g.date != "" && c.date != "" && dateRight(g.date, c.date))
	field(&s.place, g.place != "", c.place != "", g.place != "" && g.place == c.place &&
		(len(g.placeSpan) == 0 || len(c.placeSpan) == 0 || overlap(g.placeSpan, c.placeSpan)))
	triple := g.triple() == c.triple()
	s.judged = append(s.judged, judged{c.confidence, same && triple})
	if triple {
		s.tripleOK++
	}
	if same && triple && g.realis == c.realis && sameBag(g.sources, c.sources) {
		s.record.tp++
		return
	}
	s.record.fp++
	s.record.fn++
	s.fault(id, "wrong", g, c)
}

// field counts a single-valued field.
func field(t *tally, inGold, inCoded, right bool) {
	switch {
	case right:
		t.tp++
	default:
		if inCoded {
			t.fp++
		}
		if inGold {
			t.fn++
		}
	}
}

// dateRight takes a date as right when it is equal, begins on the same day, or
// is a finer or (from the month on) a coarser form of the gold date.
func dateRight(gold, coded string) bool {
	low := func(d string) string { a, _, _ := strings.Cut(d, "/"); return a }
	return gold == coded || low(gold) == low(coded) || strings.HasPrefix(coded, gold) ||
		strings.HasPrefix(gold, coded) && len(coded) >= 7
}

func triples(items []item) []string {
	out := make([]string, len(items))
	for i := range items {
		out[i] = items[i].triple()
	}
	return out
}

// bag counts two multisets against each other.
func bag[T comparable](t *tally, gold, coded []T) {
	left := map[T]int{}
	for _, x := range gold {
		left[x]++
	}
	ok := 0
	for _, y := range coded {
		if left[y] > 0 {
			left[y]--
			ok++
		}
	}
	t.tp += ok
	t.fp += len(coded) - ok
	t.fn += len(gold) - ok
}

func sameBag[T comparable](a, b []T) bool {
	var t tally
	bag(&t, a, b)
	return t.fp == 0 && t.fn == 0
}
