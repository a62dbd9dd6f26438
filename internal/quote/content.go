package quote

import (
	"sort"

	"annalist"
)

// content lists the tokens of what a cue reports, in order of the text.
func (f *finder) content(c cue, speaker int) []int {
	var toks []int
	switch c.kind {
	case accordingCue:
		toks = f.clauseAround(c.token, speaker)
	case hearsayCue:
		toks = f.clauseAround(c.token, annalist.None)
	case verbCue:
		toks = f.verbContent(c)
	}
	// A verb that only frames quoted words ("condemned the raid") has no content
	// where nothing is quoted.
	if len(toks) == 0 && c.net != annalist.None && c.report.Clause {
		toks = f.linkedContent(c.net)
	}
	return toks
}

// verbContent takes the content clause, the quoted words, the clause the verb
// is set into, the infinitive or the noun phrase, whichever the verb allows.
func (f *finder) verbContent(c cue) []int {
	doc := f.doc
	i := c.token
	if c.report.Clause {
		if k := doc.Kid(i, "ccomp"); k != annalist.None {
			return f.withQuoted(c, f.subtree(k, i))
		}
		if tok := doc.Tokens[i]; tok.Rel.Is("parataxis") && tok.Head != annalist.None && f.isClause(tok.Head) {
			return f.withQuoted(c, f.subtree(tok.Head, i))
		}
	}
	if c.report.Speech {
		if toks := f.quotedBeside(i); len(toks) > 0 {
			return toks
		}
	}
	if c.report.Clause {
		// "said X: clause" hangs the clause below the verb as parataxis.
		if k := doc.Kid(i, "parataxis"); k != annalist.None && k > i && f.isClause(k) {
			return f.subtree(k, i)
		}
	}
	if k := doc.Kid(i, "xcomp", "advcl"); k > i && c.report.Infinitive {
		return f.subtree(k, i)
	}
	// "told people to stay away": a verb of saying with a person takes one too.
	if k := doc.Kid(i, "xcomp"); k > i && c.report.Clause && doc.Kid(i, "obj", "iobj", "nsubj:pass") != annalist.None {
		return f.subtree(k, i)
	}
	if c.report.Nominal || doc.Tokens[i].Lemma == "accuse" {
		return f.nominal(i)
	}
	return nil
}

// nominal is for "announced a plan", "denied the charge", "claimed
// responsibility for"; it must not catch a person who is told or accused.
func (f *finder) nominal(i int) []int {
	doc := f.doc
	if doc.Tokens[i].Lemma == "accuse" || doc.Tokens[i].Lemma == "suspect" {
		for _, k := range doc.Tokens[i].Kids {
			if p := doc.Kid(k, "case", "mark"); k > i && p != annalist.None && doc.Tokens[p].Lemma == "of" {
				return f.subtree(k, i)
			}
		}
		return nil
	}
	for _, rel := range []annalist.Relation{"obj", "nsubj:pass"} {
		k := doc.Kid(i, rel)
		if k == annalist.None || doc.Tokens[k].Tag == annalist.PROPN || doc.Tokens[k].Tag == annalist.PRON || doc.Tokens[k].Tag == annalist.NUM {
			continue
		}
		return f.subtree(k, i)
	}
	return nil
}

// isClause reports whether a token heads a clause rather than a mere phrase.
func (f *finder) isClause(i int) bool {
	tok := f.doc.Tokens[i]
	return tok.Tag == annalist.VERB || f.doc.Kid(i, "nsubj", "cop", "aux") != annalist.None
}

// subtree lists the tokens below top, top included, leaving out stop and what
// hangs below it.
func (f *finder) subtree(top, stop int) []int {
	var out []int
	var walk func(int)
	walk = func(i int) {
		if i == stop {
			return
		}
		out = append(out, i)
		for _, k := range f.doc.Tokens[i].Kids {
			walk(k)
		}
	}
	walk(top)
	sort.Ints(out)
	return out
}

// clauseAround is the clause that "according to X" or "reportedly" stands in,
// without the phrase itself.
func (f *finder) clauseAround(i, source int) []int {
	doc := f.doc
	leave := i
	if source != annalist.None {
		leave = source
		if doc.Under(source, i) {
			leave = i
		}
	}
	top := doc.Tokens[leave].Head
	for top != annalist.None && !f.isClause(top) && doc.Tokens[top].Head != annalist.None {
		top = doc.Tokens[top].Head
	}
	if top == annalist.None {
		return nil
	}
	return f.subtree(top, leave)
}

// quotedBeside lists the quoted words of the verb's sentence, when the marks
// stand next to the report: before the verb's clause or behind it.
func (f *finder) quotedBeside(i int) []int {
	sent := f.doc.Sentences[f.doc.Tokens[i].Sent]
	var out []int
	words := 0
	for k := sent.First; k < sent.Last; k++ {
		if f.quoted[k] {
			out = append(out, k)
			if f.doc.Tokens[k].Tag != annalist.PUNCT {
				words++
			}
		}
	}
	if words < 2 || f.quoted[i] {
		return nil
	}
	return out
}

// withQuoted adds the quoted words of the sentence that the tree left outside
// the content: a quotation in two parts around "he said" is one content.
func (f *finder) withQuoted(c cue, toks []int) []int {
	if !c.report.Speech || f.quoted[c.token] {
		return toks
	}
	inside := false
	for _, k := range toks {
		inside = inside || f.quoted[k]
	}
	if !inside {
		return toks
	}
	in := map[int]bool{}
	for _, k := range toks {
		in[k] = true
	}
	words := 0
	for _, k := range toks {
		if f.doc.Tokens[k].Tag != annalist.PUNCT {
			words++
		}
	}
	said := f.quotedBeside(c.token)
	// Where most of the content is quoted, what the tree adds to it belongs to
	// the report ("said yesterday", "speaking to reporters").
	if len(said)*10 >= words*8 {
		return said
	}
	for _, k := range said {
		if !in[k] {
			toks = append(toks, k)
		}
	}
	sort.Ints(toks)
	return toks
}

// linkedContent is the stretch of words the net takes for the content of a cue:
// on that side of the cue, within its sentence, where the net sees more of it,
// from the first linked word to the last. Single words elsewhere are noise.
func (f *finder) linkedContent(net int) []int {
	nc := f.doc.Cues[net]
	sent := f.doc.Sentences[f.doc.Tokens[nc.First].Sent]
	var before, after stretch
	for _, l := range nc.Links {
		if l.Role != annalist.RoleContent || l.Score < 0.5 {
			continue
		}
		switch {
		case sent.First <= l.Token && l.Token < nc.First:
			before.add(l)
		case nc.Last <= l.Token && l.Token < sent.Last:
			after.add(l)
		}
	}
	if before.weight > after.weight {
		return before.tokens()
	}
	return after.tokens()
}

// stretch is a run of tokens with the sum of their scores.
type stretch struct {
	first, last int // half-open; empty when weight is 0
	weight      float32
}

func (s *stretch) add(l annalist.Link) {
	if s.weight == 0 {
		s.first, s.last = l.Token, l.Token+1
	}
	s.first, s.last = min(s.first, l.Token), max(s.last, l.Token+1)
	s.weight += l.Score
}

func (s stretch) tokens() []int {
	var out []int
	for k := s.first; k < s.last; k++ {
		out = append(out, k)
	}
	return out
}
