package place

import "annalist"

// sites reads "Baghdad airport", "Incirlik air base", "Jenin refugee camp": a
// building or installation inside the place that names it.
//
// Not meant: "Israel base" (a state names no site), "Kyiv's base of support".
func (f *finder) sites() {
	for i := range f.mentions {
		m := &f.mentions[i]
		level := m.rows[m.pick].Precision
		if m.belief < floor || level == annalist.CountryLevel || level == annalist.SiteLevel {
			continue
		}
		end := f.doc.Sentences[f.doc.Tokens[m.first].Sent].Last
		for j := m.last; j < end && j < m.last+4; j++ {
			w := lowerOf(f.doc.Tokens[j].Form)
			if siteNouns[w] {
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
