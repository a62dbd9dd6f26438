package syntax

import (
	"strings"
	"unicode/utf8"

	"annalist/internal/lang"
)

// lexicon is the language's lists as the scanner looks them up: by the
// lower-cased bytes of a stretch of text.
type lexicon struct {
	abbreviations map[string]abbreviation
	joined        map[string]bool // prefixes with their hyphen
	whole         map[string]bool // words with a hyphen, slash or apostrophe inside
	starters      map[string]bool
	contractions  map[string]int
	contracted    map[string]bool
	elided        map[string]bool
	units         map[string]bool
	domains       map[string]bool
	extensions    map[string]bool
	emoticons     map[string]bool
	longestFace   int
}

// abbreviation says when the period after a word belongs to it.
type abbreviation uint8

const (
	noAbbreviation   abbreviation = iota
	beforeAnything                // "Gen. Milley"
	unlessLast                    // "Acme Inc. said", but not at the end of a sentence
	beforeName                    // "Sun. May 3", but not "in the sun."
	beforeDigitsOnly              // "No. 10"
)

func newLexicon(l lang.Language) *lexicon {
	lex := &lexicon{
		abbreviations: map[string]abbreviation{}, whole: set(l.Hyphened, l.Slashed, l.Apostrophed),
		starters: set(l.Starters), contractions: l.Contractions, contracted: set(l.Contracted),
		elided: set(l.Elided), units: set(l.Units), domains: set(l.Domains),
		extensions: set(l.Extensions), emoticons: set(l.Emoticons), joined: set(l.Prefixes),
	}
	for kind, list := range map[abbreviation][]string{
		beforeAnything: l.Titles, unlessLast: l.MayEnd, beforeName: l.Named, beforeDigitsOnly: l.BeforeNumber,
	} {
		for _, w := range list {
			lex.abbreviations[w] = max(kind, lex.abbreviations[w])
		}
	}
	for _, face := range l.Emoticons {
		lex.longestFace = max(lex.longestFace, len(face))
	}
	return lex
}

func set(lists ...[]string) map[string]bool {
	m := map[string]bool{}
	for _, list := range lists {
		for _, w := range list {
			m[w] = true
		}
	}
	return m
}

// lookup finds the lower-cased form of s, with the typewriter's apostrophe, in
// a table; longer words than any list has are in none.
func lookup[V any](table map[string]V, s string) (v V) {
	const longest = 24
	if len(s) == 0 || len(s) > longest+8 {
		return v
	}
	var buf [longest]byte
	n := 0
	for i := 0; i < len(s); i++ {
		if n == longest {
			return v
		}
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == '`':
			c = '\''
		case strings.HasPrefix(s[i:], "’"):
			c, i = '\'', i+len("’")-1
		}
		buf[n] = c
		n++
	}
	return table[string(buf[:n])]
}

// Classes of characters, as the scanner tells them apart.
type class uint8

const (
	other   class = iota // punctuation, symbols, broken bytes: one token each
	space                // white space
	letter               // letters and marks
	digit                // decimal digits
	joiner               // the underline, which joins the names of programs and people
	repeats              // marks that repeat: dots, dashes, stars
	apostle              // an apostrophe
)

var asciiClass = [utf8.RuneSelf]class{
	'\t': space, '\n': space, '\v': space, '\f': space, '\r': space, ' ': space,
	'.': repeats, '-': repeats, '*': repeats, '=': repeats, '~': repeats, '+': repeats, '#': repeats, '!': repeats,
	'?': repeats, '<': repeats, '>': repeats, '_': joiner, '\'': apostle, '`': apostle,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter, 'I': letter,
	'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter,
	'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter,
	'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter, 'o': letter, 'p': letter, 'q': letter, 'r': letter,
	's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
}
