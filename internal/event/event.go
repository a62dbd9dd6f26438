// Package event finds what was done: events with their type, parties, realis,
// date, place and size, and for every sentence without one the reason.
//
// Its one entry point is Find. Two proposers speak: the codebook's rules, matched
// against the propositions of the clause layer, and the net's triggers and links
// (doc.Proposals). One judge weighs them by trigger. Then realis, folding, fields
// and repeated tellings are settled. The package finds no mentions, places or
// times of its own and sets no attribution: it points at those of the document.
package event

import (
	"annalist"
	"annalist/internal/codebook"
)

// Coder says whose proposals count.
type Coder string

// The coders. The zero value is Both.
const (
	Rules Coder = "rules"
	Net   Coder = "net"
	Both  Coder = "both"
)

// Options choose how events are found. The zero value is what people want.
type Options struct {
	Coder Coder

	trust bool // take every rule that holds, however little the judge believes it: for examples
}

// Find writes doc.Events and the skips of sentences and clauses to doc.Skips.
func Find(doc *annalist.Document, book *codebook.Book, opts Options) {
	run(newFinder(doc, book, opts))
}

func run(f *finder) {
	for sent := range f.doc.Sentences {
		f.sentence(sent)
	}
	f.fold()
	f.complete()
	f.merge()
	f.retell()
	f.believe()
	f.write()
}

// finder is the state of one search through a document.
type finder struct {
	doc      *annalist.Document
	book     *codebook.Book
	coder    Coder
	trust    bool
	words    *words
	clauses  *clauses
	mention  []int   // by head token: the mention, or None
	over     [][]int // by token: the mentions that cover it
	place    []int   // by token: the place mention over it, or None
	time     []int   // by token: the time over it, or None
	proposal []int   // by token: the net's proposal, or None
	game     []bool  // by sentence: it tells of a game
	taken    []bool  // by token: a further word of a trigger already coded
	acts     []*act
	skips    []annalist.Skip
	heard    []bool                   // by sentence: an act, a skip with a better reason than no-trigger
	watch    func(token int, v *vote) // sees every vote; for fitting the judge
	report   map[int]bool             // by paragraph: a short report written in the present tense for one day
}

func newFinder(doc *annalist.Document, book *codebook.Book, opts Options) *finder {
	n := len(doc.Tokens)
	f := &finder{doc: doc, book: book, coder: opts.Coder, trust: opts.trust, words: newWords(book), heard: make([]bool, len(doc.Sentences))}
	if f.coder == "" {
		f.coder = Both
	}
	f.clauses = newClauses(doc, book, f.words)
	marks := make([]int, 4*n)
	for i := range marks {
		marks[i] = annalist.None
	}
	f.mention, f.place, f.time, f.proposal = marks[:n:n], marks[n:2*n:2*n], marks[2*n:3*n:3*n], marks[3*n:]
	f.over, f.taken = make([][]int, n), make([]bool, n)
	for i, m := range doc.Mentions {
		f.index(i)
		for t := m.First; t < m.Last; t++ {
			f.over[t] = append(f.over[t], i)
		}
	}
	for i, p := range doc.Places {
		for t := p.First; t < p.Last; t++ {
			f.place[t] = i
		}
	}
	for i, t := range doc.Times {
		for k := t.First; k < t.Last; k++ {
			f.time[k] = i
		}
	}
	for i, p := range doc.Proposals {
		f.proposal[p.Token] = i
	}
	f.report = f.dayReports()
	f.game = f.games()
	return f
}

// index notes a mention at its head: one that resolves before one that does
// not, then the longer.
func (f *finder) index(i int) {
	m := &f.doc.Mentions[i]
	old := f.mention[m.Head]
	if old == annalist.None {
		f.mention[m.Head] = i
		return
	}
	o := &f.doc.Mentions[old]
	better := len(m.Entities) > 0 && len(o.Entities) == 0
	if len(m.Entities) > 0 == (len(o.Entities) > 0) {
		better = m.Span.Len() > o.Span.Len()
	}
	if better {
		f.mention[m.Head] = i
	}
}

// act is an event under way.
type act struct {
	ev    annalist.Event
	token int // the trigger
	prop  *proposition
	rule  *codebook.Rule
	folds []int // words whose content is no second event
	place int   // of doc.Places, or None

	converted bool // promised or threatened only: where it is to be is not where it was said
	drop      annalist.SkipReason
	note      string
}
