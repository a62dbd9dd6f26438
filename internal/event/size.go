package event

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"annalist"
	"annalist/internal/codebook"
)

// size reads how many were killed, hurt or arrested, and how many protest. The
// numbers stand at nouns for people that undergo a verb of @dead, @injured or
// @arrested in the act's own clauses. It must not count weapons, money or days.
func (f *finder) size(a *act) {
	if !counts(a.ev.Type) {
		return
	}
	s := f.doc.Sentences[a.ev.Sentence]
	for t := s.First; t < s.Last; t++ {
		tok := &f.doc.Tokens[t]
		if tok.Tag != annalist.VERB && tok.Tag != annalist.NOUN && tok.Tag != annalist.ADJ || !f.near(a.token, t) {
			continue
		}
		if f.bears(a, t, annalist.Assault, annalist.Protest) {
			f.count(t, f.words.dead, &a.ev.Size.Dead)
			f.count(t, f.words.injured, &a.ev.Size.Injured)
		}
		if f.bears(a, t, annalist.Coerce) {
			f.count(t, f.words.arrested, &a.ev.Size.Arrested)
		}
	}
	f.tollAfter(a)
	if a.ev.Type == annalist.Protest && a.ev.Size.Protesters == nil {
		for _, arg := range a.prop.args {
			if arg.slot == "agent" {
				a.ev.Size.Protesters = f.number(arg.token)
			}
		}
	}
}

// tollAfter reads the dead and hurt of an attack from the sentence behind it:
// "Guards opened fire on villagers. Three [died]." It must not do so where the
// text tells of two attacks, or where the next sentence tells of one.
func (f *finder) tollAfter(a *act) {
	next := a.ev.Sentence + 1
	size := &a.ev.Size
	if a.ev.Type != annalist.Assault || size.Dead != nil || size.Injured != nil || next >= len(f.doc.Sentences) ||
		f.doc.Sentences[next].Paragraph != f.doc.Sentences[next-1].Paragraph {
		return
	}
	for _, b := range f.acts {
		if b != a && b.ev.Type == annalist.Assault && (b.ev.Sentence == next || b.ev.Sentence == next-1) {
			return
		}
	}
	s := f.doc.Sentences[next]
	for t := s.First; t < s.Last; t++ {
		tok := &f.doc.Tokens[t]
		if tok.Head == annalist.None || (tok.Rel.Is("conj") || tok.Rel.Is("parataxis")) && f.doc.Tokens[tok.Head].Head == annalist.None {
			f.count(t, f.words.dead, &size.Dead)
			f.count(t, f.words.injured, &size.Injured)
		}
	}
}

// near says that a word tells of the same act: it is the trigger, or the two
// stand one below the other without a clause of its own between.
func (f *finder) near(trigger, t int) bool {
	return t == trigger || f.doc.Under(t, trigger) || f.doc.Under(trigger, t)
}

// bears says that a word that may count people counts those of an act: no act of
// the types first asked, and of none of them no other, is told by the word or
// stands nearer to it in the tree. "Police fired tear gas and [arrested] 15" counts
// no arrests for the gas; it must not leave "15 were [arrested] at the protest"
// without an act where the arrest is none.
func (f *finder) bears(a *act, t int, first ...annalist.EventType) bool {
	own, asked := f.steps(a.token, t), slices.Contains(first, a.ev.Type)
	for _, b := range f.acts {
		if b == a || b.ev.Sentence != a.ev.Sentence || !counts(b.ev.Type) || !f.near(b.token, t) {
			continue
		}
		if other := slices.Contains(first, b.ev.Type); other && !asked || other == asked && f.steps(b.token, t) < own {
			return false
		}
	}
	return true
}

// counts says that acts of a type have a size.
func counts(t annalist.EventType) bool {
	switch t {
	case annalist.Assault, annalist.Protest, annalist.Coerce, annalist.Mobilize:
		return true
	}
	return false
}

// steps is the way between two words of a tree.
func (f *finder) steps(t, u int) int {
	up := map[int]int{}
	for n := 0; t != annalist.None; n++ {
		up[t] = n
		t = f.doc.Tokens[t].Head
	}
	for n := 0; u != annalist.None; n++ {
		if m, ok := up[u]; ok {
			return n + m
		}
		u = f.doc.Tokens[u].Head
	}
	return math.MaxInt
}

// count reads the number of those who undergo a verb or follow a noun: "killed
// 12 people", "12 deaths", "leaving 12 dead".
func (f *finder) count(t int, set codebook.Words, to **annalist.Count) {
	if *to != nil || !set.Has(f.clauses.lemma(t)) && !set.Has(lower(f.doc.Tokens[t].Form)) {
		return
	}
	if *to = f.numberBefore(t); *to != nil {
		return
	}
	if f.doc.Tokens[t].Tag == annalist.NOUN || f.doc.Tokens[t].Tag == annalist.ADJ {
		if *to = f.number(t); *to == nil && f.doc.Tokens[t].Tag == annalist.ADJ {
			*to = f.described(t)
		}
		return
	}
	for _, arg := range f.clauses.at(t).args {
		if arg.slot != "patient" && !(arg.slot == "agent" && f.clauses.lemma(t) == "die") {
			continue
		}
		*to = f.number(arg.token)
		if *to != nil {
			return
		}
	}
}

// numberBefore is for the bare number that is the subject of a second toll, which
// trees hang anywhere: "died and [twenty] were injured", "three soldiers dead and
// [five] wounded". It must not take the number of something else ("in 2020 were").
func (f *finder) numberBefore(t int) *annalist.Count {
	first := f.doc.Sentences[f.doc.Tokens[t].Sent].First
	k := t - 1
	for k > first && f.doc.Tokens[k].Tag == annalist.AUX {
		k--
	}
	if k <= first || f.doc.Tokens[k].Tag != annalist.NUM || f.time[k] != annalist.None {
		return nil
	}
	if before := f.doc.Tokens[k-1]; before.Tag != annalist.CCONJ && before.Form != "," {
		return nil
	}
	return f.number(k)
}

// described is the number of those whom an adjective calls dead or hurt: "leaving
// 12 [people] dead", "shot dead nine [policemen]".
func (f *finder) described(t int) *annalist.Count {
	h := f.doc.Tokens[t].Head
	if h == annalist.None {
		return nil
	}
	if f.doc.Tokens[t].Rel.Is("amod") {
		return f.number(h)
	}
	if s := f.doc.Kid(t, "nsubj"); s != annalist.None {
		return f.number(s)
	}
	if o := f.doc.Kid(h, "obj"); o != annalist.None {
		return f.number(o)
	}
	return nil
}

// number reads the count of people in a noun phrase.
func (f *finder) number(t int) *annalist.Count {
	tok := &f.doc.Tokens[t]
	num := t
	if tok.Tag != annalist.NUM {
		if !f.words.personNoun.Has(f.clauses.lemma(t)) && f.mention[t] == annalist.None && !f.words.quantity.Has(f.clauses.lemma(t)) && !f.words.dead.Has(f.clauses.lemma(t)) && !f.words.injured.Has(f.clauses.lemma(t)) {
			return nil
		}
		num = f.doc.Kid(t, "nummod")
		if num == annalist.None {
			return f.vagueNumber(t)
		}
	}
	value, ok := f.value(num)
	if !ok {
		return nil
	}
	first := num
	for _, k := range f.doc.Tokens[num].Kids {
		if k < num {
			first = min(first, k)
		}
	}
	span := f.doc.SpanOf(first, num+1)
	c := &annalist.Count{Min: value, Max: value, Text: f.doc.Text(span), Span: span}
	low := strings.ToLower(c.Text)
	if atLeast(f.before(first, 2) + " " + low) {
		c.Max = 0
	}
	return c
}

// atLeast is for numbers that the text gives as a minimum: "at least 12", "more
// than 30", "over 40". It must not catch "recovered 12 bodies".
func atLeast(words string) bool {
	words = " " + words + " "
	return strings.Contains(words, " at least ") || strings.Contains(words, " more than ") || strings.Contains(words, " over ")
}

// before gives the words before a token, in lower case.
func (f *finder) before(t, n int) string {
	var out []string
	for i := max(t-n, f.doc.Sentences[f.doc.Tokens[t].Sent].First); i < t; i++ {
		out = append(out, lower(f.doc.Tokens[i].Form))
	}
	return strings.Join(out, " ")
}

// vagueNumber reads "dozens of protesters" as a minimum, "a soldier" as one.
func (f *finder) vagueNumber(t int) *annalist.Count {
	tok := &f.doc.Tokens[t]
	low := map[string]int{"dozens": 24, "hundreds": 200, "thousands": 2000, "scores": 40, "million": 1000000, "millions": 2000000}[lower(tok.Form)]
	if low > 0 {
		return &annalist.Count{Min: low, Text: tok.Form, Span: tok.Span}
	}
	for _, k := range tok.Kids {
		kid := &f.doc.Tokens[k]
		if form := lower(kid.Form); kid.Rel.Is("det") && (form == "a" || form == "an") && tok.Feats.Number != "Plur" {
			return &annalist.Count{Min: 1, Max: 1, Text: kid.Form, Span: kid.Span}
		}
	}
	return nil
}

// value reads a number in figures or words, with "hundred" and "thousand".
func (f *finder) value(t int) (int, bool) {
	n, ok := figure(lower(f.doc.Tokens[t].Form))
	if !ok {
		return 0, false
	}
	for _, k := range f.doc.Tokens[t].Kids {
		if kid := &f.doc.Tokens[k]; kid.Tag == annalist.NUM && k < t {
			if m, ok := figure(lower(kid.Form)); ok && (n == 100 || n == 1000 || n == 1000000) {
				return m * n, true
			} else if ok && n < 10 && m >= 20 {
				return m + n, true
			}
		}
	}
	return n, true
}

func figure(s string) (int, bool) {
	if n, err := strconv.Atoi(strings.ReplaceAll(s, ",", "")); err == nil && n >= 0 {
		return n, true
	}
	small := []string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
	}
	for n, w := range small {
		if s == w {
			return n, true
		}
	}
	for i, w := range []string{"thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		if s == w {
			return 30 + 10*i, true
		}
	}
	switch s {
	case "dozen":
		return 12, true
	case "hundred":
		return 100, true
	case "thousand":
		return 1000, true
	case "million":
		return 1000000, true
	}
	return 0, false
}
