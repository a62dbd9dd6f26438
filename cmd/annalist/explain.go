package main

import (
	"context"
	"errors"
	"fmt"
	stdio "io"
	"strings"

	"annalist"
	"annalist/internal/format"
	"annalist/internal/pipeline"
)

// explainCmd shows everything that was found in a text, sentence by sentence.
type explainCmd struct {
	File      string `arg:"" optional:"" default:"-" help:"Plain text or JSON; - reads standard input."`
	Published string `help:"Day of publication (YYYY-MM-DD) of articles that name none." placeholder:"DAY"`
	coderFlags
}

// Run explains each article of the file.
func (c *explainCmd) Run(ctx context.Context, io streams) error {
	coder, err := c.load()
	if err != nil {
		return err
	}
	f, name, err := io.open(c.File)
	if err != nil {
		return err
	}
	defer f.Close()
	in := format.NewReader(f, name, format.Defaults{Published: c.Published})
	some := false
	for {
		art, err := in.Next()
		if errors.Is(err, stdio.EOF) {
			break
		}
		var bad *format.Error
		if errors.As(err, &bad) {
			fmt.Fprintln(io.err, "annalist:", bad)
			some = true
			continue
		}
		if err != nil {
			return err
		}
		doc, err := coder.Code(ctx, art)
		if err != nil {
			return err
		}
		newExplainer(io.out, coder, doc).article()
	}
	if some {
		return errSome
	}
	return nil
}

// explainer writes one document for people.
type explainer struct {
	out    stdio.Writer
	doc    *annalist.Document
	events []*annalist.EventRecord
	stmts  []*annalist.StatementRecord
}

func newExplainer(out stdio.Writer, coder *pipeline.Coder, doc *annalist.Document) *explainer {
	e := &explainer{out: out, doc: doc}
	for _, rec := range coder.Records(doc, pipeline.Wanted{Statements: true}) {
		switch rec := rec.(type) {
		case *annalist.EventRecord:
			e.events = append(e.events, rec)
		case *annalist.StatementRecord:
			e.stmts = append(e.stmts, rec)
		}
	}
	return e
}

func (e *explainer) printf(format string, args ...any) { fmt.Fprintf(e.out, format, args...) }

func (e *explainer) article() {
	e.printf("# %s  published %s  %d sentences, %d events, %d statements\n",
		e.doc.ID, orDash(e.doc.Published), len(e.doc.Sentences), len(e.events), len(e.stmts))
	for _, s := range e.doc.Skips {
		if s.Sentence == annalist.None {
			e.printf("not coded: %s: %s\n", s.Reason, s.Note)
		}
	}
	for i := range e.doc.Sentences {
		e.sentence(i)
	}
}

func (e *explainer) sentence(i int) {
	sent := e.doc.Sentences[i]
	e.printf("\n[%d] %s\n", i+1, oneLine(e.doc.Text(sent.Span)))
	e.found(sent)
	for k, ev := range e.events {
		if ev.Sentence == i+1 {
			e.event(ev, &e.doc.Events[k])
		}
	}
	for _, st := range e.stmts {
		if st.Sentence == i+1 {
			e.statement(st)
		}
	}
	for _, s := range e.doc.Skips {
		if s.Sentence == i {
			e.skip(s)
		}
	}
}

// found lists who, when and where of a sentence, each with its rule.
func (e *explainer) found(sent annalist.Sentence) {
	for _, m := range e.doc.Mentions {
		if !sent.Span.Covers(m.Span) || len(m.Entities) == 0 {
			continue
		}
		names := make([]string, len(m.Entities))
		for k, id := range m.Entities {
			names[k] = entityName(e.doc.Entities[id])
		}
		e.printf("    who    %q = %s   %s\n", oneLine(e.doc.Text(m.Span)), strings.Join(names, ", "), m.Rule)
	}
	for _, t := range e.doc.Times {
		if sent.Span.Covers(t.Span) {
			e.printf("    when   %q = %s (%s)   %s\n", oneLine(e.doc.Text(t.Span)), orDash(t.Value), t.Kind, t.Rule)
		}
	}
	for _, p := range e.doc.Places {
		if sent.Span.Covers(p.Span) {
			e.printf("    where  %q = %s (%s, %s), %d other readings   %s\n", oneLine(e.doc.Text(p.Span)), p.Name, orDash(string(p.Country)), p.Precision, len(p.Others), p.Rule)
		}
	}
}

func (e *explainer) event(rec *annalist.EventRecord, ev *annalist.Event) {
	kind := string(rec.Type)
	if rec.Mode != "" {
		kind += "/" + string(rec.Mode)
	}
	e.printf("    EVENT  %s %q: %s -> %s, %s", kind, rec.Trigger.Text, entityNames(rec.Actors), entityNames(rec.Recipients), rec.Realis)
	if rec.Historical {
		e.printf(", historical")
	}
	if rec.Date.Value != "" {
		e.printf(", %s (%s)", rec.Date.Value, rec.Date.Basis)
	}
	if rec.Place != nil {
		e.printf(", in %s", rec.Place.Name)
	}
	e.printf("\n           rules %.2f, net %.2f, confidence %.2f\n", rec.Votes.Rules, rec.Votes.Net, rec.Confidence)
	for _, att := range rec.Attribution {
		cue := ""
		if att.Cue != nil {
			cue = att.Cue.Text
		}
		e.printf("           on the word of %s (%q, %s, %s)\n", entityNames([]annalist.EntityRecord{att.Source}), cue, att.Kind, att.Stance)
	}
	for _, m := range ev.Mentions {
		e.printf("           told again: %q\n", e.doc.Text(m))
	}
	for _, w := range rec.Why {
		e.printf("           why  %-8s %s %s %s\n", w.Step, w.Rule, w.At, w.Note)
	}
}

func (e *explainer) statement(st *annalist.StatementRecord) {
	who, cue := "someone", ""
	if st.Speaker != nil {
		who = entityNames([]annalist.EntityRecord{*st.Speaker})
	}
	if st.Cue != nil {
		cue = st.Cue.Text
	}
	parts := make([]string, len(st.Content))
	for i, c := range st.Content {
		parts[i] = oneLine(c.Text)
	}
	e.printf("    SAYS   %s (%q, %s, %s): %s   %s\n", who, cue, st.Directness, st.Stance, strings.Join(parts, " ... "), st.Why[0].Rule)
}

func (e *explainer) skip(s annalist.Skip) {
	e.printf("    none   %s", s.Reason)
	if s.Rule != "" {
		e.printf(" %s", s.Rule)
	}
	if sent := e.doc.Sentences[s.Sentence].Span; s.Span != sent && !s.Span.Empty() {
		e.printf(" at %q", oneLine(e.doc.Text(s.Span)))
	}
	if s.Note != "" {
		e.printf(": %s", s.Note)
	}
	e.printf("\n")
}

func entityName(ent annalist.Entity) string {
	parts := []string{}
	if ent.Country != "" {
		parts = append(parts, string(ent.Country))
	}
	for _, s := range ent.Sectors {
		parts = append(parts, string(s))
	}
	if len(parts) == 0 {
		return ent.Name
	}
	return ent.Name + " (" + strings.Join(parts, " ") + ")"
}

func entityNames(recs []annalist.EntityRecord) string {
	names := make([]string, len(recs))
	for i, r := range recs {
		name := r.Name
		if name == "" {
			name = r.Text
		}
		names[i] = entityName(annalist.Entity{Name: name, Country: r.Country, Sectors: r.Sectors})
	}
	return orDash(strings.Join(names, ", "))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
