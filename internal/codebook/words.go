package codebook

import (
	"maps"
	"slices"
	"strings"
)

// Words is a set of words and of phrases of several words.
type Words struct {
	one  map[string]bool
	many map[string][][]string // by first word
	size int
}

// Has reports whether the set holds the single word.
func (w Words) Has(word string) bool { return w.one[word] }

// Phrases gives the phrases of several words that begin with the word.
func (w Words) Phrases(first string) [][]string { return w.many[first] }

// Len is the number of words and phrases.
func (w Words) Len() int { return w.size }

// add puts a word or phrase into the set.
func (w *Words) add(text string) {
	parts := split(text)
	if len(parts) == 0 {
		return
	}
	w.size++
	if len(parts) == 1 {
		if w.one == nil {
			w.one = map[string]bool{}
		}
		w.one[parts[0]] = true
		return
	}
	if w.many == nil {
		w.many = map[string][][]string{}
	}
	w.many[parts[0]] = append(w.many[parts[0]], parts)
}

// split divides a written word where the syntax divides words: at blanks and at
// hyphens, for "sit-in" is three words of a tree, of which the hyphen is left out.
func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' })
}

// Phrased reports whether the set holds phrases of several words.
func (w Words) Phrased() bool { return len(w.many) > 0 }

// OnlyPhrases is the set without its single words.
func (w Words) OnlyPhrases() Words { return Words{many: w.many, size: w.size - len(w.one)} }

// firsts lists the single words and the first words of phrases, each once.
func (w Words) firsts() []string {
	seen := map[string]bool{}
	for word := range w.one {
		seen[word] = true
	}
	for word := range w.many {
		seen[word] = true
	}
	return slices.Sorted(maps.Keys(seen))
}
