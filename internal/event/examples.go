package event

import (
	"fmt"
	"slices"

	"annalist"
	"annalist/internal/codebook"
)

// Examples runs the examples and near misses of a book's rules, those of modes too, and gives every
// one that does not hold. find parses texts and runs the finders before this one,
// in one go, for parsing many at once is faster.
func Examples(book *codebook.Book, find func(texts []string) []*annalist.Document) []error {
	var texts []string
	for _, rule := range book.Rules {
		for _, ex := range rule.Examples {
			texts = append(texts, ex.Text)
		}
		for _, ex := range rule.NearMisses {
			texts = append(texts, ex.Text)
		}
	}
	for _, rule := range book.Modes {
		for _, ex := range slices.Concat(rule.Examples, rule.NearMisses) {
			texts = append(texts, ex.Text)
		}
	}
	docs := find(texts)
	var errs []error
	next := func() *annalist.Document {
		doc := docs[0]
		docs = docs[1:]
		doc.Events, doc.Skips = nil, nil
		run(newFinder(doc, book, Options{Coder: Rules, trust: true}))
		return doc
	}
	for _, rule := range book.Rules {
		for _, ex := range rule.Examples {
			if why := fault(next(), rule, ex); why != "" {
				errs = append(errs, fmt.Errorf("%s: rule %s: %s: %q", ex.At, rule.ID, why, ex.Text))
			}
		}
		for _, ex := range rule.NearMisses {
			doc := next()
			for _, ev := range doc.Events {
				if ev.Why[0].Rule == rule.ID {
					errs = append(errs, fmt.Errorf("%s: rule %s: codes its near miss at %q: %q", ex.At, rule.ID, doc.Text(ev.Trigger), ex.Text))
				}
			}
		}
	}
	for _, rule := range book.Modes {
		for _, ex := range rule.Examples {
			if why := modeFault(next(), rule, ex); why != "" {
				errs = append(errs, fmt.Errorf("%s: rule %s: %s: %q", ex.At, rule.ID, why, ex.Text))
			}
		}
		for _, ex := range rule.NearMisses {
			doc := next()
			for i := range doc.Events {
				if narrowed(&doc.Events[i], rule) {
					errs = append(errs, fmt.Errorf("%s: rule %s: narrows its near miss: %q", ex.At, rule.ID, ex.Text))
				}
			}
		}
	}
	return errs
}

// modeFault says what is wrong with the mode of an example, or nothing.
func modeFault(doc *annalist.Document, rule *codebook.ModeRule, ex codebook.Example) string {
	for i := range doc.Events {
		ev := &doc.Events[i]
		if !ev.Trigger.Overlaps(ex.Trigger) {
			continue
		}
		if !narrowed(ev, rule) {
			return fmt.Sprintf("%s/%s by %v", ev.Type, ev.Mode, ev.Why)
		}
		return ""
	}
	return "no event" + reasons(doc)
}

func narrowed(ev *annalist.Event, rule *codebook.ModeRule) bool {
	return ev.Mode == rule.Mode && slices.ContainsFunc(ev.Why, func(w annalist.Why) bool { return w.Rule == rule.ID })
}

// fault says what is wrong with the events of an example, or nothing.
func fault(doc *annalist.Document, rule *codebook.Rule, ex codebook.Example) string {
	var at *annalist.Event
	for i := range doc.Events {
		ev := &doc.Events[i]
		over := ev.Trigger.Overlaps(ex.Trigger)
		for _, m := range ev.Mentions {
			over = over || m.Overlaps(ex.Trigger)
		}
		if over && (at == nil || ev.Type == rule.Type) {
			at = ev
		}
	}
	if at == nil {
		return "no event" + reasons(doc)
	}
	if at.Why[0].Rule != rule.ID && at.Type != rule.Type {
		return fmt.Sprintf("%s by %s", at.Type, at.Why[0].Rule)
	}
	if rule.Mode != "" && at.Mode != rule.Mode && at.Type == rule.Type {
		return fmt.Sprintf("mode %q by %s", at.Mode, at.Why[0].Rule)
	}
	for _, want := range ex.Actors {
		if !covered(doc, at.Actors, want) {
			return fmt.Sprintf("%q is no actor (%s)", doc.Text(want), at.Why[0].Rule)
		}
	}
	for _, want := range ex.Recipients {
		if !covered(doc, at.Recipients, want) {
			return fmt.Sprintf("%q is no recipient (%s)", doc.Text(want), at.Why[0].Rule)
		}
	}
	return ""
}

func reasons(doc *annalist.Document) string {
	out := ""
	for _, s := range doc.Skips {
		out += fmt.Sprintf("; %s %s at %q", s.Reason, s.Rule, doc.Text(s.Span))
	}
	return out
}

func covered(doc *annalist.Document, ps []annalist.Participant, want annalist.Span) bool {
	for _, p := range ps {
		if p.Mention != annalist.None && doc.Mentions[p.Mention].Span.Overlaps(want) {
			return true
		}
	}
	return false
}
