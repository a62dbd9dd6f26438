package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"annalist"
	"annalist/internal/eval"
	"annalist/internal/pipeline"
)

// evalCmd scores events or statements.
type evalCmd struct {
	Gold       string `arg:"" help:"Annotated articles, JSON Lines with text (docs/records.md, gold rows)."`
	Events     string `arg:"" optional:"" help:"Records to score; without it the gold's own texts are coded."`
	Statements bool   `help:"Score statements instead of events."`
	JSON       bool   `help:"Print the figures as JSON."`
	Errors     int    `help:"Also list so many of the events that went wrong, with their sentences." placeholder:"N"`
	Against    string `help:"Compare with the records of another run on the same articles: figures side by side, and how many events it mends and breaks (--errors lists them)." placeholder:"FILE"`
	Given      string `help:"Measure on single sentences instead: pairs (source and target are given, the type is asked), sentence (one type or CAMEO root each)." enum:",pairs,sentence" default:"" placeholder:"FORM"`
	coderFlags
}

// Run prints the figures.
func (c *evalCmd) Run(ctx context.Context, io streams) error {
	switch {
	case c.Given != "" && (c.Statements || c.Against != "" || c.Events != ""):
		return errors.New("--given codes the sentences itself: leave out --statements, --against and the records")
	case c.JSON && (c.Against != "" || c.Errors > 0):
		return errors.New("--json prints figures alone: leave out --against and --errors")
	case c.Statements && (c.Against != "" || c.Errors > 0):
		return errors.New("--statements has figures alone: leave out --against and --errors")
	}
	if c.Given != "" {
		return c.given(ctx, io)
	}
	f, name, err := io.open(c.Gold)
	if err != nil {
		return err
	}
	defer f.Close()
	gold, err := eval.ReadGold(f, name)
	if err != nil {
		return err
	}
	events, statements := 0, 0
	for _, g := range gold {
		events += len(g.Events)
		statements += len(g.Statements)
	}
	if c.Statements && statements == 0 || !c.Statements && events == 0 {
		return fmt.Errorf("%s holds %d events and %d statements: nothing to score (--statements scores statements)", name, events, statements)
	}
	if c.Statements {
		return c.statements(ctx, io, gold)
	}
	return c.events(ctx, io, gold)
}

func (c *evalCmd) events(ctx context.Context, io streams, gold []eval.Gold) error {
	coded, err := c.codedEvents(ctx, io, gold)
	if err != nil {
		return err
	}
	figures, faults, err := eval.Score(gold, coded)
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(io.out).Encode(figures)
	}
	if c.Against != "" {
		return c.against(io, gold, figures, faults)
	}
	figures.Print(io.out)
	c.list(io, faults)
	return nil
}

// against compares this run with the records of another.
func (c *evalCmd) against(io streams, gold []eval.Gold, figures *eval.Figures, faults []eval.Fault) error {
	f, name, err := io.open(c.Against)
	if err != nil {
		return err
	}
	defer f.Close()
	records, err := eval.ReadEvents(f, name)
	if err != nil {
		return err
	}
	other, before, err := eval.Score(gold, records)
	if err != nil {
		return err
	}
	figures.PrintBeside(io.out, other)
	change := eval.Against(faults, before)
	fmt.Fprintf(io.out, "mended %d, broken %d\n", len(change.Mended), len(change.Broken))
	if c.Errors > 0 {
		fmt.Fprintln(io.out, "mended:")
		c.list(io, change.Mended)
		fmt.Fprintln(io.out, "broken:")
		c.list(io, change.Broken)
	}
	return nil
}

func (c *evalCmd) list(io streams, faults []eval.Fault) {
	for _, f := range faults[:min(c.Errors, len(faults))] {
		f.Print(io.out)
	}
}

func (c *evalCmd) statements(ctx context.Context, io streams, gold []eval.Gold) error {
	var coded map[string][]annalist.StatementRecord
	if c.Events != "" {
		f, name, err := io.open(c.Events)
		if err != nil {
			return err
		}
		defer f.Close()
		if coded, err = eval.ReadStatements(f, name); err != nil {
			return err
		}
	} else {
		coded = map[string][]annalist.StatementRecord{}
		err := c.each(ctx, gold, func(rec annalist.Record) {
			if st, ok := rec.(*annalist.StatementRecord); ok {
				coded[st.Article] = append(coded[st.Article], *st)
			}
		})
		if err != nil {
			return err
		}
	}
	figures, err := eval.Statements(gold, coded)
	if err != nil {
		return err
	}
	if c.JSON {
		return json.NewEncoder(io.out).Encode(figures)
	}
	figures.Print(io.out)
	return nil
}

// codedEvents reads the records to score, or codes the gold's texts.
func (c *evalCmd) codedEvents(ctx context.Context, io streams, gold []eval.Gold) (map[string][]annalist.EventRecord, error) {
	if c.Events != "" {
		f, name, err := io.open(c.Events)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		return eval.ReadEvents(f, name)
	}
	coded := map[string][]annalist.EventRecord{}
	err := c.each(ctx, gold, func(rec annalist.Record) {
		if ev, ok := rec.(*annalist.EventRecord); ok {
			coded[ev.Article] = append(coded[ev.Article], *ev)
		}
	})
	return coded, err
}

// each codes the gold's texts one after the other.
func (c *evalCmd) each(ctx context.Context, gold []eval.Gold, take func(annalist.Record)) error {
	coder, err := c.load()
	if err != nil {
		return err
	}
	for _, g := range gold {
		if g.Text == "" {
			return fmt.Errorf("article %s of %s has no text to code: give the coded records as second argument", g.ID, c.Gold)
		}
		doc, err := coder.Code(ctx, annalist.Article{ID: g.ID, Text: g.Text, Title: g.Title, Published: g.Published})
		if err != nil {
			return err
		}
		for _, rec := range coder.Records(doc, pipeline.Wanted{Statements: true}) {
			take(rec)
		}
	}
	return nil
}
