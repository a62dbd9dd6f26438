package event

import (
	"slices"
	"strings"

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
			if told[t] || !f.pointsBack(t) || !f.nameOf(a, t) || !f.lastTold(i, t) || !f.ofSame(a, t) {
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
	return tok.Tag == annalist.NOUN && f.mention[t] == annalist.None && (f.definite(t) || f.sumsUp(t))
}

// sumsUp says that a noun is an apposition, be it to the whole clause before it:
// "expelled two envoys, an [expulsion] that ...".
func (f *finder) sumsUp(t int) bool {
	rel := f.doc.Tokens[t].Rel
	return rel.Is("appos") || rel.Is("parataxis") && f.doc.Kid(t, "nsubj") == annalist.None
}

// nameOf says that a noun may be the name of an act: it is of the trigger's stem
// ("extradited ... an extradition"), or a word for acts of its type by itself.
func (f *finder) nameOf(a *act, t int) bool {
	return sameStem(f.clauses.lemma(a.token), f.clauses.lemma(t)) || f.names(t, a.ev.Type)
}

// names says that a noun names an act of the type where it stands: a rule for it
// holds, or the net takes it for such an act. An apposition has the company of the
// clause that it sums up. It must not take nouns that are acts only in some company
// they have not ("the border", "the campaign").
func (f *finder) names(t int, typ annalist.EventType) bool {
	for _, rule := range f.book.Lookup(codebook.Noun, f.clauses.lemma(t)) {
		if rule.Type != typ {
			continue
		}
		if c, _ := f.try(t, codebook.Noun, rule); c != nil || f.sumsUp(t) {
			return true
		}
	}
	return f.coder != Rules && f.proposed(t) == typ
}

// sameStem is for the noun that is made of a verb: "resign" and "resignation",
// "expel" and "expulsion". It must not take the one who does it ("attacker") nor
// words that only begin alike ("resign" and "residence").
func sameStem(verb, noun string) bool {
	n := 0
	for n < len(verb) && n < len(noun) && verb[n] == noun[n] {
		n++
	}
	if n == len(verb) && n == len(noun) {
		return true
	}
	if n < 3 || n < len(verb)-2 {
		return false
	}
	for _, end := range [...]string{"ion", "al", "ment", "ure", "ism", "ing", "ance"} {
		if strings.HasSuffix(noun, end) {
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
	all := append(slices.Clone(a.ev.Actors), a.ev.Recipients...)
	for _, slot := range partySlots {
		if out := f.partiesIn(t, slot); len(out) > 0 && f.compatible(all, out) < 1 {
			return false
		}
	}
	return true
}

// bare says that no party stands in the phrase of a noun.
func (f *finder) bare(t int) bool {
	return !slices.ContainsFunc(partySlots[:], func(slot string) bool { return len(f.partiesIn(t, slot)) > 0 })
}

// partySlots are where the phrase of a noun names its parties.
var partySlots = [...]string{"agent", "patient", "poss", "by", "of", "on", "against"}

func (f *finder) partiesIn(t int, slot string) []annalist.Participant {
	var out []annalist.Participant
	if k := f.clauses.at(t).first(slot); k != annalist.None {
		f.gather(k, 0, &out)
	}
	return out
}

// pointer says that b, taken for an act of its own, only names a: a definite noun
// in the sentence behind it ("Peru criticised Chile. The [criticism] ...") with no
// party in its phrase, whatever parties the net found for it elsewhere. It must not
// take a noun that says whose act it is ("the criticism by Bolivia").
func (f *finder) pointer(a, b *act) bool {
	t := b.token
	if b.ev.Sentence != a.ev.Sentence+1 || !f.sameWord(a, b) || !f.pointsBack(t) || !f.nameOf(a, t) || !f.bare(t) {
		return false
	}
	return !slices.ContainsFunc(f.acts, func(c *act) bool {
		return c.token > a.token && c.token < t && c.ev.Type == a.ev.Type && c.drop == ""
	})
}

// once says that an act of the kind is done to one person once: who is freed has
// been freed.
func once(ev *annalist.Event) bool {
	switch ev.Mode {
	case "release", "resign", "expel", "deport", "arrest", "convict", "abduct", "targeted":
		return true
	}
	return false
}

// again says that a passive verb tells anew what was done to someone: "Chad released
// a colonel. [He] was freed at noon." It must not take acts that may be done twice
// ("He was attacked"), nor where somebody is named who did it.
func (f *finder) again(a, b *act) bool {
	if b.ev.Sentence != a.ev.Sentence+1 || !once(&b.ev) || a.ev.Mode != b.ev.Mode || len(b.ev.Actors) > 0 || !b.prop.passive {
		return false
	}
	p := b.prop.first("patient")
	if p == annalist.None || f.doc.Tokens[p].Tag != annalist.PRON {
		return false
	}
	return len(a.ev.Recipients) == 1 && len(b.ev.Recipients) == 1 && a.ev.Recipients[0].Entity == b.ev.Recipients[0].Entity
}
