package when

import "annalist"

// Rules for lengths of time, repetition and vague words.

// length reads "for three days", "a three-day visit", "two weeks".
//
// Not meant: ages ("45 years old", "a 45-year-old"), rates ("twice a day",
// "$5 a month"), "for the first time".
func (f *finder) length(i int) hit {
	j := f.skip(i, "for", "within", "over", "lasting", "during")
	j = f.skip(j, "about", "around", "nearly", "almost", "over")
	if f.is(j, "more", "less") && f.is(j+1, "than") || f.is(j, "at") && f.is(j+1, "least") {
		j += 2
	}
	n, k, ok := f.number(j)
	if !ok || f.is(k, "few", "couple") {
		if k, ok = f.few(j); !ok || f.is(j, "recent", "various", "some") {
			return f.lengthWord(i)
		}
		n = 0
	}
	hyphen := f.skip(k, "-")
	u := units[f.w(hyphen)]
	if u == noUnit {
		return hit{}
	}
	next := hyphen + 1
	rate := f.is(j, "a", "an") && j == i
	if rate || f.is(next, "old", "-old") || f.is(next, "-") && f.is(next+1, "old") || f.is(i-1, "aged", "age") {
		return hit{}
	}
	return hit{first: i, last: next, kind: annalist.Duration, rule: "when.length", conf: 0.8, n: n, unit: u}
}

// lengthWord reads a length in one word: "three-day", "week-long".
func (f *finder) lengthWord(i int) hit {
	w := f.w(i)
	for k := range len(w) {
		if w[k] != '-' {
			continue
		}
		n, ok := smallNumbers[w[:k]]
		if !ok {
			n, ok = digits(w[:k])
		}
		u := units[w[k+1:]]
		if w[k+1:] == "long" {
			n, u, ok = 1, units[w[:k]], units[w[:k]] != noUnit
		}
		if !ok || u == noUnit || f.is(i+1, "old") {
			return hit{}
		}
		return hit{first: i, last: i + 1, kind: annalist.Duration, rule: "when.length", conf: 0.8, n: n, unit: u}
	}
	return hit{}
}

// pastN reads "in the past 24 hours", "the last three years", "the next two
// days": so many units back or ahead from publication. Without a number it is
// vague ("in the past few days", "in the coming weeks").
//
// Not meant: "the last three presidents", "the next two games".
func (f *finder) pastN(i int) hit {
	j := f.skip(f.skip(i, "in", "over", "during", "within", "for", "throughout"), "the")
	sign := 0
	switch f.w(j) {
	case "past", "last", "previous", "preceding":
		sign = -1
	case "next", "coming", "following":
		sign = 1
	default:
		return f.recent(i)
	}
	n, k, ok := f.count(j + 1)
	if !ok && j > i && !f.is(j-1, "the") && f.is(j, "last", "next") {
		return hit{} // "in last week's raid" is last week
	}
	few := false
	if !ok {
		n, k = 1, j+1
		if k2, is := f.few(j + 1); is {
			k, few = k2, true
		}
	}
	u := units[f.w(k)]
	if u == noUnit || !ok && !few && f.is(j, "previous", "preceding", "following") {
		return hit{}
	}
	h := hit{first: i, last: k + 1, kind: annalist.Point, rule: "when.past", conf: 0.75}
	plural := f.w(k)[len(f.w(k))-1] == 's'
	if few || !ok && plural {
		h.kind, h.conf = annalist.Vague, 0.6
		return h
	}
	if f.known {
		h.val = f.stretch(sign*n, u)
	}
	return h
}

// stretch is n units back (or ahead) from publication, written in the fitting
// grain: days for hours to weeks, months for months, years for years.
func (f *finder) stretch(n int, u unit) value {
	other := f.pub.shift(n, u)
	if u == hourUnit && n != 0 && other == f.pub {
		other = f.pub + day(n/abs(n))
	}
	grain := dayUnit
	switch u {
	case monthUnit, quarterUnit:
		grain = monthUnit
	case yearUnit, decadeUnit, centuryUnit:
		grain = yearUnit
	}
	if abs(n) == 1 {
		grain = dayUnit
	}
	if n > 0 {
		return rangeValue(f.pub.at(grain), other.at(grain))
	}
	return rangeValue(other.at(grain), f.pub.at(grain))
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// recent reads "in recent years", "in the coming weeks", "these days", "in the
// past": repeated for months and longer (told as background), else vague.
func (f *finder) recent(i int) hit {
	j := f.skip(f.skip(i, "in", "over", "during", "for"), "the")
	h := hit{first: i, kind: annalist.Vague, rule: "when.vague", conf: 0.7}
	switch {
	case f.is(j, "recent", "coming") && units[f.w(j+1)] != noUnit:
		h.last = j + 2
		if f.is(j, "recent") && units[f.w(j+1)] >= monthUnit {
			h.kind, h.rule = annalist.Repeated, "when.set"
		}
	case f.is(j, "these") && f.is(j+1, "days"):
		h.last = j + 2
	case f.is(j, "past") && j > i && f.is(j-1, "the") && !wordlike(f.w(j+1)):
		h.last = j + 1
	}
	return h
}

// set reads repetition: "every Friday", "on Mondays", "each year", "twice a
// week", "often", "daily".
//
// Not meant: "every minister", "the Daily Mail" (a capital inside a sentence).
func (f *finder) set(i int) hit {
	h := hit{first: i, kind: annalist.Repeated, rule: "when.set", conf: 0.8}
	w := f.w(i)
	switch {
	case w == "every" || w == "each":
		j := f.skip(i+1, "single", "other", "few")
		if _, next, ok := f.count(j); ok {
			j = next
		}
		_, weekday := weekdays[f.w(j)]
		_, month := months[f.w(j)]
		_, season := seasons[f.w(j)]
		if weekday && upper(f.form(j)) || month && upper(f.form(j)) || season || units[f.w(j)] >= hourUnit || dayparts[f.w(j)] {
			h.last = j + 1
		}
	case w == "once" || w == "twice":
		if f.is(i+1, "a", "an", "per", "every", "each") && units[f.w(i+2)] != noUnit {
			h.last = i + 3
		}
	case setWords[w] && (i == f.first || !upper(f.form(i))):
		h.last = i + 1
	default:
		if _, ok := weekdayPlurals[w]; ok && upper(f.form(i)) {
			h.last = f.skip(i+1, "mornings", "nights", "evenings", "afternoons")
		}
	}
	return h
}

// vague reads single words without a value: "recently", "now", "soon".
//
// Not meant: "now" in a name ("Fox Now"), "currently" is one.
func (f *finder) vague(i int) hit {
	if f.is(i, "overnight") {
		return f.overnight(i)
	}
	if !vagueWords[f.w(i)] || i > f.first && upper(f.form(i)) {
		return hit{}
	}
	return hit{first: i, last: i + 1, kind: annalist.Vague, rule: "when.vague", conf: 0.6}
}

// overnight is the night to the day of publication, unless a day follows
// ("overnight Tuesday").
func (f *finder) overnight(i int) hit {
	h := f.point(f.skip(i+1, "on", "into"))
	if h.ok() && h.val.precision == annalist.Day {
		h.first = i
		return h
	}
	h = hit{first: i, last: i + 1, kind: annalist.Point, rule: "when.deictic", conf: 0.5}
	if f.known {
		h.val = rangeValue(dayValue(f.pub-1), dayValue(f.pub))
	}
	return h
}

// anchor gives lengths a value where the sentence tells their start: "for three
// days starting on Monday", "begins a three-day visit".
func (f *finder) anchor(hits []hit) {
	for d := range hits {
		h := &hits[d]
		if h.kind != annalist.Duration || h.n == 0 || h.unit < dayUnit {
			continue
		}
		start, ok := f.startOf(hits, d)
		if !ok {
			continue
		}
		end := start.shift(h.n, h.unit)
		if h.unit == dayUnit {
			end--
		}
		h.val = rangeValue(dayValue(start), dayValue(end))
		h.rule, h.conf = "when.length.anchored", 0.6
	}
}

var beginnings = wordSet("begin begins began beginning start starts started starting launch launches launched open opens opened embark embarks embarked from")

// nearHits is how many expressions of time away a length's start may stand.
const nearHits = 10

// startOf looks for the start of the length hits[d]: a day after a word of
// beginning behind it, or a verb of beginning just before it.
func (f *finder) startOf(hits []hit, d int) (day, bool) {
	h := hits[d]
	hits = hits[max(0, d-nearHits):min(len(hits), d+nearHits)]
	for _, p := range hits {
		if p.kind != annalist.Point || p.val.precision != annalist.Day || p.first < h.last {
			continue
		}
		if beginnings[f.w(p.first-1)] || f.is(p.first-1, "on") && beginnings[f.w(p.first-2)] {
			return p.val.start, true
		}
	}
	for j := h.first - 1; j >= f.first && j >= h.first-4; j-- {
		if !beginnings[f.w(j)] || f.is(j, "from") {
			continue
		}
		for _, p := range hits {
			if p.kind == annalist.Point && p.val.precision == annalist.Day {
				return p.val.start, true
			}
		}
		return f.pub, f.known && !f.is(j, "began", "started", "launched")
	}
	return 0, false
}

// nth reads "for a third day", "the second consecutive night": from the first of
// them to the day of publication.
//
// Not meant: "the third day of the trial" (which day that was is not said),
// "on the first day".
func (f *finder) nth(i int) hit {
	j := f.skip(i, "for", "on")
	j = f.skip(j, "a", "the", "its", "their")
	n, k, ok := f.ordinal(j)
	if !ok || n < 2 || n > 400 {
		return hit{}
	}
	straight := f.is(k, "consecutive", "straight", "successive")
	k = f.skip(k, "consecutive", "straight", "successive")
	u := units[f.w(k)]
	if u < dayUnit || u > yearUnit || !straight && !(f.is(i, "for") && f.is(i+1, "a")) {
		return hit{}
	}
	h := hit{first: i, last: k + 1, kind: annalist.Duration, rule: "when.nth", conf: 0.6, n: n, unit: u}
	if base, ok := f.base(u); ok {
		if !f.here {
			base = f.pub
		}
		h.val = rangeValue(base.shift(1-n, u).at(u), base.at(u))
	}
	return h
}

// inN reads "in two weeks", "within 30 days" when the verb looks ahead, and
// "in 72 hours" as the hours up to publication when it does not.
//
// Not meant: "in two days of talks", "the first time in 20 years".
func (f *finder) inN(i int) hit {
	if !f.is(i, "in") || !f.known {
		return hit{}
	}
	n, k, ok := f.number(i + 1)
	u := units[f.w(k)]
	if !ok || u < hourUnit || f.is(k+1, "of", "-", "'", "’", "ago", "old") || f.is(i-1, "time", "times", "first") {
		return hit{}
	}
	h := hit{first: i, last: k + 1, kind: annalist.Point, conf: 0.55}
	switch t := f.tense(i); {
	case t == future:
		h.rule = "when.ahead"
		if u == weekUnit {
			n, u = 7*n, dayUnit
		}
		h.val = f.pub.shift(n, u).at(u)
	case u == hourUnit && n >= 24 && n <= 96:
		h.rule = "when.past"
		h.val = f.stretch(-n, u)
	default:
		return hit{}
	}
	return h
}
