package place

import (
	"annalist"
	"annalist/internal/world"
)

// sites reads "Baghdad airport", "Incirlik air base", "Jenin refugee camp": a
// building or installation inside the place that names it.
//
// Not meant: "Israel base" (a state names no site), "Kyiv's base of support".
func (f *finder) sites() {
	for i := range f.mentions {
		m := &f.mentions[i]
		level := m.rows[m.pick].Precision
		if m.belief < floor || level == annalist.SiteLevel {
			continue
		}
		f.siteEnd(m)
	}
}

// siteEnd reads the words for an installation after m.
func (f *finder) siteEnd(m *mention) {
	state := m.rows[m.pick].Precision == annalist.CountryLevel
	end := f.doc.Sentences[f.doc.Tokens[m.first].Sent].Last
	for j := m.last; j < end && j < m.last+4; j++ {
		w := lowerOf(f.doc.Tokens[j].Form)
		if siteNouns[w] && (!state || capital(f.doc.Tokens[j].Form)) {
			m.siteEnd = j + 1
			if m.rule != "place.unlisted" {
				m.rule = "place.site"
			}
			return
		}
		if !siteWords[w] {
			return
		}
	}
}

// siteNames finds names that end in a word for an installation, whatever the net
// takes them for: "Prince Sultan Air Base", "the Munich Security Building". They
// lie in the place their own words name, or in the one named beside them.
//
// Not meant: "the Base", "Court" and other bodies, unless a preposition of place
// stands before.
func (f *finder) siteNames() {
	for s := range f.doc.Sentences {
		sent := f.doc.Sentences[s]
		for i := sent.First + 1; i < sent.Last; i++ {
			form := f.doc.Tokens[i].Form
			if !capital(form) || !siteTails[form] && !hallTails[form] && !bodyTails[form] {
				continue
			}
			if next := f.form(i + 1); i+1 < sent.Last && capital(next) && !dates[next] {
				continue // "United States Forest Service"
			}
			first := f.runStart(i, sent.First)
			if i-first < 1 || hallTails[form] && !f.located(first) || bodyTails[form] && !f.fronted(first) || f.listedSite(first, i+1) {
				continue
			}
			f.site(first, i+1)
		}
	}
}

// runStart walks left from i over the words of a name.
func (f *finder) runStart(i, begin int) int {
	first := i
	for j := i - 1; j >= begin; j-- {
		form := f.doc.Tokens[j].Form
		switch {
		case capital(form) && form != "The" && f.doc.Tokens[j].Tag != annalist.VERB:
			first = j
		case form == "-" && len(f.form(j-1)) <= 3 && f.form(j-1) == upperOf(f.form(j-1)):
			return first // "R-Elbow Lake"
		case form == "'s" && j > 0 && f.cover[j-1]:
			return first // "Augusta's Highland Avenue"
		case form == "-" || form == "al" || form == "el" || form == "de" || form == "of" || form == "'s":
		default:
			return first
		}
	}
	return first
}

// located reports whether a preposition of place stands before word i.
func (f *finder) located(i int) bool {
	j := i - 1
	if lowerOf(f.form(j)) == "the" {
		j--
	}
	if f.form(j) == "of" {
		return f.form(j-1) == "outside" || f.form(j-1) == "inside" || f.form(j-1) == "front"
	}
	return placePreps[lowerOf(f.form(j))]
}

// fronted reports whether "outside", "inside" or "in front of" stands before
// word i: only then does a body's name mean its house.
func (f *finder) fronted(i int) bool {
	j := i - 1
	if lowerOf(f.form(j)) == "the" {
		j--
	}
	switch lowerOf(f.form(j)) {
	case "outside", "inside", "near":
		return true
	case "of":
		return f.form(j-1) == "outside" || f.form(j-1) == "inside" || f.form(j-1) == "front"
	}
	return false
}

// listedSite reports whether a site or region that begins no later than first
// has the tokens already.
func (f *finder) listedSite(first, last int) bool {
	from, to := f.around(first)
	for i := from; i < to; i++ {
		m := &f.mentions[i]
		if m.first <= first && m.end() >= last {
			level := m.rows[m.pick].Precision
			return m.siteEnd > 0 || level == annalist.SiteLevel || level == annalist.RegionLevel || m.last-m.first > 1
		}
	}
	return false
}

// site adds a site over the tokens first to last, in place of the mentions
// inside it.
func (f *finder) site(first, last int) {
	m := unplaced(first, last, "place.site.name")
	m.belief = 0.6
	r, ok := world.PlaceRow{}, false
	for i, to := f.around(first); i < to; i++ {
		o := &f.mentions[i]
		if o.first >= last || first >= o.last {
			continue
		}
		if !ok && o.first == first && f.size(o) >= middle {
			r, ok = o.rows[o.pick], true
		}
		o.belief = 0
	}
	if c, people := f.w.Demonym(f.form(first)); people && !ok {
		r, ok = world.PlaceRow{Place: annalist.Place{Country: c}}, true
	}
	if !ok {
		if r, ok = f.container(&m); !ok {
			return
		}
	}
	r.Name, r.GeoNames, r.Precision, r.Feature = f.doc.Text(f.doc.SpanOf(first, last)), 0, annalist.SiteLevel, world.Site
	m.rows = []world.PlaceRow{r}
	f.add(m)
}
