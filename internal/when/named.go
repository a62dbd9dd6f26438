package when

import "annalist"

// eventNouns make the name of a day the name of what happened on it: "the
// October 7 attacks".
var eventNouns = wordSet(`attack attacks massacre massacres assault riot riots insurrection invasion bombing bombings
	terror terrorist hijackings pogrom pogroms incursion raid hostages defendants rioters`)

// named reads days known by their date, and the wars whose years their name
// gives: "the October 7 attacks", "the September 11 attacks", "World War II".
//
// Not meant: "on October 7" of another year, without the noun.
func (f *finder) named(i int) hit {
	if f.is(i, "world") && f.is(i+1, "war") {
		return f.worldWar(i)
	}
	if f.is(i, "second", "first") && f.is(i+1, "world") && f.is(i+2, "war") {
		return f.warValue(i, i+3, f.is(i, "second"))
	}
	month, j, ok := f.monthName(i)
	if !ok {
		dom, k, is := f.dom(i)
		if !is {
			return hit{}
		}
		if month, j, ok = f.monthName(k); !ok {
			return hit{}
		}
		return f.namedDay(i, j, [2]int{month, dom})
	}
	dom, j, ok := f.dom(j)
	if !ok {
		return hit{}
	}
	return f.namedDay(i, j, [2]int{month, dom})
}

// namedDay looks the day up where a noun of what happened follows it, at most
// one word away ("the October 7 Hamas attacks").
func (f *finder) namedDay(i, j int, monthDay [2]int) hit {
	year := knownDays[monthDay]
	if year == 0 || !eventNouns[f.w(j)] && !eventNouns[f.w(j+1)] && !(f.is(j, "-") && eventNouns[f.w(j+2)]) {
		return hit{}
	}
	if _, _, ok := f.yearAfter(j); ok {
		return hit{}
	}
	d := dayOf(year, monthDay[0], monthDay[1])
	if f.known && (f.pub < d || f.pub-d < 60) {
		return hit{}
	}
	return hit{first: i, last: j, val: dayValue(d), rule: "when.named", conf: 0.85, kind: annalist.Point}
}

// knownDays gives the year of days known by their date.
var knownDays = map[[2]int]int{{9, 11}: 2001, {10, 7}: 2023, {1, 6}: 2021}

func (f *finder) worldWar(i int) hit {
	switch f.w(i + 2) {
	case "ii", "two", "2":
		return f.warValue(i, i+3, true)
	case "i", "one", "1":
		return f.warValue(i, i+3, false)
	}
	return hit{}
}

func (f *finder) warValue(first, last int, second bool) hit {
	v := rangeValue(yearValue(1914), yearValue(1918))
	if second {
		v = rangeValue(yearValue(1939), yearValue(1945))
	}
	return hit{first: first, last: last, val: v, rule: "when.named", conf: 0.5, kind: annalist.Point}
}
