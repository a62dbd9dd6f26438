package when

import "annalist"

// Rules for expressions that count from the date last named in the text.

// base is the date last named that is fine enough for the unit, or publication
// when none was.
func (f *finder) base(u unit) (day, bool) {
	if u <= weekUnit {
		if f.prevDay.known() && (f.here || f.ago <= farBack && (!f.known || f.prevDay.start <= f.pub)) {
			return f.prevDay.start, true
		}
		return f.pub, f.known
	}
	if f.prev.known() {
		return f.prev.start, true
	}
	return f.pub, f.known
}

// farBack is how many sentences back the day may stand that "the same day"
// counts from.
const farBack = 4

// anaphor reads "the same day", "the following week", "the next morning", "the
// previous year", "the day before", "that night", "the day after".
//
// Not meant: "the next president", "the same week's paper" is still that week.
func (f *finder) anaphor(i int) hit {
	h := hit{first: i, rule: "when.anaphor", conf: 0.65, kind: annalist.Point}
	if f.is(i, "the") && f.is(i+1, "day", "week", "month", "year", "night") && f.is(i+2, "before", "after", "prior") {
		return f.dayBeside(h)
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
	if wd, ok := weekdays[f.w(j+1)]; ok && shift != 0 && j > i {
		return f.weekdayBeside(h, j+1, wd, shift)
	}
	u := units[f.w(j+1)]
	part := dayparts[f.w(j+1)]
	switch {
	case part && f.w(j + 1)[len(f.w(j+1))-1] != 's':
		u = dayUnit
	case u < dayUnit || f.w(j + 1)[len(f.w(j+1))-1] == 's':
		return f.thatMonth(h, j)
	}
	base, ok := f.base(u)
	h.last = j + 2
	if shift == 0 && u == dayUnit && !f.prevDay.known() {
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
func (f *finder) thatMonth(h hit, j int) hit {
	month, next, is := f.monthName(j + 1)
	if !is || !f.is(j, "that", "following") {
		return hit{}
	}
	h.last = next
	base, ok := f.base(yearUnit)
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
func (f *finder) dayBeside(h hit) hit {
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
	if base, ok := f.base(u); ok && f.is(i+2, "before", "after", "prior") {
		h.val = base.shiftUnit(sign, u)
	}
	return h
}

// weekdayBeside is "the previous Friday", "the following Monday": the one
// before or after the day last named.
func (f *finder) weekdayBeside(h hit, j, wd, sign int) hit {
	h.last = j + 1
	base, ok := f.base(dayUnit)
	if !ok {
		return h
	}
	d := base + day((wd-base.weekday()+7)%7)
	switch {
	case sign > 0 && d == base:
		d += 7
	case sign < 0:
		d -= 7
	}
	h.val = dayValue(d)
	return h
}
