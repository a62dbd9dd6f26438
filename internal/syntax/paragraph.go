package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annalist"
)

// paragraphs divides a text at blank lines, and at single breaks too unless
// the text is hard-wrapped, which its lines show: most of those that another
// follows are about as long as the longest and end inside a sentence.
func paragraphs(text string) []annalist.Span {
	lines := splitLines(text)
	wrapped := wrapWidth(text, lines)
	var pars []annalist.Span
	for k, line := range lines {
		if line.Empty() {
			continue
		}
		if k > 0 && !lines[k-1].Empty() && len(pars) > 0 && continues(text, lines[k-1], line, wrapped) {
			pars[len(pars)-1].End = line.End
			continue
		}
		pars = append(pars, line)
	}
	return pars
}

// splitLines gives the lines without the white space around them; a blank line
// is an empty span. CR, LF, CR LF and the separators of Unicode end a line.
func splitLines(text string) []annalist.Span {
	var lines []annalist.Span
	start := 0
	for i := 0; i < len(text); {
		size := 1
		switch text[i] {
		case '\n', '\f', '\v':
		case '\r':
			if strings.HasPrefix(text[i:], "\r\n") {
				size = 2
			}
		case 0xe2: // U+2028 and U+2029
			if !strings.HasPrefix(text[i:], "\u2028") && !strings.HasPrefix(text[i:], "\u2029") {
				i++
				continue
			}
			size = 3
		default:
			i++
			continue
		}
		lines = append(lines, trimmed(text, start, i))
		i += size
		start = i
	}
	return append(lines, trimmed(text, start, len(text)))
}

func trimmed(text string, start, end int) annalist.Span {
	isBlank := func(r rune) bool { return runeClass(r, 2) == space }
	cut := strings.TrimLeftFunc(text[start:end], isBlank)
	start = end - len(cut)
	return annalist.Span{Start: start, End: start + len(strings.TrimRightFunc(cut, isBlank))}
}

// wrapWidth is the width a text is hard-wrapped at, 0 if it is not.
func wrapWidth(text string, lines []annalist.Span) int {
	widest, inner := 0, 0
	for k, line := range lines {
		if k+1 < len(lines) && !line.Empty() && !lines[k+1].Empty() {
			widest = max(widest, line.Len())
			inner++
		}
	}
	const narrowest, broadest = 40, 160
	if inner < 3 || widest < narrowest || widest > broadest {
		return 0
	}
	full, open := 0, 0
	for k, line := range lines {
		if k+1 == len(lines) || line.Empty() || lines[k+1].Empty() {
			continue
		}
		if line.Len() >= widest*3/4 {
			full++
		}
		if !closed(text, line) {
			open++
		}
	}
	if full*10 < inner*7 || open*2 < inner {
		return 0
	}
	return widest
}

// closed reports whether a line ends like a sentence.
func closed(text string, line annalist.Span) bool {
	s := strings.TrimRight(line.Of(text), "\"'”’)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, ":")
}

// continues reports whether next goes on where the line before it was cut:
// in a wrapped text unless that line was short and closed, in any other only
// where a long line ends in the middle ("... the president\nof the court").
func continues(text string, prev, next annalist.Span, width int) bool {
	if width > 0 {
		return prev.Len() >= width*3/5 || !closed(text, prev) && prev.Len() >= width/2
	}
	const long = 45
	first, _ := utf8.DecodeRuneInString(next.Of(text))
	return prev.Len() >= long && !closed(text, prev) && unicode.IsLower(first)
}
