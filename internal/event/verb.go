package event

import (
	"annalist"
	"annalist/internal/codebook"
)

// verb fills the slots of a verb.
func (c *clauses) verb(p *proposition) {
	p.passive = c.isPassive(p.token)
	subject := "agent"
	if p.passive {
		subject = "patient"
	}
	tok := &c.doc.Tokens[p.token]
	// "was given arms": the subject of a passive with an object receives.
	if p.passive && c.doc.Kid(p.token, "obj") != annalist.None {
		subject = "iobj"
	}
	for _, k := range tok.Kids {
		c.verbKid(p, k, subject)
	}
	if !p.passive && !p.has("patient") && p.has("clause") {
		// "allowed [Japan] to dock", "told [him] that": indirect in newer trees.
		if to := p.first("iobj"); to != annalist.None {
			p.fill("patient", to)
		}
	}
	c.gerund(p)
	if !p.has(subject) && !p.has("expletive") {
		c.inherit(p, subject)
	}
	c.gap(p)
	c.shareObject(p)
	c.lift(p)
	c.raise(p)
	if purpose := p.first("purpose"); purpose != annalist.None && !p.has("clause") {
		// Parsers often take "urged X [to stop]" for a purpose.
		p.fill("clause", purpose)
	}
}

func (c *clauses) verbKid(p *proposition, k int, subject string) {
	tok := &c.doc.Tokens[k]
	rel := tok.Rel.Base()
	if rel == "nsubj" || rel == "obj" {
		if prep := c.preposition(k); prep == "by" || prep == "from" || prep == "against" || prep == "with" {
			rel = "obl" // a subject with a preposition is a slip of the parser
		} else if rel == "nsubj" && k > p.token && (prep == "on" || prep == "under") {
			rel = "obl" // "went [on strike]"; before the verb such words count: "in all, ..."
		}
	}
	if rel == "ccomp" && (tok.Tag == annalist.NOUN || tok.Tag == annalist.PROPN) && c.doc.Kid(k, "nsubj", "cop") == annalist.None {
		rel = "obj" // nor is a bare noun a clause: "announced [tariffs]"
	}
	switch rel {
	case "nsubj", "csubj":
		if k > p.token && !p.passive && p.has(subject) && tok.Rel == "nsubj" {
			// English has one subject: a second one behind the verb is an
			// object that the parser misread ("Israel accuses [Hamas] of ...").
			p.fill("patient", c.deref(k))
			return
		}
		if !p.passive || tok.Rel.Is("nsubj:pass") || tok.Rel == "nsubj" {
			p.fill(subject, c.deref(k))
		}
	case "obj":
		p.fill("patient", c.deref(k))
	case "nummod":
		if k > p.token { // "injuring [four]" is no number of injuries
			p.fill("patient", k)
		}
	case "iobj":
		p.fill("iobj", c.deref(k))
	case "ccomp", "xcomp":
		p.fill("clause", k)
	case "advmod":
		p.fill("adv", k)
	case "aux":
		if !tok.Rel.Is("aux:pass") {
			p.fill("aux", k)
		}
	case "obl":
		c.oblique(p, k)
	case "advcl":
		c.adverbial(p, k)
	}
}

// oblique fills the slot of a prepositional phrase; "by" with a passive is the
// agent. It is for "was shelled by rebels"; it must not take "by Friday", which
// has no party and is dropped when parties are looked for.
func (c *clauses) oblique(p *proposition, k int) {
	prep := c.preposition(k)
	if prep == "" {
		return
	}
	t := c.deref(k)
	if prep == "by" && p.passive || c.doc.Tokens[k].Rel == "obl:agent" {
		p.fill("agent", t)
	}
	p.fill(prep, t)
	if prep == "out" && c.doc.Tokens[k].Tag != annalist.ADV {
		p.fill("of", t) // "pulled [out of] the treaty" is in either slot
	}
	if by := c.strayAgent(k); p.passive && by != annalist.None {
		p.fill("agent", by)
	}
}

// gerund reads the -ing of a deed that the tree takes for a verb with the phrases
// of a noun: "[Turkey]'s shelling of [rebels]".
func (c *clauses) gerund(p *proposition) {
	poss := c.doc.Kid(p.token, "nmod:poss")
	if poss == annalist.None || p.has("agent") {
		return
	}
	p.fill("agent", c.deref(poss))
	for _, k := range c.doc.Tokens[p.token].Kids {
		if k > p.token && c.doc.Tokens[k].Rel.Is("nmod") && c.preposition(k) == "of" && !p.has("patient") {
			p.fill("patient", c.deref(k))
		}
	}
}

// strayAgent is a "by" phrase that the tree hangs on a name before it: "was
// extradited to Bosnia [by Argentina]". It must not take those of deeds ("struck
// down in a vote by parliament").
func (c *clauses) strayAgent(k int) int {
	if c.doc.Tokens[k].Tag != annalist.PROPN {
		return annalist.None
	}
	for _, by := range c.doc.Tokens[k].Kids {
		if by > k && c.doc.Tokens[by].Rel.Is("nmod") && c.preposition(by) == "by" {
			return c.deref(by)
		}
	}
	return annalist.None
}

// adverbial fills slots with adverbial clauses: "to" is a purpose; a preposition
// with -ing is a content ("accused of shelling") as well as its own slot.
func (c *clauses) adverbial(p *proposition, k int) {
	switch prep := c.preposition(k); prep {
	case "to", "in order":
		p.fill("purpose", k)
	case "of", "from", "for", "into", "against", "over", "about", "on":
		p.fill(prep, k)
		p.fill("clause", k)
	case "by", "with", "after", "before", "without", "in":
		p.fill(prep, k)
	}
}

// isPassive reports whether a verb is in the passive: it has a passive auxiliary
// or subject, or is a bare past participle ("the man arrested in Paris").
// It must not take "had arrested" or the second verb of "has arrested and charged".
func (c *clauses) isPassive(v int) bool {
	tok := &c.doc.Tokens[v]
	aux := false
	for _, k := range tok.Kids {
		switch c.doc.Tokens[k].Rel {
		case "aux:pass", "nsubj:pass", "csubj:pass":
			return true
		case "aux":
			aux = true
		}
	}
	if aux || tok.Feats.VerbForm != "Part" || tok.Feats.Tense != "Past" {
		return false
	}
	switch tok.Rel.Base() {
	case "acl":
		return tok.Rel != "acl:relcl"
	case "advcl", "xcomp", "amod":
		// Beside those without a subject, "with four suspects arrested".
		mark := c.doc.Kid(v, "mark")
		return c.doc.Kid(v, "nsubj") == annalist.None || mark != annalist.None && lower(c.doc.Tokens[mark].Form) == "with"
	case "conj":
		return c.doc.Kid(v, "nsubj") == annalist.None && tok.Head != annalist.None && c.isVerb(tok.Head) && c.isPassive(tok.Head)
	case "root", "parataxis":
		// A headline: "Opposition leader arrested".
		return tok.Feats.Voice == "Pass" && c.doc.Kid(v, "obj") == annalist.None
	}
	return false
}

func (c *clauses) isVerb(t int) bool {
	return c.class(t) == codebook.Verb
}

// inherit gives a verb without a subject of its own the one it shares: of the
// first conjunct, of the verb that controls it, of the noun it modifies.
func (c *clauses) inherit(p *proposition, slot string) {
	if s := c.shared(p.token, 0); s != annalist.None {
		p.fill(slot, s)
	}
}

// maxClimb bounds the steps from clause to clause.
const maxClimb = 6

// shared finds the word that a verb without subject takes for one.
func (c *clauses) shared(v, depth int) int {
	tok := &c.doc.Tokens[v]
	h := tok.Head
	if h == annalist.None || depth > maxClimb {
		return annalist.None
	}
	switch tok.Rel {
	case "acl:relcl":
		return c.antecedent(v)
	case "acl":
		if c.infinitive(v) {
			return c.agentOf(h, depth)
		}
		return h
	}
	switch tok.Rel.Base() {
	case "conj":
		return c.subject(h, depth+1)
	case "xcomp":
		return c.controller(h, depth+1)
	case "advcl":
		switch c.preposition(v) {
		case "of", "from", "for", "into":
			return c.controller(h, depth+1)
		}
		return c.adverbialSubject(h, depth+1)
	case "ccomp":
		if c.finite(v) {
			return annalist.None
		}
		return c.subject(h, depth+1)
	}
	return annalist.None
}

// subject is the surface subject of a verb, its own or a shared one.
func (c *clauses) subject(v, depth int) int {
	if s := c.doc.Kid(v, "nsubj", "csubj"); s != annalist.None {
		return c.deref(s)
	}
	return c.shared(v, depth)
}

// controller is the subject of an infinitive or -ing below h: the object of
// "urged X to stop", else the subject ("began to shell", "was urged to stop").
// Promises keep their subject: "promised Kyiv to send arms".
func (c *clauses) controller(h, depth int) int {
	if c.isVerb(h) && !c.isPassive(h) && !subjectControl(c.lemma(h)) {
		if o := c.doc.Kid(h, "obj"); o != annalist.None {
			return c.deref(o)
		}
	}
	return c.subject(h, depth)
}

func subjectControl(lemma string) bool {
	switch lemma {
	case "promise", "vow", "pledge", "threaten", "use", "offer":
		return true
	}
	return false
}

// adverbialSubject is what a clause such as "killing two" takes for its subject:
// the one who acts in the clause above, for a passive its agent ("The town was
// shelled by rebels, killing two"), not the town.
func (c *clauses) adverbialSubject(h, depth int) int {
	if !c.isVerb(h) {
		return annalist.None
	}
	if c.isPassive(h) {
		if a := c.at(h).first("agent"); a != annalist.None {
			return a
		}
	}
	return c.subject(h, depth)
}

// agentOf is the one who acts in a noun ("Israel's decision [to strike]") or
// who lends it as subject of a light verb ("X took the decision to ...").
func (c *clauses) agentOf(n, depth int) int {
	if depth > maxClimb || c.isVerb(n) {
		return annalist.None
	}
	return c.at(n).first("agent")
}

func (c *clauses) infinitive(v int) bool {
	if c.doc.Tokens[v].Feats.VerbForm == "Inf" {
		return true
	}
	m := c.doc.Kid(v, "mark")
	return m != annalist.None && lower(c.doc.Tokens[m].Form) == "to"
}

func (c *clauses) finite(v int) bool {
	if c.doc.Tokens[v].Feats.VerbForm == "Fin" {
		return true
	}
	for _, k := range c.doc.Tokens[v].Kids {
		if r := c.doc.Tokens[k].Rel; r.Is("aux") || r.Is("cop") {
			return c.doc.Tokens[k].Feats.VerbForm == "Fin"
		}
	}
	return false
}

// gap gives a relative clause without pronoun its antecedent as object ("the
// troops Russia sent"). It must not do so where an adverb fills the gap ("the
// day when", "the town where") or the noun is one of time or manner.
func (c *clauses) gap(p *proposition) {
	tok := &c.doc.Tokens[p.token]
	if tok.Rel != "acl:relcl" || p.passive || p.has("patient") || !p.has("agent") || p.has("clause") {
		return
	}
	ante := tok.Head
	if ante == annalist.None || p.first("agent") == ante || c.words.gapless.Has(c.lemma(ante)) {
		return
	}
	for _, a := range p.args {
		if a.token == ante {
			return
		}
		if a.slot == "adv" {
			switch lower(c.doc.Tokens[a.token].Form) {
			case "when", "where", "why":
				return
			}
		}
	}
	p.fill("patient", ante)
}

// antecedent is the noun that a relative clause modifies.
func (c *clauses) antecedent(v int) int { return c.doc.Tokens[v].Head }

// deref replaces a relative pronoun by the noun it stands for.
func (c *clauses) deref(t int) int {
	tok := &c.doc.Tokens[t]
	switch lower(tok.Form) {
	case "who", "whom", "which", "that":
	default:
		return t
	}
	if tok.Tag != annalist.PRON && tok.Tag != annalist.DET && tok.Tag != annalist.SCONJ {
		return t
	}
	for i, n := tok.Head, 0; i != annalist.None && n < maxClimb; i, n = c.doc.Tokens[i].Head, n+1 {
		if c.doc.Tokens[i].Rel == "acl:relcl" {
			return c.doc.Tokens[i].Head
		}
	}
	return t
}

// shareObject gives the first of two verbs the object written after the second:
// "seized and burned the town". It must not do so across other phrases.
func (c *clauses) shareObject(p *proposition) {
	if p.passive || p.has("patient") || p.has("clause") {
		return
	}
	conj := c.doc.Kid(p.token, "conj")
	if conj == annalist.None || conj > p.token+3 || !c.isVerb(conj) || c.doc.Kid(conj, "nsubj") != annalist.None {
		return
	}
	if o := c.doc.Kid(conj, "obj"); o != annalist.None {
		p.fill("patient", c.deref(o))
	}
}

// lift adds the phrases that the parser hung on the object: "pledged aid [to
// Syria]" is one frame however it is drawn. It must not lift what modifies
// things as such ("of", "in", "on").
func (c *clauses) lift(p *proposition) {
	obj := p.first("patient")
	if obj == annalist.None || p.passive || classOf(c.doc.Tokens[obj].Tag) != codebook.Noun || c.doc.Tokens[obj].Head != p.token {
		return
	}
	for _, k := range c.doc.Tokens[obj].Kids {
		if !c.doc.Tokens[k].Rel.Is("nmod") {
			continue
		}
		switch prep := c.preposition(k); prep {
		case "to", "from", "for", "against", "with":
			if !p.has(prep) {
				p.fill(prep, c.deref(k))
			}
		}
	}
}

// raise takes the subject of an infinitive or -ing for the object of the verb
// above it: parsers waver between the two in "accused [Hamas] of hiding arms" and
// "urged [Kyiv] to talk". It must not do so for finite clauses ("said Kyiv talks").
func (c *clauses) raise(p *proposition) {
	clause := p.first("clause")
	if p.passive || p.has("patient") || clause == annalist.None || !c.isVerb(clause) || c.finite(clause) {
		return
	}
	if s := c.doc.Kid(clause, "nsubj"); s != annalist.None && s > p.token {
		p.fill("patient", c.deref(s))
	}
}

// adjective fills the slots of an adjective: "Iran is ready for talks".
func (c *clauses) adjective(p *proposition) {
	tok := &c.doc.Tokens[p.token]
	for _, k := range tok.Kids {
		switch kid := &c.doc.Tokens[k]; kid.Rel.Base() {
		case "nsubj":
			p.fill("agent", c.deref(k))
		case "obl", "nmod":
			if prep := c.preposition(k); prep != "" {
				p.fill(prep, c.deref(k))
			}
		case "ccomp", "xcomp":
			p.fill("clause", k)
		case "advcl":
			c.adverbial(p, k)
			if prep := c.preposition(k); prep == "to" {
				p.fill("clause", k)
			}
		case "advmod":
			p.fill("adv", k)
		}
	}
	if p.has("agent") || tok.Head == annalist.None {
		return
	}
	switch tok.Rel.Base() {
	case "amod":
		p.fill("agent", tok.Head)
	case "conj", "xcomp", "advcl", "acl":
		p.fill("agent", c.shared(p.token, 0))
	}
}
