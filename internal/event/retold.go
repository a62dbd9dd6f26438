package event

import (
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// retell gives acts the later nouns that only point back at them: "Sweden
// condemned the vote. The [condemnation] filled a page"; "expelled two envoys, an
// [expulsion] that ...". A noun counts for the act of its type told last, in the
// same sentence or the one before. It must not take nouns that are acts of their
// own, nor those that name another party.
func (f *finder) retell() {
	told := make([]bool, len(f.doc.Tokens))
	for _, a := range f.acts {
		told[a.token] = true
		for t := a.token; t < len(f.doc.Tokens) && f.doc.Tokens[t].Sent <= a.ev.Sentence+1; t++ {
			told[t] = told[t] || slices.Contains(a.ev.Mentions, f.doc.Tokens[t].Span)
		}
	}
	for i, a := range f.acts {
		if a.ev.Realis != annalist.Actual || a.converted {
			continue
		}
		for t := a.token + 1; t < len(f.doc.Tokens) && f.doc.Tokens[t].Sent <= a.ev.Sentence+1; t++ {
			if told[t] || !f.pointsBack(t) || !f.names(t, a.ev.Type) || !f.lastTold(i, t) || !f.ofSame(a, t) {
				continue
			}
			told[t] = true
			a.ev.Mentions = append(a.ev.Mentions, f.doc.Tokens[t].Span)
			slices.SortFunc(a.ev.Mentions, func(x, y annalist.Span) int { return x.Start - y.Start })
			a.ev.Why = append(a.ev.Why, annalist.Why{Step: "merge", Rule: "merge.points-back", Note: f.doc.Tokens[t].Form})
		}
	}
}

// pointsBack says that a noun is definite, or an apposition to what stands before.
func (f *finder) pointsBack(t int) bool {
	tok := &f.doc.Tokens[t]
	return tok.Tag == annalist.NOUN && f.mention[t] == annalist.None && (f.definite(t) || tok.Rel.Is("appos"))
}

// names says that a noun names acts of the type by itself: the codebook has a rule
// for it that asks for nothing else. It must not take nouns that are acts only in
// some company ("the border", "the campaign").
func (f *finder) names(t int, typ annalist.EventType) bool {
	for _, rule := range f.book.Lookup(codebook.Noun, f.clauses.lemma(t)) {
		if rule.Type == typ && len(rule.Where) == 0 && len(rule.Needs) == 0 {
			return true
		}
	}
	return false
}

// lastTold says that no other act of the type stands between act i and a word.
func (f *finder) lastTold(i, t int) bool {
	for _, b := range f.acts {
		if b.token > f.acts[i].token && b.token < t && b.ev.Type == f.acts[i].ev.Type {
			return false
		}
	}
	return true
}

// ofSame says that the parties of a noun, if it names any, are those of the act.
func (f *finder) ofSame(a *act, t int) bool {
	p := f.clauses.at(t)
	all := append(slices.Clone(a.ev.Actors), a.ev.Recipients...)
	for _, slot := range [...]string{"agent", "patient", "poss", "by", "of", "on", "against"} {
		var out []annalist.Participant
		if k := p.first(slot); k != annalist.None {
			f.gather(k, 0, &out)
		}
		if len(out) > 0 && f.compatible(all, out) < 1 {
			return false
		}
	}
	return true
}
