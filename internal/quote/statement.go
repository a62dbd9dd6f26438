package quote

import (
	"annalist"
	"annalist/internal/lang"
)

// statement writes the statement of one cue, if it has content and, where the
// cue needs one, a speaker.
func (f *finder) statement(c cue) {
	who, head := f.speaker(c)
	toks := f.content(c, head)
	spans := f.spans(toks, c)
	if len(spans) == 0 || !f.plausible(c, who, head) {
		return
	}
	st := annalist.Statement{
		Sentence: f.doc.Tokens[c.token].Sent, Speaker: who, Addressee: f.addressee(c, toks),
		Cue: c.span, Content: spans, Directness: f.directness(toks),
		Stance: f.stance(c, toks), Inside: annalist.None,
		Why:        []annalist.Why{{Step: "quote", Rule: c.rule}},
		Confidence: c.certain,
	}
	f.doc.Statements = append(f.doc.Statements, st)
}

// plausible weighs a cue: a verb of belief or finding needs a speaker that is a
// party, or the net's agreement; a verb of saying needs any speaker at all.
func (f *finder) plausible(c cue, who annalist.Participant, head int) bool {
	if c.kind == accordingCue {
		return head != annalist.None && !lang.Measures[f.doc.Tokens[head].Lemma]
	}
	if c.kind != verbCue {
		return true
	}
	if f.accompanies(c) {
		return false
	}
	if c.net != annalist.None {
		return true
	}
	if !c.report.Speech {
		return false
	}
	return who.Entity != annalist.None || head != annalist.None && f.mention[head] != annalist.None
}

// accompanies is for "speaking to reporters, he said ...": the words belong to
// the verb above. It must not catch "he left, saying that ...", nor "he said A,
// adding that B", which has a content clause of its own.
func (f *finder) accompanies(c cue) bool {
	tok := f.doc.Tokens[c.token]
	if !tok.Rel.Is("advcl") || tok.Head == annalist.None || f.doc.Kid(c.token, "ccomp") != annalist.None {
		return false
	}
	above, ok := lang.Reporting[f.doc.Tokens[tok.Head].Lemma]
	return ok && above.Speech && !c.report.Clause
}

// spans joins tokens to stretches of text: punctuation, quotation marks, "that"
// and the cue at the edges are no content.
func (f *finder) spans(toks []int, c cue) []annalist.Span {
	doc := f.doc
	var out []annalist.Span
	for at := 0; at < len(toks); {
		end := at + 1
		for end < len(toks) && f.adjoins(toks[end-1], toks[end], c) {
			end++
		}
		first, last := at, end-1
		for first <= last && f.edge(toks[first], true) {
			first++
		}
		for last >= first && f.edge(toks[last], false) {
			last--
		}
		if first <= last {
			out = append(out, annalist.Span{Start: doc.Tokens[toks[first]].Span.Start, End: doc.Tokens[toks[last]].Span.End})
		}
		at = end
	}
	return out
}

// adjoins reports whether two content words belong to one stretch: only marks
// and punctuation, never the cue, stand between.
func (f *finder) adjoins(a, b int, c cue) bool {
	for k := a + 1; k < b; k++ {
		if k == c.token || f.doc.Tokens[k].Tag != annalist.PUNCT {
			return false
		}
	}
	// A quotation mark between two stretches ends the first.
	for k := a + 1; k < b; k++ {
		if f.mark[k] && f.quoted[a] != f.quoted[b] && b-a > 2 {
			return false
		}
	}
	return true
}

// edge reports whether a word at the edge of a content is not part of it.
func (f *finder) edge(i int, left bool) bool {
	tok := f.doc.Tokens[i]
	if f.mark[i] || tok.Tag == annalist.PUNCT && tok.Form != ")" && tok.Form != "%" {
		return true
	}
	return left && (tok.Lemma == "that" && tok.Rel == "mark" || tok.Tag == annalist.CCONJ)
}

// directness tells the source's own words from the reporter's.
func (f *finder) directness(toks []int) annalist.Directness {
	words, quoted := 0, 0
	for _, k := range toks {
		if f.doc.Tokens[k].Tag == annalist.PUNCT {
			continue
		}
		words++
		if f.quoted[k] {
			quoted++
		}
	}
	switch {
	case quoted == 0:
		return annalist.Indirect
	case quoted*20 >= words*19:
		return annalist.Direct
	default:
		return annalist.Mixed
	}
}

// stance reads the cue's stance, and turns a claim of one's own deed into an
// assertion: "claimed responsibility" admits, it does not allege.
func (f *finder) stance(c cue, toks []int) annalist.Stance {
	s := annalist.Stance(c.report.Stance)
	if s == annalist.Alleges && len(toks) > 0 {
		for _, k := range toks {
			if f.doc.Tokens[k].Lemma == "responsibility" {
				return annalist.Asserts
			}
		}
	}
	if s == annalist.Asserts && c.kind == verbCue && f.negated(c.token) && f.doc.Tokens[c.token].Lemma == "confirm" {
		return annalist.Questions
	}
	return s
}

func (f *finder) negated(i int) bool {
	for _, k := range f.doc.Tokens[i].Kids {
		if f.doc.Tokens[k].Feats.Polarity == "Neg" || f.doc.Tokens[k].Lemma == "not" {
			return true
		}
	}
	return false
}

// looseQuotes gives quoted sentences without a cue to the last speaker of the
// same paragraph: `"A," he said. "B."` It must not catch quoted titles and
// single words, so most of the sentence must be quoted.
func (f *finder) looseQuotes() {
	doc := f.doc
	last := annalist.None // the last statement seen
	byCue := map[int]int{}
	for i := range doc.Statements {
		byCue[doc.Statements[i].Sentence] = i
	}
	for s := range doc.Sentences {
		if i, ok := byCue[s]; ok {
			last = i
			continue
		}
		if last == annalist.None {
			continue
		}
		from := doc.Sentences[doc.Statements[last].Sentence]
		if from.Paragraph != doc.Sentences[s].Paragraph || doc.Statements[last].Directness == annalist.Indirect {
			last = annalist.None
			continue
		}
		f.continueQuote(last, s)
	}
}

// continueQuote adds sentence s to a statement when it is mostly quoted.
func (f *finder) continueQuote(last, s int) {
	doc := f.doc
	sent := doc.Sentences[s]
	var toks []int
	words := 0
	for k := sent.First; k < sent.Last; k++ {
		if doc.Tokens[k].Tag != annalist.PUNCT {
			words++
		}
		if f.quoted[k] {
			toks = append(toks, k)
		}
	}
	if len(toks) < 4 || len(toks)*10 < words*8 {
		return
	}
	st := &doc.Statements[last]
	st.Content = append(st.Content, f.spans(toks, cue{token: annalist.None})...)
	st.Why = append(st.Why, annalist.Why{Step: "quote", Rule: "quote.continued"})
}
