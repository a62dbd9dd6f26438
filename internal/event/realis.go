package event

import (
	"strings"

	"annalist"
)

// mood is what the tree says of whether an act happened, with the rule and the
// word that said so first.
type mood struct {
	future, hypothetical, negated bool
	possible                      bool // may or might be, or be if: told as an act of its own, unlike what is wanted or planned
	past                          bool // told in a past tense or perfect
	present                       bool // told in the present tense
	purpose                       bool // told as what something is done for
	already                       bool // perfect with "already", "previously", ...
	rule                          annalist.RuleID
	cue                           int
}

func (m *mood) set(flag *bool, rule annalist.RuleID, cue int) {
	if !m.future && !m.hypothetical && !m.possible && !m.negated {
		m.rule, m.cue = rule, cue
	}
	*flag = true
}

// value folds the mood into one of the four values. What did not happen did not
// happen however it is said; what may happen is hypothetical before it is future.
func (m *mood) value() annalist.Realis {
	switch {
	case m.hypothetical, m.possible:
		return annalist.Hypothetical
	case m.negated:
		return annalist.Negated
	case m.future:
		return annalist.Future
	}
	return annalist.Actual
}

// realis reads the mood of the act that a word names, from the word itself and
// from what it stands under, up to the next clause that asserts on its own.
func (f *finder) realis(token int) *mood {
	m := &mood{cue: annalist.None}
	t := token
	for range 3 * maxClimb {
		f.own(m, t)
		next := f.step(m, t)
		if next == annalist.None {
			return m
		}
		t = next
	}
	return m
}

// own reads the marks on a word: auxiliaries, negation, tense.
func (f *finder) own(m *mood, t int) {
	tok := &f.doc.Tokens[t]
	if tok.Tag == annalist.VERB || tok.Tag == annalist.AUX {
		if f.barePresent(t) {
			m.present = true
		} else {
			f.tense(m, tok.Feats)
		}
	}
	for _, k := range tok.Kids {
		kid := &f.doc.Tokens[k]
		form := lower(kid.Form)
		switch kid.Rel.Base() {
		case "aux", "cop":
			f.auxiliary(m, k, form)
			f.tense(m, kid.Feats)
		case "advmod":
			switch {
			case form == "not" || form == "n't" || form == "never" || form == "n’t" || form == "no":
				m.set(&m.negated, "realis.negation.adverb", k)
			case form == "once" && f.fronted(k):
				m.set(&m.negated, "realis.negation.adverb", k)
			case form == "already" || form == "previously" || form == "formerly" || form == "historically":
				m.already = true
			}
		case "det":
			if form == "no" || form == "neither" {
				m.set(&m.negated, "realis.negation.determiner", k)
			}
		case "mark":
			if form == "if" || form == "unless" || form == "lest" {
				m.set(&m.possible, "realis.conditional", k)
			}
		case "amod":
			f.modifier(m, k)
		case "nsubj", "obj":
			if no := f.nobody(k); tok.Tag == annalist.VERB && no != annalist.None {
				m.set(&m.negated, "realis.negation.argument", no)
			}
		}
	}
}

// fronted says that an adverb is denied before its verb: "[Not] once did he".
func (f *finder) fronted(k int) bool {
	n := f.doc.Kid(k, "advmod")
	return n != annalist.None && lower(f.doc.Tokens[n].Form) == "not"
}

// nobody is the word that empties a party or thing: "sent [no] food", "[neither]
// Peru nor Chile signed"; or None.
func (f *finder) nobody(t int) int {
	for _, k := range f.doc.Tokens[t].Kids {
		switch kid := &f.doc.Tokens[k]; {
		case kid.Rel.Is("det") && lower(kid.Form) == "no", (kid.Rel.Is("cc") || kid.Rel.Is("det")) && lower(kid.Form) == "neither":
			return k
		}
	}
	return annalist.None
}

// modifier reads an adjective before a noun of an act: "a possible attack" is
// hypothetical, "the upcoming summit" future. It must not take adjectives of
// quality ("a deadly attack").
func (f *finder) modifier(m *mood, k int) {
	lemma := f.clauses.lemma(k)
	switch {
	case f.words.futureAdj.Has(lemma):
		m.set(&m.future, "realis.future.adjective", k)
	case f.words.unrealAdj.Has(lemma):
		m.set(&m.hypothetical, "realis.unreal.adjective", k)
	}
}

// barePresent says that a verb has the form of the present, whatever its features
// say: no past tense ends in -s ("the court [sentences] him"), and a bare lemma
// without tense is present ("Chad and Libya [sign] a pact"). It must not take
// infinitives, which have a mark or an auxiliary.
func (f *finder) barePresent(t int) bool {
	tok := &f.doc.Tokens[t]
	if tok.Tag != annalist.VERB || f.doc.Kid(t, "aux", "cop") != annalist.None {
		return false
	}
	form := lower(tok.Form)
	if strings.HasSuffix(form, "s") && !strings.HasSuffix(form, "ss") {
		return true
	}
	return tok.Feats.Tense == "" && form == f.clauses.lemma(t) && f.doc.Kid(t, "mark") == annalist.None
}

func (f *finder) tense(m *mood, feats annalist.Feats) {
	if feats.VerbForm != "Fin" {
		return
	}
	switch feats.Tense {
	case "Past":
		m.past = true
	case "Pres":
		m.present = true
	}
}

// auxiliary reads modals: will and shall tell the future, the others what may be.
// It must not take "have" and "be", nor "would" in reported speech of the past
// ("said it would attack"), which is the future seen from there.
func (f *finder) auxiliary(m *mood, k int, form string) {
	switch form {
	case "will", "'ll", "’ll", "wo", "shall":
		m.set(&m.future, "realis.future.modal", k)
	case "would":
		if f.reported(f.doc.Tokens[k].Head) {
			m.set(&m.future, "realis.future.would", k)
		} else {
			m.set(&m.possible, "realis.modal", k)
		}
	case "may", "might", "could", "should", "must", "ought", "can", "ca":
		m.set(&m.possible, "realis.modal", k)
	}
}

// reported says whether a verb stands in the content clause of a verb of speech.
func (f *finder) reported(v int) bool {
	for i, n := v, 0; i != annalist.None && n < maxClimb; n++ {
		tok := &f.doc.Tokens[i]
		switch tok.Rel.Base() {
		case "ccomp", "parataxis":
			return true
		case "conj", "xcomp":
			i = tok.Head
			continue
		}
		return false
	}
	return false
}

// step goes from a word to the one its mood depends on, reading on the way what
// the relation between them says; None where it stands on its own.
func (f *finder) step(m *mood, t int) int {
	tok := &f.doc.Tokens[t]
	h := tok.Head
	if h == annalist.None {
		return annalist.None
	}
	lemma := f.clauses.lemma(h)
	switch tok.Rel {
	case "acl:relcl":
		return annalist.None
	case "acl":
		if f.clauses.infinitive(t) {
			m.set(&m.hypothetical, "realis.infinitive.noun", h)
		} else if prep := f.clauses.preposition(t); prep != "" && f.words.unrealNoun.Has(lemma) {
			m.set(&m.hypothetical, "realis.unreal.noun", h)
		}
		return annalist.None
	}
	switch tok.Rel.Base() {
	case "xcomp":
		return f.controlled(m, t, h, lemma)
	case "ccomp", "csubj":
		return f.content(m, t, h, lemma)
	case "advcl":
		return f.adverbialMood(m, t, h)
	case "conj":
		return f.conjunct(t, h)
	case "obj", "obl", "nmod", "nsubj", "compound":
		return f.nominal(m, t, h, lemma)
	}
	return annalist.None
}

// controlled reads the verb above an infinitive or -ing.
func (f *finder) controlled(m *mood, t, h int, lemma string) int {
	switch {
	case f.words.attempt.Has(lemma) && f.failed(h):
		m.set(&m.negated, "realis.failure", h)
		return h
	case lemma == "fail" || lemma == "refuse" || lemma == "decline" || lemma == "forget" || lemma == "neglect":
		m.set(&m.negated, "realis.failure", h)
		return h
	case f.words.scheduled.Has(lemma) && f.clauses.isVerb(h) && f.clauses.isPassive(h):
		m.set(&m.future, "realis.future.scheduled", h)
		return annalist.None
	case lemma == "go" && f.clauses.infinitive(t), lemma == "be" && f.clauses.infinitive(t):
		m.set(&m.future, "realis.future.going", h)
		return h
	case f.words.attempt.Has(lemma), f.words.unreal.Has(lemma):
		m.set(&m.hypothetical, "realis.unreal.verb", h)
		return annalist.None
	case f.doc.Tokens[h].Tag == annalist.ADJ && f.clauses.infinitive(t):
		m.set(&m.hypothetical, "realis.unreal.adjective", h)
		return annalist.None
	}
	return h
}

// failed says that a verb of trying is joined to one of failing: "tried and failed to".
func (f *finder) failed(h int) bool {
	for _, k := range f.doc.Tokens[h].Kids {
		if f.doc.Tokens[k].Rel.Is("conj") && f.clauses.lemma(k) == "fail" {
			return true
		}
	}
	return false
}

// content reads the verb above a content clause. Speech leaves it as it is: who
// says so is attribution.
func (f *finder) content(m *mood, t, h int, lemma string) int {
	if f.words.speech.Has(lemma) {
		return annalist.None
	}
	if f.words.unreal.Has(lemma) || f.words.unrealNoun.Has(lemma) {
		m.set(&m.hypothetical, "realis.unreal.verb", h)
		return annalist.None
	}
	if !f.clauses.finite(t) {
		return h
	}
	return annalist.None
}

// adverbialMood reads what an adverbial clause says: a condition is no fact, a
// purpose mostly is one, in the mood of the verb above ("thousands gathered to
// protest", "will fly to Kyiv to sign"); so does "killing two".
func (f *finder) adverbialMood(m *mood, t, h int) int {
	switch prep := f.clauses.preposition(t); prep {
	case "if", "unless", "lest":
		return annalist.None // noted by own
	case "to":
		m.purpose = true
		return h
	case "without":
		m.set(&m.negated, "realis.negation.preposition", t)
		return annalist.None
	case "from", "against", "instead", "rather":
		m.set(&m.hypothetical, "realis.unreal.preposition", t)
		return annalist.None
	case "":
		if f.doc.Kid(t, "nsubj") == annalist.None && f.doc.Kid(t, "mark") == annalist.None {
			return h
		}
	}
	return annalist.None
}

// conjunct goes to the first of several verbs where the second shares its
// auxiliary: "will meet and discuss". A subject of its own ends that.
func (f *finder) conjunct(t, h int) int {
	if f.clauses.isVerb(t) {
		if f.doc.Kid(t, "nsubj", "aux", "csubj") != annalist.None || f.doc.Tokens[t].Feats.VerbForm == "Fin" && f.doc.Tokens[t].Feats.Mood == "Ind" && f.doc.Tokens[t].Feats.Tense == "Past" {
			return annalist.None
		}
	}
	return h
}

// nominal reads what stands above a noun of an act: a light verb lends its mood,
// so does a verb of taking place; a verb of wish or fear makes it no fact.
func (f *finder) nominal(m *mood, t, h int, lemma string) int {
	if f.doc.Tokens[t].Tag == annalist.VERB {
		return annalist.None
	}
	rel := f.doc.Tokens[t].Rel
	verb := f.clauses.isVerb(h)
	switch {
	case verb && f.clauses.at(t).light == h && f.words.scheduled.Has(lemma):
		m.set(&m.hypothetical, "realis.unreal.verb", h) // "planned an attack"
	case verb && f.clauses.at(t).light == h:
		return h
	case verb && rel.Is("nsubj") && f.words.scheduled.Has(lemma) && f.clauses.isPassive(h):
		m.set(&m.future, "realis.future.scheduled", h)
	case verb && rel.Is("nsubj") && f.words.occurrence.Has(lemma):
		return h
	case verb && !rel.Is("nsubj") && f.words.unreal.Has(lemma) && (rel.Is("obj") || f.aimed(t)):
		m.set(&m.hypothetical, "realis.unreal.verb", h)
	case !verb && f.words.portion.Has(lemma) && f.clauses.preposition(t) == "of":
		return h // "a possible [round] of talks"
	case !verb && f.words.unrealNoun.Has(lemma) && f.aimed(t):
		m.set(&m.hypothetical, "realis.unreal.noun", h)
	case rel.Is("compound") && f.words.unrealNoun.Has(lemma):
		m.set(&m.hypothetical, "realis.unreal.noun", h)
	}
	return annalist.None
}

// aimed says that a noun is the content of the word above it: "plans for an
// attack", "the threat of war", not "the vote after the attack".
func (f *finder) aimed(t int) bool {
	switch f.clauses.preposition(t) {
	case "of", "for", "against", "about", "from":
		return true
	}
	return false
}
