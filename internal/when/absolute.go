package when

import (
	"regexp"
	"strconv"

	"annalist"
)

// Rules for dates that name their month or year.

var isoDate = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[^\d\w])`)
var localDate = regexp.MustCompile(`^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})(?:$|[^\d\w])`)
var september11 = regexp.MustCompile(`^9/11(?:$|[^\d\w/])`)

// iso reads dates in digits: "2019-05-07", "5/7/2019" (month first unless it
// cannot be, or dots stand between), "9/11".
//
// Not meant: scores ("3-2"), fractions ("9/10"), section numbers ("4.2.1").
func (f *finder) iso(i int) hit {
	w := f.w(i)
	if w == "" || w[0] < '0' || w[0] > '9' {
		return hit{}
	}
	start := f.doc.Tokens[i].Span.Start
	if start > 0 && !space(f.doc.Article.Text[start-1]) {
		return hit{}
	}
	text := f.doc.Article.Text[start:f.doc.Sentences[f.doc.Tokens[i].Sent].Span.End]
	if len(text) > 12 {
		text = text[:12]
	}
	if m := isoDate.FindStringSubmatch(text); m != nil {
		y, mon, d := atoi(m[1]), atoi(m[2]), atoi(m[3])
		return f.inDigits(i, len(m[1])+len(m[2])+len(m[3])+2, [3]int{y, mon, d})
	}
	if m := localDate.FindStringSubmatch(text); m != nil {
		mon, d, y := atoi(m[1]), atoi(m[3]), atoi(m[4])
		if m[2] == "." || mon > 12 {
			mon, d = d, mon
		}
		if len(m[4]) == 2 {
			if m[2] != "/" {
				return hit{}
			}
			y += 2000
		}
		return f.inDigits(i, len(m[1])+len(m[3])+len(m[4])+2, [3]int{y, mon, d})
	}
	if september11.MatchString(text) {
		return f.inDigits(i, len("9/11"), [3]int{2001, 9, 11})
	}
	return hit{}
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func space(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '(' || c == '"' }

// inDigits is a hit over length bytes from the word at i, if that ends at the
// end of a word and is a day of the calendar.
func (f *finder) inDigits(i, length int, ymd [3]int) hit {
	d, ok := civilDay(ymd[0], ymd[1], ymd[2])
	end := f.doc.Tokens[i].Span.Start + length
	for j := i; ok && j < f.last; j++ {
		if f.doc.Tokens[j].Span.End == end {
			return hit{first: i, last: j + 1, val: dayValue(d), rule: "when.digits", conf: 0.95, kind: annalist.Point}
		}
	}
	return hit{}
}

// civilDay is the day of a date that exists.
func civilDay(year, month, dom int) (day, bool) {
	if year < 1000 || year > 2199 || month < 1 || month > 12 || dom < 1 || dom > 31 {
		return 0, false
	}
	d := dayOf(year, month, dom)
	_, m, _ := d.civil()
	return d, m == month
}

// monthName reads the name of a month at i. A month must have its capital;
// "may", "march" and "mar" also something beside them that makes them a month.
func (f *finder) monthName(i int) (month, next int, ok bool) {
	month, ok = months[f.w(i)]
	if !ok || f.taken[i] || !upper(f.form(i)) {
		return 0, i, false
	}
	return month, f.dot(i), true
}

// monthDay reads "May 7", "May 7th, 2019", "May 7 of last year".
//
// Not meant: "May 2019", "May 70 people".
func (f *finder) monthDay(i int) hit {
	month, j, ok := f.monthName(i)
	if !ok {
		return hit{}
	}
	dom, j, ok := f.dom(j)
	if !ok || f.is(j, "%", "percent", "million", "billion", ":", "p.m", "a.m", "pm", "am") {
		return hit{}
	}
	if f.is(j, "-", "–") && f.glued(j-1) && f.glued(j) {
		if _, _, ok := f.dom(j + 1); !ok {
			return hit{} // "May 25-foot": no day
		}
	}
	return f.dated(i, j, [2]int{month, dom})
}

// dayMonth reads "7 May", "7th of May 2019", "the 7th of May".
func (f *finder) dayMonth(i int) hit {
	dom, j, ok := f.dom(i)
	if !ok {
		return hit{}
	}
	month, j, ok := f.monthName(f.skip(j, "of"))
	if !ok {
		return hit{}
	}
	return f.dated(i, j, [2]int{month, dom})
}

// dated adds a year to a month and day: the one that follows, or the one that
// lies nearest by the tense.
func (f *finder) dated(i, j int, monthDay [2]int) hit {
	if upper(f.form(j)) && f.is(j, "movement", "brigade", "brigades", "coalition", "alliance", "front", "street", "university") {
		return hit{} // "March 23 Movement"
	}
	h := hit{first: i, last: j, rule: "when.month-day", conf: 0.9, kind: annalist.Point}
	year, next, ok := f.yearAfter(j)
	if ok {
		d, ok := civilDay(year, monthDay[0], monthDay[1])
		if !ok {
			return hit{}
		}
		h.last, h.val, h.conf = next, dayValue(d), 0.97
		return h
	}
	if !f.known {
		return h
	}
	h.val = f.nearestDay(f.tense(i), monthDay)
	if !h.val.known() {
		return hit{} // 30 February
	}
	return h
}

// yearAfter reads the year that belongs to a month or day before j: ", 2019",
// "2019", "of 2019", "of last year", "this year".
func (f *finder) yearAfter(j int) (year, next int, ok bool) {
	k := f.skip(j, ",")
	if year, next, ok := f.yearAt(k); ok {
		return year, next, true
	}
	if !f.known {
		return 0, j, false
	}
	pub, _, _ := f.pub.civil()
	k = f.skip(j, "of")
	if f.is(k+1, "year") {
		switch f.w(k) {
		case "this", "the":
			return pub, k + 2, f.w(k) == "this"
		case "last":
			return pub - 1, k + 2, true
		case "next":
			return pub + 1, k + 2, true
		}
	}
	if k > j {
		if year, next, ok := f.yearAt(k); ok {
			return year, next, true
		}
	}
	return 0, j, false
}

// nearestDay gives a month and day the year in which the words put it: the
// nearest such day, where the side of publication that the tense speaks against
// counts as three times as far, and the future without a tense as four times.
// "June 15" ten days ahead is not last year's, whatever the verb.
func (f *finder) nearestDay(t tense, monthDay [2]int) value {
	pub, _, _ := f.pub.civil()
	best, least := value{}, 0
	for year := pub - 1; year <= pub+1; year++ {
		d, ok := civilDay(year, monthDay[0], monthDay[1])
		if !ok {
			continue
		}
		far := abs(int(d - f.pub))
		switch {
		case t == future && d < f.pub, t == past && d > f.pub:
			far *= 3
		case t == unknown && d > f.pub:
			far *= 4
		}
		if !best.known() || far < least {
			best, least = dayValue(d), far
		}
	}
	return best
}

// onWeekday gives a month and day the year, of those beside publication, in
// which it falls on the weekday named with it: "Tuesday, January 21".
func (f *finder) onWeekday(wd int, d day) value {
	pub, _, _ := f.pub.civil()
	_, m, dom := d.civil()
	for _, year := range [...]int{pub, pub - 1, pub + 1} {
		if e, ok := civilDay(year, m, dom); ok && e.weekday() == wd {
			return dayValue(e)
		}
	}
	return dayValue(d)
}

// month reads a month with or without its year: "May 2019", "in May", "May of
// last year".
//
// Not meant: the verbs ("may go", "march on"), names ("April Jones").
func (f *finder) month(i int) hit {
	j := f.skip(i, "the")
	if j > i {
		if !f.is(j, "month") || !f.is(j+1, "of") {
			return hit{}
		}
		j += 2
	}
	month, j, ok := f.monthName(j)
	if !ok {
		return hit{}
	}
	h := hit{first: i, last: j, rule: "when.month", conf: 0.85, kind: annalist.Point}
	if year, next, ok := f.yearAfter(j); ok {
		h.last, h.val, h.conf = next, monthValue(year, month), 0.95
		return h
	}
	if !f.bareMonth(i, j) {
		return hit{}
	}
	if !f.known {
		return h
	}
	year, now, _ := f.pub.civil()
	h.val = monthValue(f.yearOf(f.tense(i), month, now, year), month)
	return h
}

// yearOf is the year of a month without one: the coming month when the verb
// looks ahead or says nothing and it is the next, else the last such month.
func (f *finder) yearOf(t tense, month, now, year int) int {
	switch {
	case t == future && month < now:
		return year + 1
	case t == unknown && month == now%12+1:
		if month < now {
			return year + 1
		}
	case t != future && month > now:
		return year - 1
	}
	return year
}

// beforeMonth are the words after which a month is a month.
var beforeMonth = wordSet(`in last next this since until till by early late mid of from between to during before after
	through and or for - – , on every each around about ( past previous`)

// bareMonth says whether a month without day and year is one: May and March
// need a word before them that asks for a time, the others only lack a
// capitalised word after them.
func (f *finder) bareMonth(i, j int) bool {
	name := f.w(j - 1)
	prep := beforeMonth[f.w(i-1)]
	if i == j-3 || i < j-1 {
		return true
	}
	verbal := name == "may" || name == "march" || name == "mar"
	if verbal {
		return prep && f.w(i-1) != "," && f.w(i-1) != "and" && !upper(f.form(j))
	}
	if len(name) <= 4 && name != "june" && name != "july" && f.form(i) == f.doc.Tokens[i].Form && !prep {
		return false // "Jan", "Dec", "Mar" alone are names or nothing
	}
	return prep && f.w(i-1) != "and" || !upper(f.form(j))
}

// year reads a year that its neighbours make one.
//
// Not meant: counts ("in 2015 cases", "2000 soldiers"), statute and model
// numbers, hours ("at 2015 GMT").
func (f *finder) year(i int) hit {
	j := i
	if f.is(i, "the") && f.is(i+1, "year") {
		j = i + 2
	} else if f.is(i, "year") {
		j = i + 1
	}
	year, next, ok := f.yearAt(j)
	if !ok || j == i && !f.yearContext(i, year) {
		return hit{}
	}
	if f.is(next, "bc", "bce", "b.c") {
		return hit{}
	}
	return hit{first: i, last: next, val: yearValue(year), rule: "when.year", conf: 0.9, kind: annalist.Point}
}

var yearPreps = wordSet("in since until till by from of during before after between to late early mid through around circa and or for than")
var yearOwners = wordSet("the a an this that his her its their our 's ’s")

func (f *finder) yearContext(i, year int) bool {
	prev, next := f.w(i-1), f.w(i+1)
	modern := year >= 1900
	switch {
	case prev == "in" || prev == "since":
		return modern && year != 2000 || !f.counted(i+1)
	case yearPreps[prev]:
		return year >= 1700 && !f.counted(i+1)
	case yearOwners[prev]:
		return modern && next != "" && wordlike(next) && (year%100 != 0 || !f.counted(i+1))
	case prev == "(" || prev == "," || prev == "[":
		return modern && (next == ")" || next == "," || next == "]" || next == "-" || next == "–" || next == ";")
	case prev == "fiscal":
		return modern
	case prev == "" && next == "":
		return modern
	case prev == "":
		return modern && f.is(i+1, "was", "is", "saw", "has", "will", "would")
	case prev == "-" || prev == "–":
		_, _, ok := f.yearAt(i - 2)
		return ok && modern
	}
	return f.adjective(i-1) && modern && wordlike(next) && !f.counted(i+1)
}

// adjective: "a deadly 2013 attack", "the failed 2016 coup".
func (f *finder) adjective(i int) bool {
	return i >= f.first && (f.doc.Tokens[i].Tag == annalist.ADJ || f.doc.Tokens[i].Tag == annalist.VERB) &&
		(yearOwners[f.w(i-1)] || yearPreps[f.w(i-1)])
}

// counted reports whether the word at i is a plural that a number may count:
// "2000 soldiers".
func (f *finder) counted(i int) bool {
	w := f.w(i)
	if w == "" {
		return false
	}
	tok := f.doc.Tokens[i]
	if w == "people" {
		return true
	}
	if tok.Tag != "" {
		return tok.Tag == annalist.NOUN && tok.Feats.Number == "Plur"
	}
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && !upper(tok.Form)
}

func wordlike(w string) bool { return w != "" && (w[0] >= 'a' && w[0] <= 'z' || w[0] >= 0x80) }
