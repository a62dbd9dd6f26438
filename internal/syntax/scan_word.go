package syntax

import (
	"strings"
	"unicode"
)

// letters reads what begins with a letter.
func (s *scanner) letters(i int) int {
	if end := s.acronym(i); end > i {
		return s.clitic(i, end)
	}
	end := s.core(i)
	if end == i+1 || end < s.stop {
		end = s.extend(i, end)
	}
	if s.byteAt(end) == '.' && s.abbreviated(i, end) {
		return s.clitic(i, end+1)
	}
	return s.divide(i, end)
}

// core is the end of letters, digits and underlines.
func (s *scanner) core(i int) int {
	for {
		end := s.while(i, letter, digit)
		if s.byteAt(end) != '_' || (s.at(end+1) != letter && s.at(end+1) != digit) {
			return end
		}
		i = end + 1
	}
}

// extend takes in what a mark joins to the word text[i:end]: "anti-war",
// "AT&T", "w/o", "US$" before a number; not "well-known", "and/or".
func (s *scanner) extend(i, end int) int {
	for {
		switch s.byteAt(end) {
		case '-':
			if j := s.hyphen(i, end); j > end {
				end = j
				continue
			}
		case '&':
			if j := s.ampersand(i, end); j > end {
				return j
			}
		case '/':
			if end-i <= 2 {
				if j := s.while(end+1, letter, letter); lookup(s.whole, s.text[i:j]) {
					return j
				}
			}
		case '$':
			if end-i <= 3 && s.at(end+1) == digit && allUpper(s.text[i:end]) {
				return end + 1
			}
		case '*':
			// "sh*t": stars inside a word stand for letters.
			if j := s.same(end); s.at(j) == letter && j-end <= 3 && unicode.IsLower(rune(s.text[j])) {
				return s.while(j, letter, letter)
			}
		}
		return end
	}
}

// hyphen joins "non-" and its like to the word that follows: "non-Muslim",
// "co-founder"; not the words of "well-known", nor "pro-" in "pro- and anti-war".
func (s *scanner) hyphen(i, end int) int {
	after := end + 1
	if s.at(after) != letter && s.at(after) != digit {
		return end
	}
	word := s.while(after, letter, letter)
	if lookup(s.whole, s.text[i:word]) {
		return word
	}
	if !lookup(s.joined, s.text[i:end]) || (end-i == 1 && s.text[i] != 'e' && s.text[i] != 'E') {
		return end
	}
	return s.core(after)
}

// ampersand joins letters: "AT&T", "PG&E", "B&B"; not "Smith&Wesson".
func (s *scanner) ampersand(i, end int) int {
	after := s.while(end+1, letter, letter)
	if after == end+1 || end-i > 4 || after-end > 4 {
		return end
	}
	if end-i == 1 && after-end == 2 || allUpper(s.text[i:end]) && allUpper(s.text[end+1:after]) {
		return after
	}
	return end
}

func allUpper(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return s != ""
}

// acronym reads single letters with periods: "U.S.", "a.m", "Ph.D.". The last
// period stays unless the sentence takes it: "at 5 p.m. The police".
func (s *scanner) acronym(i int) int {
	end, n := i, 0
	for {
		after := s.lone(end)
		if after == end || s.byteAt(after) != '.' {
			break
		}
		end, n = after+1, n+1
	}
	if n == 0 {
		return i
	}
	if after := s.lone(end); after > end { // "U.S.A"
		return after
	}
	switch {
	case n == 1: // an initial, or one letter and a word: "J.Smith"
		return i
	case s.byteAt(end) == '.' && s.byteAt(end+1) == '.': // "U.S..."
		return end - 1
	case s.lastInSentence() && s.ends(s.text[i:end-1]):
		return end - 1
	}
	return end
}

// lone returns the end of a letter by itself at i, or of "Ph" and "Sc".
func (s *scanner) lone(i int) int {
	if s.at(i) != letter {
		return i
	}
	_, size := s.class(i)
	if rest := s.text[i:s.stop]; strings.HasPrefix(rest, "Ph") || strings.HasPrefix(rest, "Sc") {
		size = 2
	}
	if next := s.at(i + size); next == letter || next == digit {
		return i
	}
	return i + size
}

// ends reports whether an abbreviation, at the end of its sentence, leaves the
// period to the sentence: "p.m", "etc"; "U.S." and "D.C." keep it, so that
// names stay what they are.
func (s *scanner) ends(abbr string) bool {
	return lookup(s.abbreviations, abbr) == unlessLast
}

// lastInSentence reports whether a sentence seems to end with this run:
// nothing follows in the paragraph, or a function word with a capital.
func (s *scanner) lastInSentence() bool {
	word, at := s.next()
	return at >= s.limit || s.upperAt(at) && lookup(s.starters, word)
}

// abbreviated reports whether the period at end belongs to text[i:end].
func (s *scanner) abbreviated(i, end int) bool {
	abbr := s.text[i:end]
	kind := lookup(s.abbreviations, abbr)
	switch s.at(end + 1) {
	case letter:
		return kind == beforeAnything && s.upperAt(i) && s.upperAt(end+1) // "Dr.Wu"
	case digit:
		return kind != noAbbreviation
	case repeats:
		if s.text[min(end+1, s.stop-1)] != '-' && end+1 < s.stop {
			return false
		}
	}
	if _, size := s.class(i); size == len(abbr) {
		return s.initial(i, end)
	}
	_, at := s.next()
	switch kind {
	case beforeAnything:
		return at < s.limit
	case unlessLast:
		return !s.lastInSentence()
	case beforeName:
		return s.upperAt(i) && (s.inText(at) == digit || s.upperAt(at) || s.byteAt(end+1) == ',')
	case beforeDigitsOnly:
		return s.inText(at) == digit
	default:
		return false
	}
}

// inText is the class at i, beyond the run too.
func (s *scanner) inText(i int) class {
	if i >= s.limit {
		return other
	}
	c, _ := s.class(i)
	return c
}

// initial reports whether a single letter before a period is a person's
// initial: "George W. Bush", not "vitamin C. The" nor "than I."
func (s *scanner) initial(i, end int) bool {
	if !s.upperAt(i) {
		lower := s.text[i]
		return (lower == 'c' || lower == 'b' || lower == 'd' || lower == 'v' || lower == 'p') && s.startsDigit()
	}
	word, at := s.next()
	if at >= s.limit || !s.upperAt(at) || end+1 < s.stop && s.byteAt(end+1) != ',' {
		return false
	}
	return !lookup(s.starters, word) || len(word) == 1
}

func (s *scanner) startsDigit() bool {
	_, at := s.next()
	return s.inText(at) == digit
}

// divide writes the word text[i:end] and the clitics at its end.
func (s *scanner) divide(i, end int) int {
	if s.at(end) == apostle {
		return s.clitic(i, end)
	}
	if first := lookup(s.contractions, s.text[i:end]); first > 0 && first < end-i {
		return s.pair(i, i+first, end)
	}
	return s.add(i, end)
}

// pair writes two words of one token.
func (s *scanner) pair(i, mid, end int) int {
	s.words = append(s.words, word{start: i, end: mid, multi: 2}, word{start: mid, end: end})
	return end
}

// clitic writes text[i:end], divided if an apostrophe with a clitic follows:
// "she|'s", "do|n't", "parents|'"; "O'Connor" and "Shi'ite" are one word, which
// may have a clitic again.
func (s *scanner) clitic(i, end int) int {
	for s.at(end) == apostle {
		_, size := s.class(end)
		after := s.while(end+size, letter, letter)
		if after == end+size {
			return s.possessive(i, end, size)
		}
		tail := s.text[end+size : after]
		switch {
		case lookup(s.whole, s.text[i:after]):
			return s.add(i, after)
		case (tail == "t" || tail == "T") && end-i > 1 && (s.text[end-1] == 'n' || s.text[end-1] == 'N'):
			return s.pair(i, end-1, after)
		case lookup(s.contracted, tail):
			return s.contraction(i, end, after)
		}
		end = s.core(after)
	}
	return s.add(i, end)
}

// contraction writes a word with its clitic text[end:after], and a second one:
// "I|'d|'ve".
func (s *scanner) contraction(i, end, after int) int {
	if s.at(after) == apostle {
		if _, size := s.class(after); s.tailClitic(after, size) {
			last := s.while(after+size, letter, letter)
			s.words = append(s.words, word{start: i, end: end, multi: 3}, word{start: end, end: after}, word{start: after, end: last})
			return last
		}
	}
	return s.pair(i, end, after)
}

func (s *scanner) tailClitic(at, size int) bool {
	return lookup(s.contracted, s.text[at+size:s.while(at+size, letter, letter)])
}

// possessive divides "parents'" where the apostrophe does not close a
// quotation: "the 'big banks' of" has an open one.
func (s *scanner) possessive(i, end, size int) int {
	c := s.text[end-1]
	if (c != 's' && c != 'S' && c != 'x' && c != 'z') || s.quoted || s.text[end] == '`' {
		return s.add(i, end)
	}
	if end+size < s.stop { // "boys'." closes more likely than it owns
		if b := s.text[end+size]; b == '.' || b == ',' || b == '!' || b == '?' || s.at(end+size) == apostle {
			return s.add(i, end)
		}
	}
	return s.pair(i, end, end+size)
}

// apostrophe reads an apostrophe that no word precedes: a quotation mark, two
// of them, or the elision of "'em" and "'90s".
func (s *scanner) apostrophe(i, size int, opens bool) int {
	after := i + size
	if unit := s.text[i:after]; strings.HasPrefix(s.text[after:s.stop], unit) { // '' for a quotation mark
		last := after + size
		if !strings.HasPrefix(s.text[last:s.stop], unit) && (unit != "'" || s.at(last) != letter) {
			return s.add(i, last)
		}
	}
	if s.at(after) == digit {
		if end := s.while(after, digit, digit); end-after == 2 && s.at(end) != letter || s.byteAt(end) == 's' {
			if s.byteAt(end) == 's' {
				end++
			}
			return s.add(i, end)
		}
	}
	if end := s.while(after, letter, letter); end > after {
		tail := s.text[after:end]
		if lookup(s.elided, tail) && !s.quoted || !opens && lookup(s.contracted, tail) {
			return s.add(i, end)
		}
	}
	s.quoted = opens && s.text[i] != '`' && after < s.stop || s.quoted && opens
	return s.add(i, after)
}
