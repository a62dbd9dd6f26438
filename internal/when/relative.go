package when

import "annalist"

// Rules for expressions that count from the day of publication.

// deictic reads today, tonight, yesterday, tomorrow, last night, this morning
// and the days beside them.
//
// Not meant: "today's youth" is still today: context says no more.
func (f *finder) deictic(i int) hit {
	h := hit{first: i, last: i + 1, rule: "when.deictic", conf: 0.9, kind: annalist.Point}
	shift := 0
	switch f.w(i) {
	case "today", "tonight":
	case "yesterday":
		shift = -1
	case "tomorrow":
		shift = 1
	case "last":
		if !f.is(i+1, "night", "evening") {
			return hit{}
		}
		shift, h.last = -1, i+2
	case "this":
		if !dayparts[f.w(i+1)] || f.is(i+1, "mornings", "night") {
			return hit{}
		}
		h.last = i + 2
	case "day", "the":
		j := f.skip(i, "the")
		switch {
		case f.is(j, "day") && f.is(j+1, "before") && f.is(j+2, "yesterday"):
			shift = -2
		case f.is(j, "day") && f.is(j+1, "after") && f.is(j+2, "tomorrow"):
			shift = 2
		default:
			return hit{}
		}
		h.last = j + 3
	default:
		return hit{}
	}
	if f.known {
		h.val = dayValue(f.pub + day(shift))
	}
	return h
}

// daypart adds "morning", "at night", "earlier" after a day.
func (f *finder) daypart(h hit) hit {
	j := h.last
	if h.val.known() && h.val.precision != annalist.Day {
		return h
	}
	k := f.skip(f.skip(j, "early", "late", "at", "mid"), "-")
	if dayparts[f.w(k)] && f.w(k) != "mornings" {
		h.last = k + 1
	}
	return h
}

// unitOf reads "this week", "last month", "next year", "the previous day",
// "last weekend", "earlier in the week".
//
// Not meant: "the last year of the war", "next door".
func (f *finder) unitOf(i int) hit {
	j := f.skip(i, "the")
	shift := 0
	switch f.w(j) {
	case "this", "current":
		if f.is(j+1, "past", "coming") {
			if f.is(j+1, "past") {
				shift = -1
			}
			j++
		}
	case "last":
		shift = -1
	case "next", "coming":
		shift = 1
	case "weekend":
		shift = 0
	default:
		return hit{}
	}
	if f.is(j+1, "weekend") || f.is(j, "weekend") {
		return f.weekend(i, j)
	}
	if month, next, ok := f.monthName(j + 1); ok && j == i {
		return f.monthOf(hit{first: i, last: next, rule: "when.month", conf: 0.85, kind: annalist.Point}, month, shift)
	}
	k := f.skip(j+1, "calendar", "fiscal", "financial", "academic")
	u := units[f.w(k)]
	if u == noUnit || u <= dayUnit || f.w(k)[len(f.w(k))-1] == 's' {
		return hit{}
	}
	h := hit{first: i, last: k + 1, rule: "when.unit", conf: 0.88, kind: annalist.Point}
	if j > i { // "the last week" is the past seven days
		h.rule, h.conf = "when.past", 0.6
		if !f.known || f.is(k+1, "of") {
			return hit{}
		}
		if shift != 0 {
			h.val = f.stretch(shift, u)
			return h
		}
	}
	if f.known {
		h.val = f.pub.shiftUnit(shift, u)
		if u == weekUnit && shift < 0 && f.pub.weekday() == 6 {
			h.val = weekValue(f.pub) // on a Sunday "last week" is the one ending
		}
	}
	return f.quarterOf(h)
}

// shiftUnit is the calendar unit n units from d's.
func (d day) shiftUnit(n int, u unit) value {
	if u == monthUnit || u == quarterUnit {
		y, m, _ := d.civil()
		d = dayOf(y, m, 1)
	}
	return d.shift(n, u).at(u)
}

// quarterOf reads "'s third quarter" after "last year".
func (f *finder) quarterOf(h hit) hit {
	if h.val.precision != annalist.Year || !f.is(h.last, "'s", "’s") {
		return h
	}
	n, next, half, ok := f.quarterAt(h.last + 1)
	if !ok || half || n > 4 {
		return h
	}
	year, _, _ := h.val.start.civil()
	h.last, h.val, h.rule = next, quarterValue(year, n), "when.quarter"
	return h
}

// monthOf is "last May", "next May", "this May".
func (f *finder) monthOf(h hit, month, shift int) hit {
	if !f.known {
		return h
	}
	year, now, _ := f.pub.civil()
	switch {
	case shift < 0 && month >= now:
		year--
	case shift > 0 && month <= now:
		year++
	}
	h.val = monthValue(year, month)
	return h
}

// weekend is Saturday and Sunday: the one under way, else the last one, or the
// next when the verb looks ahead.
func (f *finder) weekend(i, j int) hit {
	h := hit{first: i, last: j + 2, rule: "when.weekend", conf: 0.8, kind: annalist.Point}
	which := f.w(j)
	if which == "weekend" {
		h.last = j + 1
		if i == j {
			return hit{} // "a weekend house", "weekend talks"
		}
	}
	if !f.known {
		return h
	}
	saturday := f.pub.monday() + 5
	if f.pub < saturday {
		switch {
		case which == "next" || which == "coming":
		case which == "this" && f.pub.weekday() >= 2 && f.tense(i) != past:
		case which == "weekend" && f.tense(i) == future:
		default:
			saturday -= 7
		}
	} else if which == "last" {
		saturday -= 7
	} else if which == "next" {
		saturday += 7
	}
	h.val = rangeValue(dayValue(saturday), dayValue(saturday+1))
	return h
}

// part reads "early May", "late last year", "mid-2019", "the end of March",
// "earlier this month", "later on Tuesday", and narrows the days.
//
// Not meant: "at the end of the war", "early elections".
func (f *finder) part(i int) hit {
	j := f.skip(i, "the", "very")
	p := partWhole
	switch f.w(j) {
	case "early", "start", "beginning":
		p = partEarly
	case "mid", "middle":
		p = partMiddle
	case "late", "end":
		p = partLate
	case "earlier", "later":
	default:
		if w := f.w(j); len(w) > 4 && w[:4] == "mid-" && months[w[4:]] > 0 && f.known {
			return f.midMonth(i, j, months[w[4:]])
		}
		return hit{}
	}
	noun := f.is(j, "start", "beginning", "end", "middle")
	if noun && !f.is(j+1, "of") || !noun && j > i && f.w(j) != "mid" && f.w(j) != "early" && f.w(j) != "late" {
		return hit{}
	}
	k := f.skip(j+1, "of", "on", "in", "-")
	if f.is(j, "earlier", "later", "early", "late") && f.is(k, "the") && f.is(k+1, "day", "week", "month", "year") && k == j+2 {
		return f.within(i, k+1)
	}
	h := f.point(k)
	if !h.ok() {
		return hit{}
	}
	h.first, h.rule = i, "when.part"
	h.val = h.val.narrow(p)
	return h
}

// midMonth is "mid-May" as one word.
func (f *finder) midMonth(i, j, month int) hit {
	year, now, _ := f.pub.civil()
	v := monthValue(f.yearOf(f.tense(i), month, now, year), month)
	if y, next, ok := f.yearAfter(j + 1); ok {
		return hit{first: i, last: next, val: monthValue(y, month).narrow(partMiddle), rule: "when.part", conf: 0.9, kind: annalist.Point}
	}
	return hit{first: i, last: j + 1, val: v.narrow(partMiddle), rule: "when.part", conf: 0.8, kind: annalist.Point}
}

// within is "earlier in the week", "later in the day": the unit of the date
// last named, or of publication.
func (f *finder) within(i, k int) hit {
	h := hit{first: i, last: k + 1, rule: "when.within", conf: 0.6, kind: annalist.Point}
	base, ok := f.pub, f.known
	if f.here {
		base, ok = f.prevDay.start, true
	}
	if ok {
		h.val = base.at(units[f.w(k)])
	}
	return h
}

// offset reads "two days ago", "a week from now", "three days before
// Christmas", "in two weeks".
//
// Not meant: "two years old", "for two days".
func (f *finder) offset(i int) hit {
	j := f.skip(i, "about", "around", "nearly", "almost", "over", "at")
	if f.is(j, "more", "less") && f.is(j+1, "than") {
		j += 2
	} else if f.is(j, "least") {
		j++
	}
	n, k, ok := f.number(j)
	few := false
	if !ok || f.is(k, "few", "couple") {
		if k, ok = f.few(j); !ok {
			return hit{}
		}
		few = true
	}
	k = f.skip(k, "-")
	u := units[f.w(k)]
	if u == noUnit {
		return hit{}
	}
	h := hit{first: i, kind: annalist.Point}
	switch f.w(k + 1) {
	case "ago", "back":
		if f.w(k+1) == "back" && !few && n < 1 {
			return hit{}
		}
		h.last, h.rule, h.conf = k+2, "when.ago", 0.85
		if few {
			h.conf = 0.4
			return h
		}
		if f.known {
			h.val = f.pub.shift(-n, u).at(u)
		}
		return h
	case "from":
		if !f.is(k+2, "now", "today") {
			return hit{}
		}
		h.last, h.rule, h.conf = k+3, "when.ahead", 0.8
		if f.known && !few {
			h.val = f.pub.shift(n, u).at(u)
		}
		return h
	case "earlier", "before", "previously", "prior", "later", "after", "afterwards", "afterward", "on":
		return f.offsetFrom(h, n, k, few)
	}
	return hit{}
}

// few reads "a few", "several", "a couple of" and returns the index past it.
func (f *finder) few(i int) (next int, ok bool) {
	j := f.skip(i, "a", "the")
	if !fewWords[f.w(j)] {
		return i, false
	}
	return f.skip(j+1, "of"), true
}

// offsetFrom is "two days later", "a year earlier" against the date last
// named, and "two days before Christmas" against the date that follows.
func (f *finder) offsetFrom(h hit, n, k int, few bool) hit {
	u, word := units[f.w(k)], f.w(k+1)
	sign := 1
	if word == "earlier" || word == "before" || word == "previously" || word == "prior" {
		sign = -1
	}
	h.last, h.rule, h.conf = k+2, "when.offset", 0.65
	if word == "before" || word == "after" {
		if p := f.point(k + 2); p.ok() && p.val.known() && !few {
			h.last, h.val = p.last, p.val.start.shift(sign*n, u).at(u)
			return h
		}
		if next := f.form(k + 2); next != "" && next != "," && next != "." {
			return f.afterClause(h, n, k, few)
		}
	}
	if word == "on" {
		return hit{}
	}
	if base, ok := f.base(u); ok && !few && !f.is(k+2, "to") {
		h.val = base.shift(sign*n, u).at(u)
		if f.known && base < f.pub && h.val.start > f.pub {
			h.val = value{} // "a decade later" of a year that the text has left behind
		}
	}
	return h
}

// clock reads "8 p.m. on Tuesday", "noon Thursday", and alone "at 8:30 a.m.",
// "at dawn", which say no day.
func (f *finder) clock(i int) hit {
	j, ok := f.hour(f.skip(i, "at", "around", "about"))
	if !ok {
		return hit{}
	}
	j = f.skip(j, "local", "est", "edt", "gmt", "utc", "cet", "et", "pt", "ist", "bst", "pst", "eastern", "standard")
	j = f.skip(j, "time")
	k := f.skip(f.skip(f.skip(j, "(", ")"), ","), "on")
	if h := f.point(k); h.ok() && h.val.precision == annalist.Day {
		h.first = i
		return h
	}
	return hit{first: i, last: j, kind: annalist.Vague, rule: "when.clock", conf: 0.6}
}

// hour reads a time of day at i.
func (f *finder) hour(i int) (next int, ok bool) {
	w := f.w(i)
	switch {
	case w == "":
		return i, false
	case w == "noon" || w == "midnight" || w == "dawn" || w == "dusk" || w == "midday":
		return i + 1, true
	case w[0] < '0' || w[0] > '9':
		return i, false
	}
	colon := false
	for k := range len(w) {
		colon = colon || w[k] == ':'
	}
	meridiem := f.is(i+1, "a.m", "p.m", "am", "pm")
	switch {
	case meridiem:
		return f.skip(i+2, "."), true
	case colon && len(w) <= 5 && f.is(i+1, "gmt", "utc", "local", "est", "on"):
		return i + 1, true
	case colon && len(w) <= 5 && f.is(i-1, "at"):
		return i + 1, true
	case len(w) > 2 && (w[len(w)-2:] == "pm" || w[len(w)-2:] == "am"):
		_, ok := digits(w[:1])
		return i + 1, ok
	}
	return i, false
}

// afterClause is "two months after being deported", "a week after the raid":
// what the clause or noun tells lies so long before the day of the sentence,
// which is the one named in it or publication.
//
// Not meant: "years before he was born", "days after" without a number.
func (f *finder) afterClause(h hit, n, k int, few bool) hit {
	if !f.is(k+1, "after") || few || f.doc.Tokens[k+1].Tag == "" || f.is(h.first-1, "for", "to", "of", "within", "first", "in") {
		return hit{}
	}
	tok := f.doc.Tokens[k+1]
	if tok.Head == annalist.None || tok.Rel.Base() != "mark" && tok.Rel.Base() != "case" {
		return hit{}
	}
	h.last, h.rule, h.conf = k+2, "when.after", 0.5
	base, ok := f.pub, f.known
	if f.here {
		base, ok = f.prevDay.start, true
	}
	if ok {
		u := units[f.w(k)]
		h.val = base.shift(-n, u).at(u)
	}
	return h
}
