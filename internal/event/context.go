package event

import (
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// contexts adds the contexts of the rule, of the type, and those that words of
// the act's own clause or the sectors of its parties show.
func (f *finder) contexts(a *act) {
	ev := &a.ev
	add := func(c annalist.Context) {
		if !slices.Contains(ev.Contexts, c) {
			ev.Contexts = append(ev.Contexts, c)
		}
	}
	if a.rule != nil {
		for _, c := range a.rule.Contexts {
			add(c)
		}
	}
	for _, c := range f.book.Type(ev.Type).Contexts {
		add(c)
	}
	for i := range f.book.Contexts {
		row := &f.book.Contexts[i]
		if slices.ContainsFunc(row.Sectors, func(x annalist.Sector) bool { return f.sectorOf(ev, x) }) ||
			slices.Contains(row.Between, ev.Type) && f.governments(ev) > 1 {
			add(row.Context)
		}
	}
	s := f.doc.Sentences[ev.Sentence]
	for t := s.First; t < s.Last; t++ {
		lemma, form := f.clauses.lemma(t), lower(f.doc.Tokens[t].Form)
		f.shown(t, lemma, add)
		if form != lemma {
			f.shown(t, form, add)
		}
	}
	ev.Contexts = slices.DeleteFunc(ev.Contexts, func(c annalist.Context) bool {
		row := &f.book.Contexts[f.contextIndex(c)]
		return len(row.Types) > 0 && !slices.Contains(row.Types, ev.Type)
	})
	// The order of contexts.yaml, whatever gave them.
	slices.SortFunc(ev.Contexts, func(x, y annalist.Context) int { return f.contextIndex(x) - f.contextIndex(y) })
}

// shown adds the contexts that a word, or a phrase it begins, shows.
func (f *finder) shown(t int, word string, add func(annalist.Context)) {
	for _, i := range f.book.ContextsOf(word) {
		row := &f.book.Contexts[i]
		if row.Words.Has(word) || slices.ContainsFunc(row.Words.Phrases(word), func(p []string) bool { return f.row(t, p) }) {
			add(row.Context)
		}
	}
}

func (f *finder) contextIndex(c annalist.Context) int {
	return slices.IndexFunc(f.book.Contexts, func(row codebook.Context) bool { return row.Context == c })
}

// governments counts the states whose government is a party.
func (f *finder) governments(ev *annalist.Event) int {
	var ps []annalist.Participant
	for _, p := range slices.Concat(ev.Actors, ev.Recipients) {
		if p.Entity == annalist.None {
			continue
		}
		if s := f.doc.Entities[p.Entity].Sectors; len(s) == 0 || s[0] == "GOV" {
			ps = append(ps, p)
		}
	}
	return len(f.countries(ps))
}

func (f *finder) sectorOf(ev *annalist.Event, x annalist.Sector) bool {
	for _, ps := range [][]annalist.Participant{ev.Actors, ev.Recipients} {
		for _, p := range ps {
			if p.Entity != annalist.None && slices.Contains(f.doc.Entities[p.Entity].Sectors, x) {
				return true
			}
		}
	}
	return false
}
