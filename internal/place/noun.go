package place

import (
	"annalist"
	"annalist/internal/world"
)

// nouns finds common nouns that point back at a place: "in the city", "across
// the country", "the Ukrainian capital", "outside parliament". They take the
// place last named of their kind, or only its state.
//
// Not meant: "the city council", "the country's president" (no preposition of
// place before), "the city of Kharkiv" (named).
func (f *finder) nouns() {
	for s := range f.doc.Sentences {
		sent := f.doc.Sentences[s]
		for i := sent.First; i < sent.Last; i++ {
			if m, ok := f.noun1(i, sent); ok {
				f.add(m)
			}
		}
	}
}

// noun1 reads one such noun at i, with the words before it.
func (f *finder) noun1(i int, sent annalist.Sentence) (mention, bool) {
	form := f.doc.Tokens[i].Form
	if form == "waters" && f.form(i-1) == "international" {
		return f.pointing(i-1, i+1, world.PlaceRow{Place: annalist.Place{Precision: annalist.RegionLevel}, Feature: world.Region}), true
	}
	if capital(form) && f.form(i-1) == "the" && bigPointers[form] {
		form = lowerOf(form)
	}
	level, ok := pointers[form]
	if !ok || f.overlaps(i, i+1) {
		return mention{}, false
	}
	if t := f.doc.Tokens[i].Tag; t != "" && t != annalist.NOUN && !bigPointers[f.doc.Tokens[i].Form] {
		return mention{}, false
	}
	if i+1 < sent.Last {
		next := f.doc.Tokens[i+1]
		if next.Form == "of" || next.Form == "'s" || next.Form == "’s" || next.Form == "-" || next.Tag == annalist.NOUN || next.Tag == annalist.PROPN {
			return mention{}, false
		}
	}
	if form == "border" { // between two states: in neither
		return f.pointing(i, i+1, world.PlaceRow{Place: annalist.Place{Precision: level}, Feature: world.Region}), f.located(i)
	}
	first, people := f.nounStart(i, sent)
	for first < i && f.overlaps(first, i) {
		first++
	}
	if !f.located(first) && people == "" || !f.located(first) && level != annalist.CityLevel {
		return mention{}, false
	}
	if level == annalist.SiteLevel && form != "parliament" && people == "" && first == i && f.form(i-1) != "the" {
		return mention{}, false // "19 years in prison"
	}
	return f.pointing(first, i+1, f.antecedent(i, level, people)), true
}

// nounStart is the first word of the noun's phrase after the article, and the
// state of a nationality in it.
func (f *finder) nounStart(i int, sent annalist.Sentence) (first int, people annalist.Country) {
	first = i
	for j := i - 1; j >= sent.First && j >= i-3; j-- {
		form := f.doc.Tokens[j].Form
		if c, ok := f.w.Demonym(form); ok {
			people = c
		}
		switch low := lowerOf(form); {
		case low == "his" || low == "her" || low == "their" || low == "its" || low == "this" || low == "that" || low == "our":
			return j, people
		case people != "" || directions[low] || low == "presidential" || low == "own" || low == "national" || low == "provincial":
			first = j
		default:
			return first, people
		}
	}
	return first, people
}

// antecedent is the place a noun points at: the capital of a state, the last
// place of its level, or the state of the last place.
func (f *finder) antecedent(i int, level annalist.PlaceKind, people annalist.Country) world.PlaceRow {
	best, any := annalist.None, annalist.None
	end := f.from(i)
	for k := end - 1; k >= 0 && k >= end-lookBack && best == annalist.None; k-- {
		m := &f.mentions[k]
		r := m.rows[m.pick]
		if r.Country == "" {
			continue
		}
		if any == annalist.None {
			any = k
		}
		if r.Precision == level && m.siteEnd == 0 || level == annalist.Admin1Level && m.want == level {
			best = k
		}
	}
	state := people
	if state == "" && any != annalist.None {
		state = f.mentions[any].rows[f.mentions[any].pick].Country
	}
	if state == "" || level == annalist.CountryLevel && best == annalist.None && people == "" {
		state = f.mainState()
	}
	switch form := f.doc.Tokens[i].Form; {
	case form == "capital" && f.form(i-1) != "provincial":
		if r, ok := f.capitalOf(state); ok {
			return r
		}
	case best != annalist.None && level != annalist.SiteLevel && people == "":
		return f.mentions[best].rows[f.mentions[best].pick]
	}
	r := world.PlaceRow{Place: annalist.Place{Country: state, Precision: level}, Feature: world.Town}
	if s := f.w.State(state); s != nil && level == annalist.CountryLevel {
		r.Name = s.Name
	}
	return r
}

// lookBack is how many places back a noun may point.
const lookBack = 60

// capitalOf looks the capital of a state up in the gazetteer.
func (f *finder) capitalOf(c annalist.Country) (world.PlaceRow, bool) {
	s := f.w.State(c)
	if s == nil || s.Capital == "" {
		return world.PlaceRow{}, false
	}
	f.key = f.g.AppendKey(f.key[:0], s.Capital)
	for _, r := range f.lookup(f.key).rows {
		if r.Country == c && r.Feature.Level() == annalist.CityLevel {
			return r, true
		}
	}
	return world.PlaceRow{}, false
}

// pointing is the mention of a noun; without a name of its own the place has
// the words of the text.
func (f *finder) pointing(first, last int, r world.PlaceRow) mention {
	if r.Name == "" {
		r.Name = f.doc.Text(f.doc.SpanOf(first, last))
	}
	m := unplaced(first, last, NounRule)
	m.rows, m.belief = []world.PlaceRow{r}, 0.5
	return m
}

// NounRule is the rule of places meant by a common noun; those who count names
// of places leave them out.
const NounRule annalist.RuleID = "place.noun"

var bigPointers = wordSet("Strait Strip Peninsula Parliament Gulf")

// pointers are the nouns, with the level of the place they point at.
var pointers = map[string]annalist.PlaceKind{
	"country": annalist.CountryLevel, "nation": annalist.CountryLevel, "homeland": annalist.CountryLevel,
	"city": annalist.CityLevel, "town": annalist.CityLevel, "village": annalist.CityLevel, "capital": annalist.CityLevel,
	"province": annalist.Admin1Level, "region": annalist.Admin1Level, "state": annalist.Admin1Level,
	"governorate": annalist.Admin1Level, "territory": annalist.RegionLevel, "enclave": annalist.RegionLevel,
	"exclave": annalist.RegionLevel, "strip": annalist.RegionLevel, "island": annalist.RegionLevel,
	"strait": annalist.RegionLevel, "gulf": annalist.RegionLevel, "peninsula": annalist.RegionLevel, "district": annalist.Admin2Level,
	"parliament": annalist.SiteLevel, "airport": annalist.SiteLevel, "embassy": annalist.SiteLevel,
	"prison": annalist.SiteLevel, "palace": annalist.SiteLevel, "residence": annalist.SiteLevel, "base": annalist.SiteLevel,
	"border": annalist.RegionLevel, "airspace": annalist.RegionLevel,
}
