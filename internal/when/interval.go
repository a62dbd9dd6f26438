package when

import "annalist"

// Rules for stretches of time between two dates.

// since reads "since Tuesday", "since early June": from then to publication.
//
// Not meant: "since" as because ("since May left office").
func (f *finder) since(i int) hit {
	if !f.is(i, "since") {
		return hit{}
	}
	j := f.skip(i+1, "about", "around", "at", "least")
	h := f.part(j)
	if !h.ok() {
		h = f.point(j)
	}
	if !h.ok() {
		return hit{}
	}
	if h.val.known() && h.val.start > f.pub && f.known {
		h.val = f.lastBefore(h.val)
	}
	h.first, h.rule, h.conf = i, "when.since", h.conf*0.95
	if f.compares(i) {
		h.kind, h.val, h.rule, h.conf = annalist.Vague, value{}, "when.since.first", 0.6
		return h
	}
	if !f.known {
		h.val = value{}
		return h
	}
	h.val = rangeValue(h.val, dayValue(f.pub))
	return h
}

// compares reports whether "since" measures a comparison and no stretch of an
// act: "for the first time since 1997", "the largest since April".
func (f *finder) compares(i int) bool {
	for j := i - 1; j >= f.first && j >= i-7; j-- {
		if f.doc.Tokens[j].Feats.Degree == "Sup" || f.is(j, "first", "largest", "biggest", "highest", "lowest", "worst", "deadliest", "most") {
			return true
		}
		if f.is(j, ",", ";", "and", "but") {
			return false
		}
	}
	return false
}

// lastBefore moves a value that lies ahead back by a week or a year.
func (f *finder) lastBefore(v value) value {
	y, m, _ := v.start.civil()
	switch v.precision {
	case annalist.Day:
		if v.start-f.pub <= 7 {
			return dayValue(v.start - 7)
		}
		return dayValue(v.start.shift(-1, yearUnit))
	case annalist.Month:
		return monthValue(y-1, m)
	}
	return v
}

// interval reads "from 3 to 5 March", "between 2000 and 2002", "May 7-9",
// "Tuesday to Friday", "2014-16".
//
// Not meant: "from Paris to London on Monday", "between two and three days".
func (f *finder) interval(i int) hit {
	j := f.skip(i, "from", "between")
	opener := f.w(i)
	if j == i {
		opener = ""
	}
	if h := f.domRange(i, j, opener); h.ok() {
		return h
	}
	if h := f.yearRange(j); h.ok() {
		h.first = i
		return h
	}
	a := f.part(j)
	if !a.ok() {
		a = f.point(j)
	}
	if !a.ok() && opener != "" {
		if year, next, ok := f.yearAt(j); ok {
			a = hit{first: j, last: next, val: yearValue(year), kind: annalist.Point}
		}
	}
	if !a.ok() || !a.val.known() || !f.connects(a, opener) {
		return hit{}
	}
	k := a.last + 1
	if v, next, ok := f.rest(a, k); ok {
		return f.span(i, next, v)
	}
	b := f.point(f.skip(k, "early", "late", "mid", "at"))
	if !b.ok() || !b.val.known() {
		return hit{}
	}
	return f.span(i, b.last, f.align(a, b))
}

func (f *finder) span(first, last int, v value) hit {
	if !v.known() {
		return hit{}
	}
	return hit{first: first, last: last, val: v, rule: "when.interval", conf: 0.85, kind: annalist.Point}
}

// connects says whether the word after a joins it to a second date. "May 7 and
// 8" joins days, "May 7 and June 3" are two.
func (f *finder) connects(a hit, opener string) bool {
	switch f.w(a.last) {
	case "to", "until", "till", "through", "thru":
		return opener != "between"
	case "-", "–", "—", "/":
		return true
	case "and", "&":
		if opener == "between" {
			return true
		}
		_, _, ok := f.dom(a.last + 1)
		return opener == "" && ok && a.val.precision == annalist.Day && !f.is(a.last+1, "the", "first", "second")
	}
	return false
}

// rest reads the second half where it is only a number: "May 7-9", "from 2014
// to 16", and gives the whole stretch.
func (f *finder) rest(a hit, k int) (value, int, bool) {
	switch a.val.precision {
	case annalist.Day:
		dom, next, ok := f.dom(k)
		if _, _, month := f.monthName(next); !ok || month || units[f.w(next)] != noUnit || a.rule != "when.month-day" {
			return value{}, k, false
		}
		y, m, first := a.val.start.civil()
		if year, after, ok := f.yearAfter(next); ok {
			y, next = year, after
		}
		start, ok := civilDay(y, m, first)
		end, exists := civilDay(y, m, dom)
		return rangeValue(dayValue(start), dayValue(end)), next, ok && exists && end > start
	case annalist.Year:
		first, _, _ := a.val.start.civil()
		year, next, ok := f.secondYear(first, k)
		return rangeValue(a.val, yearValue(year)), next, ok
	}
	return value{}, k, false
}

// secondYear reads "2016" or "16" after a first year.
func (f *finder) secondYear(first, k int) (year, next int, ok bool) {
	year, next, ok = f.yearAt(k)
	if !ok && len(f.w(k)) == 2 {
		year, ok = digits(f.w(k))
		year, next = first/100*100+year, k+1
	}
	return year, next, ok && year > first && year-first < 120
}

// yearRange reads "2014-16", "2014–2016", as one word or three, whatever
// stands around.
//
// Not meant: telephone numbers ("2014-1600"), "2014-model".
func (f *finder) yearRange(i int) hit {
	w := f.w(i)
	if len(w) >= 7 && len(w) <= 11 {
		return f.yearRangeWord(i, w)
	}
	first, k, ok := f.yearAt(i)
	if !ok || first < 1500 || !f.is(k, "-", "–", "/") || !f.glued(i) || !f.glued(k) {
		return hit{}
	}
	year, next, ok := f.secondYear(first, k+1)
	if !ok || f.is(next, "-", "–") {
		return hit{}
	}
	return f.span(i, next, rangeValue(yearValue(first), yearValue(year)))
}

func (f *finder) yearRangeWord(i int, w string) hit {
	first, ok := digits(w[:4])
	rest := w[4:]
	switch {
	case !ok || first < 1500 || first > 2099:
		return hit{}
	case rest[0] == '-':
		rest = rest[1:]
	case len(rest) > 3 && rest[:3] == "–":
		rest = rest[3:]
	default:
		return hit{}
	}
	year, ok := digits(rest)
	if ok && len(rest) == 2 {
		year += first / 100 * 100
	}
	if !ok || len(rest) != 2 && len(rest) != 4 || year <= first || year-first > 120 {
		return hit{}
	}
	return f.span(i, i+1, rangeValue(yearValue(first), yearValue(year)))
}

// domRange reads "3 to 5 March", "3-5 May 2019", "3 and 5 May".
func (f *finder) domRange(i, j int, opener string) hit {
	a, k, ok := f.dom(j)
	if !ok || !f.is(k, "to", "and", "-", "–", "until", "through", "&") || f.is(k, "and") && opener == "from" {
		return hit{}
	}
	h := f.dayMonth(k + 1)
	if !h.ok() || !h.val.known() {
		return hit{}
	}
	y, m, dom := h.val.start.civil()
	start, ok := civilDay(y, m, a)
	if !ok || a >= dom {
		return hit{}
	}
	return f.span(i, h.last, rangeValue(dayValue(start), h.val))
}

// align puts the two ends in order: "from March to May 2019" begins in 2019,
// "from Tuesday to Friday" ends after it begins.
func (f *finder) align(a, b hit) value {
	av, bv := a.val, b.val
	if av.precision == annalist.Range || bv.precision == annalist.Range {
		return value{}
	}
	weekdays := a.rule == "when.weekday" && b.rule == "when.weekday"
	for range 8 {
		switch {
		case weekdays && bv.start < av.start:
			bv = dayValue(bv.start + 7)
		case weekdays && bv.start-av.start > 7:
			bv = dayValue(bv.start - 7)
		case !weekdays && a.conf < 0.95 && bv.start.shift(-1, yearUnit) >= av.start && av.precision != annalist.Year && bv.precision != annalist.Year:
			av = moveYear(av, 1)
		case !weekdays && a.conf < 0.95 && av.start > bv.start && av.precision != annalist.Year:
			av = moveYear(av, -1)
		case !weekdays && b.conf < 0.95 && bv.start < av.start && bv.precision != annalist.Year:
			bv = moveYear(bv, 1)
		default:
			return rangeValue(av, bv)
		}
	}
	return rangeValue(av, bv)
}

func moveYear(v value, n int) value {
	y, m, _ := v.start.civil()
	switch v.precision {
	case annalist.Day:
		return dayValue(v.start.shift(n, yearUnit))
	case annalist.Month:
		return monthValue(y+n, m)
	}
	return v
}
