package event

import (
	"cmp"
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// merge joins tellings of one act: in one sentence the verb and the noun of an
// act ("killed two in an airstrike"), across sentences a later telling that adds
// no other party, day or place ("the attack").
func (f *finder) merge() {
	for i := 0; i < len(f.acts); i++ {
		a := f.acts[i]
		for _, b := range f.acts[i+1:] {
			if b.drop == "" && a.drop == "" && f.same(a, b) {
				f.join(a, b)
			}
		}
	}
	f.acts = slices.DeleteFunc(f.acts, func(a *act) bool { return a.drop != "" })
}

// same reports whether b tells of the act that a tells of.
func (f *finder) same(a, b *act) bool {
	if a.ev.Type != b.ev.Type || a.ev.Realis != b.ev.Realis || a.ev.Historical != b.ev.Historical || !f.sameWhen(a, b) {
		return false
	}
	if a.token == b.token {
		return false
	}
	if f.pointer(a, b) || f.again(a, b) {
		return true
	}
	actors, recipients := f.compatible(a.ev.Actors, b.ev.Actors), f.compatible(a.ev.Recipients, b.ev.Recipients)
	if actors < 0 {
		return false
	}
	if a.ev.Sentence == b.ev.Sentence {
		if a.ev.Type == annalist.Assault {
			// What the attack hit and whom it killed are both its recipients.
			return f.linkedWords(a.token, b.token) || f.toll(a, b) || f.told(a, b)
		}
		return recipients >= 0 && f.linkedWords(a.token, b.token)
	}
	if recipients < 0 {
		return false
	}
	return f.definite(b.token) && actors+recipients > 0 && f.sameWord(a, b)
}

func (f *finder) sameWhen(a, b *act) bool {
	return a.ev.Date == nil || b.ev.Date == nil || a.ev.Date.Value == b.ev.Date.Value || a.ev.Date.Basis != annalist.FromText || b.ev.Date.Basis != annalist.FromText
}

// compatible compares two lists of parties: -1 where they contradict, 0 where
// one is empty, 1 where they share one.
func (f *finder) compatible(a, b []annalist.Participant) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	for _, x := range a {
		for _, y := range b {
			if x.Entity == y.Entity {
				return 1
			}
		}
	}
	ca, cb := f.countries(a), f.countries(b)
	for _, x := range ca {
		if slices.Contains(cb, x) {
			return 1
		}
	}
	if len(ca) == 0 || len(cb) == 0 {
		return 0
	}
	return -1
}

// toll says that the second of two verbs only counts: "four are killed and twenty
// are [injured]", "shelled a base and [killed] five". It must not join deeds of two
// verbs ("shot one and stabbed another") nor of two places.
func (f *finder) toll(a, b *act) bool {
	tok := &f.doc.Tokens[b.token]
	if !tok.Rel.Is("conj") || tok.Head != a.token || a.rule == nil || f.elsewhere(a, b) {
		return false
	}
	return f.words.injured.Has(f.clauses.lemma(b.token)) || f.words.dead.Has(f.clauses.lemma(b.token))
}

// elsewhere says that two acts have places of their own that differ.
func (f *finder) elsewhere(a, b *act) bool {
	return a.place != annalist.None && b.place != annalist.None && a.place != b.place
}

// timeClause are the words that open a clause of time.
var timeClause = map[string]bool{"when": true, "after": true, "as": true}

// told says that a passive of death or injury is told by the clause of time below
// it: "two were killed when rebels [blew up] their bus". It must not join what
// others did at the same time, so the first must name nobody who acts.
func (f *finder) told(a, b *act) bool {
	tok := &f.doc.Tokens[b.token]
	if !tok.Rel.Is("advcl") || tok.Head != a.token || len(a.ev.Actors) > 0 || !a.prop.passive {
		return false
	}
	if w := f.doc.Kid(b.token, "mark", "advmod"); w == annalist.None || !timeClause[lower(f.doc.Tokens[w].Form)] {
		return false
	}
	l := f.clauses.lemma(a.token)
	return f.words.dead.Has(l) || f.words.injured.Has(l)
}

// linkedWords says that of two triggers in a sentence one is an argument or
// participle of the other: the means, the result, the name of the deed.
func (f *finder) linkedWords(a, b int) bool {
	return f.reaches(a, b) || f.reaches(b, a)
}

func (f *finder) reaches(t, top int) bool {
	for range 3 {
		tok := &f.doc.Tokens[t]
		switch tok.Rel.Base() {
		case "obj", "obl", "nsubj", "nmod", "xcomp", "compound":
		case "advcl":
			if f.doc.Kid(t, "nsubj") != annalist.None {
				return false
			}
		case "acl":
			if tok.Rel != "acl" {
				return false
			}
		default:
			return false
		}
		if t = tok.Head; t == top {
			return true
		} else if t == annalist.None {
			return false
		}
	}
	return false
}

// definite says that a noun points back: "the attack", "that visit", "his arrest".
func (f *finder) definite(t int) bool {
	tok := &f.doc.Tokens[t]
	if tok.Tag != annalist.NOUN {
		return false
	}
	for _, k := range tok.Kids {
		kid := &f.doc.Tokens[k]
		switch lower(kid.Form) {
		case "the", "this", "that", "these", "those", "his", "her", "its", "their":
			return true
		}
		if kid.Rel == "nmod:poss" {
			return true
		}
	}
	return false
}

// sameWord says that two triggers may name one deed: their modes do not differ.
func (f *finder) sameWord(a, b *act) bool {
	return a.ev.Mode == b.ev.Mode || a.ev.Mode == "" || b.ev.Mode == ""
}

// join makes b a mention of a, and gives a what only b knows.
func (f *finder) join(a, b *act) {
	b.drop = annalist.SkipFolded
	ev := &a.ev
	ev.Mentions = append(ev.Mentions, b.ev.Trigger)
	ev.Mentions = append(ev.Mentions, b.ev.Mentions...)
	slices.SortFunc(ev.Mentions, func(x, y annalist.Span) int { return x.Start - y.Start })
	if len(ev.Actors) == 0 {
		ev.Actors = without(b.ev.Actors, ev.Recipients)
	}
	if len(ev.Recipients) == 0 || ev.Type == annalist.Assault && f.onlyStates(ev.Recipients) && !f.onlyStates(b.ev.Recipients) {
		if more := without(b.ev.Recipients, ev.Actors); len(more) > 0 {
			ev.Recipients = more
		}
	}
	ev.Mode = f.stronger(ev.Type, ev.Mode, b.ev.Mode)
	if ev.Date == nil {
		ev.Date = b.ev.Date
	}
	if ev.Place == nil {
		ev.Place = b.ev.Place
	}
	ev.Size = larger(ev.Size, b.ev.Size)
	ev.Confidence = max(ev.Confidence, b.ev.Confidence)
	ev.Why = append(ev.Why, annalist.Why{Step: "merge", Rule: "merge.same-act", Note: f.doc.Text(b.ev.Trigger)})
}

// stronger is the mode of an act told by two words. Where a type has means, the
// order of types.yaml counts, aims before means ("[killed] the general in an
// [airstrike]": targeted); of two means, and in other types, the first told.
func (f *finder) stronger(typ annalist.EventType, x, y annalist.Mode) annalist.Mode {
	if x == "" || y == "" {
		return cmp.Or(x, y)
	}
	modes := f.book.Type(typ).Modes
	at := func(m annalist.Mode) int {
		return slices.IndexFunc(modes, func(row codebook.Mode) bool { return row.Mode == m })
	}
	i, j := at(x), at(y)
	if j < i && (modes[i].Means != modes[j].Means) {
		return y
	}
	return x
}

func larger(a, b annalist.Size) annalist.Size {
	pick := func(x, y *annalist.Count) *annalist.Count {
		if x == nil {
			return y
		}
		return x
	}
	return annalist.Size{
		Dead: pick(a.Dead, b.Dead), Injured: pick(a.Injured, b.Injured),
		Arrested: pick(a.Arrested, b.Arrested), Protesters: pick(a.Protesters, b.Protesters),
	}
}

// onlyStates says that the parties are states and places: what was hit, not who.
func (f *finder) onlyStates(ps []annalist.Participant) bool {
	for _, p := range ps {
		if p.Entity != annalist.None && f.doc.Entities[p.Entity].Kind != annalist.StateEntity {
			return false
		}
	}
	return true
}
