package place

import (
	"annalist"
	"annalist/internal/world"
)

// link reads the words beside each mention: the container named with it and
// the level a common noun gives it.
func (f *finder) link() {
	for i := range f.mentions {
		m := &f.mentions[i]
		sent := f.doc.Sentences[f.doc.Tokens[m.first].Sent]
		f.noun(m, sent)
		f.after(i, sent)
		f.possessive(i, sent)
		f.people(m, sent)
	}
	f.share()
}

// noun reads "Aleppo province", "the province of Aleppo", "the city of
// Kharkiv" and takes a capitalised noun into the name ("Kharkiv Oblast").
//
// Not meant: "Paris State Department".
func (f *finder) noun(m *mention, sent annalist.Sentence) {
	toks := f.doc.Tokens
	if m.last < sent.Last {
		form := toks[m.last].Form
		if kind := divisions[lowerOf(form)]; kind != "" {
			if form == "State" && !m.hasDivision(0) {
				m.belief *= 0.3 // a university: "Columbia State"
			}
			m.want = kind
			if capital(form) && !(m.last+1 < sent.Last && (capital(toks[m.last+1].Form) || toks[m.last+1].Form == "of")) {
				m.last++
			}
			return
		}
	}
	i := m.first - 1
	if i-1 < sent.First || toks[i].Form != "of" {
		return
	}
	head := lowerOf(toks[i-1].Form)
	if kind := divisions[head]; kind != "" {
		m.want = kind
	} else if settlements[head] {
		m.want = annalist.CityLevel
	}
}

// after reads "Paris, Texas", "Lima (Peru)", "Sorab in southwestern Pakistan",
// "Dallas, TX".
func (f *finder) after(i int, sent annalist.Sentence) {
	m := &f.mentions[i]
	toks := f.doc.Tokens
	j := m.last
	if j+1 >= sent.Last {
		return
	}
	if i+1 < len(f.mentions) && f.mentions[i+1].first < sent.Last && f.leads(j, f.mentions[i+1].first) && !f.owns(i+1, j) {
		f.contain(m, i+1, toks[j].Form)
		return
	}
	if code := toks[j+1].Form; toks[j].Form == "," && len(code) == 2 && code == upperOf(code) && f.g.Admin1("USA", code) != "" {
		m.within = append(m.within, hint{"USA", code})
	}
}

// owns reports whether a comma leads only to an owner: "Verdi, Germany's second
// largest union".
func (f *finder) owns(c, j int) bool {
	next := f.form(f.mentions[c].last)
	return f.doc.Tokens[j].Form == "," && (next == "'s" || next == "’s")
}

// share hands a container back through a list: "Beit Lid and Deir Sharaf in
// the West Bank".
func (f *finder) share() {
	for i := len(f.mentions) - 2; i >= 0; i-- {
		a, b := &f.mentions[i], &f.mentions[i+1]
		c := max(b.inside, b.beyond)
		if c == annalist.None || len(a.within) > 0 || b.first-a.last > 2 || f.doc.Tokens[a.last].Form != "and" && f.doc.Tokens[a.last].Form != "," ||
			f.doc.Tokens[a.first].Sent != f.doc.Tokens[b.first].Sent || f.mentions[c].first < b.last {
			continue
		}
		if f.doc.Tokens[b.last].Form == "in" {
			f.contain(a, c, "in")
		}
	}
}

// contain makes mention c the container of m, if some place of m lies in some
// place of c.
func (f *finder) contain(m *mention, c int, sign string) {
	list := m.rows[0].Feature == world.Nation || len(m.rows) > 1 && m.states()
	for _, r := range f.mentions[c].rows {
		switch r.Feature {
		case world.Nation:
			if list {
				continue // "Niger, Nigeria and Togo"
			}
			m.addHint(hint{country: r.Country})
		case world.Division:
			m.addHint(hint{r.Country, r.Code})
		case world.Region, world.District:
			if r.Country != "" && (r.Feature == world.Region || sign == ",") {
				m.addHint(hint{r.Country, r.Code})
			}
		}
	}
	if m.holds() {
		m.inside = c
		return
	}
	m.within = nil
	if list || m.hasDivision(100000) || f.size(m) >= large && !f.mentions[c].divides() {
		return
	}
	if f.mentions[c].divides() || f.mentions[c].encloses() {
		m.beyond = c
	}
}

// states reports whether one of the places of the name is a state.
func (m *mention) states() bool {
	for _, r := range m.rows {
		if r.Feature == world.Nation {
			return true
		}
	}
	return false
}

// divides reports whether the name can only be a first division: "Minn.",
// "Ontario", which a comma joins to a town.
func (m *mention) divides() bool {
	for _, r := range m.rows {
		if r.Feature.Level() == annalist.CityLevel && r.Population > 200000 || r.Feature == world.Nation {
			return false
		}
	}
	return m.hasDivision(500000)
}

// encloses reports whether the name can only be a state, or a region of one.
func (m *mention) encloses() bool {
	for _, r := range m.rows {
		if r.Feature != world.Nation && (r.Feature != world.Region || r.Country == "") {
			return false
		}
	}
	return true
}

// hasDivision reports whether one of the places is a first division of so many
// people.
func (m *mention) hasDivision(people int) bool {
	for _, r := range m.rows {
		if r.Feature == world.Division && r.Population >= people {
			return true
		}
	}
	return false
}

func (m *mention) addHint(h hint) { m.within = append(m.within, h) }

// holds reports whether a place of m lies in one of its hints.
func (m *mention) holds() bool {
	for _, r := range m.rows {
		if m.hinted(r) {
			return true
		}
	}
	return false
}

// hinted reports whether a place lies in a container named beside it. A state
// does not contain itself.
func (m *mention) hinted(r world.PlaceRow) bool {
	if r.Feature == world.Nation {
		return false
	}
	for _, h := range m.within {
		if h.country == r.Country && (h.code == "" || h.code == r.Code && r.Feature != world.Division) {
			return true
		}
	}
	return false
}

// possessive reads "Syria's Idlib", "Ukraine's eastern city of Bakhmut": a
// state with 's a few words before.
func (f *finder) possessive(i int, sent annalist.Sentence) {
	m := &f.mentions[i]
	if i == 0 || len(m.within) > 0 {
		return
	}
	o := &f.mentions[i-1]
	j := o.last
	if o.first < sent.First || j >= m.first || m.first-j > 6 {
		return
	}
	if form := f.doc.Tokens[j].Form; form != "'s" && form != "’s" {
		return
	}
	for _, r := range o.rows {
		if r.Feature == world.Nation {
			m.addHint(hint{country: r.Country})
		} else if r.Feature == world.Division {
			m.addHint(hint{r.Country, r.Code})
		}
	}
	if !m.holds() {
		m.within = nil
	}
}

// people reads "the Syrian city of Aleppo", "the Turkish town Suruc".
//
// Not meant: "the French army in Timbuktu".
func (f *finder) people(m *mention, sent annalist.Sentence) {
	if len(m.within) > 0 {
		return
	}
	seen := false
	for i := m.first - 1; i >= sent.First && i >= m.first-5; i-- {
		form := f.doc.Tokens[i].Form
		low := lowerOf(form)
		if settlements[low] || divisions[low] != "" {
			seen = true
		}
		if !capital(form) || !seen && m.want == "" {
			continue
		}
		if c, ok := f.w.Demonym(form); ok {
			m.addHint(hint{country: c})
			if !m.holds() {
				m.within = nil
			}
			return
		}
	}
}
