// Package quote finds who says what: reported statements with speaker, cue and
// content, and for every event the chain of sources on whose word it is told.
//
// Its one entry point is Find. Cues come from a table of reporting verbs and
// adverbs and from the net; speaker and content come from the tree, from
// quotation marks, and from the net's links where the tree gives nothing. The
// package resolves nobody: speakers are the mentions that actor found.
package quote

import (
	"sort"

	"annalist"
)

// Find writes doc.Statements and the Attribution of doc.Events.
func Find(doc *annalist.Document) {
	f := newFinder(doc)
	for _, c := range f.cues() {
		f.statement(c)
	}
	f.looseQuotes()
	f.order()
	f.nest()
	f.chains()
}

// finder holds what is looked up again and again in one document.
type finder struct {
	doc     *annalist.Document
	quoted  []bool // by token: stands between quotation marks
	mark    []bool // by token: is a quotation mark
	mention []int  // by head token: the mention, or None
	within  []int  // by token: the smallest mention that covers it, or None
	net     []int  // by token: index of the net's cue that begins there, or None
}

func newFinder(doc *annalist.Document) *finder {
	n := len(doc.Tokens)
	f := &finder{doc: doc, mention: make([]int, n), within: make([]int, n), net: make([]int, n)}
	for i := range n {
		f.mention[i], f.within[i], f.net[i] = annalist.None, annalist.None, annalist.None
	}
	for i, m := range doc.Mentions {
		old := f.mention[m.Head]
		if old == annalist.None || doc.Mentions[old].Span.Len() < m.Span.Len() && len(m.Entities) > 0 {
			f.mention[m.Head] = i
		}
		for k := m.First; k < m.Last; k++ {
			if best := f.within[k]; best == annalist.None || m.Span.Len() < doc.Mentions[best].Span.Len() {
				f.within[k] = i
			}
		}
	}
	for i, c := range doc.Cues {
		f.net[c.First] = i
	}
	f.quoted, f.mark = marks(doc)
	return f
}

// order puts statements in the order of their cues, or content where there is none.
func (f *finder) order() {
	sts := f.doc.Statements
	sort.SliceStable(sts, func(a, b int) bool {
		if sts[a].Sentence != sts[b].Sentence {
			return sts[a].Sentence < sts[b].Sentence
		}
		return start(&sts[a]) < start(&sts[b])
	})
}

// start is the offset by which a statement is ordered.
func start(st *annalist.Statement) int {
	if !st.Cue.Empty() {
		return st.Cue.Start
	}
	return st.Content[0].Start
}

// nest sets Inside: the innermost other statement whose content holds the cue.
func (f *finder) nest() {
	sts := f.doc.Statements
	for i := range sts {
		sts[i].Inside = annalist.None
		best := 0
		for j := range sts {
			if i == j || sts[i].Cue.Empty() {
				continue
			}
			for _, s := range sts[j].Content {
				if s.Covers(sts[i].Cue) && (sts[i].Inside == annalist.None || s.Len() < best) && !covers(&sts[i], sts[j].Cue) {
					sts[i].Inside, best = j, s.Len()
				}
			}
		}
	}
}

// covers reports whether a span lies in the statement's content.
func covers(st *annalist.Statement, s annalist.Span) bool {
	for _, c := range st.Content {
		if !s.Empty() && c.Covers(s) {
			return true
		}
	}
	return false
}
