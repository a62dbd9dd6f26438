package place

import (
	"annalist"
	"annalist/internal/world"
)

// unlisted adds the places the net marks and the gazetteer lacks: villages,
// camps, streets. They get the state of the container named beside them, or of
// the place named just before, and no coordinates.
//
// Not meant: names of which a part is a known place ("Knox Park" gives no Knox).
func (f *finder) unlisted() {
	for n := range f.doc.Names {
		name := f.doc.Names[n]
		if name.Kind != annalist.Location || name.Score < 0.5 || f.taken(name) || !f.nameLike(name) {
			continue
		}
		m := mention{first: name.First, last: name.Last, inside: annalist.None, beyond: annalist.None, rule: "place.unlisted", belief: 0.5 * float64(name.Score), sure: true}
		if r, ok := f.container(&m); ok {
			m.rows = []world.PlaceRow{{Place: annalist.Place{
				Name: f.doc.Text(name.Span), Country: r.Country, Admin1: r.Admin1, Precision: annalist.CityLevel,
			}, Code: r.Code, Feature: world.Town}}
			f.insert(m)
		}
	}
}

// displace gives a name whose container holds no such place the container's own
// point and level: "Belgrade, Minn." is no longer in Serbia.
func (f *finder) displace() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.beyond == annalist.None || f.mentions[m.beyond].belief < floor {
			continue
		}
		c := &f.mentions[m.beyond]
		r := c.rows[c.pick]
		if r.Feature != world.Division {
			continue
		}
		r.Name, r.GeoNames, r.Feature = f.doc.Text(f.doc.SpanOf(m.first, m.last)), 0, world.Town
		m.rows = append([]world.PlaceRow{r}, m.rows...)
		m.score = append([]float64{m.score[m.pick] + 1}, m.score...)
		m.pick, m.rule = 0, "place.beyond"
		m.belief = max(m.belief, 0.6)
	}
}

// taken reports whether a believed mention overlaps the name.
func (f *finder) taken(name annalist.Name) bool {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.belief >= floor && m.first < name.Last && name.First < max(m.last, m.siteEnd) {
			return true
		}
	}
	return false
}

// nameLike: begins with a capital, holds a proper noun, and is no word for a
// people.
func (f *finder) nameLike(name annalist.Name) bool {
	form := f.doc.Tokens[name.First].Form
	if !capital(form) || stop[form] && name.Last == name.First+1 || len(form) < 4 && name.Last == name.First+1 {
		return false
	}
	for i := name.First; i < name.Last; i++ {
		if t := f.doc.Tokens[i].Tag; t != annalist.PROPN && t != "" {
			continue
		}
		if _, people := f.w.Demonym(f.doc.Tokens[i].Form); !people {
			return true
		}
	}
	return false
}

// container is the place that an unlisted one lies in: the one named after a
// comma or "in", else the last one named in the sentence or, before that, the
// article's most frequent state.
func (f *finder) container(m *mention) (world.PlaceRow, bool) {
	sent := f.doc.Sentences[f.doc.Tokens[m.first].Sent]
	before := annalist.None
	for i := range f.mentions {
		o := &f.mentions[i]
		if o.belief < floor || o.rows[o.pick].Country == "" {
			continue
		}
		if o.first == m.last+1 && o.first < sent.Last {
			switch f.doc.Tokens[m.last].Form {
			case ",", "in", "(":
				return o.rows[o.pick], true
			}
		}
		if o.last <= m.first && o.first >= sent.First {
			before = i
		}
	}
	if before != annalist.None {
		r := f.mentions[before].rows[f.mentions[before].pick]
		return world.PlaceRow{Place: annalist.Place{Country: r.Country}}, true
	}
	best := annalist.Country("")
	for c, x := range f.evidence.country {
		if c != "" && (best == "" || x > f.evidence.country[best] || x == f.evidence.country[best] && c < best) {
			best = c
		}
	}
	return world.PlaceRow{Place: annalist.Place{Country: best}}, best != ""
}

// insert keeps the mentions in order of the text.
func (f *finder) insert(m mention) {
	at := len(f.mentions)
	for at > 0 && f.mentions[at-1].first >= m.first {
		at--
	}
	f.mentions = append(f.mentions, mention{})
	copy(f.mentions[at+1:], f.mentions[at:])
	f.mentions[at] = m
}
