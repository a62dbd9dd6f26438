package syntax

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// vocabulary cuts words into the pieces of BERT's uncased word-piece
// vocabulary, as its own tokenizer does: lower case, no accents, every mark
// and Chinese character apart, then the longest pieces from the left.
type vocabulary struct {
	starts  map[string]int32 // pieces that begin a part of a word
	rest    map[string]int32 // pieces that continue one, without their "##"
	longest int
	unknown int32
}

const (
	mostPieces = 8   // of one word; the rest of a longer one is dropped
	longWord   = 100 // characters; a longer part of a word is unknown
)

// readVocabulary reads a vocabulary of one piece a line.
func readVocabulary(fsys fs.FS, name string) (*vocabulary, error) {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read vocabulary: %w", err)
	}
	voc := &vocabulary{starts: make(map[string]int32, 1<<15), rest: make(map[string]int32, 1<<13), unknown: -1}
	lines := bufio.NewScanner(bytes.NewReader(raw))
	for id := int32(0); lines.Scan(); id++ {
		piece := lines.Text()
		voc.longest = max(voc.longest, len(piece))
		switch {
		case piece == "[UNK]":
			voc.unknown = id
		case len(piece) > 2 && piece[:2] == "##":
			voc.rest[piece[2:]] = id
		default:
			voc.starts[piece] = id
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read vocabulary %s: %w", name, err)
	}
	if voc.unknown < 0 {
		return nil, fmt.Errorf("read vocabulary %s: no piece [UNK]", name)
	}
	return voc, nil
}

// pieces appends the pieces of a word to ids: at least one, at most mostPieces.
func (voc *vocabulary) pieces(ids []int32, word string) []int32 {
	var buf [64]byte
	first := len(ids)
	if len(word) == 1 && word[0] > ' ' && word[0] < utf8.RuneSelf-1 {
		buf[0] = word[0]
		if asciiClass[word[0]] == letter {
			buf[0] |= 'a' - 'A'
		}
		if id, ok := voc.starts[string(buf[:1])]; ok {
			return append(ids, id)
		}
	}
	if low, plain := lowerLetters(buf[:0], word); plain {
		if id, ok := voc.starts[string(low)]; ok {
			return append(ids, id)
		}
		ids = voc.part(ids, low)
	} else {
		ids = voc.parts(ids, word)
	}
	if len(ids) == first {
		return append(ids, voc.unknown)
	}
	return ids[:min(len(ids), first+mostPieces)]
}

// known reports whether a word of letters is one piece; words with other
// characters pass.
func (voc *vocabulary) known(word string) bool {
	var buf [64]byte
	low, plain := lowerLetters(buf[:0], word)
	_, ok := voc.starts[string(low)]
	return ok || !plain
}

// lowerLetters lower-cases a word of ASCII letters and digits, or reports that
// it is none.
func lowerLetters(buf []byte, word string) ([]byte, bool) {
	if len(word) > cap(buf) {
		return nil, false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if c >= utf8.RuneSelf || asciiClass[c] != letter && asciiClass[c] != digit {
			return nil, false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf, true
}

// parts cuts any word: it is cleaned first, and marks stand apart.
func (voc *vocabulary) parts(ids []int32, word string) []int32 {
	var buf [128]byte
	part := buf[:0]
	flush := func() {
		if len(part) > 0 {
			ids = voc.part(ids, part)
			part = part[:0]
		}
	}
	for _, r := range cleaned(word) {
		switch {
		case unicode.IsSpace(r):
			flush()
		case mark(r), chinese(r):
			flush()
			part = utf8.AppendRune(part, r)
			flush()
		default:
			part = utf8.AppendRune(part, r)
		}
	}
	flush()
	return ids
}

// cleaned drops what does not print and the accents, and lower-cases.
func cleaned(word string) string {
	buf := make([]rune, 0, len(word))
	ascii := true
	for _, r := range word {
		ascii = ascii && r < utf8.RuneSelf
	}
	if !ascii {
		word = norm.NFD.String(word)
	}
	for _, r := range word {
		switch {
		case unicode.IsSpace(r):
			buf = append(buf, ' ')
		case r == 0, r == utf8.RuneError, unicode.Is(unicode.C, r), unicode.Is(unicode.Mn, r):
		default:
			buf = append(buf, unicode.ToLower(r))
		}
	}
	return string(buf)
}

func mark(r rune) bool {
	if r < utf8.RuneSelf {
		return r > ' ' && asciiClass[r] != letter && asciiClass[r] != digit
	}
	return unicode.IsPunct(r)
}

// chinese reports whether r is in the blocks that BERT sets apart.
func chinese(r rune) bool {
	return r >= 0x3400 && (r <= 0x4dbf || r >= 0x4e00 && r <= 0x9fff || r >= 0xf900 && r <= 0xfaff ||
		r >= 0x20000 && r <= 0x2a6df || r >= 0x2a700 && r <= 0x2ceaf || r >= 0x2f800 && r <= 0x2fa1f)
}

// part cuts one part of a word into the longest pieces from the left; where
// none fits, all of it is unknown.
func (voc *vocabulary) part(ids []int32, part []byte) []int32 {
	if len(part) > longWord && utf8.RuneCount(part) > longWord {
		return append(ids, voc.unknown)
	}
	first, table := len(ids), voc.starts
	for len(part) > 0 {
		end := min(len(part), voc.longest)
		for ; end > 0; end-- {
			if id, ok := table[string(part[:end])]; ok {
				ids = append(ids, id)
				break
			}
		}
		if end == 0 {
			return append(ids[:first], voc.unknown)
		}
		part, table = part[end:], voc.rest
	}
	return ids
}

// shape is the case class of a word, which the uncased pieces do not show; the
// numbers are rows of the net's tables.
func shape(word string) uint8 {
	var runes, upper, lower, digits int
	var firstUpper bool
	for i, r := range word {
		runes++
		if r < utf8.RuneSelf {
			switch {
			case 'a' <= r && r <= 'z':
				lower++
			case 'A' <= r && r <= 'Z':
				upper++
				firstUpper = firstUpper || i == 0
			case '0' <= r && r <= '9':
				digits++
			}
			continue
		}
		switch {
		case unicode.In(r, unicode.Lu, unicode.Other_Uppercase):
			upper++
			firstUpper = firstUpper || i == 0
		case unicode.In(r, unicode.Ll, unicode.Other_Lowercase):
			lower++
		case unicode.IsDigit(r), superscript(r):
			digits++
		}
	}
	switch {
	case upper > 0 && lower == 0 && runes > 1:
		return 1
	case upper > 0 && lower == 0:
		return 2
	case firstUpper && upper == 1 && lower > 0:
		return 3
	case firstUpper:
		return 4
	case lower > 0 && upper == 0:
		return 5
	case digits > 0 && digits == runes:
		return 6
	case digits > 0:
		return 7
	default:
		return 8
	}
}

// superscript reports whether r is a raised or lowered digit.
func superscript(r rune) bool {
	return r == '²' || r == '³' || r == '¹' || r == '⁰' || r >= '⁴' && r <= '⁹' || r >= '₀' && r <= '₉'
}
