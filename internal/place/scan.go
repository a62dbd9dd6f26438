package place

import (
	"unicode"
	"unicode/utf8"

	"annalist"
	"annalist/internal/world"
)

// longest is how many tokens a name may have.
const longest = 8

// scan finds names of the gazetteer in one sentence, the longest at each word.
func (f *finder) scan(sent annalist.Sentence) {
	for i := sent.First; i < sent.Last; {
		if !f.begins(i, sent.Last) {
			i++
			continue
		}
		m, ok := f.match(i, sent.Last)
		if !ok {
			i++
			continue
		}
		m.belief = f.belief(&m, sent)
		if m.belief <= 0 {
			i++
			continue
		}
		f.mentions = append(f.mentions, m)
		i = m.last
	}
}

// begins reports whether a name of a place can begin at word i: a capital, or
// an Arabic article before one ("al-Tanf").
func (f *finder) begins(i, end int) bool {
	form := f.doc.Tokens[i].Form
	if capital(form) {
		return true
	}
	return articles[form] && i+2 < end && f.doc.Tokens[i+1].Form == "-" && capital(f.doc.Tokens[i+2].Form) ||
		hyphenated(form)
}

// hyphenated: "al-Tanf" as one token.
func hyphenated(form string) bool {
	for i := range len(form) {
		if form[i] == '-' {
			return articles[form[:i]] && capital(form[i+1:])
		}
	}
	return false
}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// match is the longest name of the gazetteer that begins at word i.
func (f *finder) match(i, end int) (mention, bool) {
	best := mention{inside: annalist.None, beyond: annalist.None, rule: "place.name"}
	start := f.doc.Tokens[i].Span.Start
	for j := i + 1; j <= end && j <= i+longest; j++ {
		tok := f.doc.Tokens[j-1]
		if j > i+1 && breaks(tok) {
			break
		}
		had := len(f.key)
		f.key = f.g.AppendKey(f.key[:0], f.doc.Article.Text[start:tok.Span.End])
		c := f.lookup(f.key)
		if len(c.rows) > 0 && (j == i+1 || len(f.key) > had) && !f.money(j-1) {
			rows := f.fitting(c.rows, i, j)
			if len(rows) > 0 {
				best.first, best.last, best.key, best.rows = i, j, rows[0].Key, rows
			}
		}
		if !c.longer && !(j < end && f.doc.Tokens[j].Span.Start == tok.Span.End) {
			break // "W." and "Va." are one name
		}
	}
	return best, len(best.rows) > 0
}

// money: "US$5", as one word or two.
func (f *finder) money(i int) bool {
	toks := f.doc.Tokens
	form := toks[i].Form
	return form[len(form)-1] == '$' || i+1 < len(toks) && toks[i+1].Form == "$" && toks[i+1].Span.Start == toks[i].Span.End
}

// breaks: no name goes on over a comma, a bracket or a dash between spaces.
func breaks(tok annalist.Token) bool {
	switch tok.Form {
	case ",", ";", ":", "(", ")", "\"", "“", "”", "--", "–", "—", "/", "'s", "’s", "?", "!":
		return true
	}
	return false
}

// lookup asks the gazetteer once for each key of the document.
func (f *finder) lookup(key []byte) *candidates {
	if c, ok := f.rows[string(key)]; ok {
		return c
	}
	k := string(key)
	first, last, more := f.g.Lookup(k)
	c := &candidates{longer: more}
	for r := first; r < last; r++ {
		c.rows = append(c.rows, f.g.Row(r))
	}
	f.rows[k] = c
	return c
}

// fitting leaves out rows that the writing excludes: abbreviations want their
// full stop or capitals ("Ga.", "US", not "us" or "La"), one capital letter and
// small words in capitals are nothing.
func (f *finder) fitting(rows []world.PlaceRow, i, j int) []world.PlaceRow {
	text := f.doc.Article.Text[f.doc.Tokens[i].Span.Start:f.doc.Tokens[j-1].Span.End]
	if j == i+1 && stop[f.doc.Tokens[i].Form] {
		return nil
	}
	short := len(rows[0].Key) <= 4 && j == i+1
	if !short {
		return rows
	}
	dotted := text[len(text)-1] == '.' || f.stopAfter(i, j)
	caps := text == upperOf(text)
	var out []world.PlaceRow
	for _, r := range rows {
		switch {
		case r.Alias && !dotted && !caps && (r.Feature == world.Division || r.Feature == world.Nation): // "Ala.", "Wash.", "DPRK"
		case r.Alias && len(r.Key) <= 3 && !dotted && !caps:
		case !r.Alias && len(r.Key) <= 3 && r.Population < 50000 && r.Feature != world.Nation && !f.location(i):
		case caps && len(r.Key) <= 3 && !r.Alias && r.Feature != world.Nation:
		default:
			out = append(out, r)
		}
	}
	return out
}

// location reports whether the net is sure of a place at word i.
func (f *finder) location(i int) bool {
	n := f.nameAt[i]
	return n != annalist.None && f.doc.Names[n].Kind == annalist.Location && f.doc.Names[n].Score > 0.6
}

// stopAfter reports whether a full stop that belongs to the word, or may, stands
// right after it: inside the sentence, or at its end behind a comma ("Mobile,
// Ala.").
func (f *finder) stopAfter(i, j int) bool {
	toks := f.doc.Tokens
	if j >= len(toks) || toks[j].Form != "." || toks[j].Span.Start != toks[j-1].Span.End || toks[j].Sent != toks[i].Sent {
		return false
	}
	inside := j+1 < len(toks) && toks[j+1].Sent == toks[i].Sent
	return inside || i > 0 && toks[i-1].Form == ","
}

func upperOf(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}
