// Package pipeline codes an article: one straight line from text to events and
// statements, and from a Document to records.
//
// Its entry points are New, Coder.Code for one article, Coder.Records for what
// is written of it, and Run for a stream of articles on several workers with the
// results in the order of the input. The only rules of language it
// holds are those of its door: other languages and bylines.
package pipeline

import (
	"context"
	"fmt"
	"io/fs"
	"runtime/debug"

	"annalist"
	"annalist/internal/actor"
	"annalist/internal/codebook"
	"annalist/internal/event"
	"annalist/internal/place"
	"annalist/internal/quote"
	"annalist/internal/syntax"
	"annalist/internal/when"
	"annalist/internal/world"
)

// Options choose how articles are coded. The zero value is what people want.
type Options struct {
	Coder event.Coder // whose proposals count: rules, net, or both
}

// Coder codes articles. It is immutable and serves any number of goroutines.
type Coder struct {
	version string
	hash    string
	parser  *syntax.Parser
	world   *world.World
	book    *codebook.Book
	opts    Options
	steps   []step
}

// step is one part of the line: what it reads and writes of a Document, and how.
type step struct {
	name  string
	needs []string
	gives []string
	find  func(doc *annalist.Document)
}

// New reads model, tables and codebook from fsys (see package data) and returns
// a coder. version stands in every record.
func New(fsys fs.FS, version string, opts Options) (*Coder, error) {
	c := &Coder{version: version, opts: opts}
	if err := c.load(fsys); err != nil {
		return nil, err
	}
	c.setSteps()
	return c, nil
}

// WithParser returns a coder that parses with p: for timing and comparing the
// kernels of the net, which all give the same document.
func (c *Coder) WithParser(p *syntax.Parser) *Coder {
	other := *c
	other.parser = p
	other.setSteps()
	return &other
}

func (c *Coder) setSteps() {
	c.steps = []step{
		{"syntax", []string{"Text"}, []string{"Sentences", "Tokens", "Names", "Proposals", "Cues"}, c.parser.Parse},
		{"when", []string{"Tokens", "Published"}, []string{"Times"}, when.Find},
		{"place", []string{"Tokens", "Names"}, []string{"Places"}, func(doc *annalist.Document) { place.Find(doc, c.world) }},
		{"actor", []string{"Tokens", "Names", "Places"}, []string{"Mentions", "Entities"}, func(doc *annalist.Document) { actor.Find(doc, c.world) }},
		{"event", []string{"Tokens", "Proposals", "Times", "Places", "Mentions", "Entities"}, []string{"Events", "Skips", "Entities (implied protesters)"},
			func(doc *annalist.Document) { event.Find(doc, c.book, event.Options{Coder: c.opts.Coder}) }},
		{"quote", []string{"Tokens", "Cues", "Mentions", "Entities", "Events"}, []string{"Statements", "Events.Attribution"}, quote.Find},
	}
}

// Code codes one article. The error is the context's; whatever the text holds,
// the document comes back with its events or with the reason why there are none.
func (c *Coder) Code(ctx context.Context, art annalist.Article) (doc *annalist.Document, err error) {
	doc = &annalist.Document{Article: art}
	at := "refuse" // the step under way
	// A fault of ours in one article must not cost the others: it is recovered
	// here and in Records, and nowhere else.
	defer func() {
		if fault := recover(); fault != nil {
			doc = broken(art, at, fault)
		}
	}()
	if reason, note := c.refuse(art); reason != "" {
		doc.Skips = []annalist.Skip{wholeArticle(art, reason, note)}
		return doc, nil
	}
	for _, s := range c.steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at = s.name
		s.find(doc)
	}
	markBylines(doc)
	return doc, nil
}

// broken is what is left of an article in which we failed.
func broken(art annalist.Article, at string, fault any) *annalist.Document {
	note := fmt.Sprintf("step %s: %v at %s", at, fault, faultLine(debug.Stack()))
	return &annalist.Document{Article: art, Skips: []annalist.Skip{wholeArticle(art, annalist.SkipBroken, note)}}
}

func wholeArticle(art annalist.Article, reason annalist.SkipReason, note string) annalist.Skip {
	return annalist.Skip{
		Span: annalist.Span{Start: 0, End: len(art.Text)}, Sentence: annalist.None, Reason: reason, Note: note,
	}
}
