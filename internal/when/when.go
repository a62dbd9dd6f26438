// Package when finds the expressions of time in a document and works out the
// days they stand for.
//
// Find is the one entry point: it reads the words, their tags and tree where
// there is one, and the day of publication, and writes Document.Times in order
// of the text. All rules are our own; each stands in the file of its kind
// (absolute.go, period.go, weekday.go, relative.go, anaphor.go, interval.go, length.go, holiday.go,
// named.go).
//
// It does not say when an event happened: package event picks among the times.
// It never invents a day: without a publication date a relative expression is
// found and left without a value.
package when

import (
	"annalist"
)

// Find writes doc.Times: every expression of time in the text, with the days
// it stands for where the text and the publication date give them.
func Find(doc *annalist.Document) {
	f := newFinder(doc)
	for s := range doc.Sentences {
		f.sentence(doc.Sentences[s])
	}
	doc.Times = f.times
}

// finder walks one document.
type finder struct {
	doc     *annalist.Document
	low     []string // lower-cased forms, abbreviations without their full stop
	pub     day
	known   bool // the publication date is known
	taken   []bool
	first   int // the sentence under way
	last    int
	prev    value // the last dated point in the text, for "the following year"
	prevDay value // the last one that is a day, for "the following day"
	here    bool  // prevDay stands in this sentence
	ago     int   // sentences since prevDay
	times   []annalist.Time
}

// hit is what a rule found at a place in the text.
type hit struct {
	first, last int
	kind        annalist.TimeKind
	val         value
	rule        annalist.RuleID
	conf        float64
	n           int // for durations: how many of unit
	unit        unit
}

func (h hit) ok() bool { return h.last > h.first }

func newFinder(doc *annalist.Document) *finder {
	f := &finder{doc: doc}
	f.pub, f.known = parseDay(doc.Published)
	f.low = make([]string, len(doc.Tokens))
	f.taken = make([]bool, len(doc.Tokens))
	for i := range doc.Tokens {
		f.low[i] = fold(doc.Tokens[i].Form)
	}
	// "Theresa May met April Jones": no month inside the name of a person, and
	// no day in "Sheffield Wednesday". Not caught: a name that is nothing but a
	// date word ("Sunday"), which the net marks now and then by mistake.
	for _, n := range doc.Names {
		if n.Kind == annalist.Location || n.Last-n.First < 2 || n.Score < nameFloor {
			continue
		}
		for i := n.First; i < n.Last; i++ {
			f.taken[i] = true
		}
	}
	return f
}

// nameFloor is the least probability at which a name of the net hides the
// words of time in it.
const nameFloor = 0.5

// sentence finds the times of one sentence and appends them.
func (f *finder) sentence(sent annalist.Sentence) {
	f.first, f.last = sent.First, sent.Last
	f.here = false
	f.ago++
	var hits []hit
	for i := sent.First; i < sent.Last; {
		h := f.at(i)
		if !h.ok() {
			i++
			continue
		}
		if h.kind == annalist.Point && h.val.known() {
			f.prev = h.val
			if h.val.precision == annalist.Day {
				f.prevDay, f.here, f.ago = h.val, true, 0
			}
		}
		hits = append(hits, h)
		i = h.last
	}
	f.anchor(hits)
	for _, h := range hits {
		f.times = append(f.times, f.time(h))
	}
}

// at is the longest-rule-first choice at one word.
func (f *finder) at(i int) hit {
	if f.taken[i] || !f.starts(i) {
		return hit{}
	}
	rules := [...]func(*finder, int) hit{
		(*finder).interval, (*finder).since, (*finder).part, (*finder).point, (*finder).clock, (*finder).set, (*finder).nth, (*finder).pastN, (*finder).inN, (*finder).length, (*finder).vague,
	}
	for _, rule := range rules {
		if h := rule(f, i); h.ok() && h.last <= f.last {
			return h
		}
	}
	return hit{}
}

// point is an expression that stands for a day, week, month or year.
func (f *finder) point(i int) hit {
	rules := [...]func(*finder, int) hit{
		(*finder).iso, (*finder).named, (*finder).monthDay, (*finder).dayMonth, (*finder).quarter, (*finder).holiday, (*finder).weekday, (*finder).deictic, (*finder).anaphor,
		(*finder).offset, (*finder).unitOf, (*finder).season, (*finder).century, (*finder).decade, (*finder).month, (*finder).year,
	}
	for _, rule := range rules {
		if h := rule(f, i); h.ok() && h.last <= f.last {
			return f.daypart(h)
		}
	}
	return hit{}
}

func (f *finder) time(h hit) annalist.Time {
	t := annalist.Time{
		Span: f.doc.SpanOf(h.first, h.last), First: h.first, Last: h.last,
		Kind: h.kind, Rule: h.rule, Confidence: h.conf,
	}
	if !h.val.sane() {
		if t.Kind == annalist.Point {
			t.Kind, t.Confidence = annalist.Vague, t.Confidence/2
		}
		return t
	}
	t.Value, t.Precision = h.val.text, h.val.precision
	t.Start, t.End = h.val.start.String(), h.val.end.String()
	return t
}

// w is the folded word at i, empty outside the sentence.
func (f *finder) w(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.low[i]
}

// form is the word at i as written, empty outside the sentence.
func (f *finder) form(i int) string {
	if i < f.first || i >= f.last {
		return ""
	}
	return f.doc.Tokens[i].Form
}

// is reports whether the word at i is one of those given.
func (f *finder) is(i int, words ...string) bool {
	w := f.w(i)
	if w == "" {
		return false
	}
	for _, o := range words {
		if w == o {
			return true
		}
	}
	return false
}

// skip returns i+1 when the word at i is one of those given, else i.
func (f *finder) skip(i int, words ...string) int {
	if f.is(i, words...) {
		return i + 1
	}
	return i
}

// dot returns the index past i and past the full stop that belongs to the
// abbreviation at i, where it stands as a word of its own.
func (f *finder) dot(i int) int {
	if f.is(i+1, ".") && f.glued(i) && i+2 < f.last && len(f.w(i)) <= 5 {
		return i + 2
	}
	return i + 1
}

// glued reports whether the words at i and i+1 stand without space between.
func (f *finder) glued(i int) bool {
	return i >= f.first && i+1 < f.last && f.doc.Tokens[i].Span.End == f.doc.Tokens[i+1].Span.Start
}
