package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one syntactic word as the scanner finds it.
type word struct {
	start, end int
	multi      int  // at the first word of a multiword token: how many it has
	spaced     bool // white space or the end of the text follows
}

// scanner divides one paragraph into words, from left to right and without
// looking back. The rules are those of the English Web Treebank: clitics and
// most hyphens divide, abbreviations, numbers, addresses and faces stay whole.
//
// Why no word breaker of the shelf (uax29): the treebank divides where Unicode
// joins (do|n't, 10|pm) and joins where Unicode divides (anti-war, U.S., 1/2,
// e-mail addresses), so that every one of its breaks would be decided again.
type scanner struct {
	*lexicon
	text   string
	limit  int // end of the paragraph
	stop   int // end of the run without white space that is being read
	links  bool
	quoted bool // a single quotation mark is open
	words  []word
}

// scan appends the words of text[start:end] to words.
func (lex *lexicon) scan(words []word, text string, start, end int) []word {
	s := scanner{lexicon: lex, text: text, limit: end, words: words}
	for i := start; i < end; {
		if c, size := s.class(i); c == space || c == letter && invisible(text[i:]) {
			i += size
			continue
		}
		i = s.run(i)
	}
	return s.words
}

// invisible reports whether s begins with a joiner or soft hyphen, which is
// part of a word only inside it.
func invisible(s string) bool {
	return strings.HasPrefix(s, "\u200d") || strings.HasPrefix(s, "\u200c") || strings.HasPrefix(s, "\u00ad")
}

// run reads the words up to the next white space.
func (s *scanner) run(start int) int {
	s.stop, s.links = start, false
	for s.stop < s.limit {
		c, size := s.class(s.stop)
		if c == space {
			break
		}
		switch s.text[s.stop] {
		case '@', ':', '.':
			s.links = s.links || s.stop > start
		}
		s.stop += size
	}
	for i := start; i < s.stop; {
		i = s.token(i, i == start)
	}
	s.words[len(s.words)-1].spaced = true
	return s.stop
}

// token reads the surface token at i and returns its end.
func (s *scanner) token(i int, opens bool) int {
	if s.links {
		if end := s.link(i); end > i {
			return s.add(i, end)
		}
	}
	c, size := s.class(i)
	if c != letter && c != digit {
		if end := s.face(i, opens); end > i {
			return s.add(i, end)
		}
	}
	switch c {
	case letter:
		return s.letters(i)
	case digit:
		return s.number(i)
	case repeats:
		return s.repeated(i, opens)
	case joiner:
		return s.add(i, s.same(i))
	case apostle:
		return s.apostrophe(i, size, opens)
	default:
		return s.symbol(i, size, opens)
	}
}

func (s *scanner) add(start, end int) int {
	s.words = append(s.words, word{start: start, end: end})
	return end
}

// class tells what stands at i, and how many bytes it takes.
func (s *scanner) class(i int) (class, int) {
	b := s.text[i]
	if b < utf8.RuneSelf {
		return asciiClass[b], 1
	}
	r, size := utf8.DecodeRuneInString(s.text[i:s.limit])
	return runeClass(r, size), size
}

func runeClass(r rune, size int) class {
	switch {
	case r == utf8.RuneError && size <= 1:
		return other
	case r == '’':
		return apostle
	case unicode.IsSpace(r), r == '\ufeff', r == '\u200b', r == '\u2060':
		return space
	case unicode.IsLetter(r), unicode.IsMark(r), r == '\u00ad', r == '\u200d', r == '\u200c':
		return letter
	case unicode.IsDigit(r):
		return digit
	case r == '…', r == '–':
		return repeats
	default:
		return other
	}
}

// at is the class of what stands at i, other at the end of the run.
func (s *scanner) at(i int) class {
	if i >= s.stop {
		return other
	}
	c, _ := s.class(i)
	return c
}

// byteAt is the byte at i, 0 at the end of the run.
func (s *scanner) byteAt(i int) byte {
	if i >= s.stop {
		return 0
	}
	return s.text[i]
}

// while returns the end of the characters of the two classes from i on.
func (s *scanner) while(i int, a, b class) int {
	for i < s.stop {
		c, size := s.class(i)
		if c != a && c != b {
			break
		}
		i += size
	}
	return i
}

// same returns the end of the repetition of the character at i.
func (s *scanner) same(i int) int {
	_, size := s.class(i)
	unit, end := s.text[i:i+size], i+size
	for end < s.stop && strings.HasPrefix(s.text[end:s.stop], unit) {
		end += size
	}
	return end
}

// upperAt reports whether an upper-case letter stands at i.
func (s *scanner) upperAt(i int) bool {
	if i >= s.limit {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:s.limit])
	return unicode.IsUpper(r)
}

// next returns the first word after the run: its bytes up to the first
// character that is no letter, and where it stands.
func (s *scanner) next() (string, int) {
	const far, long = 64, 32 // how far ahead it looks, and how much it reads
	i := s.stop
	for i < s.limit && i < s.stop+far {
		c, size := s.class(i)
		if c != space && c != other && c != apostle {
			break
		}
		i += size
	}
	end := i
	for end < s.limit && end < i+long {
		c, size := s.class(end)
		if c != letter {
			break
		}
		end += size
	}
	return s.text[i:end], i
}
