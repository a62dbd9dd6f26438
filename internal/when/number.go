package when

import "strconv"

// number reads a whole number at i in digits or words ("21", "twenty-one",
// "two hundred", "a" as one) and returns the index past it.
func (f *finder) number(i int) (n, next int, ok bool) {
	if f.is(i, "a", "an") {
		if m, next, ok := f.number(i + 1); ok && f.is(i+1, "dozen", "hundred", "thousand") {
			return m, next, true
		}
		return 1, i + 1, true
	}
	return f.count(i)
}

// count is number without the article.
func (f *finder) count(i int) (n, next int, ok bool) {
	w := f.w(i)
	if n, ok := digits(w); ok {
		return n, i + 1, true
	}
	n, ok = smallNumbers[w]
	if !ok {
		n, ok = compound(w)
	}
	if !ok {
		switch w {
		case "hundred":
			return 100, i + 1, true
		case "thousand":
			return 1000, i + 1, true
		}
		return 0, i, false
	}
	next = i + 1
	if n >= 20 && n%10 == 0 {
		j := f.skip(next, "-")
		if m, ok := smallNumbers[f.w(j)]; ok && m < 10 {
			n, next = n+m, j+1
		}
	}
	switch {
	case f.is(next, "hundred"):
		n, next = n*100, next+1
	case f.is(next, "thousand"):
		n, next = n*1000, next+1
	}
	return n, next, true
}

// compound reads "twenty-one" written as one word.
func compound(w string) (int, bool) {
	for i := range len(w) {
		if w[i] == '-' {
			tens, units := smallNumbers[w[:i]], smallNumbers[w[i+1:]]
			return tens + units, tens >= 20 && units > 0 && units < 10
		}
	}
	return 0, false
}

// digits reads a plain number of at most four digits, or one with a comma for
// the thousands.
func digits(w string) (int, bool) {
	if len(w) == 0 || len(w) > 6 || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	if len(w) > 4 && w[len(w)-4] == ',' {
		w = w[:len(w)-4] + w[len(w)-3:]
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}

// ordinal reads "7th", "twenty-first" or "third" at i. "7" and "th" may stand
// as two words.
func (f *finder) ordinal(i int) (n, next int, ok bool) {
	w := f.w(i)
	if n, ok := ordinals[w]; ok {
		return n, i + 1, true
	}
	for k := range len(w) {
		if w[k] == '-' {
			tens, units := smallNumbers[w[:k]], ordinals[w[k+1:]]
			return tens + units, i + 1, tens >= 20 && units > 0 && units < 10
		}
	}
	if tens := smallNumbers[w]; tens >= 20 && f.is(i+1, "-") {
		if n := ordinals[f.w(i+2)]; n > 0 && n < 10 {
			return tens + n, i + 3, true
		}
	}
	if len(w) > 2 && suffixes[w[len(w)-2:]] {
		if n, ok := digits(w[:len(w)-2]); ok {
			return n, i + 1, true
		}
	}
	if n, ok := digits(w); ok && f.glued(i) && suffixes[f.w(i+1)] {
		return n, i + 2, true
	}
	return 0, i, false
}

var suffixes = wordSet("st nd rd th")

// dom reads a day of the month: "7", "7th", "the 7th", "seventh".
func (f *finder) dom(i int) (n, next int, ok bool) {
	i = f.skip(i, "the")
	if n, next, ok := f.ordinal(i); ok && n <= 31 {
		return n, next, n > 0
	}
	w := f.w(i)
	if len(w) > 2 {
		return 0, i, false
	}
	n, ok = digits(w)
	if !ok || n < 1 || n > 31 {
		return 0, i, false
	}
	return n, i + 1, true
}

// yearAt reads four digits of a year from 1000 to 2099 that stand alone: not
// "2,019", "2019%", "2019.5", nor half of "2014-16".
func (f *finder) yearAt(i int) (year, next int, ok bool) {
	w := f.w(i)
	if len(w) != 4 || w[0] < '1' || w[0] > '2' {
		return 0, i, false
	}
	n, err := strconv.Atoi(w)
	if err != nil || n < 1000 || n > 2099 {
		return 0, i, false
	}
	if f.is(i+1, "%", "percent", "per", "km", "kg", "metres", "meters", "miles", "hours", "gmt", "utc", "mw") {
		return 0, i, false
	}
	if f.is(i-1, "$", "€", "£", "#", "no", "nr", "number") {
		return 0, i, false
	}
	return n, i + 1, true
}
