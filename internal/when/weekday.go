package when

import "annalist"

// weekday reads "Tuesday", "on Tuesday", "last Tuesday", "Tuesday, May 7",
// "Tuesday of last week". A bare weekday is in news the last such day up to
// publication, unless the verb looks ahead.
//
// Not meant: "Black Friday", "Bloody Sunday", "The Sunday Times", "sat", "wed".
func (f *finder) weekday(i int) hit {
	j := f.skip(i, "this", "last", "next", "past", "coming", "following")
	wd, ok := weekdays[f.w(j)]
	if !ok || !upper(f.form(j)) || f.taken[j] || len(f.w(j)) == 3 && !f.abbreviated(j) {
		return hit{}
	}
	if j == i && namedDays[f.w(i-1)] && i > f.first {
		return hit{}
	}
	next := f.dot(j)
	for _, rule := range [...]func(*finder, int) hit{(*finder).monthDay, (*finder).dayMonth} {
		if h := rule(f, f.skip(next, ",")); h.ok() && h.val.known() {
			h.first = i
			if h.conf < 0.95 && f.known {
				h.val = f.onWeekday(wd, h.val.start)
			}
			return h
		}
	}
	h := hit{first: i, last: next, rule: "when.weekday", conf: 0.85, kind: annalist.Point}
	if !f.known {
		return h
	}
	if week, after, ok := f.weekAfter(next); ok {
		h.last, h.val = after, dayValue(week+day(wd))
		return h
	}
	which := ""
	if j > i {
		which = f.w(i)
	}
	h.val = dayValue(f.weekdayNear(wd, which, i))
	return h
}

// abbreviated: "Sat." and "Fri 7 May" are days, "Sat" and "Wed" alone are not.
func (f *finder) abbreviated(j int) bool {
	form := f.form(j)
	if form[len(form)-1] == '.' || f.is(j+1, ".") {
		return true
	}
	_, _, dom := f.dom(f.skip(j+1, ","))
	_, _, month := f.monthName(f.skip(j+1, ","))
	return dom || month
}

// weekAfter reads "of last week", "this week", "next week" after a weekday.
func (f *finder) weekAfter(i int) (monday day, next int, ok bool) {
	j := f.skip(i, "of")
	if !f.is(j+1, "week") {
		return 0, i, false
	}
	switch f.w(j) {
	case "this":
		return f.pub.monday(), j + 2, true
	case "last":
		return f.pub.monday() - 7, j + 2, true
	case "next":
		return f.pub.monday() + 7, j + 2, true
	}
	return 0, i, false
}

// weekdayNear picks the day for a weekday with or without "last", "next",
// "this" before it.
func (f *finder) weekdayNear(wd int, which string, i int) day {
	back := f.pub - day((f.pub.weekday()-wd+7)%7)
	ahead := f.pub + day((wd-f.pub.weekday()+7)%7)
	switch which {
	case "last", "past":
		if back == f.pub {
			return back - 7
		}
		return back
	case "next", "coming", "following":
		if ahead == f.pub {
			return ahead + 7
		}
		return ahead
	case "this":
		if t := f.tense(i); t == past {
			return back
		}
		return ahead
	}
	if f.tense(i) == future {
		return ahead
	}
	return back
}
