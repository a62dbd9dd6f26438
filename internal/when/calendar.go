package when

import (
	"fmt"
	"strconv"
	"time"

	"annalist"
)

// day counts days from 1 January 1970.
type day int

const secondsPerDay = 24 * 60 * 60

// dayOf is the day of a civil date; a month of 13 or a day of 0 carry over.
func dayOf(year, month, dom int) day {
	return day(floorDiv(time.Date(year, time.Month(month), dom, 0, 0, 0, 0, time.UTC).Unix(), secondsPerDay))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// parseDay reads the leading YYYY-MM-DD of s.
func parseDay(s string) (day, bool) {
	if len(s) < len(time.DateOnly) {
		return 0, false
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return 0, false
	}
	return dayOf(t.Year(), int(t.Month()), t.Day()), true
}

func (d day) time() time.Time { return time.Unix(int64(d)*secondsPerDay, 0).UTC() }

func (d day) civil() (year, month, dom int) {
	t := d.time()
	return t.Year(), int(t.Month()), t.Day()
}

// weekday counts from Monday, 0, to Sunday, 6.
func (d day) weekday() int { return (int(d.time().Weekday()) + 6) % 7 }

// monday is the first day of the week of d.
func (d day) monday() day { return d - day(d.weekday()) }

func (d day) String() string { return d.time().Format(time.DateOnly) }

// value is a stretch of days and how it is written; the zero value is none.
type value struct {
	text       string
	start, end day
	precision  annalist.Precision
}

func (v value) known() bool { return v.text != "" }

// sane: known, and within the years that four digits write.
func (v value) sane() bool { return v.known() && v.start >= firstDay && v.end <= lastDay }

// firstDay and lastDay are 1000-01-01 and 2999-12-31.
const firstDay, lastDay = day(-354285), day(376199)

func dayValue(d day) value {
	return value{text: d.String(), start: d, end: d, precision: annalist.Day}
}

func weekValue(d day) value {
	monday := d.monday()
	year, week := monday.time().ISOWeek()
	return value{text: fmt.Sprintf("%04d-W%02d", year, week), start: monday, end: monday + 6, precision: annalist.Week}
}

// monthValue is a month; months beyond 1 to 12 carry into other years.
func monthValue(year, month int) value {
	start := dayOf(year, month, 1)
	y, m, _ := start.civil()
	return value{text: fmt.Sprintf("%04d-%02d", y, m), start: start, end: dayOf(y, m+1, 1) - 1, precision: annalist.Month}
}

func yearValue(year int) value {
	return value{text: fmt.Sprintf("%04d", year), start: dayOf(year, 1, 1), end: dayOf(year, 12, 31), precision: annalist.Year}
}

// rangeValue runs from the first day of a to the last of b. It is none when
// either is, or when it would end before it starts.
func rangeValue(a, b value) value {
	if !a.known() || !b.known() || b.end < a.start {
		return value{}
	}
	if a.text == b.text {
		return a
	}
	return value{text: head(a.text) + "/" + tail(b.text), start: a.start, end: b.end, precision: annalist.Range}
}

// head and tail are the two ends of a range as written, or the whole.
func head(s string) string {
	for i := range len(s) {
		if s[i] == '/' {
			return s[:i]
		}
	}
	return s
}

func tail(s string) string {
	for i := range len(s) {
		if s[i] == '/' {
			return s[i+1:]
		}
	}
	return s
}

// narrow keeps the value's text and cuts its days to a part of it: "early May"
// is written 2019-05 and runs to the 10th.
func (v value) narrow(part part) value {
	if !v.known() || v.end-v.start < 20 {
		return v
	}
	third := (v.end - v.start + 1) / 3
	switch part {
	case partEarly:
		v.end = v.start + third - 1
	case partMiddle:
		v.start, v.end = v.start+third, v.end-third
	case partLate:
		v.start = v.end - third + 1
	}
	return v
}

// part says which third of a month or year is meant.
type part int

const (
	partWhole part = iota
	partEarly
	partMiddle
	partLate
)

// unit is a length of time that a calendar counts in.
type unit int

const (
	noUnit unit = iota
	minuteUnit
	hourUnit
	dayUnit
	weekUnit
	fortnightUnit
	monthUnit
	quarterUnit
	yearUnit
	decadeUnit
	centuryUnit
)

// shift moves a day by n units.
func (d day) shift(n int, u unit) day {
	y, m, dom := d.civil()
	switch u {
	case minuteUnit:
		return d
	case hourUnit:
		return d + day(n/24)
	case dayUnit:
		return d + day(n)
	case weekUnit:
		return d + day(7*n)
	case fortnightUnit:
		return d + day(14*n)
	case monthUnit, quarterUnit:
		if u == quarterUnit {
			n *= 3
		}
		last := dayOf(y, m+n+1, 1) - 1
		return min(dayOf(y, m+n, 1)+day(dom-1), last)
	case yearUnit:
		return min(dayOf(y+n, m, 1)+day(dom-1), dayOf(y+n, m+1, 1)-1)
	case decadeUnit:
		return d.shift(10*n, yearUnit)
	case centuryUnit:
		return d.shift(100*n, yearUnit)
	default:
		panic("when: shift by unit " + strconv.Itoa(int(u)))
	}
}

// at is the calendar unit in which d lies: its week, its month, its year.
func (d day) at(u unit) value {
	y, m, _ := d.civil()
	switch u {
	case minuteUnit, hourUnit, dayUnit:
		return dayValue(d)
	case weekUnit, fortnightUnit:
		return weekValue(d)
	case monthUnit:
		return monthValue(y, m)
	case quarterUnit:
		return quarterValue(y, (m-1)/3+1)
	case yearUnit:
		return yearValue(y)
	case decadeUnit:
		return decadeValue(y - y%10)
	case centuryUnit:
		return centuryValue((y-1)/100 + 1)
	default:
		panic("when: unit " + strconv.Itoa(int(u)))
	}
}

func quarterValue(year, quarter int) value {
	return rangeValue(monthValue(year, 3*quarter-2), monthValue(year, 3*quarter))
}

func decadeValue(year int) value { return rangeValue(yearValue(year), yearValue(year+9)) }

func centuryValue(n int) value { return rangeValue(yearValue(100*n-99), yearValue(100*n)) }
