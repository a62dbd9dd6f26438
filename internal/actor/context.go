package actor

import (
	"annalist"
	"annalist/internal/world"
)

// findPlaces notes the country of every place named: those the place finder
// found, and states after a preposition of place.
func (f *finder) findPlaces() {
	f.place = make([]annalist.Country, len(f.doc.Tokens))
	for _, p := range f.doc.Places {
		if p.Country == "" || f.isNationality(p.First) {
			continue
		}
		c := f.party(p.Country)
		for i := p.First; i < p.Last && i < len(f.place); i++ {
			f.place[i] = c
		}
	}
	for n := range f.units {
		u := &f.units[n]
		e := only(u.entries, world.StateName, world.Seat)
		if e == nil || f.place[u.head] != "" || !f.cased(u.head, world.CuePlace) {
			continue
		}
		for i := u.first; i < u.last; i++ {
			f.place[i] = e.Country
		}
	}
}

// isNationality reports whether a token is an adjective of nationality, which is
// no place.
func (f *finder) isNationality(i int) bool {
	return f.unitAt[i] != annalist.None && only(f.units[f.unitAt[i]].entries, world.StateName, world.Seat) == nil &&
		only(f.units[f.unitAt[i]].entries, world.Adjective, world.People) != nil
}

// party is the state that speaks for a country: a dependency has its controller.
func (f *finder) party(c annalist.Country) annalist.Country {
	if s := f.w.State(c); s != nil {
		return s.Entry.Country
	}
	return c
}

// cased reports whether a token has a preposition of the kind.
func (f *finder) cased(i int, kind world.CueKind) bool {
	for _, k := range f.doc.Tokens[i].Kids {
		if f.doc.Tokens[k].Rel.Base() == "case" && f.w.Cue(kind, f.lemma(k)) {
			return true
		}
	}
	return false
}

// only is the first entry of one of the kinds, nil if there is none.
func only(entries []*world.Entry, kinds ...world.Kind) *world.Entry {
	for _, e := range entries {
		for _, k := range kinds {
			if e.Kind == k {
				return e
			}
		}
	}
	return nil
}

// countCountries counts how often each country shows, and settles where each
// sentence plays: its own place, else that of the sentence before, else the
// country the article names most.
func (f *finder) countCountries() {
	f.votes = map[annalist.Country]int{}
	f.context = make([]annalist.Country, len(f.doc.Sentences))
	f.sentPlace = make([]annalist.Country, len(f.doc.Sentences))
	f.sentState = make([]annalist.Country, len(f.doc.Sentences))
	f.eachUnit(func(_ int, u *unit) {
		if c := certain(u.entries); c != "" && !f.isPlain(u) {
			f.votes[c]++
		}
	})
	for _, p := range f.doc.Places {
		f.votes[f.party(p.Country)]++
	}
	best := 0
	for i := range f.doc.Tokens { // in order of the text, so that ties go to the first
		for _, c := range []annalist.Country{f.place[i], f.named(i)} {
			if f.w.State(c) != nil && f.votes[c] > best {
				best, f.main = f.votes[c], c
			}
		}
	}
	before := annalist.Country("")
	for s, sent := range f.doc.Sentences {
		f.sentState[s] = f.stateWithin(sent.First, sent.Last)
		f.sentPlace[s] = f.placeWithin(sent.First, sent.Last)
		if c := f.sentPlace[s]; c != "" {
			before = c
		}
		f.context[s] = before
	}
}

func (f *finder) named(i int) annalist.Country {
	if f.unitAt[i] == annalist.None {
		return ""
	}
	return certain(f.units[f.unitAt[i]].entries)
}

// certain is the country all entries of a name agree on.
func certain(entries []*world.Entry) annalist.Country {
	c := annalist.Country("")
	for _, e := range entries {
		if c != "" && e.Country != c {
			return ""
		}
		c = e.Country
	}
	return c
}

// placeWithin is the country of the first place named in a range.
func (f *finder) placeWithin(first, last int) annalist.Country {
	for i := first; i < last; i++ {
		if f.place[i] != "" {
			return f.place[i]
		}
	}
	return ""
}

// Bounds that keep the cost linear on text that is no prose.
const (
	maxKids   = 40  // dependents looked at
	maxReach  = 150 // tokens to the nearest place
	maxRecall = 120 // mentions looked back over for "the company"
)

// ownArticle is how often a country shows before an article counts as its own.
const ownArticle = 2

// where finds the country an unmarked noun phrase plays in, and by which rule:
// the place of its own clause, of its sentence, of the sentence before, of the
// article.
//
// For "Three people were killed in Kharkiv" (UKR). Not for "the French minister
// in Kyiv", which has a country of its own.
func (f *finder) where(i int) (annalist.Country, rule) {
	toks := f.doc.Tokens
	for v, hops := toks[i].Head, 0; v != annalist.None && hops < 4; v, hops = toks[v].Head, hops+1 {
		for n, k := range toks[v].Kids {
			if n > maxKids {
				break
			}
			if r := toks[k].Rel.Base(); (r == "obl" || r == "nmod") && !f.doc.Under(i, k) && f.cased(k, world.CuePlace) {
				if c := f.placeUnder(k); c != "" {
					return c, ruleClausePlace
				}
			}
		}
	}
	s := toks[i].Sent
	if f.sentPlace[s] != "" {
		if c := f.nearestPlace(i, f.doc.Sentences[s]); c != "" {
			return c, ruleSentencePlace
		}
		return f.sentPlace[s], ruleSentencePlace
	}
	if c := f.sentState[s]; c != "" {
		return c, ruleSentenceState
	}
	if f.main != "" && f.votes[f.main] >= ownArticle {
		return f.main, ruleArticleCountry
	}
	if c := f.context[toks[i].Sent]; c != "" {
		return c, ruleEarlierPlace
	}
	if f.main != "" {
		return f.main, ruleArticleCountry
	}
	return "", ruleNothing
}

// homeward is where, except that an article with a country of its own is
// trusted before a place that only stands near: people named without further
// word are mostly of the country the article is about.
func (f *finder) homeward(i int) (annalist.Country, rule) {
	c, by := f.where(i)
	if f.main != "" && f.votes[f.main] >= ownArticle && by != ruleClausePlace {
		return f.main, ruleArticleCountry
	}
	return c, by
}

// spokenFor is the state of whoever says the clause a token stands in: "Sudan's
// minister says that the government will sue the Emirates".
//
// Not for victims and the like, who are where the deed is.
func (f *finder) spokenFor(i int) annalist.Country {
	toks := f.doc.Tokens
	for v, hops := i, 0; v != annalist.None && hops < 5; v, hops = toks[v].Head, hops+1 {
		h := toks[v].Head
		if h == annalist.None || !toks[v].Rel.Is("ccomp") && !toks[v].Rel.Is("parataxis") || !f.w.Cue(world.CueSay, f.lemma(h)) {
			continue
		}
		subj := f.doc.Kid(h, "nsubj")
		if subj == annalist.None || f.at[subj] == annalist.None {
			return ""
		}
		for _, e := range f.doc.Mentions[f.at[subj]].Entities {
			if ent := &f.doc.Entities[e]; f.w.State(ent.Country) != nil && (ent.Kind == annalist.StateEntity || public(ent.Sectors)) {
				return ent.Country
			}
		}
		return ""
	}
	return ""
}

// public reports whether a party is of the state rather than among its people.
func public(s []annalist.Sector) bool {
	switch first(s) {
	case "GOV", "LEG", "MIL", "JUD", "COP", "SPY", "OPP", "PTY":
		return true
	}
	return false
}

// nearestPlace is the country of the place of a sentence that stands nearest.
func (f *finder) nearestPlace(i int, sent annalist.Sentence) annalist.Country {
	for d := 1; d < maxReach && (i-d >= sent.First || i+d < sent.Last); d++ {
		if i+d < sent.Last && f.place[i+d] != "" {
			return f.place[i+d]
		}
		if i-d >= sent.First && f.place[i-d] != "" {
			return f.place[i-d]
		}
	}
	return ""
}

// placeUnder is the country of the place a phrase names.
func (f *finder) placeUnder(i int) annalist.Country {
	if f.place[i] != "" {
		return f.place[i]
	}
	first, last := f.doc.Subtree(i)
	return f.placeWithin(first, last)
}

// stateWithin is the state a range names, where it names only one.
func (f *finder) stateWithin(first, last int) annalist.Country {
	c := annalist.Country("")
	for i := first; i < last; i++ {
		d := f.named(i)
		if f.w.State(d) == nil {
			continue
		}
		if c != "" && c != d {
			return ""
		}
		c = d
	}
	return c
}
