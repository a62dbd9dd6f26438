package event_test

import (
	"os"
	"sync"
	"testing"

	"annalist"
	"annalist/internal/actor"
	"annalist/internal/place"
	"annalist/internal/syntax"
	"annalist/internal/when"
	"annalist/internal/world"
)

// before runs the finders that come before event on texts.
type before struct {
	parser *syntax.Parser
	world  *world.World
}

var readOnce = sync.OnceValues(func() (*before, error) {
	fsys := os.DirFS("../../data")
	parser, err := syntax.New(fsys)
	if err != nil {
		return nil, err
	}
	w, err := world.Read(fsys)
	if err != nil {
		return nil, err
	}
	return &before{parser, w}, nil
})

func readers(t testing.TB) *before {
	t.Helper()
	b, err := readOnce()
	if err != nil {
		t.Skipf("no model or tables yet: %v", err)
	}
	return b
}

// find parses an article and runs the finders before this one.
func (b *before) find(art annalist.Article) *annalist.Document {
	doc := b.parse(art)
	b.rest(doc)
	return doc
}

func (b *before) parse(art annalist.Article) *annalist.Document {
	doc := &annalist.Document{Article: art}
	b.parser.Parse(doc)
	return doc
}

func (b *before) rest(doc *annalist.Document) {
	when.Find(doc)
	place.Find(doc, b.world)
	actor.Find(doc, b.world)
}
