package place

import (
	"annalist"
	"annalist/internal/world"
)

// indexNames lays the net's names over the tokens.
func (f *finder) indexNames() {
	f.nameAt = make([]int, len(f.doc.Tokens))
	f.lower = map[string]bool{}
	for i := range f.nameAt {
		f.nameAt[i] = annalist.None
	}
	f.surnames = map[string]bool{}
	for n, name := range f.doc.Names {
		if name.Kind == annalist.Person && name.Last-name.First > 1 {
			f.surnames[f.doc.Tokens[name.Last-1].Form] = true
		}
		for i := name.First; i < name.Last; i++ {
			f.nameAt[i] = n
		}
	}
	for i := range f.doc.Tokens {
		if form := f.doc.Tokens[i].Form; len(form) > 2 && form[0] >= 'a' && form[0] <= 'z' {
			f.lower[form] = true
		}
	}
}

// belief is how likely the name at m is a place at all, 0 when it is none.
func (f *finder) belief(m *mention, sent annalist.Sentence) float64 {
	size := f.size(m)
	if _, ok := f.w.Demonym(f.doc.Tokens[m.first].Form); ok && size == small && m.last == m.first+1 {
		return 0 // "Canadian", "English"
	}
	b, sure := f.fromNet(m, size)
	if b <= 0 || !f.tagged(m, sure) {
		return 0
	}
	m.sure = sure
	if sure {
		m.clean = true
		return b
	}
	if f.commonWord(m, sent, size) {
		return 0
	}
	left, right := f.left(m, sent, size), f.right(m, sent, size)
	m.clean = left*right > 0.55
	if left <= 0.2 && size < large && m.last == m.first+1 {
		f.person[m.key] = true
	}
	return b * left * right
}

// covers reports whether what the name has beside the match adds only direction
// or a noun of kind: "South West England", "Henderson County Jail".
func (f *finder) covers(m *mention, name annalist.Name) bool {
	for i := name.First; i < m.first; i++ {
		if f.form(i+1) == "-" && len(f.doc.Tokens[i].Form) <= 3 {
			continue // "R-Iowa City"
		}
		if form := f.doc.Tokens[i].Form; capital(form) && !compass[form] && !beforePlace[form] && !ofPlace[form] {
			return false
		}
	}
	for i := m.last; i < name.Last; i++ {
		low := lowerOf(f.doc.Tokens[i].Form)
		if divisions[low] == "" && !siteNouns[low] && !siteWords[low] && !settlements[low] && low != "'s" && low != "-" {
			return false
		}
	}
	return true
}

// size is how well known the best place of the name is.
type size int

const (
	small  size = iota // a small town
	middle             // 50,000 people or a division
	large              // half a million, a capital or a place written by hand
	state
)

func (f *finder) size(m *mention) size {
	best := small
	for _, r := range m.rows {
		s := small
		switch {
		case r.Feature == world.Nation:
			s = state
		case r.Feature == world.Region || r.Feature == world.Site || r.Feature == world.Capital && r.Population > 100000 || r.Population > 500000:
			s = large
		case r.Feature == world.Division || r.Population > 50000:
			s = middle
		}
		best = max(best, s)
	}
	return best
}

// fromNet is the net's word on the name. sure: the net marks it as a place, so
// capitals around it need not be asked.
//
// "Jordan Pickford" (PER) is no Jordan, "Bank of England" (ORG) no England; a
// name marked ORG that is just the place ("Washington said") stays, doubtful.
func (f *finder) fromNet(m *mention, s size) (b float64, sure bool) {
	if len(f.doc.Names) == 0 {
		return 0.8, false
	}
	n := annalist.None
	for i := m.first; i < m.last && n == annalist.None; i++ {
		n = f.nameAt[i]
	}
	if n == annalist.None || f.doc.Names[n].Score < 0.4 {
		switch s {
		case state:
			return 0.8, false
		case large:
			return 0.6, false
		case middle:
			return 0.45, false
		}
		return 0.25, false
	}
	name := f.doc.Names[n]
	whole := name.First >= m.first && name.Last <= m.last
	switch name.Kind {
	case annalist.Location:
		if whole || f.covers(m, name) {
			return 0.6 + 0.35*float64(name.Score), true
		}
		if s >= large {
			return 0.4, true
		}
		return 0, false // "Knox Park", "East Yorkshire": another place than Knox
	case annalist.Organisation:
		if whole && s >= large {
			return 0.55, false
		}
		if whole {
			return 0.35 * float64(2-name.Score), false
		}
		return 0, false
	default:
		return f.despitePerson(m, name, s), false
	}
}

// despitePerson is the belief in a place that the net takes for a person: known
// names it has seldom read, where a word before asks for a place ("in Harem",
// "city of Jam") or the name is no one's last name here.
//
// Not meant: "Jordan" in "Jordan Brown", "in Washington's memoirs" of the man
// named before.
func (f *finder) despitePerson(m *mention, name annalist.Name, s size) float64 {
	if name.First < m.first || name.Last > m.last || f.surnames[f.doc.Tokens[m.last-1].Form] {
		return 0
	}
	switch {
	case f.asked(m):
		return 0.5
	case s >= large && (name.Score < 0.7 || !f.borne(m)), s >= middle && m.last-m.first > 1:
		return 0.4
	case s >= middle && name.Score < 0.7 && !speech[f.form(m.last)]:
		return 0.35
	}
	return 0
}

// borne reports whether a known person bears the name: "Houston" and "Jackson"
// are, "Kharkiv" is not.
func (f *finder) borne(m *mention) bool {
	return len(f.w.Surname(f.doc.Tokens[m.last-1].Form, f.doc.Published)) > 0
}

// asked reports whether the words before m ask for a place.
func (f *finder) asked(m *mention) bool {
	i := m.first - 1
	switch lowerOf(f.form(i)) {
	case "in", "near", "outside", "around", "inside":
		return true
	case "of":
		return settlements[lowerOf(f.form(i-1))] || divisions[lowerOf(f.form(i-1))] != ""
	}
	return false
}

// form is the word at i, empty outside the document.
func (f *finder) form(i int) string {
	if i < 0 || i >= len(f.doc.Tokens) {
		return ""
	}
	return f.doc.Tokens[i].Form
}

// tagged: where there are tags, a place has a proper noun in it.
func (f *finder) tagged(m *mention, sure bool) bool {
	if sure {
		return true
	}
	for i := m.first; i < m.last; i++ {
		if t := f.doc.Tokens[i].Tag; t == "" || t == annalist.PROPN {
			return true
		}
	}
	return false
}

// commonWord: a small place whose name is a word ("Reading", "Police") at the
// start of a sentence, or a word the text also writes small.
func (f *finder) commonWord(m *mention, sent annalist.Sentence, s size) bool {
	if m.last != m.first+1 || s == state || f.contained(m, sent) {
		return false
	}
	form := f.doc.Tokens[m.first].Form
	low := lowerOf(form)
	if f.lower[low] && s < large {
		return true
	}
	if s == small && form == upperOf(form) && len(form) < 6 && m.first != sent.First {
		return true // "NATO", "FIFA"
	}
	starts := m.first == sent.First || m.first == sent.First+1 && !wordlike(f.doc.Tokens[sent.First].Form)
	return starts && (common[low] || s == small && f.doc.Tokens[m.first].Tag == "") || s < large && common[low]
}

// contained reports whether a comma joins the name to a state or division in
// which one of its places lies: "Mobile, Ala." is no word.
func (f *finder) contained(m *mention, sent annalist.Sentence) bool {
	if m.last+1 >= sent.Last || f.doc.Tokens[m.last].Form != "," {
		return false
	}
	f.key = f.g.AppendKey(f.key[:0], f.doc.Tokens[m.last+1].Form)
	for _, r := range f.lookup(f.key).rows {
		if r.Feature != world.Nation && r.Feature != world.Division {
			continue
		}
		for _, o := range m.rows {
			if o.Country == r.Country && (r.Feature == world.Nation || o.Code == r.Code) && o.Feature != r.Feature {
				return true
			}
		}
	}
	return false
}

func lowerOf(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'A' && c <= 'Z' {
			b[i] = c - 'A' + 'a'
		}
	}
	return string(b)
}

func wordlike(form string) bool {
	c := form[0]
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// left weighs the word before: "John Lincoln", "Bank of England", "@Boston"
// are no places; "Northern Syria", "Mayor of Paris", "Mr. Trump in Paris" are.
func (f *finder) left(m *mention, sent annalist.Sentence, s size) float64 {
	i := m.first - 1
	if i < sent.First {
		return 1
	}
	toks := f.doc.Tokens
	form := toks[i].Form
	if form == "@" || form == "#" || form == "$" {
		return 0
	}
	if form == "of" && i > sent.First && orgHeads[toks[i-1].Form] {
		return 0.1
	}
	if form == "-" && i > sent.First && toks[i].Span.Start == toks[i-1].Span.End && capital(toks[i-1].Form) && !f.placeEnds(i) {
		return 0.3
	}
	if !capital(form) || compass[form] || f.placeEnds(i+1) || beforePlace[form] {
		return 1
	}
	if i == sent.First && f.lower[lowerOf(form)] || common[lowerOf(form)] && !titles[form] {
		return 1
	}
	if titles[form] {
		return 0.1
	}
	if s == state {
		return 0.7
	}
	if m.last-m.first > 1 && s >= middle {
		return 0.6
	}
	return 0.2
}

// placeEnds: the mention found last ends just before token i.
func (f *finder) placeEnds(i int) bool {
	n := len(f.mentions)
	return n > 0 && f.mentions[n-1].last == i
}

// right weighs the word after: "Paris Hilton", "Washington Post" are no
// places; "Mansfield Mayor Curtis", "Boston Monday" are.
func (f *finder) right(m *mention, sent annalist.Sentence, s size) float64 {
	j := m.last
	if j >= sent.Last {
		return 1
	}
	toks := f.doc.Tokens
	form := toks[j].Form
	if form == "-" && j+1 < sent.Last && toks[j].Span.Start == toks[j-1].Span.End && toks[j].Span.End == toks[j+1].Span.Start {
		if capital(toks[j+1].Form) && s < state {
			return 0.5
		}
		return 1
	}
	if diseases[form] {
		return 0.2
	}
	if speech[form] && s == small {
		return 0.5 // "Burley said"
	}
	if divisions[lowerOf(form)] != "" && capital(form) && j+1 < sent.Last && capital(toks[j+1].Form) && !dates[toks[j+1].Form] {
		return 0.15 // "Ohio State University"
	}
	if !capital(form) || afterPlace[form] || divisions[lowerOf(form)] != "" || dates[form] {
		return 1
	}
	if orgTails[form] {
		if s == state {
			return 0.25
		}
		return 0.1
	}
	if f.w != nil && siteNouns[lowerOf(form)] {
		return 0.9
	}
	switch {
	case m.last-m.first > 1:
		return 0.6
	case s == state:
		return 0.6
	case s == large:
		return 0.35
	}
	return 0.2
}
