package event

import (
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// holds reports whether all conditions hold of a proposition.
func (f *finder) holds(p *proposition, cs codebook.Conditions) bool {
	for i := range cs {
		if !f.condition(p, &cs[i]) {
			return false
		}
	}
	return true
}

// condition reports whether a condition holds for one of its slots.
func (f *finder) condition(p *proposition, c *codebook.Condition) bool {
	for _, slot := range c.Slots {
		if f.slotHolds(p, slot, &c.Test) {
			return true
		}
	}
	return false
}

func (f *finder) slotHolds(p *proposition, slot codebook.Slot, t *codebook.Test) bool {
	fillers := f.fillers(p, slot)
	if t.Absent {
		return len(fillers) == 0
	}
	positive := *t
	positive.Not = nil
	if t.Not != nil {
		for _, w := range f.spread(fillers) {
			if f.passes(p, w, t.Not) {
				return false
			}
		}
		if positive.Empty() {
			return true
		}
	}
	for _, w := range f.spread(fillers) {
		if f.passes(p, w, &positive) {
			return true
		}
	}
	return false
}

// spread adds what is coordinated with the words.
func (f *finder) spread(words []int) []int {
	out := words
	for _, w := range words {
		for _, k := range f.doc.Tokens[w].Kids {
			if f.doc.Tokens[k].Rel.Is("conj") {
				out = append(slices.Clip(out), k)
			}
		}
	}
	return out
}

// passes reports whether a word is what a test asks.
func (f *finder) passes(p *proposition, w int, t *codebook.Test) bool {
	tok := &f.doc.Tokens[w]
	switch {
	case t.Lemma.Len() > 0 && !f.lemmaIn(w, t.Lemma),
		t.Verb.Len() > 0 && (tok.Tag != annalist.VERB || !f.lemmaIn(w, t.Verb)),
		t.Noun.Len() > 0 && (tok.Tag == annalist.VERB || !f.lemmaIn(w, t.Noun)),
		t.Has.Len() > 0 && !f.phraseHas(w, t.Has),
		t.Number == codebook.Plural && !f.plural(w),
		t.Number == codebook.Singular && f.plural(w),
		len(t.Kinds) > 0 && !slices.ContainsFunc(t.Kinds, func(k codebook.Kind) bool { return f.isKind(w, k) }):
		return false
	}
	if t.Negated != nil && f.realis(w).negated != *t.Negated {
		return false
	}
	if t.Future != nil && (f.realis(w).value() == annalist.Future) != *t.Future {
		return false
	}
	if !f.partyTests(p, w, t) {
		return false
	}
	return len(t.Inner) == 0 || f.holds(f.clauses.at(w), t.Inner)
}

// partyTests asks what only a party can answer.
func (f *finder) partyTests(p *proposition, w int, t *codebook.Test) bool {
	if t.Party == nil && len(t.Sectors) == 0 && t.Country == "" {
		return true
	}
	ps := f.parties(w)
	if t.Party != nil && (f.best(ps) > 0) != *t.Party {
		return false
	}
	if len(t.Sectors) > 0 && !slices.ContainsFunc(ps, func(x annalist.Participant) bool {
		return slices.ContainsFunc(f.doc.Entities[x.Entity].Sectors, func(s annalist.Sector) bool { return slices.Contains(t.Sectors, s) })
	}) {
		return false
	}
	if t.Country == "" {
		return true
	}
	own := f.countries(f.parties(p.first("agent")))
	other := f.countries(ps)
	if len(own) == 0 || len(other) == 0 {
		return false
	}
	same := slices.ContainsFunc(other, func(c annalist.Country) bool { return slices.Contains(own, c) })
	return same == (t.Country == codebook.SameCountry)
}

func (f *finder) countries(ps []annalist.Participant) []annalist.Country {
	var out []annalist.Country
	for _, p := range ps {
		if c := f.doc.Entities[p.Entity].Country; c != "" && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	slices.Sort(out)
	return out
}

// lemmaIn reports whether the lemma or the form of a word is in a set, or the
// word ends or begins one of its phrases.
func (f *finder) lemmaIn(w int, set codebook.Words) bool {
	tok := &f.doc.Tokens[w]
	if set.Has(f.clauses.lemma(w)) || set.Has(lower(tok.Form)) {
		return true
	}
	return set.Phrased() && f.phraseHas(w, set.OnlyPhrases())
}

// phraseHas reports whether a word or phrase of a set stands in the phrase of w:
// in w itself and what depends on it, relative and other clauses left out.
func (f *finder) phraseHas(w int, set codebook.Words) bool {
	found := false
	f.phrase(w, func(t int) { found = found || f.setAt(t, set) })
	return found
}

// phrase calls visit for w and for the words of its phrase.
func (f *finder) phrase(w int, visit func(t int)) {
	visit(w)
	for _, k := range f.doc.Tokens[w].Kids {
		switch f.doc.Tokens[k].Rel.Base() {
		case "amod", "compound", "nmod", "flat", "appos", "nummod", "det", "obl", "obj", "advmod", "fixed", "list", "dep":
			f.phrase(k, visit)
		case "conj":
			if f.doc.Tokens[k].Tag != annalist.VERB {
				f.phrase(k, visit)
			}
		}
	}
}

// setAt reports whether the word at w is in the set or begins a phrase of it.
func (f *finder) setAt(w int, set codebook.Words) bool {
	tok := &f.doc.Tokens[w]
	lemma, form := f.clauses.lemma(w), lower(tok.Form)
	if set.Has(lemma) || set.Has(form) {
		return true
	}
	for _, p := range set.Phrases(lemma) {
		if f.row(w, p) {
			return true
		}
	}
	if form != lemma {
		for _, p := range set.Phrases(form) {
			if f.row(w, p) {
				return true
			}
		}
	}
	return false
}

// row reports whether the words of a phrase stand in a row from w on, hyphens
// between them left out.
func (f *finder) row(w int, phrase []string) bool {
	end := f.doc.Sentences[f.doc.Tokens[w].Sent].Last
	for _, word := range phrase {
		for w < end && f.doc.Tokens[w].Form == "-" {
			w++
		}
		if w >= end || f.clauses.lemma(w) != word && lower(f.doc.Tokens[w].Form) != word {
			return false
		}
		w++
	}
	return true
}

func (f *finder) plural(w int) bool {
	tok := &f.doc.Tokens[w]
	if tok.Feats.Number == "Plur" {
		return true
	}
	for _, k := range tok.Kids {
		if f.doc.Tokens[k].Rel.Is("conj") && f.doc.Tokens[k].Tag != annalist.VERB {
			return true
		}
	}
	if m := f.mention[w]; m != annalist.None {
		return len(f.doc.Mentions[m].Entities) > 1
	}
	return false
}

// isKind reports whether a word is of a kind of filler.
func (f *finder) isKind(w int, kind codebook.Kind) bool {
	tok := &f.doc.Tokens[w]
	switch kind {
	case codebook.KindPlace:
		return f.place[w] != annalist.None
	case codebook.KindTime:
		return f.time[w] != annalist.None
	case codebook.KindNumber:
		return tok.Tag == annalist.NUM || tok.Tag == annalist.SYM
	case codebook.KindClause:
		return f.isClause(w)
	case codebook.KindThing:
		return f.time[w] == annalist.None && f.place[w] == annalist.None && !f.isClause(w) && len(f.parties(w)) == 0
	case codebook.KindState, codebook.KindPerson, codebook.KindBody, codebook.KindGroup:
		for _, p := range f.parties(w) {
			if string(f.doc.Entities[p.Entity].Kind) == string(kind) {
				return true
			}
		}
		return false
	default:
		panic("event: unknown kind of filler")
	}
}

func (f *finder) isClause(w int) bool {
	tok := &f.doc.Tokens[w]
	return tok.Tag == annalist.VERB || tok.Rel.Is("ccomp") || tok.Rel.Is("xcomp") || tok.Rel.Is("advcl")
}
