package quote

import (
	"annalist"
	"annalist/internal/lang"
)

// cue is a word or phrase that reports.
type cue struct {
	token   int // the verb, adverb or noun
	span    annalist.Span
	kind    cueKind
	report  lang.Report
	rule    annalist.RuleID
	net     int // index of the net's cue, or None
	certain float64
}

// cueKind tells how the cue is built into its sentence.
type cueKind uint8

const (
	verbCue      cueKind = iota // "said", "accused"
	accordingCue                // "according to X", "per X"
	hearsayCue                  // "reportedly"
	netCue                      // only the net sees it
)

// cues lists the cues of a document in order of the text.
func (f *finder) cues() []cue {
	var out []cue
	for i := range f.doc.Tokens {
		if c, ok := f.cueAt(i); ok {
			out = append(out, c)
		}
	}
	return out
}

// cueAt decides whether a report begins at token i.
func (f *finder) cueAt(i int) (cue, bool) {
	tok := &f.doc.Tokens[i]
	c := cue{token: i, span: tok.Span, net: f.net[i], certain: 0.6}
	if c.net != annalist.None {
		c.certain = 0.5 + 0.5*float64(f.doc.Cues[c.net].Score)
	}
	if f.according(i, &c) {
		return c, true
	}
	if stance, ok := lang.Hearsay[tok.Lemma]; ok && tok.Tag == annalist.ADV {
		c.kind, c.rule = hearsayCue, "quote.hearsay"
		c.report = lang.Report{Stance: stance, Clause: true}
		return c, true
	}
	if report, ok := lang.Reporting[tok.Lemma]; ok && tok.Tag == annalist.VERB && !f.attributive(i) {
		c.kind, c.report, c.rule = verbCue, report, annalist.RuleID("quote.verb."+tok.Lemma)
		return c, true
	}
	if c.net != annalist.None && f.doc.Cues[c.net].Score >= netAlone && tok.Tag != annalist.AUX {
		c.kind, c.rule = netCue, "quote.net"
		c.report = lang.Report{Stance: "asserts", Clause: true, Nominal: true, Infinitive: true, Speech: true}
		nc := f.doc.Cues[c.net]
		c.span = f.doc.SpanOf(nc.First, nc.Last)
		return c, true
	}
	return c, false
}

// netAlone is the probability from which the net's word for a cue suffices
// without a table entry.
const netAlone = 0.6

// according is for "according to X" and "per X"; it must not catch "according
// to plan" (no speaker: the plan is no party) or "per cent".
func (f *finder) according(i int, c *cue) bool {
	tok := &f.doc.Tokens[i]
	switch tok.Lemma {
	case "according", "accord":
		if i+1 < len(f.doc.Tokens) && f.doc.Tokens[i+1].Form == "to" {
			c.span.End = f.doc.Tokens[i+1].Span.End
			c.kind, c.rule = accordingCue, "quote.according"
			c.report = lang.Report{Stance: "asserts", Clause: true}
			return true
		}
	case "per":
		if tok.Rel == "case" && tok.Head != annalist.None && f.mention[tok.Head] != annalist.None && f.doc.Tokens[tok.Head].Tag == annalist.PROPN {
			c.kind, c.rule = accordingCue, "quote.per"
			c.report = lang.Report{Stance: "asserts", Clause: true}
			return true
		}
	}
	return false
}

// attributive is for participles that only qualify a noun ("the alleged
// attack", "reported cases"): no report of its own. It must not catch
// "people said to be armed", which has a content clause.
func (f *finder) attributive(i int) bool {
	return f.doc.Tokens[i].Rel == "amod"
}
