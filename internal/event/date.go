package event

import (
	"slices"
	"strings"
	"time"

	"annalist"
)

// attachedTime finds the expression of time that says when an act was done: one
// that hangs on the trigger or its phrases, else on the clauses it depends on, up
// to one that tells of its own time. None where there is none.
func (f *finder) attachedTime(a *act) int {
	if t := f.timeBelow(a.token, 0); t != annalist.None {
		return t
	}
	t := a.token
	for range 2 * maxClimb {
		up := f.sameTime(t)
		if up == annalist.None {
			return annalist.None
		}
		if found := f.timeAtWord(up, t); found != annalist.None {
			return found
		}
		t = up
	}
	return annalist.None
}

// timeBelow looks at the word and at its own phrases for a dated expression: "in
// a meeting on Tuesday". It must not take the year in the name of something else
// ("the 2025 war", "the attack of last year"): below the word itself only days,
// weeks and months count, and only in phrases of circumstance.
func (f *finder) timeBelow(t, depth int) int {
	if found := f.timeAtWord(t, annalist.None); found != annalist.None && (depth == 0 || f.doc.Times[found].Precision != annalist.Year) {
		return found
	}
	if depth >= 2 {
		return annalist.None
	}
	for _, k := range f.doc.Tokens[t].Kids {
		tok := &f.doc.Tokens[k]
		if f.time[k] != annalist.None || tok.Rel == "nmod:poss" {
			continue
		}
		switch tok.Rel.Base() {
		case "obj", "xcomp":
			if tok.Tag == annalist.VERB && !f.words.aspect.Has(f.clauses.lemma(t)) {
				continue
			}
		case "obl", "nmod":
			switch f.clauses.preposition(k) {
			case "in", "at", "during", "on", "by", "to", "with", "of":
			default:
				continue
			}
		default:
			continue
		}
		if found := f.timeBelow(k, depth+1); found != annalist.None {
			return found
		}
	}
	return annalist.None
}

// timeAtWord gives the time that depends on a word directly, other than below
// the kid one came from.
func (f *finder) timeAtWord(t, from int) int {
	best := annalist.None
	for _, k := range f.doc.Tokens[t].Kids {
		if k == from {
			continue
		}
		i := f.time[k]
		if i == annalist.None {
			continue
		}
		switch f.doc.Tokens[k].Rel.Base() {
		case "obl", "nmod", "advmod", "obj", "amod", "compound", "nummod", "dep", "discourse":
		default:
			continue
		}
		if !f.dated(i) {
			continue
		}
		switch f.clauses.preposition(k) {
		case "since", "until", "before", "after", "for", "by", "till":
			if best == annalist.None {
				best = annalist.None // a bound of time, not the day itself
			}
			continue
		}
		if best == annalist.None {
			best = i
		}
	}
	return best
}

func (f *finder) dated(i int) bool {
	t := &f.doc.Times[i]
	return t.Value != "" && t.Kind == annalist.Point
}

// sameTime goes up to the word whose time the act shares, or None where a new
// time begins: content of speech and side clauses have none but their own.
func (f *finder) sameTime(t int) int {
	tok := &f.doc.Tokens[t]
	h := tok.Head
	if h == annalist.None {
		return annalist.None
	}
	switch tok.Rel.Base() {
	case "obj", "nsubj", "xcomp", "compound", "iobj", "cop":
		return h
	case "obl", "nmod":
		switch f.clauses.preposition(t) {
		case "after", "before", "following", "since", "amid", "despite", "over", "for", "about", "against", "because", "to", "during":
			return annalist.None
		}
		return h
	case "conj":
		return h
	case "advcl":
		if f.clauses.preposition(t) == "" && f.doc.Kid(t, "nsubj") == annalist.None {
			return h
		}
	case "acl":
		return annalist.None
	}
	return annalist.None
}

// settleDate writes the date of an act: the time attached to it; for the main
// act of a report written for one day that day (manual, rulings 20 and 24). The
// day of what is promised, asked or threatened is the content's.
func (f *finder) settleDate(a *act, m *mood) {
	ev := &a.ev
	i := f.attachedTime(a)
	words := f.saidNow(ev.Type)
	if words {
		ev.ContentDate = f.contentDate(a)
	}
	switch {
	case i != annalist.None && words && f.ahead(i):
		ev.ContentDate = f.dateOf(i)
	case i != annalist.None:
		ev.Date = f.dateOf(i)
		ev.Why = append(ev.Why, annalist.Why{Step: "date", Rule: "date.attached", Note: f.doc.Text(f.doc.Times[i].Span)})
		return
	}
	if f.mainAct(a, m) {
		ev.Date = &annalist.Date{
			Value: f.doc.Published, Start: f.doc.Published, End: f.doc.Published,
			Precision: annalist.Day, Basis: annalist.FromPublication, Confidence: 0.6,
		}
		ev.Why = append(ev.Why, annalist.Why{Step: "date", Rule: "date.day-report"})
	}
}

func (f *finder) dateOf(i int) *annalist.Date {
	t := &f.doc.Times[i]
	span := t.Span
	if t.Precision == annalist.Range && slices.Contains(strings.Fields(strings.ToLower(f.doc.Text(t.Span))), "night") && t.End != "" {
		// A night has two days; its reports count the morning after.
		return &annalist.Date{
			Value: t.End, Start: t.End, End: t.End, Precision: annalist.Day, Basis: annalist.FromText,
			Confidence: t.Confidence, Text: f.doc.Text(t.Span), Span: &span,
		}
	}
	return &annalist.Date{
		Value: t.Value, Start: t.Start, End: t.End, Precision: t.Precision, Basis: annalist.FromText,
		Confidence: t.Confidence, Text: f.doc.Text(t.Span), Span: &span,
	}
}

// saidNow says that the act of a type is done by its words.
func (f *finder) saidNow(t annalist.EventType) bool {
	switch t {
	case annalist.Agree, annalist.Threaten, annalist.Request, annalist.Concede:
		return true
	}
	return false
}

// ahead reports whether a time begins after the day of publication.
func (f *finder) ahead(i int) bool {
	t := &f.doc.Times[i]
	return f.doc.Published != "" && t.Start > f.doc.Published
}

// contentDate finds the time inside what is promised, asked or threatened.
func (f *finder) contentDate(a *act) *annalist.Date {
	for _, top := range a.folds {
		if i := f.timeBelow(top, 0); i != annalist.None && f.ahead(i) {
			return f.dateOf(i)
		}
	}
	return nil
}

// longReport is the number of sentences from which a text is no report written
// for one day.
const longReport = 5

// dayReports tells the paragraphs of a short text that report for one day, in the
// present tense. It is for "Two men are killed in Gaza City."; it must not take an
// article, whose headline present is told of any day.
func (f *finder) dayReports() map[int]bool {
	out := map[int]bool{}
	if f.doc.Published == "" || len(f.doc.Sentences) >= longReport {
		return out
	}
	lead := map[int]int{} // by paragraph: present over past
	for _, s := range f.doc.Sentences {
		for t := s.First; t < s.Last; t++ {
			if f.doc.Tokens[t].Head != annalist.None {
				continue
			}
			m := &mood{cue: annalist.None}
			f.own(m, t)
			if m.present || m.future {
				lead[s.Paragraph]++
				out[s.Paragraph] = true
			} else if m.past {
				lead[s.Paragraph]--
			}
		}
	}
	for p, n := range lead {
		out[p] = out[p] && n >= 0
	}
	return out
}

// mainAct says that an act is what a report for one day tells of: it stands in
// its main clause, coordinated with it, or in the content of its speech verb, in
// the present tense.
func (f *finder) mainAct(a *act, m *mood) bool {
	if !f.report[f.doc.Sentences[a.ev.Sentence].Paragraph] || m.already || a.ev.Realis == annalist.Negated || a.ev.Realis == annalist.Hypothetical {
		return false
	}
	t := a.token
	for range 2 * maxClimb {
		tok := &f.doc.Tokens[t]
		h := tok.Head
		if h == annalist.None {
			return f.presentRoot(t)
		}
		switch tok.Rel.Base() {
		case "xcomp", "conj", "obj", "compound", "parataxis", "appos":
		case "nsubj":
		case "ccomp":
		case "obl", "nmod":
			switch f.clauses.preposition(t) {
			case "in", "by", "to", "on", "with", "of", "from", "at", "into", "for":
			default:
				return false
			}
		case "advcl":
			switch f.clauses.preposition(t) {
			case "", "while", "with", "to":
			default:
				return false
			}
		default:
			return false
		}
		t = h
	}
	return false
}

func (f *finder) presentRoot(t int) bool {
	m := &mood{cue: annalist.None}
	f.own(m, t)
	return !m.past || m.present
}

// historyDays is the age in days from which an act is background.
const historyDays = 30

// historical marks background: a date more than thirty days before publication,
// or words such as "previously" and "in recent years".
func (f *finder) historical(a *act, m *mood) {
	ev := &a.ev
	switch {
	case ev.Date != nil && ev.Date.Basis == annalist.FromText && f.past(ev.Date.Start, ev.Date.End):
		ev.Historical = true
		ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.historical.date"})
	case m.already && ev.Date == nil && m.past:
		ev.Historical = true
		ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.historical.adverb"})
	case (ev.Date == nil || ev.Date.Basis != annalist.FromText) && f.repeated(a):
		ev.Historical = true
		ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.historical.years"})
	case (ev.Date == nil || ev.Date.Basis != annalist.FromText) && f.longSince(a.token):
		ev.Historical = true
		ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.historical.since"})
	case ev.Date == nil && !m.present && f.underOld(a.token):
		ev.Historical = true
		ev.Why = append(ev.Why, annalist.Why{Step: "realis", Rule: "realis.historical.clause"})
	}
}

// past says that a stretch of time lies too far back for news: it ended more than
// thirty days before publication, or it is the year before ("last year", told in
// January).
func (f *finder) past(start, end string) bool {
	return f.old(end) || strings.HasSuffix(start, "-01-01") && strings.HasSuffix(end, "-12-31") && f.doc.Published > end
}

// longSince says that an act goes on from an old day: "[detained] since 2023",
// "in force since March". It must not take a day of these weeks ("since Monday").
func (f *finder) longSince(t int) bool {
	return slices.ContainsFunc(f.doc.Tokens[t].Kids, func(k int) bool {
		i := f.time[k]
		return i != annalist.None && f.clauses.preposition(k) == "since" && f.doc.Times[i].Start != "" && f.old(f.doc.Times[i].Start)
	})
}

// underOld says that an act without a time of its own stands below one of an old
// day: "in 2009 she followed Clinton, who [resigned]", or is told by a clause that
// has the day: "the [massacre], which took place in 2013". It must not take what
// stands above or beside it.
func (f *finder) underOld(t int) bool {
	for _, k := range f.doc.Tokens[t].Kids {
		if rel := f.doc.Tokens[k].Rel; rel.Is("acl") && f.doc.Tokens[t].Tag == annalist.NOUN {
			if i := f.timeAtWord(k, annalist.None); i != annalist.None {
				return f.past(f.doc.Times[i].Start, f.doc.Times[i].End)
			}
		}
	}
	for from, n := t, 0; n < 2*maxClimb; n++ {
		h := f.doc.Tokens[from].Head
		if h == annalist.None {
			return false
		}
		if i := f.timeAtWord(h, from); i != annalist.None {
			return f.past(f.doc.Times[i].Start, f.doc.Times[i].End)
		}
		from = h
	}
	return false
}

func (f *finder) old(end string) bool {
	pub, err := time.Parse(time.DateOnly, f.doc.Published)
	if err != nil {
		return false
	}
	day, err := time.Parse(time.DateOnly, end)
	if err != nil {
		return false
	}
	return pub.Sub(day) > historyDays*24*time.Hour
}

// repeated says that the clause tells of a set of times or of years past: "in
// recent years", "often".
func (f *finder) repeated(a *act) bool {
	for _, arg := range a.prop.args {
		text := ""
		if i := f.time[arg.token]; i != annalist.None {
			t := &f.doc.Times[i]
			text = strings.ToLower(f.doc.Text(t.Span))
			if t.Kind == annalist.Repeated || strings.Contains(text, "years") && strings.Contains(text, "recent") || strings.Contains(text, "decades") {
				return true
			}
		}
		if arg.slot == "adv" && f.setAt(arg.token, f.words.historical) && !shortAgo(text) {
			return true
		}
	}
	return false
}

// shortAgo says that an expression of time reaches back by hours, days or weeks,
// though nobody knows from which day: "two days ago", "a few weeks ago". It is
// not for "ago" with months and years, nor for "long ago".
func shortAgo(text string) bool {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r < 'a' || r > 'z' }) {
		switch strings.TrimSuffix(word, "s") {
		case "moment", "minute", "hour", "day", "night", "week":
			return true
		}
	}
	return false
}
