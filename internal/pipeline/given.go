package pipeline

import (
	"context"

	"annalist"
	"annalist/internal/event"
)

// Given forces an answer to a pair in an article: everything that any proposer
// sees, weighed by how well source and target have their parts in it. It is for
// measuring on sets that give both; Code never uses it.
func (c *Coder) Given(ctx context.Context, art annalist.Article, pair event.Pair) ([]event.Lean, error) {
	doc := &annalist.Document{Article: art}
	for _, s := range c.steps {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if s.name == "event" {
			break
		}
		s.find(doc)
	}
	return event.Leans(doc, c.book, event.Options{Coder: c.opts.Coder}, pair), nil
}
