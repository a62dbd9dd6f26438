package event

import (
	"annalist"
	"annalist/internal/codebook"
)

// settlePlace writes where an act happened: the most specific place that hangs
// on it, else on the clause above it, else the place the net links to it. A
// nationality is no place: what is a party of the act and not in a phrase of
// place does not count.
func (f *finder) settlePlace(a *act) {
	place, rule, conf := annalist.None, annalist.RuleID(""), 0.0
	if p := f.placeOf(a); p != annalist.None {
		place, rule, conf = p, "place.attached", 0.8
	}
	if place == annalist.None {
		if p := f.target(a); p != annalist.None {
			place, rule, conf = p, "place.target", 0.7
		}
	}
	if place == annalist.None && f.coder != Rules {
		if p, score := f.linkedPlace(a.token); p != annalist.None {
			place, rule, conf = p, "place.net", score
		}
	}
	if place == annalist.None {
		return
	}
	a.place = place
	a.ev.Place = &annalist.EventPlace{Mention: place, Basis: annalist.FromText, Confidence: conf}
	a.ev.Why = append(a.ev.Why, annalist.Why{Step: "place", Rule: rule, Note: f.doc.Text(f.doc.Places[place].Span)})
}

// placeOf looks for a place at the trigger, at its light verb, and upwards as
// long as the words above tell of the same act or scene.
func (f *finder) placeOf(a *act) int {
	if p := f.placeBelow(a.token, 0); p != annalist.None {
		return p
	}
	for _, arg := range a.prop.args {
		switch arg.slot {
		case "in", "at", "near", "on", "outside", "around", "inside", "across", "off", "throughout":
			if p := f.placeAt(arg.token); p != annalist.None {
				return p
			}
		}
	}
	t := a.token
	for range 2 * maxClimb {
		up := f.sameScene(t)
		if up == annalist.None {
			return annalist.None
		}
		if p := f.placeAtWord(up, t); p != annalist.None {
			return p
		}
		t = up
	}
	return annalist.None
}

// target gives the place that an act of force hits or a visit goes to: "missiles
// at Moscow", "struck southern Beirut", "flew to Rwanda". It must not do so for
// acts of words: "condemned Israel" happens nowhere.
func (f *finder) target(a *act) int {
	switch a.ev.Type {
	case annalist.Assault, annalist.Coerce, annalist.Mobilize, annalist.Consult, annalist.Retreat, annalist.Protest, annalist.Aid:
	default:
		return annalist.None
	}
	for _, arg := range a.prop.args {
		switch arg.slot {
		case "patient", "on", "at", "against", "into", "to", "of", "across", "clause", "through", "over", "from":
		default:
			continue
		}
		if arg.slot == "patient" && a.ev.Type == annalist.Aid || arg.slot == "from" && a.ev.Type != annalist.Retreat && a.ev.Type != annalist.Coerce {
			continue
		}
		if p := f.placeAt(arg.token); p != annalist.None {
			return p
		}
		if p := f.placeBelow(arg.token, 1); p != annalist.None {
			return p
		}
	}
	return annalist.None
}

// placeBelow looks at the places on a word and on its noun phrases.
func (f *finder) placeBelow(t, depth int) int {
	if p := f.placeAtWord(t, annalist.None); p != annalist.None {
		return p
	}
	if depth >= 2 {
		return annalist.None
	}
	for _, k := range f.doc.Tokens[t].Kids {
		tok := &f.doc.Tokens[k]
		switch tok.Rel.Base() {
		case "obj", "obl", "nmod", "nsubj":
			if tok.Tag == annalist.NOUN || tok.Tag == annalist.PROPN {
				if p := f.placeBelow(k, depth+1); p != annalist.None {
					return p
				}
			}
		case "conj":
			if tok.Tag == annalist.VERB && f.doc.Kid(k, "nsubj") == annalist.None {
				if p := f.placeAtWord(k, annalist.None); p != annalist.None {
					return p
				}
			}
		}
	}
	return annalist.None
}

// placeAtWord finds a place in a phrase of place on a word, the most specific of
// several.
func (f *finder) placeAtWord(t, from int) int {
	best := annalist.None
	for _, k := range f.doc.Tokens[t].Kids {
		tok := &f.doc.Tokens[k]
		if f.clauses.preposition(k) == "on" && f.place[k] != annalist.None && f.doc.Places[f.place[k]].Precision == annalist.CountryLevel {
			continue // "tariffs on Canada"
		}
		if k == from || tok.Rel != "nmod" && tok.Rel.Base() != "obl" && tok.Rel != "advmod" {
			continue
		}
		switch f.clauses.preposition(k) {
		case "in", "at", "near", "outside", "around", "inside", "on", "off", "across", "throughout", "within", "along":
			if p := f.placeAt(k); p != annalist.None && (best == annalist.None || f.finer(p, best)) {
				best = p
			}
		}
	}
	return best
}

// placeAt gives the place a word stands for: over the word itself, or in the
// name that its phrase holds ("in the city of Kharkiv", "at a hospital in Gaza").
func (f *finder) placeAt(t int) int {
	if p := f.place[t]; p != annalist.None {
		return p
	}
	for _, k := range f.doc.Tokens[t].Kids {
		tok := &f.doc.Tokens[k]
		switch tok.Rel.Base() {
		case "nmod", "appos", "flat", "compound":
			prep := f.clauses.preposition(k)
			if tok.Rel == "nmod:poss" || prep != "" && prep != "of" && prep != "in" && prep != "near" && prep != "at" && prep != "on" {
				continue
			}
			if p := f.placeAt(k); p != annalist.None {
				return p
			}
		}
	}
	return annalist.None
}

// finer reports whether place a is more specific than b.
func (f *finder) finer(a, b int) bool {
	return level(f.doc.Places[a].Precision) > level(f.doc.Places[b].Precision)
}

func level(k annalist.PlaceKind) int {
	switch k {
	case annalist.SiteLevel:
		return 5
	case annalist.CityLevel:
		return 4
	case annalist.Admin2Level:
		return 3
	case annalist.Admin1Level:
		return 2
	case annalist.CountryLevel:
		return 1
	default:
		return 0
	}
}

// sameScene goes up to the word whose place an act shares: an argument shares
// its verb's, a participle and a coordinated verb that of the clause above. What
// is told in someone's speech has no place from where he speaks.
func (f *finder) sameScene(t int) int {
	tok := &f.doc.Tokens[t]
	h := tok.Head
	if h == annalist.None {
		return annalist.None
	}
	switch tok.Rel.Base() {
	case "obj", "nsubj", "xcomp", "compound", "iobj", "conj":
		return h
	case "obl", "nmod":
		switch f.clauses.preposition(t) {
		case "in", "by", "with", "during", "of", "amid", "at", "on":
			return h
		}
	case "advcl":
		if p := f.clauses.preposition(t); p == "" || p == "after" || p == "while" || p == "as" || p == "to" {
			return h
		}
	case "acl":
		if classOf(f.doc.Tokens[h].Tag) == codebook.Noun {
			if p := f.placeAt(h); p != annalist.None && tok.Rel != "acl:relcl" {
				return annalist.None
			}
		}
	}
	return annalist.None
}
