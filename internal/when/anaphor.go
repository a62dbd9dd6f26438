package when

import "annalist"

// Rules for expressions that count from the date last named in the text.

// base is the date last named, or publication when none was.
func (f *finder) base() (day, bool) {
	if f.prev.known() {
		return f.prev.start, true
	}
	return f.pub, f.known
}

// anaphor reads "the same day", "the following week", "the next morning", "the
// previous year", "the day before", "that night", "the day after".
//
// Not meant: "the next president", "the same week's paper" is still that week.
func (f *finder) anaphor(i int) hit {
	h := hit{first: i, rule: "when.anaphor", conf: 0.65, kind: annalist.Point}
	base, ok := f.base()
	if f.is(i, "the") && f.is(i+1, "day", "week", "month", "year", "night") && f.is(i+2, "before", "after", "prior") {
		return f.dayBeside(h, base, ok)
	}
	j := f.skip(i, "the")
	shift := 0
	switch f.w(j) {
	case "same", "that":
		if f.w(j) == "that" && j > i {
			return hit{}
		}
	case "following", "next", "subsequent":
		shift = 1
	case "previous", "preceding":
		shift = -1
	default:
		return hit{}
	}
	if j == i && f.w(j) != "that" && !(f.is(j, "next") && f.is(j+1, "day")) {
		return hit{}
	}
	u := units[f.w(j+1)]
	part := dayparts[f.w(j+1)]
	switch {
	case part && f.w(j + 1)[len(f.w(j+1))-1] != 's':
		u = dayUnit
	case u < dayUnit || f.w(j + 1)[len(f.w(j+1))-1] == 's':
		return f.thatMonth(h, j, base, ok)
	}
	h.last = j + 2
	if shift == 0 && u == dayUnit && !f.prev.known() {
		h.conf = 0.4
	}
	if f.is(j, "next") && u > dayUnit && !f.prev.known() {
		return hit{}
	}
	if ok {
		h.val = base.shiftUnit(shift, u)
	}
	return h
}

// thatMonth is "that September": the one in the year last named.
func (f *finder) thatMonth(h hit, j int, base day, ok bool) hit {
	month, next, is := f.monthName(j + 1)
	if !is || !f.is(j, "that", "following") {
		return hit{}
	}
	h.last = next
	if !ok {
		return h
	}
	year, now, _ := base.civil()
	if f.is(j, "following") && month <= now {
		year++
	}
	h.val = monthValue(year, month)
	return h
}

// dayBeside is "the day before", "the week after": alone beside the date last
// named, or beside the date that follows ("the day after Christmas").
func (f *finder) dayBeside(h hit, base day, ok bool) hit {
	i, sign := h.first, 1
	u := units[f.w(i+1)]
	if f.is(i+2, "before", "prior") {
		sign = -1
	}
	h.last = i + 3
	if p := f.point(i + 3); p.ok() && p.val.known() {
		h.last, h.val, h.conf = p.last, p.val.start.shiftUnit(sign, u), 0.85
		return h
	}
	if w := f.w(i + 3); w != "" && wordlike(w) {
		return hit{} // "the day after the attack"
	}
	if ok && f.prev.known() {
		h.val = base.shiftUnit(sign, u)
	}
	return h
}
