package event

import (
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// parties gives the parties that a word and what is coordinated with it stand
// for. Where the word itself is no party it looks at its apposition ("the
// company, Gazprom"), at what it counts ("dozens of protesters") and, for words
// that act in someone's stead, at who is behind them ("an Israeli strike killed").
func (f *finder) parties(token int) []annalist.Participant {
	var out []annalist.Participant
	f.gather(token, 0, &out)
	return out
}

func (f *finder) gather(token, depth int, out *[]annalist.Participant) {
	if token == annalist.None || depth > maxClimb {
		return
	}
	f.one(token, depth, out)
	tok := &f.doc.Tokens[token]
	if tok.Tag == annalist.VERB {
		return
	}
	for _, k := range tok.Kids {
		if kid := &f.doc.Tokens[k]; kid.Rel.Is("conj") && kid.Tag != annalist.VERB {
			f.gather(k, depth+1, out)
		}
	}
}

// one adds the parties of a single word, and reports whether there are any.
func (f *finder) one(token, depth int, out *[]annalist.Participant) bool {
	if m := f.mention[token]; m != annalist.None && f.add(m, out) {
		return true
	}
	if m := f.within(token); m != annalist.None && f.add(m, out) {
		return true
	}
	tok := &f.doc.Tokens[token]
	for _, k := range tok.Kids {
		kid := &f.doc.Tokens[k]
		if kid.Rel.Is("appos") || kid.Rel == "flat" || f.words.quantity.Has(f.clauses.lemma(token)) && kid.Rel == "nmod" && f.clauses.preposition(k) == "of" {
			if depth < maxClimb && f.one(k, depth+1, out) {
				return true
			}
		}
	}
	return false
}

// within finds a mention that covers the word and lies in its phrase, where the
// two differ in which word they call the head ("former minister [Asaduzzaman Khan]").
func (f *finder) within(token int) int {
	if classOf(f.doc.Tokens[token].Tag) != codebook.Noun || f.doc.Tokens[token].Tag == annalist.PRON {
		return annalist.None
	}
	best := annalist.None
	for _, i := range f.over[token] {
		m := &f.doc.Mentions[i]
		if len(m.Entities) > 0 && f.doc.Under(m.Head, token) && (best == annalist.None || m.Span.Len() < f.doc.Mentions[best].Span.Len()) {
			best = i
		}
	}
	return best
}

// behind gives the party behind a thing or a deed: who acts in it ("an Israeli
// strike killed two"), whose it is ("struck Hezbollah's depots"). It must not
// name an owner where the noun is a party of its own, nor for times and places, nor
// those whom a bill is about ("vetoed the [media] bill").
func (f *finder) behind(token int) []annalist.Participant {
	if classOf(f.doc.Tokens[token].Tag) != codebook.Noun || f.time[token] != annalist.None {
		return nil
	}
	p := f.clauses.at(token)
	for _, slot := range [...]string{"agent", "poss", "adj", "of"} {
		if ps := f.parties(p.first(slot)); len(ps) > 0 {
			return ps
		}
	}
	for _, a := range p.args {
		if a.slot == "compound" && (f.doc.Tokens[a.token].Tag == annalist.PROPN || !f.lemmaIn(token, f.words.bill)) {
			if ps := f.parties(a.token); len(ps) > 0 {
				return ps
			}
		}
	}
	return nil
}

// add appends the entities of a mention that can be parties.
func (f *finder) add(m int, out *[]annalist.Participant) bool {
	men := &f.doc.Mentions[m]
	found := false
	for _, e := range men.Entities {
		if f.doc.Entities[e].Kind == annalist.OtherEntity {
			continue
		}
		found = true
		if !slices.ContainsFunc(*out, func(p annalist.Participant) bool { return f.oneParty(p.Entity, e) }) {
			*out = append(*out, annalist.Participant{Mention: m, Entity: e, Confidence: men.Confidence})
		}
	}
	return found
}

// oneParty reports whether two entities are one party: an alias in brackets ("the
// National Liberation Army (ELN)") may be an entity of its own. It must not join
// two unnamed groups of one country and sector.
func (f *finder) oneParty(a, b int) bool {
	if a == b {
		return true
	}
	x, y := &f.doc.Entities[a], &f.doc.Entities[b]
	return x.Kind != annalist.GroupEntity && x.Kind == y.Kind && x.Name == y.Name && x.Country == y.Country
}

// pick takes parties from the slots that a rule names: the first alternative
// that gives any. The second result says that the slots were filled by words.
func (f *finder) pick(p *proposition, from codebook.Pick) (out []annalist.Participant, filled bool) {
	for _, union := range from {
		for _, slot := range union {
			for _, t := range f.fillers(p, slot) {
				filled = true
				f.gather(t, 0, &out)
			}
		}
		if len(out) > 0 {
			return out, true
		}
	}
	// Only now who stands behind a deed that acts or a thing that is hit.
	for _, union := range from {
		for _, slot := range union {
			for _, t := range f.fillers(p, slot) {
				if out = append(out, f.behind(t)...); len(out) > 0 {
					return out, true
				}
			}
		}
	}
	return nil, filled
}

// fillers gives the words in a slot of a proposition.
func (f *finder) fillers(p *proposition, slot codebook.Slot) []int {
	var out []int
	switch slot.Name {
	case "self":
		out = []int{p.token}
	case "light":
		if p.light != annalist.None {
			out = []int{p.light}
		}
	case "head":
		if h := f.doc.Tokens[p.token].Head; h != annalist.None {
			out = []int{h}
		}
	case "speaker":
		out = f.speaker(p.token)
	default:
		for _, a := range p.args {
			if a.slot == slot.Name {
				out = append(out, a.token)
			}
		}
	}
	if slot.Then == "" {
		return out
	}
	var deeper []int
	for _, t := range out {
		deeper = append(deeper, f.fillers(f.clauses.at(t), codebook.Slot{Name: slot.Then})...)
	}
	return deeper
}

// speaker gives the agent of the speech verb that a word stands under.
func (f *finder) speaker(token int) []int {
	for i, n := token, 0; i != annalist.None && n < 2*maxClimb; n++ {
		tok := &f.doc.Tokens[i]
		if tok.Rel.Is("ccomp") && tok.Head != annalist.None && f.words.speech.Has(f.clauses.lemma(tok.Head)) {
			if a := f.clauses.at(tok.Head).first("agent"); a != annalist.None {
				return []int{a}
			}
			return nil
		}
		i = tok.Head
	}
	return nil
}

// nameable is how well a party can be named: 2 with a country, 1 with a sector
// or as a body, 0 otherwise.
func (f *finder) nameable(p annalist.Participant) int {
	if p.Entity == annalist.None {
		return 0
	}
	e := &f.doc.Entities[p.Entity]
	switch {
	case e.Country != "":
		return 2
	case p.Mention != annalist.None && f.setAt(f.doc.Mentions[p.Mention].Head, f.words.noOne):
		return 0
	case e.Kind == annalist.BodyEntity, e.Kind == annalist.PersonEntity, len(e.Sectors) > 0 && e.Sectors[0] != "CVL" && e.Sectors[0] != "UNK":
		return 1
	}
	return 0
}

// best is the best nameability among parties.
func (f *finder) best(ps []annalist.Participant) int {
	n := 0
	for _, p := range ps {
		n = max(n, f.nameable(p))
	}
	return n
}

// civil says that none of the parties is a state or has a part in politics or
// arms: the parties of ordinary crime, work and life.
func (f *finder) civil(ps []annalist.Participant) bool {
	for _, p := range ps {
		if p.Entity == annalist.None {
			continue
		}
		e := &f.doc.Entities[p.Entity]
		if len(e.Sectors) == 0 {
			if e.Kind == annalist.StateEntity || e.Kind == annalist.BodyEntity {
				return false
			}
			continue
		}
		switch e.Sectors[0] {
		case "CVL", "CRM", "BUS", "EDU", "ELI", "AGR", "LAB", "MED", "UNK", "SOC":
		default:
			return false
		}
	}
	return true
}

// rebels are the sectors whose acts may be against their own state.
var rebels = map[annalist.Sector]bool{"REB": true, "OPP": true, "PRM": true, "UAF": true}

// disown takes from the recipients the state that the actor acts for: what a
// government does to "Hungary" it does to people or bodies in it; the troops and
// police that it sends are not those it sends them against. It must not do so where
// rebels or others outside the state act.
func (f *finder) disown(ev *annalist.Event) {
	var own []annalist.Country
	for _, p := range ev.Actors {
		if p.Entity == annalist.None {
			continue
		}
		e := &f.doc.Entities[p.Entity]
		if len(e.Sectors) == 0 || !rebels[e.Sectors[0]] {
			own = append(own, e.Country)
		}
	}
	kept := slices.DeleteFunc(slices.Clone(ev.Recipients), func(p annalist.Participant) bool {
		if p.Entity == annalist.None {
			return false
		}
		e := &f.doc.Entities[p.Entity]
		land := e.Kind == annalist.StateEntity && len(e.Sectors) == 0 || e.Rule == "actor.name.place"
		sent := ev.Type == annalist.Mobilize && len(e.Sectors) > 0 && (e.Sectors[0] == "MIL" || e.Sectors[0] == "COP")
		return e.Country != "" && (land || sent) && slices.Contains(own, e.Country)
	})
	if len(kept) < len(ev.Recipients) {
		ev.Recipients = kept
		ev.Why = append(ev.Why, annalist.Why{Step: "parties", Rule: "event.recipient.own-state"})
	}
}
