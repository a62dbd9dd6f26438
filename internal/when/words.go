package when

import (
	"strings"
	"unicode"
)

// Lists of English words of time. Abbreviations stand without their full stop,
// which fold removes.

var months = map[string]int{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "febr": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
	"may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
	"october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}

// weekdays counts from Monday, 0.
var weekdays = map[string]int{
	"monday": 0, "mon": 0, "tuesday": 1, "tue": 1, "tues": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thu": 3,
	"thur": 3, "thurs": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}

var weekdayPlurals = map[string]int{
	"mondays": 0, "tuesdays": 1, "wednesdays": 2, "thursdays": 3, "fridays": 4, "saturdays": 5, "sundays": 6,
}

// namedDays are words that make a name of the weekday after them: "Bloody
// Sunday", "Black Friday", "Super Tuesday".
var namedDays = wordSet("black bloody super good holy ash palm easter cyber giving fat shrove maundy red ruby pancake whit stormy joe")

var units = map[string]unit{
	"minute": minuteUnit, "minutes": minuteUnit, "hour": hourUnit, "hours": hourUnit, "day": dayUnit, "days": dayUnit,
	"night": dayUnit, "nights": dayUnit, "week": weekUnit, "weeks": weekUnit, "fortnight": fortnightUnit,
	"month": monthUnit, "months": monthUnit, "quarter": quarterUnit, "quarters": quarterUnit, "year": yearUnit,
	"years": yearUnit, "decade": decadeUnit, "decades": decadeUnit, "century": centuryUnit, "centuries": centuryUnit,
}

var smallNumbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
	"eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
	"seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}

var seasons = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

var decadeWords = map[string]int{
	"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
	"nineties": 90,
}

var dayparts = wordSet("morning afternoon evening night dawn dusk noon midnight midday lunchtime mornings afternoons evenings nights")

var vagueWords = wordSet("now recently currently soon lately nowadays presently formerly previously afterwards afterward later shortly eventually someday")

var setWords = wordSet("often frequently regularly routinely occasionally sometimes usually periodically seldom rarely daily weekly monthly yearly annually hourly nightly biweekly quarterly")

// fewWords count without a number: "several days ago".
var fewWords = wordSet("few several some many couple numerous various recent countless")

// starters are the words, beside those of the lists above, at which an
// expression of time may begin.
var starters = allStarters(`a an the this that these those last next past previous following coming upcoming current recent
	since from between on in during early late mid earlier later beginning start end middle today tonight yesterday
	tomorrow overnight weekend every each christmas new boxing easter good thanksgiving halloween valentine martin
	independence ramadan eid passover memorial labor labour veterans juneteenth at around about week-long year-long
	world first second in same day week month year more less at nearly almost over under through throughout within for until till by half
	mid- '90s q1 q2 q3 q4 ' ’ once twice may weekends eve some several few many all`)

// allStarters joins the words given with those of the lists.
func allStarters(words string) map[string]bool {
	all := wordSet(words)
	for _, set := range [...]map[string]bool{vagueWords, setWords, dayparts} {
		for w := range set {
			all[w] = true
		}
	}
	for _, m := range [...]map[string]int{months, weekdays, weekdayPlurals, smallNumbers, ordinals, seasons, decadeWords} {
		for w := range m {
			all[w] = true
		}
	}
	return all
}

// wordSet makes a set of the words in s.
func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// fold lower-cases a word and drops the full stop of an abbreviation.
func fold(form string) string {
	if len(form) > 1 && form[len(form)-1] == '.' {
		form = form[:len(form)-1]
	}
	for i := range len(form) {
		if c := form[i]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(form)
		}
	}
	return form
}

// upper reports whether a word begins with a capital.
func upper(form string) bool {
	for _, r := range form {
		return unicode.IsUpper(r)
	}
	return false
}

// starts is the cheap test that lets most words pass by: does any rule begin
// with this word?
func (f *finder) starts(i int) bool {
	w := f.low[i]
	if w == "" {
		return false
	}
	if c := w[0]; c >= '0' && c <= '9' {
		return true
	}
	if starters[w] {
		return true
	}
	return strings.IndexByte(w, '-') >= 0 || units[w] != noUnit
}
