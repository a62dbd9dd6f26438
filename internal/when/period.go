package when

import "annalist"

// Rules for decades, centuries, quarters and seasons.

// decade reads "the 1990s", "the '90s", "the nineties".
//
// Not meant: ages ("in his 30s"), temperatures.
func (f *finder) decade(i int) hit {
	j := f.skip(i, "the")
	quoted := f.skip(j, "'", "’", "‘")
	w := f.w(quoted)
	h := hit{first: i, rule: "when.decade", conf: 0.85, kind: annalist.Point}
	if n, ok := decadeWords[w]; ok && j > i {
		h.last, h.val = quoted+1, decadeValue(1900+n)
		return h
	}
	if len(w) > 0 && (w[0] == '\'') {
		w = w[1:]
	}
	if len(w) < 3 || w[len(w)-1] != 's' {
		return hit{}
	}
	n, ok := digits(w[:len(w)-1])
	if !ok || n%10 != 0 {
		return hit{}
	}
	h.last = quoted + 1
	switch {
	case n >= 1000 && n < 2100:
		h.val = decadeValue(n)
	case n < 100 && j > i && (quoted > j || f.w(quoted)[0] == '\'' || n >= 50 && f.is(i-1, "in", "since", "of", "from")):
		h.val = decadeValue(1900 + n)
	default:
		return hit{}
	}
	return h
}

// century reads "the 19th century", "21st-century".
//
// Not meant: titles ("the 21st Century ROAD Act").
func (f *finder) century(i int) hit {
	j := f.skip(i, "the")
	n, next, ok := f.ordinal(j)
	if !ok || n > 21 || n < 1 {
		return hit{}
	}
	next = f.skip(next, "-")
	if !f.is(next, "century") || upper(f.form(next)) && upper(f.form(next+1)) {
		return hit{}
	}
	return hit{first: i, last: next + 1, val: centuryValue(n), rule: "when.century", conf: 0.85, kind: annalist.Point}
}

// quarter reads "the third quarter [of 2019]", "Q3", "the first half of 2019".
//
// Not meant: "a quarter of the voters", "the second half" of a match without
// a year.
func (f *finder) quarter(i int) hit {
	j := f.skip(i, "the")
	if year, k, ok := f.yearAt(j); ok { // "the 1988 third quarter"
		if n, next, half, ok := f.quarterAt(k); ok && !half && n <= 4 {
			return hit{first: i, last: next, val: quarterValue(year, n), rule: "when.quarter", conf: 0.85, kind: annalist.Point}
		}
	}
	n, next, half, ok := f.quarterAt(j)
	if !ok || n > 4 {
		return hit{}
	}
	h := hit{first: i, last: next, rule: "when.quarter", conf: 0.85, kind: annalist.Point}
	year, after, ok := f.yearAfter(next)
	switch {
	case ok:
		h.last = after
	case half || !f.known:
		if half {
			return hit{}
		}
		return h
	default:
		pub, month, _ := f.pub.civil()
		year = pub
		if 3*n-2 > month && f.tense(i) != future {
			year--
		}
	}
	h.val = quarterValue(year, n)
	if half {
		h.val = rangeValue(monthValue(year, 6*n-5), monthValue(year, 6*n))
	}
	return h
}

func (f *finder) quarterAt(i int) (n, next int, half, ok bool) {
	if w := f.w(i); len(w) == 2 && w[0] == 'q' && w[1] >= '1' && w[1] <= '4' {
		return int(w[1] - '0'), i + 1, false, true
	}
	n, next, ok = f.ordinal(i)
	if !ok {
		return 0, i, false, false
	}
	next = f.skip(next, "-")
	switch f.w(next) {
	case "quarter":
		return n, next + 1, false, true
	case "half":
		return n, next + 1, true, n <= 2
	}
	return 0, i, false, false
}

// season reads "the summer of 2019", "last winter", "in spring".
//
// Not meant: "the fall of Kabul", "fall back", "the Arab Spring", hot springs.
func (f *finder) season(i int) hit {
	j, shift := i, 0
	switch f.w(i) {
	case "the":
		j++
	case "this", "last", "next":
		shift = map[string]int{"this": 0, "last": -1, "next": 1}[f.w(i)]
		j++
	}
	start, ok := seasons[f.w(j)]
	if !ok {
		return hit{}
	}
	h := hit{first: i, last: j + 1, rule: "when.season", conf: 0.75, kind: annalist.Point}
	if year, next, ok := f.yearAfter(j + 1); ok {
		h.last, h.val = next, seasonValue(year, start)
		return h
	}
	named := f.is(i, "this", "last", "next")
	if !named && (!f.is(i-1, "in", "since", "during", "by", "until", "late", "early", "mid") || upper(f.form(j)) || f.is(j+1, "of")) {
		return hit{}
	}
	if !named && j == i && (f.w(j) == "fall" || f.w(j) == "spring") && f.doc.Tokens[j].Tag != annalist.NOUN {
		return hit{}
	}
	if !f.known {
		return h
	}
	h.val = f.seasonNear(start, shift, named, f.tense(i))
	return h
}

// seasonNear is the season with the given first month that "this", "last" or
// "next" means, or that the tense puts before or after publication.
func (f *finder) seasonNear(start, shift int, named bool, t tense) value {
	year, _, _ := f.pub.civil()
	v := seasonValue(year, start)
	if start == 12 && f.pub < v.start && f.pub <= seasonValue(year-1, start).end {
		v = seasonValue(year-1, start)
		year--
	}
	switch {
	case named && shift < 0 && v.end >= f.pub:
		return seasonValue(year-1, start)
	case named && shift > 0 && v.start <= f.pub:
		return seasonValue(year+1, start)
	case !named && t == future && v.end < f.pub:
		return seasonValue(year+1, start)
	case !named && t != future && v.start > f.pub:
		return seasonValue(year-1, start)
	}
	return v
}

func seasonValue(year, start int) value {
	return rangeValue(monthValue(year, start), monthValue(year, start+2))
}
