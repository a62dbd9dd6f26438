package when

import "annalist"

// holiday reads the few holidays whose date the name alone gives.
//
// Not meant: national days that differ by country ("Independence Day"),
// moons ("Ramadan"), "Christmas Island", a person's "Easter".
func (f *finder) holiday(i int) hit {
	name, next := f.holidayName(i)
	if name == "" || next < f.last && upper(f.form(next)) && f.is(next, "island", "market", "uprising", "rising") {
		return hit{}
	}
	h := hit{first: i, last: next, rule: "when.holiday", conf: 0.8, kind: annalist.Point}
	if year, after, ok := f.yearAfter(next); ok {
		h.last, h.val = after, dayValue(holidays[name](year))
		return h
	}
	if year, _, ok := f.yearAt(i - 1); ok { // "the 2019 Easter bombings"
		h.val = dayValue(holidays[name](year))
		return h
	}
	if !f.known {
		return h
	}
	pub, _, _ := f.pub.civil()
	d := holidays[name](pub)
	switch t := f.tense(i); {
	case t == future && d < f.pub:
		d = holidays[name](pub + 1)
	case t != future && d > f.pub+soon:
		d = holidays[name](pub - 1)
	}
	h.val = dayValue(d)
	return h
}

// soon is how many days ahead a holiday without year and without tense is still
// taken for the coming one.
const soon = 75

// holidayName reads the longest name of a holiday at i.
func (f *finder) holidayName(i int) (name string, next int) {
	if !holidayStarts[f.w(i)] || !upper(f.form(i)) {
		return "", i
	}
	key := ""
	for j := i; j < i+4 && j < f.last; j++ {
		w := f.w(j)
		if w == "’s" {
			w = "'s"
		}
		if key != "" && w != "'s" {
			key += " "
		}
		key += w
		if holidays[key] != nil {
			name, next = key, j+1
		}
	}
	return name, next
}

var holidayStarts = wordSet("christmas boxing new valentine may halloween bastille juneteenth easter good palm ash pentecost thanksgiving labor memorial")

// holidays gives the day of each holiday in a year.
var holidays = map[string]func(year int) day{
	"christmas":        fixed(12, 25),
	"christmas day":    fixed(12, 25),
	"christmas eve":    fixed(12, 24),
	"boxing day":       fixed(12, 26),
	"new year's day":   fixed(1, 1),
	"new year's eve":   fixed(12, 31),
	"valentine's day":  fixed(2, 14),
	"may day":          fixed(5, 1),
	"halloween":        fixed(10, 31),
	"bastille day":     fixed(7, 14),
	"juneteenth":       fixed(6, 19),
	"easter":           easter,
	"easter sunday":    easter,
	"easter monday":    func(year int) day { return easter(year) + 1 },
	"good friday":      func(year int) day { return easter(year) - 2 },
	"palm sunday":      func(year int) day { return easter(year) - 7 },
	"ash wednesday":    func(year int) day { return easter(year) - 46 },
	"pentecost":        func(year int) day { return easter(year) + 49 },
	"thanksgiving":     func(year int) day { return nth(year, 11, 3) + 21 },
	"thanksgiving day": func(year int) day { return nth(year, 11, 3) + 21 },
	"labor day":        func(year int) day { return nth(year, 9, 0) },
	"memorial day":     func(year int) day { return nth(year, 6, 0) - 7 },
}

func fixed(month, dom int) func(int) day {
	return func(year int) day { return dayOf(year, month, dom) }
}

// nth is the first given weekday (Monday 0) of a month.
func nth(year, month, weekday int) day {
	d := dayOf(year, month, 1)
	return d + day((weekday-d.weekday()+7)%7)
}

// easter is Western Easter Sunday by the Gregorian computus of Meeus.
func easter(year int) day {
	a, b, c := year%19, year/100, year%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(year, n/31, n%31+1)
}
