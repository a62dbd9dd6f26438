package event

import (
	"math"
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// mode writes the mode of an act and, where the event's rule did not fix it, what
// gave it.
func (f *finder) mode(a *act) {
	if a.ev.Mode != "" {
		return
	}
	m, why := f.modeOf(a)
	a.ev.Mode = m
	if m != "" && why.Rule != "" {
		why.Step = "mode"
		a.ev.Why = append(a.ev.Why, why)
	}
}

// modeOf decides the mode: mode rules that overrule, the event's own rule, the
// means that the text names first, cue words, the other mode rules, the rest of
// the type.
func (f *finder) modeOf(a *act) (annalist.Mode, annalist.Why) {
	if r := f.modeRule(a, true); r != nil {
		return r.Mode, annalist.Why{Rule: r.ID, At: r.At}
	}
	t := f.book.Type(a.ev.Type)
	fixed := annalist.Mode("")
	if a.rule != nil {
		fixed = a.rule.Mode
		if row := t.ModeOf(fixed); a.rule.NoMode || row != nil && !row.Means {
			return fixed, annalist.Why{}
		}
	}
	spots := f.spots(a)
	if fixed == "" {
		if m, why := f.cued(t, spots, false); m != "" {
			return m, why
		}
	}
	if m, why := f.cued(t, f.instruments(a, spots), true); m != "" {
		return m, why
	}
	if fixed != "" {
		return fixed, annalist.Why{}
	}
	if r := f.modeRule(a, false); r != nil {
		return r.Mode, annalist.Why{Rule: r.ID, At: r.At}
	}
	return t.Rest, annalist.Why{Rule: "mode.rest", At: t.At}
}

// modeRule gives the first mode rule of the act's type that holds, of those that
// overrule the event's own rule or of the others.
func (f *finder) modeRule(a *act, over bool) *codebook.ModeRule {
	for _, r := range f.book.ModesOf(a.ev.Type) {
		if r.Over == over && len(f.countries(append(slices.Clip(a.ev.Actors), a.ev.Recipients...))) >= r.Countries && f.modeHolds(a, r) {
			return r
		}
	}
	return nil
}

func (f *finder) modeHolds(a *act, r *codebook.ModeRule) bool {
	for i := range r.Unless {
		if f.holds(a.prop, r.Unless[i].Where) {
			return false
		}
	}
	for _, cs := range r.Where {
		if f.holds(a.prop, cs) {
			return true
		}
	}
	return len(r.Where) == 0
}

// spot is a word of an act at which a cue of its mode may stand: the trigger
// itself, a word of its phrase, or of an argument's.
type spot struct {
	token int
	slot  string // of the argument, "self" for the trigger and its phrase
}

// spots lists the words that may show a mode, the nearest to the trigger in the
// tree first: the trigger, its modifiers, the phrases that say who, what and with
// what, the clauses of its content, and the weapon of "an attack [using drones]".
// Phrases of time and reason ("after the missile test") are left out.
func (f *finder) spots(a *act) []spot {
	out := []spot{{a.token, "self"}}
	add := func(t int, slot string) {
		f.phrase(t, func(t int) { out = append(out, spot{t, slot}) })
	}
	for _, k := range f.doc.Tokens[a.token].Kids {
		tok := &f.doc.Tokens[k]
		switch tok.Rel.Base() {
		case "compound", "amod", "flat":
			add(k, "self")
		}
		if v := f.clauses.lemma(k); tok.Tag == annalist.VERB && f.words.wielding.Has(v) && (tok.Rel.Is("advcl") || tok.Rel.Is("acl")) {
			if o := f.doc.Kid(k, "obj"); o != annalist.None {
				add(o, "with")
			}
		}
	}
	if h := f.firstOf(a.token); h != annalist.None {
		add(h, "self")
	}
	for _, arg := range a.prop.args {
		switch arg.slot {
		case "after", "before", "since", "following", "during", "amid", "about", "poss":
			continue
		}
		add(arg.token, arg.slot)
		if arg.slot == "clause" {
			f.below(arg.token, func(t int) { add(t, "clause") })
		}
	}
	slices.SortStableFunc(out, func(x, y spot) int { return f.depth(x.token, a.token) - f.depth(y.token, a.token) })
	return out
}

// depth is the number of steps from a word up to the top, or to the root.
func (f *finder) depth(t, top int) int {
	n := 0
	for ; t != top && t != annalist.None; t = f.doc.Tokens[t].Head {
		n++
	}
	return n
}

// below visits the clauses inside a clause: "asked them to help [lift] the blockade".
func (f *finder) below(t int, visit func(t int)) {
	for _, k := range f.doc.Tokens[t].Kids {
		if rel := f.doc.Tokens[k].Rel; rel.Is("xcomp") || rel.Is("ccomp") {
			visit(k)
			f.below(k, visit)
		}
	}
}

// firstOf is the first of two modifiers that the tree takes for what the trigger
// is joined to: "[missile] and drone strikes". It must not be an act itself
// ("an [airstrike] and a drone strike").
func (f *finder) firstOf(t int) int {
	tok := &f.doc.Tokens[t]
	if !tok.Rel.Is("conj") || f.doc.Kid(t, "det") != annalist.None {
		return annalist.None
	}
	h := tok.Head
	if f.clauses.class(h) != codebook.Noun || f.clauses.class(t) != codebook.Noun || slices.ContainsFunc(f.acts, func(b *act) bool { return b.token == h }) {
		return annalist.None
	}
	return h
}

// instruments leaves out the words of what an attack is aimed at: "strikes on
// [missile sites]" tells no means, "fired [missiles] at" does.
func (f *finder) instruments(a *act, spots []spot) []spot {
	wielded := f.words.wielding.Has(f.clauses.lemma(a.prop.token)) || f.words.wielding.Has(f.clauses.lemma(a.token))
	var out []spot
	for _, s := range spots {
		switch s.slot {
		case "patient", "of":
			if !wielded {
				continue
			}
		case "on", "at", "against", "into", "over", "near", "to", "from", "clause", "purpose":
			continue
		}
		out = append(out, s)
	}
	return out
}

// cued gives the mode whose cue stands at one of the spots: of means the one that
// stands first in the text ("a missile and drone attack"), of others the one next
// to the trigger in the tree ("urged it to [suspend] aid").
func (f *finder) cued(t *codebook.Type, spots []spot, means bool) (annalist.Mode, annalist.Why) {
	best := math.MaxInt
	mode, why := annalist.Mode(""), annalist.Why{}
	for i := range t.Modes {
		m := &t.Modes[i]
		if m.Means != means {
			continue
		}
		for rank, s := range spots {
			if means {
				rank = s.token
			}
			if rank < best && f.cueAt(s, m.Cues) {
				mode, best = m.Mode, rank
				why = annalist.Why{Rule: "mode.cue", At: m.At, Note: f.doc.Tokens[s.token].Form}
			}
		}
	}
	return mode, why
}

// cueAt reports whether a cue stands at a spot: a word or a phrase that begins
// there, at the trigger also one that begins a word before it ("air [raid]").
func (f *finder) cueAt(s spot, cues codebook.Words) bool {
	if f.setAt(s.token, cues) {
		return true
	}
	before := s.token - 1
	return s.slot == "self" && before >= 0 && f.doc.Tokens[before].Sent == f.doc.Tokens[s.token].Sent && f.setAt(before, cues.OnlyPhrases())
}
