package event

import (
	"annalist"
)

// skip notes why a word that may name an act gave no event.
func (f *finder) skip(token int, why annalist.SkipReason, rule annalist.RuleID, note string) {
	tok := &f.doc.Tokens[token]
	f.heard[tok.Sent] = true
	f.skips = append(f.skips, annalist.Skip{Span: tok.Span, Sentence: tok.Sent, Reason: why, Rule: rule, Note: note})
}

// skipBlocked notes a rule that a blocker kept from coding.
func (f *finder) skipBlocked(b block) {
	f.skip(b.token, annalist.SkipBlocked, b.rule.ID+annalist.RuleID("."+b.blocker.Name), b.blocker.At)
}

// silence says why a sentence gave no event when no word of it was near one.
func (f *finder) silence(sent int) annalist.Skip {
	s := f.doc.Sentences[sent]
	skip := annalist.Skip{Span: s.Span, Sentence: sent, Reason: annalist.SkipNoTrigger}
	root := annalist.None
	for t := s.First; t < s.Last; t++ {
		tok := &f.doc.Tokens[t]
		if tok.Head == annalist.None {
			root = t
		}
	}
	if root == annalist.None {
		return skip
	}
	switch tok := &f.doc.Tokens[root]; {
	case f.words.speech.Has(f.clauses.lemma(root)):
		skip.Reason = annalist.SkipStatement
	case tok.Tag == annalist.VERB:
		skip.Reason = annalist.SkipNotInBook
	}
	return skip
}

// write puts acts and skips into the document, in the order of the text. A word
// that is a trigger after all is no skip, whatever other rule refused it.
func (f *finder) write() {
	coded := make([]bool, len(f.doc.Sentences))
	triggers := map[annalist.Span]bool{}
	for _, a := range f.acts {
		coded[a.ev.Sentence] = true
		triggers[a.ev.Trigger] = true
		for _, m := range a.ev.Mentions {
			triggers[m] = true
		}
		f.doc.Events = append(f.doc.Events, a.ev)
	}
	skips := make([][]annalist.Skip, len(f.doc.Sentences))
	for _, s := range f.skips {
		if !triggers[s.Span] {
			skips[s.Sentence] = append(skips[s.Sentence], s)
		}
	}
	for sent, own := range skips {
		if len(own) == 0 && !coded[sent] && !f.heard[sent] {
			own = append(own, f.silence(sent))
		}
		f.doc.Skips = append(f.doc.Skips, own...)
	}
}
