package actor

import (
	"strings"

	"annalist"
	"annalist/internal/world"
)

// owner is the party a noun phrase says it belongs to: "Israeli" of "Israeli
// forces", "Hamas" of "Hamas fighters", "the army" of "spokesman of the army".
type owner struct {
	country annalist.Country
	sectors []annalist.Sector
	name    string
	body    bool // an organisation or movement, whose sectors its members share
	person  bool
	entity  int // None when only a state
	rule    rule
}

// leftOf is the first token of the modifiers before a head. It goes by the
// words rather than by the tree, so that one wrong arc does not carry half the
// sentence into a phrase; it stops at commas, verbs and prepositions.
func (f *finder) leftOf(h int) int {
	first := f.runBefore(h)
	for first < h && f.when(first) {
		first++
	}
	return first
}

// when reports whether a noun says when: "Yesterday Russian forces attacked", "on
// Monday Chinese officials". It is not for an owner ("Monday's protesters") nor
// for what stands behind an article ("the Sunday protesters").
func (f *finder) when(i int) bool {
	tok := &f.doc.Tokens[i]
	return f.timed[i] && f.unitAt[i] == annalist.None && tok.Tag != annalist.ADJ && !isPossessive(f.doc.Tokens[i+1].Form)
}

// runBefore is the first token of the run of modifiers before a head.
func (f *finder) runBefore(h int) int {
	first := h
	sent := f.doc.Sentences[f.doc.Tokens[h].Sent]
	for i := h - 1; i >= sent.First && h-i < maxPhrase; i-- {
		tok := &f.doc.Tokens[i]
		switch tok.Tag {
		case annalist.ADJ, annalist.NOUN, annalist.PROPN, annalist.NUM, annalist.X:
			if tok.Form == "least" { // "at least three people"
				return first
			}
			if base := tok.Rel.Base(); base == "nsubj" || base == "obj" || base == "iobj" || base == "root" || base == "parataxis" {
				if f.unitAt[i] == annalist.None || f.unitAt[i] != f.unitAt[i+1] {
					return first
				}
			}
			first = i
		case annalist.DET:
			if tok.Rel == "obj" || tok.Rel.Is("nsubj") {
				return first
			}
			return i
		case annalist.PRON:
			if tok.Rel.Is("nmod:poss") {
				return i
			}
			return first
		case annalist.VERB:
			if !tok.Rel.Is("amod") && !tok.Rel.Is("compound") {
				return first
			}
			first = i
		case annalist.PART, annalist.CCONJ:
			if tok.Tag == annalist.PART && !isPossessive(tok.Form) || tok.Tag == annalist.CCONJ && !f.joinsModifiers(i, h) {
				return first
			}
		case annalist.PUNCT:
			if tok.Form != "-" && tok.Form != "–" {
				return first
			}
		default:
			return first
		}
	}
	return first
}

// maxPhrase bounds the modifiers looked at before a head.
const maxPhrase = 16

func isPossessive(form string) bool {
	switch form {
	case "'s", "’s", "'", "’", "s":
		return true
	}
	return false
}

// joinsModifiers reports whether an "and" stands between two modifiers of one
// head: "US and British forces", not "Putin and Chinese leaders".
func (f *finder) joinsModifiers(i, h int) bool {
	if i == 0 || i+1 >= h {
		return false
	}
	a, b := f.doc.Tokens[i-1], f.doc.Tokens[i+1]
	mod := func(t annalist.Token) bool {
		return t.Tag == annalist.ADJ || t.Rel.Is("amod") || t.Rel.Is("compound") || t.Rel.Base() == "conj" && t.Tag == annalist.PROPN
	}
	return mod(a) && mod(b) && (a.Head == h || b.Head == h || b.Head == i-1)
}

// owners lists the parties a noun phrase belongs to: adjectives, compounds and
// possessors before the head, then phrases with "of" and "from", then the place
// it is in. Several only where the text coordinates them ("US and Israeli forces").
func (f *finder) owners(h, depth int) []owner {
	if own := f.ownersLeft(h, depth); own != nil {
		return own
	}
	for _, kind := range []world.CueKind{world.CueOwner, world.CueHome, world.CuePlace} {
		for _, k := range f.doc.Tokens[h].Kids {
			if k < h || f.doc.Tokens[k].Rel.Base() != "nmod" || !f.cased(k, kind) {
				continue
			}
			if own := f.ownerAt(k, depth, kind == world.CuePlace); own != nil {
				return own
			}
		}
	}
	return f.ownersAfter(h, depth)
}

// ownersAfter reads "of" and a name right after the head, where the tree has
// hung the name elsewhere: "a spokesperson for the WHO".
func (f *finder) ownersAfter(h, depth int) []owner {
	toks := f.doc.Tokens
	if hit := f.roleOf(h); hit != nil { // "chargé d'affaires of Iraq"
		h = hit.last - 1
	}
	if h+2 >= len(toks) || toks[h+1].Tag != annalist.ADP || toks[h+1].Sent != toks[h].Sent ||
		!f.w.Cue(world.CueOwner, f.lowerForm(h+1)) && !f.w.Cue(world.CueHome, f.lowerForm(h+1)) {
		return nil
	}
	for i := h + 2; i < len(toks) && i < h+6 && toks[i].Sent == toks[h].Sent; i++ {
		if n := f.unitAt[i]; n != annalist.None {
			return f.ownerAt(f.units[n].head, depth, false)
		}
		if toks[i].Tag != annalist.DET && toks[i].Tag != annalist.ADJ {
			return nil
		}
	}
	return nil
}

// ownersLeft looks before the head. A body nearest the head wins over a state:
// "Iranian Revolutionary Guard commander".
func (f *finder) ownersLeft(h, depth int) []owner {
	var states []owner
	var body *owner
	byPronoun := false
	first := f.leftOf(h)
	for i := first; i < h; i++ {
		tok := f.doc.Tokens[i]
		n := f.unitAt[i]
		if n != annalist.None && f.units[n].head == i && !f.backs(i) {
			u := &f.units[n]
			if u.first <= h && h < u.last {
				continue
			}
			for _, o := range f.ownerUnit(n) {
				switch {
				case o.body:
					body, byPronoun = &o, false
				case o.person && body == nil:
					body = &o
				case len(states) == 0 || f.coordinate(i, first):
					states = append(states, o)
				}
			}
			continue
		}
		if tok.Tag == annalist.PRON && tok.Rel.Is("nmod:poss") {
			if o, ok := f.ownerPronoun(i); ok {
				body, byPronoun = &o, true
			}
		}
	}
	if byPronoun && states != nil { // "his Turkish counterpart"
		return states
	}
	if body != nil {
		return []owner{*body}
	}
	if states == nil && depth > 0 {
		if k := f.doc.Kid(h, "nmod:poss"); k != annalist.None && k < h {
			return f.ownerAt(k, depth, false)
		}
	}
	return states
}

// coordinate reports whether a modifier is joined to one before it.
func (f *finder) coordinate(i, first int) bool {
	tok := f.doc.Tokens[i]
	return tok.Rel.Base() == "conj" && tok.Head >= first && tok.Head < i ||
		i >= first+2 && (f.doc.Tokens[i-1].Form == "-" || f.lemma(i-1) == "and") && f.unitAt[i-2] != annalist.None
}

// backs reports whether a name only says who stands behind: "Iran" in
// "Iran-backed militias" does not make them Iranian.
func (f *finder) backs(i int) bool {
	for n := i + 1; n <= i+2 && n < len(f.doc.Tokens); n++ {
		if f.w.Cue(world.CueBacked, strings.ToLower(f.doc.Tokens[n].Form)) {
			return true
		}
		if f.doc.Tokens[n].Form != "-" {
			return false
		}
	}
	return false
}

// ownerUnit reads a name as an owner.
func (f *finder) ownerUnit(n int) []owner {
	u := &f.units[n]
	r := f.unitReading(n)
	if r.country == "" && len(r.sectors) == 0 {
		return nil
	}
	o := owner{country: r.country, sectors: r.sectors, name: r.name, entity: annalist.None, rule: ruleOwner}
	switch r.kind {
	case annalist.BodyEntity:
		o.body = only(u.entries, world.Seat) == nil
	case annalist.PersonEntity:
		o.person = true
	}
	if r.kind == annalist.StateEntity || r.kind == annalist.GroupEntity {
		o.sectors = nil
	}
	return []owner{o}
}

func (f *finder) ownerPronoun(i int) (owner, bool) {
	m := f.at[i]
	if m == annalist.None || len(f.doc.Mentions[m].Entities) != 1 {
		return owner{}, false
	}
	e := f.doc.Mentions[m].Entities[0]
	ent := f.doc.Entities[e]
	return owner{
		country: ent.Country, sectors: ent.Sectors, name: ent.Name, entity: e, rule: ruleOwner,
		body: ent.Kind == annalist.BodyEntity, person: ent.Kind == annalist.PersonEntity,
	}, ent.Country != ""
}

// ownerAt reads a noun phrase as an owner: a name, a place, or a role that has
// an owner of its own ("spokesman of the Russian army").
func (f *finder) ownerAt(k, depth int, asPlace bool) []owner {
	if n := f.unitAt[k]; n != annalist.None {
		if own := f.ownerUnit(n); own != nil && !asPlace {
			return own
		}
	}
	if c := f.place[k]; c != "" {
		return []owner{{country: c, entity: annalist.None, rule: ruleOwnPlace}}
	}
	if asPlace {
		if c := f.placeUnder(k); c != "" {
			return []owner{{country: c, entity: annalist.None, rule: ruleOwnPlace}}
		}
		return nil
	}
	if depth <= 0 {
		return nil
	}
	hit := f.roleOf(k)
	if hit == nil || hit.role.Kind == world.RoleNobody {
		return f.owners(k, depth-1)
	}
	r := f.roleReading(k, hit, depth-1)
	if r.country == "" && len(r.sectors) == 0 {
		return nil
	}
	return []owner{{
		country: r.country, sectors: r.sectors, name: r.name, entity: annalist.None, rule: ruleOwner,
		body: r.kind == annalist.BodyEntity && len(r.sectors) > 0,
	}}
}
