package actor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annalist"
	"annalist/internal/world"
)

// findUnits settles what stretches of the text are names: those the tables
// know, those the net marks, and runs of proper nouns neither has.
func (f *finder) findUnits() {
	f.unitAt = filled(len(f.doc.Tokens))
	f.timed = make([]bool, len(f.doc.Tokens)) // "Tuesday" is no name
	for _, t := range f.doc.Times {
		for i := t.First; i < t.Last; i++ {
			f.timed[i] = true
		}
	}
	hits := f.tableHits()
	for _, n := range f.doc.Names {
		f.addName(n, hits)
	}
	for _, u := range hits {
		if f.free(u.first, u.last) {
			f.addUnit(u)
		}
	}
	f.addRuns()
	f.findAliases()
}

// tableHits lists the longest phrases of the tables, left to right.
func (f *finder) tableHits() []unit {
	var hits []unit
	for p := 0; p < len(f.words); p++ {
		n, entries := f.w.Match(f.words[p:f.sentenceEnd(p)])
		if n == 0 {
			continue
		}
		first, last := f.tokOf[p], f.tokOf[p+n-1]+1
		if !f.mayBeName(first, last) || f.partOfLonger(first, last, entries) {
			continue
		}
		hits = append(hits, unit{first: first, last: last, head: f.headOf(first, last), entries: entries, alias: annalist.None})
		p += n - 1
	}
	return hits
}

// mayBeName wants a noun or adjective in the range, so that "IS" the verb of a
// headline and "Who" are no names.
func (f *finder) mayBeName(first, last int) bool {
	for i := first; i < last; i++ {
		if strings.ContainsRune(f.doc.Tokens[i].Form, '$') { // "US$" is money
			return false
		}
		if form := f.doc.Tokens[i].Form; len(form) > 2 && strings.ToUpper(form) == form && capital(form) {
			return true // "WHO", whatever the net takes it for
		}
		switch f.doc.Tokens[i].Tag {
		case annalist.NOUN, annalist.PROPN, annalist.ADJ, annalist.X:
			return true
		}
	}
	return false
}

// partOfLonger keeps "The National" out of "The National Umma Party": an outlet
// or a body whose name runs on into another capital word is somebody else.
func (f *finder) partOfLonger(first, last int, entries []*world.Entry) bool {
	if last >= len(f.doc.Tokens) || only(entries, world.Outlet) == nil || f.lowerForm(first) != "the" {
		return false
	}
	next := f.doc.Tokens[last]
	return next.Tag == annalist.PROPN && capital(next.Form)
}

func (f *finder) free(first, last int) bool {
	for i := first; i < last; i++ {
		if f.unitAt[i] != annalist.None {
			return false
		}
	}
	return true
}

func (f *finder) addUnit(u unit) {
	for i := u.first; i < u.last; i++ {
		f.unitAt[i] = len(f.units)
	}
	f.units = append(f.units, u)
}

// isPlace reports whether the place finder took the whole of a name for a place:
// it knows more of them than the net ("shelled Kharkiv").
func (f *finder) isPlace(n annalist.Name) bool {
	for _, p := range f.doc.Places {
		if p.First == n.First && p.Last == n.Last {
			return true
		}
	}
	return false
}

// addName takes a name of the net, unless the tables know it, or a stretch that
// holds it, better.
func (f *finder) addName(n annalist.Name, hits []unit) {
	if n.Kind == annalist.Person && f.isPlace(n) {
		n.Kind = annalist.Location
	}
	u := unit{first: n.First, last: n.Last, kind: n.Kind, score: n.Score, alias: annalist.None}
	for _, h := range hits {
		if h.last <= n.First || h.first >= n.Last {
			continue
		}
		switch {
		case h.first <= n.First && h.last >= n.Last:
			// The same stretch or a longer one: the tables' name, unless the net
			// is sure that a bare "Jordan" is a person.
			if n.Kind == annalist.Person && !holds(h.entries, world.Person) && n.Score > 0.9 && !holds(h.entries, world.People) {
				continue
			}
			h.kind, h.score = n.Kind, n.Score
			if f.free(h.first, h.last) {
				f.addUnit(h)
			}
			return
		case holds(h.entries, world.Person) && n.Kind == annalist.Person && f.onlyRoles(n.First, n.Last, h):
			h.kind, h.score = n.Kind, n.Score
			if f.free(h.first, h.last) {
				f.addUnit(h)
			}
			return
		case h.first < n.First || h.last > n.Last:
			return // they cross: the tables win
		}
	}
	if u.kind == annalist.Person { // "Judge Jackson": the title is no part of the name
		if u.first = f.skipTitles(u.first, u.last); u.first == u.last {
			return
		}
	}
	if u.kind == annalist.Organisation {
		u.last = f.runsOn(u.last)
	}
	u.last = f.hyphened(u.last)
	if f.free(u.first, u.last) {
		u.head = f.headOf(u.first, u.last)
		f.addUnit(u)
	}
}

// runsOn carries the name of an organisation on over the capital nouns it
// modifies: the net's "Internal Revenue" is the "Internal Revenue Service".
func (f *finder) runsOn(last int) int {
	for last < len(f.doc.Tokens) {
		next, tok := f.doc.Tokens[last], f.doc.Tokens[last-1]
		if next.Tag != annalist.PROPN || next.Sent != tok.Sent || !capital(next.Form) || tok.Head < last || f.unitAt[last] != annalist.None {
			break
		}
		last++
	}
	return last
}

// hyphened carries a name on over the rest of a hyphened word: "Yeo In-hyung".
func (f *finder) hyphened(last int) int {
	toks := f.doc.Tokens
	for last+1 < len(toks) && toks[last].Form == "-" && !toks[last-1].Spaced && !toks[last].Spaced &&
		toks[last+1].Tag == annalist.PROPN && f.unitAt[last+1] == annalist.None {
		last += 2
	}
	return last
}

// onlyRoles reports whether the net's name is the table's with a title in front:
// "President Donald Trump", not "Donald Trump Jr.".
func (f *finder) onlyRoles(first, last int, h unit) bool {
	if h.last != last {
		return false
	}
	p, end := f.ends(first, h.first)
	for p < end {
		n, _ := f.w.MatchRole(f.lemmas[p:end])
		if n == 0 {
			return false
		}
		p += n
	}
	return true
}

func holds(entries []*world.Entry, kind world.Kind) bool {
	for _, e := range entries {
		if e.Kind == kind {
			return true
		}
	}
	return false
}

// addRuns makes units of runs of proper nouns that stand free. Titles and other
// role nouns at the front stay outside: "Deputy Foreign Minister Emine Japarova".
func (f *finder) addRuns() {
	toks := f.doc.Tokens
	for i := 0; i < len(toks); i++ {
		if toks[i].Tag != annalist.PROPN || f.unitAt[i] != annalist.None || !capital(toks[i].Form) || f.timed[i] {
			continue
		}
		end := i + 1
		for end < len(toks) && toks[end].Sent == toks[i].Sent && f.unitAt[end] == annalist.None && f.joins(end, i) {
			end++
		}
		for end > i+1 && toks[end-1].Tag != annalist.PROPN {
			end--
		}
		first := f.skipTitles(i, end)
		if first < end {
			f.addUnit(unit{first: first, last: end, head: f.headOf(first, end), alias: annalist.None})
		}
		i = end - 1
	}
}

// joins reports whether a token carries a run of proper nouns on: another one,
// or a hyphen within the name.
func (f *finder) joins(i, start int) bool {
	tok := f.doc.Tokens[i]
	if tok.Tag == annalist.PROPN {
		return capital(tok.Form) || f.doc.Tokens[i-1].Form == "-" || tok.Head >= start && tok.Head < i
	}
	return tok.Form == "-" && !f.doc.Tokens[i-1].Spaced && !tok.Spaced
}

func (f *finder) skipTitles(first, end int) int {
	p, last := f.ends(first, end)
	for p < last {
		n, role := f.w.MatchRole(f.lemmas[p:last])
		if n == 0 || role.Kind != world.RolePerson && role.Kind != world.RoleTitle && role.Kind != world.RoleOf {
			break
		}
		p += n
	}
	if p >= last {
		return end // a title alone: "General"
	}
	return f.tokOf[p]
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// findAliases links the short form of a name to the unit with the full one:
// surnames, and acronyms given in brackets after the name.
func (f *finder) findAliases() {
	short := map[string]int{} // last words of a name, or an acronym, to its unit
	f.eachUnit(func(n int, u *unit) {
		if full, ok := f.bracketed(u); ok {
			u.alias = full
			short[f.unitKey(u)] = full
			return
		}
		k := f.unitKey(u)
		if full, ok := short[k]; ok && f.mayAlias(u, &f.units[full]) {
			u.alias = full
			return
		}
		if !f.isPerson(u) {
			return
		}
		words := strings.Fields(k)
		for i := 1; i < len(words); i++ {
			short[strings.Join(words[i:], " ")] = n
		}
		if len(words) > 1 && familyFirst(words) {
			short[words[0]] = n
		}
	})
}

// eachUnit visits the units in the order of the text.
func (f *finder) eachUnit(visit func(n int, u *unit)) {
	last := annalist.None
	for i := range f.doc.Tokens {
		if n := f.unitAt[i]; n != annalist.None && n != last {
			last = n
			visit(n, &f.units[n])
		}
	}
}

// mayAlias keeps names of the tables that stand for themselves apart from the
// surname of somebody: "Jordan" after "Michael Jordan" is the man only where
// the net marks a person.
func (f *finder) mayAlias(u, full *unit) bool {
	if u.entries != nil && !holds(u.entries, world.Person) {
		return u.kind == annalist.Person
	}
	return u.kind == "" || u.kind == annalist.Person || full.kind == u.kind
}

// isPerson reports whether a unit names a person.
func (f *finder) isPerson(u *unit) bool {
	if u.entries != nil {
		return holds(u.entries, world.Person)
	}
	return u.kind == annalist.Person || u.kind == "" && u.says.gender != ""
}

// familyFirst knows the names that begin with the family name by their short
// first word, as in "Kim Jong Un": used only to find "Kim" again.
func familyFirst(words []string) bool {
	return len(words) == 2 || len(words) == 3 && len(words[0]) <= 5
}

// bracketed finds the name an acronym in brackets belongs to:
// "International Criminal Court (ICC)".
func (f *finder) bracketed(u *unit) (int, bool) {
	toks := f.doc.Tokens
	if u.last-u.first != 1 || u.first < 2 || u.last >= len(toks) || toks[u.first-1].Form != "(" || toks[u.last].Form != ")" {
		return 0, false
	}
	if strings.ToUpper(toks[u.first].Form) != toks[u.first].Form {
		return 0, false
	}
	full := f.unitAt[u.first-2]
	return full, full != annalist.None
}

// unitKey is the name without accents and case of a leading article.
func (f *finder) unitKey(u *unit) string {
	p, q := f.ends(u.first, u.last)
	if q > p+1 && f.lowers[p] == "the" {
		p++
	}
	if q > p+1 && f.lowers[q-1] == "s" {
		q--
	}
	return strings.Join(f.words[p:q], " ")
}
