package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annalist"
)

// noun fills the slots of a noun that names an act: its own modifiers first,
// then what a light verb lends it.
func (c *clauses) noun(p *proposition) {
	lemma := c.lemma(p.token)
	c.modifiers(p, p.token)
	c.lend(p)
	c.between(p, lemma)
	if c.words.intransitive.Has(lemma) {
		// "the visit of the king": he who visits; but "a protest of farmers
		// against ..." has its agent in the same way.
		if !p.has("agent") {
			p.fill("agent", p.first("of"))
		}
	} else {
		p.fill("patient", p.first("of"))
	}
	c.possessor(p, lemma)
	c.nameBefore(p)
}

// modifiers fills the slots of the words below a noun.
func (c *clauses) modifiers(p *proposition, n int) {
	for _, k := range c.doc.Tokens[n].Kids {
		tok := &c.doc.Tokens[k]
		switch tok.Rel.Base() {
		case "nmod", "obl":
			c.phrase(p, k)
		case "nsubj":
			if c.doc.Tokens[n].Tag == annalist.VERB && c.preposition(k) != "" {
				c.phrase(p, k)
			}
		case "amod":
			p.fill("mod", k)
			if c.capital(k) {
				p.fill("adj", k)
			}
		case "compound":
			p.fill("compound", k)
		case "acl":
			if tok.Rel != "acl:relcl" && c.infinitive(k) {
				p.fill("clause", k)
			} else if c.isVerb(k) && tok.Rel == "acl" {
				c.participle(p, k)
			}
		case "ccomp", "xcomp":
			p.fill("clause", k)
		case "advmod":
			p.fill("adv", k)
		case "advcl":
			c.adverbial(p, k)
		}
	}
}

// phrase fills the slot of a possessive or prepositional phrase below a noun.
func (c *clauses) phrase(p *proposition, k int) {
	if c.doc.Tokens[k].Rel == "nmod:poss" {
		p.fill("poss", c.deref(k))
		return
	}
	if prep := c.preposition(k); prep != "" {
		p.fill(prep, k)
		if prep == "by" {
			p.fill("agent", k)
		}
	}
}

// participle adds the phrases of "an attack [carried out by rebels]".
func (c *clauses) participle(p *proposition, v int) {
	if !c.words.light.Has(c.lemma(v)) || !c.isPassive(v) {
		return
	}
	if a := c.at(v).first("agent"); a != annalist.None {
		p.fill("agent", a)
	}
	if p.light == annalist.None {
		p.light = v
	}
}

// lend fills what the governing verb gives: "Israel launched an attack on Gaza",
// "the attack was carried out by rebels", "the town came under fire from the hills",
// "both sides entered into talks". It must not take the subject of verbs that
// tell of an act from outside ("reported an attack"), which are in no list.
func (c *clauses) lend(p *proposition) {
	tok := &c.doc.Tokens[p.token]
	h := tok.Head
	if h == annalist.None || !c.isVerb(h) || h == p.light {
		return
	}
	verb := c.lemma(h)
	light, undergoes := c.words.light.Has(verb), c.words.lightPassive.Has(verb)
	if !light && !undergoes {
		return
	}
	slot := "agent"
	switch rel := tok.Rel; {
	case rel == "obj" && undergoes && !light:
		slot = "patient"
	case rel == "obj", tok.Tag == annalist.VERB && (rel == "conj" && c.doc.Kid(p.token, "cc") == annalist.None || rel == "xcomp" || rel == "ccomp"):
	case rel == "nsubj:pass" || rel == "nsubj" && c.isPassive(h):
		p.light = h
		p.fill("agent", c.at(h).first("agent"))
		c.borrow(p, h)
		return
	case rel.Base() == "obl":
		switch c.preposition(p.token) {
		case "under":
			slot = "patient"
		case "into", "in", "to":
		default:
			return
		}
		if verb != "come" && verb != "be" && verb != "go" && verb != "enter" && verb != "engage" && verb != "take" {
			return
		}
	default:
		return
	}
	p.light = h
	v := c.at(h)
	p.fill(slot, v.first("agent"))
	if slot == "patient" {
		for _, from := range [...]int{v.first("from"), v.first("by"), p.first("from")} {
			p.fill("agent", from)
		}
	}
	c.borrow(p, h)
}

// borrow adds the prepositional phrases of a light verb to its noun.
func (c *clauses) borrow(p *proposition, v int) {
	for _, a := range c.at(v).args {
		switch a.slot {
		case "agent", "patient", "self", "expletive":
		case "iobj":
			p.fill("to", a.token)
		case "clause", "purpose", "adv":
			if a.token != p.token {
				p.fill(a.slot, a.token)
			}
		default:
			if a.token != p.token {
				p.fill(a.slot, a.token)
			}
		}
	}
}

// between fills the slot for all parties of a mutual noun: "talks between X and
// Y", "US-China talks", "the Israel–Hamas truce".
func (c *clauses) between(p *proposition, lemma string) {
	if !c.words.mutual.Has(lemma) && !c.words.mutual.Has(lower(c.doc.Tokens[p.token].Form)) {
		return
	}
	if p.has("agent") || p.has("between") {
		return
	}
	var names []int
	for _, k := range c.doc.Tokens[p.token].Kids {
		switch c.doc.Tokens[k].Rel.Base() {
		case "compound", "amod", "nmod":
			if c.preposition(k) == "" && c.doc.Tokens[k].Rel != "nmod:poss" {
				names = c.capitals(names, k)
			}
		}
	}
	if len(names) < 2 {
		return
	}
	for _, n := range names {
		p.fill("between", n)
	}
}

// capitals gathers the capitalised words of a modifier: of "US-China" both.
func (c *clauses) capitals(names []int, k int) []int {
	for _, kk := range c.doc.Tokens[k].Kids {
		switch c.doc.Tokens[kk].Rel.Base() {
		case "compound", "conj", "nmod", "amod", "appos", "dep":
			if kk < k {
				names = c.capitals(names, kk)
			}
		}
	}
	if c.capital(k) {
		names = append(names, k)
	}
	for _, kk := range c.doc.Tokens[k].Kids {
		switch c.doc.Tokens[kk].Rel.Base() {
		case "conj", "nmod", "appos", "dep":
			if kk > k {
				names = c.capitals(names, kk)
			}
		}
	}
	return names
}

// possessor gives the possessive its part: with nouns of @undergone it is the
// patient ("Navalny's arrest"), else the agent ("Russia's invasion"). "Its
// invasion of Kuwait" has an "of", so there the possessor acts after all.
func (c *clauses) possessor(p *proposition, lemma string) {
	poss := p.first("poss")
	if poss == annalist.None {
		return
	}
	switch {
	case c.words.undergone.Has(lemma) && !p.has("patient"):
		p.fill("patient", poss)
	case !p.has("agent"):
		p.fill("agent", poss)
	}
}

// nameBefore takes a nationality adjective or a name before the noun for the
// agent: "Israeli strike", "NATO exercise". It must not do so where the name is
// one of several parties (slot between) or of something hit ("Gaza strike" has
// its reading left to the rules: they can ask for compound).
func (c *clauses) nameBefore(p *proposition) {
	if p.has("agent") || p.has("between") {
		return
	}
	if a := p.first("adj"); a != annalist.None && !c.anti(a) {
		p.fill("agent", a)
		return
	}
	for _, a := range p.args {
		if a.slot == "compound" && c.anti(a.token) {
			p.fill("against", a.token)
		} else if a.slot == "compound" && c.doc.Tokens[a.token].Tag == annalist.PROPN {
			p.fill("agent", a.token)
			return
		}
	}
}

// anti reports whether a name is what the prefix turns against: "anti-Trump".
func (c *clauses) anti(t int) bool {
	if t >= 2 && c.doc.Tokens[t-1].Form == "-" && lower(c.doc.Tokens[t-2].Form) == "anti" {
		return true
	}
	return strings.HasPrefix(lower(c.doc.Tokens[t].Form), "anti-") || t >= 1 && lower(c.doc.Tokens[t-1].Form) == "anti"
}

// capital reports whether a word is written with a capital.
func (c *clauses) capital(t int) bool {
	r, _ := utf8.DecodeRuneInString(c.doc.Tokens[t].Form)
	return unicode.IsUpper(r)
}

// lower folds case without work where there is none to do.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if b := s[i]; b >= 'A' && b <= 'Z' || b >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}
