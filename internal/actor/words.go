package actor

import (
	"strings"

	"annalist"
	"annalist/internal/world"
)

// roleHit is a phrase of role nouns: "prime minister".
type roleHit struct {
	first, last int // token range
	role        *world.Role
}

// readWords cuts the tokens into the words of the tables.
func (f *finder) readWords() {
	n := len(f.doc.Tokens)
	f.words = make([]string, 0, n+n/8)
	f.lemmas = make([]string, 0, n+n/8)
	f.lowers = make([]string, 0, n+n/8)
	f.tokOf = make([]int, 0, n+n/8)
	f.wordOf = make([]int, n+1)
	for i := range f.doc.Tokens {
		tok := &f.doc.Tokens[i]
		at := len(f.words)
		f.wordOf[i] = at
		if i > 0 && f.doc.Tokens[i-1].Span == tok.Span {
			continue // second word of a token that does not divide
		}
		f.words = world.AppendWords(f.words, tok.Form)
		for range f.words[at:] {
			f.tokOf = append(f.tokOf, i)
		}
		lemma := strings.ToLower(tok.Lemma)
		for _, word := range f.words[at:] {
			low := strings.ToLower(word)
			f.lowers = append(f.lowers, low)
			if len(f.words) == at+1 && lemma != "" && !strings.ContainsAny(lemma, ".-' ") {
				low = lemma
			}
			f.lemmas = append(f.lemmas, low)
		}
	}
	f.wordOf[n] = len(f.words)
}

// sentenceEnd is the word after the last of the sentence of word p.
func (f *finder) sentenceEnd(p int) int {
	sent := f.doc.Sentences[f.doc.Tokens[f.tokOf[p]].Sent]
	return f.wordOf[sent.Last]
}

// findRoles marks the phrases of role nouns, longest first, left to right.
func (f *finder) findRoles() {
	f.roleAt = filled(len(f.doc.Tokens))
	for p := 0; p < len(f.words); p++ {
		i := f.tokOf[p]
		if !nominal(f.doc.Tokens[i].Tag) && f.doc.Tokens[i].Tag != annalist.ADJ && f.doc.Tokens[i].Tag != annalist.VERB {
			continue
		}
		end := f.sentenceEnd(p)
		n, role := f.w.MatchRole(f.lemmas[p:end])
		if m, other := f.w.MatchRole(f.lowers[p:end]); m > 0 && m >= n { // "forces" is no plural of "force"
			n, role = m, other
		}
		if n == 0 {
			continue
		}
		last := f.tokOf[p+n-1] + 1
		if !f.hasNoun(i, last) {
			continue
		}
		for t := i; t < last; t++ {
			f.roleAt[t] = len(f.roles)
		}
		f.roles = append(f.roles, roleHit{i, last, role})
		p += n - 1
	}
}

// hasNoun reports whether a range has a noun: "police" the verb is no role.
func (f *finder) hasNoun(first, last int) bool {
	for i := first; i < last; i++ {
		if nominal(f.doc.Tokens[i].Tag) {
			return true
		}
	}
	return false
}

// roleOf is the role phrase at a token, nil if there is none.
func (f *finder) roleOf(i int) *roleHit {
	if f.roleAt[i] == annalist.None {
		return nil
	}
	return &f.roles[f.roleAt[i]]
}

func nominal(t annalist.Tag) bool { return t == annalist.NOUN || t == annalist.PROPN }

func filled(n int) []int {
	s := make([]int, n)
	for i := range s {
		s[i] = annalist.None
	}
	return s
}

func (f *finder) lemma(i int) string { return strings.ToLower(f.doc.Tokens[i].Lemma) }
