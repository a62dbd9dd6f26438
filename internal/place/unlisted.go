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
	known := map[string]world.PlaceRow{}
	for i := range f.mentions {
		known[f.mentions[i].key] = f.mentions[i].rows[f.mentions[i].pick]
	}
	for n := range f.doc.Names {
		name := f.doc.Names[n]
		if name.Kind != annalist.Location || name.Score < 0.5 || f.overlaps(name.First, name.Last) || !f.nameLike(name) {
			continue
		}
		m := unplaced(name.First, name.Last, "place.unlisted")
		m.belief = 0.5 * float64(name.Score)
		if r, ok := f.begun(name, known); ok {
			r.Name, r.GeoNames, r.Feature, r.Precision = f.doc.Text(name.Span), 0, world.Site, annalist.SiteLevel
			m.rows = []world.PlaceRow{r}
			f.add(m)
		} else if r, ok := f.container(&m); ok {
			m.rows = []world.PlaceRow{{Place: annalist.Place{
				Name: f.doc.Text(name.Span), Country: r.Country, Admin1: r.Admin1, Precision: annalist.CityLevel,
			}, Code: r.Code, Feature: world.Town}}
			f.siteEnd(&m)
			f.add(m)
		}
	}
}

// begun is the place with whose name the name begins, if the article has it on
// its own too: "Shelbyville Recreation Center" lies in Shelbyville.
func (f *finder) begun(name annalist.Name, known map[string]world.PlaceRow) (world.PlaceRow, bool) {
	m, ok := f.match(name.First, name.Last)
	if !ok || m.last >= name.Last {
		return world.PlaceRow{}, false
	}
	r, ok := known[m.key]
	return r, ok && r.Feature != world.Nation
}

// framed adds names that neither net nor gazetteer knows, where the words around
// leave no doubt: "in Abu Falah, in the West Bank", "the municipality of General
// Terán, Nuevo León".
//
// Not meant: "in May, France" (dates), "in Parliament, Britain's" (owners), names
// of bodies that the net is sure of.
func (f *finder) framed() {
	for s := range f.doc.Sentences {
		sent := f.doc.Sentences[s]
		for i := sent.First; i+1 < sent.Last; i++ {
			low := lowerOf(f.doc.Tokens[i].Form)
			if !placePreps[low] && !(low == "of" && (settlements[lowerOf(f.form(i-1))] || divisions[lowerOf(f.form(i-1))] != "")) {
				continue
			}
			if end := f.runEnd(i+1, sent.Last); end > i+1 && f.unknownName(i+1, end) {
				f.addLocated(i+1, end)
			}
		}
	}
}

// runEnd is one past the last word of a capitalised run that begins at i.
func (f *finder) runEnd(i, last int) int {
	end := i
	for j := i; j < last; j++ {
		switch form := f.doc.Tokens[j].Form; {
		case capital(form):
			end = j + 1
		case form == "-" || articles[form] || form == "de" || form == "y" || form == "la" || form == "of":
		default:
			return end
		}
	}
	return end
}

// unknownName reports whether the words are free, no date, no people, and no
// body the net is sure of.
func (f *finder) unknownName(first, last int) bool {
	if f.overlaps(first, last) || last-first > 6 {
		return false
	}
	for i := first; i < last; i++ {
		form := f.doc.Tokens[i].Form
		if _, people := f.w.Demonym(form); people || dates[form] || stop[form] && last-first == 1 {
			return false
		}
		if n := f.nameAt[i]; n != annalist.None && f.doc.Names[n].Kind == annalist.Organisation && f.doc.Names[n].Score > 0.5 {
			return false
		}
	}
	return true
}

// addLocated adds the name when a container follows it.
func (f *finder) addLocated(first, last int) {
	_, to := f.around(first)
	for i := f.from(last); i < to; i++ {
		o := &f.mentions[i]
		if o.rows[o.pick].Country == "" {
			continue
		}
		if !f.leads(last, o.first) || f.owns(i, last) || o.first == last {
			return
		}
		m := unplaced(first, last, "place.unlisted")
		m.belief = 0.55
		r := o.rows[o.pick]
		m.rows = []world.PlaceRow{{Place: annalist.Place{
			Name: f.doc.Text(f.doc.SpanOf(first, last)), Country: r.Country, Admin1: r.Admin1, Precision: annalist.CityLevel,
		}, Code: r.Code, Feature: world.Town}}
		f.add(m)
		return
	}
}

// displace corrects mentions whose places all lie elsewhere than the text says:
// "Belgrade, Minn." takes the point and level of Minnesota, "Sorab in Pakistan"
// the state alone, and a small town of a state that the article has nothing else
// to say of is taken for one of the same name that the gazetteer lacks.
//
// Not meant: large towns ("in London" in an article on Kenya).
func (f *finder) displace() {
	for i := range f.mentions {
		m := &f.mentions[i]
		switch {
		case m.beyond != annalist.None && f.mentions[m.beyond].belief >= floor:
			c := &f.mentions[m.beyond]
			r := c.rows[c.pick]
			if r.Feature != world.Division {
				r = world.PlaceRow{Place: annalist.Place{Country: r.Country, Admin1: r.Admin1, Precision: annalist.CityLevel}, Code: r.Code}
			}
			f.replace(m, r, "place.beyond")
			m.belief = max(m.belief, 0.6)
		case m.belief >= floor && f.stray(m):
			if r, ok := f.container(m); ok && r.Country != m.rows[m.pick].Country {
				f.replace(m, world.PlaceRow{Place: annalist.Place{Country: r.Country, Precision: annalist.CityLevel}}, "place.stray")
				m.belief *= 0.6
			}
		}
	}
}

// replace puts r, under the name in the text, before the places of m.
func (f *finder) replace(m *mention, r world.PlaceRow, rule annalist.RuleID) {
	r.Name, r.GeoNames, r.Feature = f.doc.Text(f.doc.SpanOf(m.first, m.last)), 0, world.Town
	m.score = append([]float64{m.score[m.pick] + 1}, m.score...)
	m.rows = append([]world.PlaceRow{r}, m.rows...)
	m.pick, m.rule = 0, rule
}

// stray: a small town whose state nothing else in the article points at.
func (f *finder) stray(m *mention) bool {
	r := m.rows[m.pick]
	if r.Feature.Level() != annalist.CityLevel || r.Population > strayBelow && !r.Alias || r.Feature == world.Capital || m.hinted(r) {
		return false
	}
	total, country := f.evidence.total, f.evidence.country[r.Country]
	for _, o := range f.evidence.own[m.key] {
		total -= o.weight
		if o.at.country == r.Country {
			country -= o.weight
		}
	}
	main := f.mainState()
	return total >= 1.5 && country < 0.01 && f.evidence.country[main] > total*0.6 && f.evidence.local[main] > 0.3
}

// strayBelow is the population under which a town needs its state named
// somewhere in the article.
const strayBelow = 20000

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

// container is the place that an unlisted one lies in: the one named after it
// ("in southern Lebanon", ", Nuevo León"), else the last one named before it in
// the sentence, else the state of the sentence's one nationality, else the
// article's most frequent state.
func (f *finder) container(m *mention) (world.PlaceRow, bool) {
	before := annalist.None
	for i, to := f.around(m.first); i < to; i++ {
		o := &f.mentions[i]
		if o.belief < floor || o.rows[o.pick].Country == "" {
			continue
		}
		if o.first >= m.last && f.leads(m.last, o.first) {
			return o.rows[o.pick], true
		}
		if o.last <= m.first && (o.rows[o.pick].Feature != world.Nation || f.located(o.first)) {
			before = i // "the U.S." as one who acts is no container
		}
	}
	if before != annalist.None {
		r := f.mentions[before].rows[f.mentions[before].pick]
		return world.PlaceRow{Place: annalist.Place{Country: r.Country}}, true
	}
	best := f.nationality(m.first)
	if best == "" {
		best = largest(f.evidence.local)
	}
	if best == "" {
		best = f.mainState()
	}
	return world.PlaceRow{Place: annalist.Place{Country: best}}, best != ""
}

// nationality is the state of the one nationality that the sentence of a token names:
// "arrested by Belarusian police in [Grodno]"; empty where it names several.
func (f *finder) nationality(i int) annalist.Country {
	sent := f.doc.Sentences[f.doc.Tokens[i].Sent]
	found := annalist.Country("")
	for t := sent.First; t < sent.Last; t++ {
		c, ok := f.w.Demonym(f.doc.Tokens[t].Form)
		if ok && found != "" && c != found {
			return ""
		}
		if ok {
			found = c
		}
	}
	return found
}

// leads reports whether the words from first to last lead from a place to its
// container: a comma, "in", "of", with words of direction.
func (f *finder) leads(first, last int) bool {
	if last-first > 5 || first >= last {
		return false
	}
	joined := false
	for j := first; j < last; j++ {
		form := lowerOf(f.doc.Tokens[j].Form)
		switch {
		case form == "," || form == "in" || form == "(" || form == "of" && j > first:
			joined = true
		case form == "the" || form == "occupied" || form == "-" || directions[form] || siteNouns[form] || siteWords[form] || divisions[form] != "":
		default:
			return false
		}
	}
	return joined
}

// mainState is the state the article has most to say of, so far.
func (f *finder) mainState() annalist.Country {
	return largest(f.evidence.country)
}

// largest is the state with most weight, the first by name among equals.
func largest(weights map[annalist.Country]float64) annalist.Country {
	best := annalist.Country("")
	for c, x := range weights {
		if c != "" && (best == "" || x > weights[best] || x == weights[best] && c < best) {
			best = c
		}
	}
	return best
}
