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
		end := f.doc.Sentences[f.doc.Tokens[m.first].Sent].Last
		for j := m.last; j < end && j < m.last+4; j++ {
			w := lowerOf(f.doc.Tokens[j].Form)
			if siteNouns[w] && (level != annalist.CountryLevel || capital(f.doc.Tokens[j].Form)) {
				m.siteEnd, m.rule = j+1, "place.site"
				break
			}
			if !siteWords[w] {
				break
			}
		}
	}
	f.drop()
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
			if !capital(form) || !siteTails[form] && !hallTails[form] || f.overlaps(i, i+1, true) {
				continue
			}
			if i+1 < sent.Last && capital(f.doc.Tokens[i+1].Form) && (siteTails[f.doc.Tokens[i+1].Form] || orgTails[f.doc.Tokens[i+1].Form]) {
				continue
			}
			first := f.runStart(i, sent.First)
			if i-first < 1 || hallTails[form] && !f.located(first) {
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

// site adds a site over the tokens first to last, in place of the mentions
// inside it.
func (f *finder) site(first, last int) {
	m := mention{first: first, last: last, inside: annalist.None, beyond: annalist.None, rule: "place.site.name", belief: 0.6, sure: true}
	r, ok := world.PlaceRow{}, false
	kept := f.mentions[:0]
	for _, o := range f.mentions {
		if o.first < last && first < o.last {
			if !ok && o.belief > 0.05 && o.first == first && f.size(&o) >= middle {
				r, ok = o.rows[o.pick], true
			}
			continue
		}
		kept = append(kept, o)
	}
	f.mentions = kept
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
	f.insert(m)
}

// overlaps reports whether a believed mention has one of the tokens; whole asks
// for listed sites and sites found alone.
func (f *finder) overlaps(first, last int, whole bool) bool {
	for i := range f.mentions {
		m := &f.mentions[i]
		end := max(m.last, m.siteEnd)
		if m.belief >= floor && m.first < last && first < end {
			return !whole || m.siteEnd > 0 || m.rows[m.pick].Precision == annalist.SiteLevel || m.rows[m.pick].Precision == annalist.RegionLevel
		}
	}
	return false
}

// drop removes mentions that a site swallowed.
func (f *finder) drop() {
	end := 0
	kept := f.mentions[:0]
	for _, m := range f.mentions {
		if m.first < end {
			continue
		}
		end = max(end, m.siteEnd)
		kept = append(kept, m)
	}
	f.mentions = kept
}
