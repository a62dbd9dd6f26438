package doctest

import (
	"testing"
	"unicode/utf8"

	"annalist"
)

// Check asserts the invariants of a document: spans lie inside the text on
// rune boundaries, indices point at what exists, sentences and tokens are in
// order, and every sentence is one tree.
func Check(t testing.TB, doc *annalist.Document) {
	t.Helper()
	c := checker{t: t, doc: doc}
	c.sentences()
	c.trees()
	c.mentions()
	c.events()
	c.statements()
}

type checker struct {
	t   testing.TB
	doc *annalist.Document
}

func (c checker) span(what string, i int, s annalist.Span) {
	c.t.Helper()
	text := c.doc.Article.Text
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		c.t.Errorf("%s %d: span %v outside the text of %d bytes", what, i, s, len(text))
		return
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(text) && !utf8.RuneStart(text[at]) {
			c.t.Errorf("%s %d: offset %d is inside a character", what, i, at)
		}
	}
}

// index asserts 0 <= v < n, or v == None where that is allowed.
func (c checker) index(what string, v, n int, orNone bool) {
	c.t.Helper()
	if v == annalist.None && orNone {
		return
	}
	if v < 0 || v >= n {
		c.t.Errorf("%s: index %d outside 0..%d", what, v, n-1)
	}
}

func (c checker) sentences() {
	next := 0
	for i, sent := range c.doc.Sentences {
		c.span("sentence", i, sent.Span)
		if sent.First != next || sent.Last <= sent.First {
			c.t.Errorf("sentence %d: tokens %d..%d do not follow on %d", i, sent.First, sent.Last, next)
		}
		next = sent.Last
	}
	if next != len(c.doc.Tokens) {
		c.t.Errorf("sentences hold %d tokens of %d", next, len(c.doc.Tokens))
	}
	end := 0
	for i, tok := range c.doc.Tokens {
		c.span("token", i, tok.Span)
		if tok.Span.End < end {
			c.t.Errorf("token %d %q ends before the one before it", i, tok.Form)
		}
		end = tok.Span.End
		c.index("sentence of token", tok.Sent, len(c.doc.Sentences), false)
	}
}

func (c checker) trees() {
	for i, sent := range c.doc.Sentences {
		roots := 0
		for k := sent.First; k < sent.Last; k++ {
			head := c.doc.Tokens[k].Head
			if head == annalist.None {
				roots++
				continue
			}
			if head < sent.First || head >= sent.Last {
				c.t.Errorf("token %d: head %d is outside sentence %d", k, head, i)
			}
			steps := 0
			for j := k; j != annalist.None && steps <= sent.Last-sent.First; j = c.doc.Tokens[j].Head {
				steps++
			}
			if steps > sent.Last-sent.First {
				c.t.Errorf("token %d: its heads run in a circle", k)
			}
		}
		if roots != 1 {
			c.t.Errorf("sentence %d has %d roots", i, roots)
		}
	}
}

func (c checker) mentions() {
	for i, n := range c.doc.Names {
		c.span("name", i, n.Span)
	}
	for i, tm := range c.doc.Times {
		c.span("time", i, tm.Span)
	}
	for i, p := range c.doc.Places {
		c.span("place", i, p.Span)
		if p.Lat == 0 && p.Lon == 0 && p.Precision != annalist.RegionLevel && p.Precision != annalist.SiteLevel && p.GeoNames != 0 {
			c.t.Errorf("place %d %q stands at (0,0)", i, p.Name)
		}
	}
	for i, m := range c.doc.Mentions {
		c.span("mention", i, m.Span)
		c.index("head of mention", m.Head, len(c.doc.Tokens), false)
		for _, e := range m.Entities {
			c.index("entity of mention", e, len(c.doc.Entities), false)
		}
		if m.Rule == "" {
			c.t.Errorf("mention %d %q has no rule", i, c.doc.Text(m.Span))
		}
	}
}

func (c checker) participant(what string, p annalist.Participant) {
	c.t.Helper()
	c.index(what+" mention", p.Mention, len(c.doc.Mentions), true)
	c.index(what+" entity", p.Entity, len(c.doc.Entities), true)
}

func (c checker) events() {
	for i := range c.doc.Events {
		ev := &c.doc.Events[i]
		c.span("trigger of event", i, ev.Trigger)
		c.index("sentence of event", ev.Sentence, len(c.doc.Sentences), false)
		c.index("trigger token of event", ev.TriggerToken, len(c.doc.Tokens), false)
		if ev.Type.Index() == annalist.None {
			c.t.Errorf("event %d: unknown type %q", i, ev.Type)
		}
		for _, p := range ev.Actors {
			c.participant("actor", p)
		}
		for _, p := range ev.Recipients {
			c.participant("recipient", p)
		}
		if len(ev.Actors)+len(ev.Recipients) == 0 {
			c.t.Errorf("event %d has no party", i)
		}
		if ev.Place != nil {
			c.index("place of event", ev.Place.Mention, len(c.doc.Places), true)
		}
		for _, m := range ev.Mentions {
			c.span("mention of event", i, m)
		}
		for _, att := range ev.Attribution {
			c.index("source mention", att.Mention, len(c.doc.Mentions), true)
			c.index("source entity", att.Entity, len(c.doc.Entities), true)
			c.span("cue of event", i, att.Cue)
		}
		if len(ev.Why) == 0 {
			c.t.Errorf("event %d has no trace", i)
		}
	}
}

func (c checker) statements() {
	for i := range c.doc.Statements {
		st := &c.doc.Statements[i]
		c.span("cue of statement", i, st.Cue)
		c.participant("speaker", st.Speaker)
		c.participant("addressee", st.Addressee)
		c.index("outer statement", st.Inside, len(c.doc.Statements), true)
		for _, s := range st.Content {
			c.span("content of statement", i, s)
		}
		for _, e := range st.Events {
			c.index("event in statement", e, len(c.doc.Events), false)
		}
	}
	for i, s := range c.doc.Skips {
		c.span("skip", i, s.Span)
		c.index("sentence of skip", s.Sentence, len(c.doc.Sentences), true)
		if s.Reason == "" {
			c.t.Errorf("skip %d has no reason", i)
		}
	}
}
