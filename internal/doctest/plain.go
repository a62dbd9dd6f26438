package doctest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annalist"
)

// Plain makes a document of text by white space and punctuation alone, without
// tags or trees: what a finder must still do sensible things with.
func Plain(text, published string) *annalist.Document {
	doc := &annalist.Document{Article: annalist.Article{ID: "t", Text: text, Published: published}}
	first := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		end := i + n
		if word(r) {
			end = wordEnd(text, i)
		} else if (r == '\'' || r == '’') && i > 0 && text[i-1] != ' ' && end < len(text) && text[end] == 's' && (end+1 == len(text) || !word(rune(text[end+1]))) {
			end++
		}
		doc.Tokens = append(doc.Tokens, annalist.Token{
			Span: annalist.Span{Start: i, End: end}, Form: text[i:end], Head: annalist.None, Sent: len(doc.Sentences),
			Spaced: end == len(text) || text[end] == ' ' || text[end] == '\n',
		})
		i = end
		if stop := r == '.' || r == '!' || r == '?'; stop && (end == len(text) || text[end] == ' ') {
			first = closeSentence(doc, first)
		}
	}
	if first < len(doc.Tokens) {
		closeSentence(doc, first)
	}
	return doc
}

func closeSentence(doc *annalist.Document, first int) int {
	last := len(doc.Tokens)
	doc.Sentences = append(doc.Sentences, annalist.Sentence{Span: doc.SpanOf(first, last), First: first, Last: last})
	return last
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordEnd takes letters and digits, marks inside numbers, and the full stop of
// an abbreviation.
func wordEnd(text string, i int) int {
	start := i
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		inside := strings.ContainsRune(",.:/", r) && i > start && i+1 < len(text) && unicode.IsDigit(rune(text[i-1])) && unicode.IsDigit(rune(text[i+1]))
		inner := r == '.' && i+1 < len(text) && unicode.IsLetter(rune(text[i+1]))
		if !word(r) && !inside && !inner {
			break
		}
		i += n
	}
	if i < len(text) && text[i] == '.' && abbreviation(text[start:i]) {
		i++
	}
	return i
}

func abbreviation(w string) bool {
	switch strings.ToLower(w) {
	case "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov", "dec", "a.m", "p.m", "u.s", "mr", "no", "ala", "minn":
		return true
	}
	return false
}
