package main

import (
	"context"
	"encoding/json"
	"fmt"

	"annalist"
	"annalist/internal/eval"
	"annalist/internal/event"
	"annalist/internal/pipeline"
)

// given measures on single sentences of which something is given.
func (c *evalCmd) given(ctx context.Context, io streams) error {
	f, name, err := io.open(c.Gold)
	if err != nil {
		return err
	}
	defer f.Close()
	if c.Given == "pairs" {
		rows, err := eval.ReadPairs(f, name)
		if err == nil && len(rows) == 0 {
			err = fmt.Errorf("%s holds no pairs", name)
		}
		if err != nil {
			return err
		}
		return c.pairs(ctx, io, rows)
	}
	rows, empty, err := eval.ReadSentences(f, name)
	if err == nil && len(rows) == 0 {
		err = fmt.Errorf("%s holds no sentences (%d rows without text)", name, empty)
	}
	if err != nil {
		return err
	}
	return c.sentences(ctx, io, rows, empty)
}

func (c *evalCmd) pairs(ctx context.Context, io streams, rows []eval.PairRow) error {
	coder, err := c.load()
	if err != nil {
		return err
	}
	answers := make([][]eval.Answer, len(rows))
	for i, row := range rows {
		leans, err := coder.Given(ctx, annalist.Article{ID: row.ID, Text: row.Text}, event.Pair{Source: row.Source(), Target: row.Target()})
		if err != nil {
			return err
		}
		for _, l := range leans {
			answers[i] = append(answers[i], eval.Answer{Type: l.Type, Mode: l.Mode, Rule: l.Rule, Odds: l.Score, Whole: l.Whole()})
		}
	}
	figures, faults := eval.Pairs(rows, answers)
	if c.JSON {
		return json.NewEncoder(io.out).Encode(figures)
	}
	figures.Print(io.out)
	for i := range faults[:min(c.Errors, len(faults))] {
		faults[i].Print(io.out)
	}
	return nil
}

func (c *evalCmd) sentences(ctx context.Context, io streams, rows []eval.SentenceRow, empty int) error {
	coder, err := c.load()
	if err != nil {
		return err
	}
	coded := make([][]annalist.EventRecord, len(rows))
	for i, row := range rows {
		doc, err := coder.Code(ctx, annalist.Article{ID: row.ID, Text: row.Text})
		if err != nil {
			return err
		}
		for _, rec := range coder.Records(doc, pipeline.Wanted{}) {
			coded[i] = append(coded[i], *rec.(*annalist.EventRecord))
		}
	}
	figures, faults := eval.Sentences(rows, empty, coded)
	if c.JSON {
		return json.NewEncoder(io.out).Encode(figures)
	}
	figures.Print(io.out)
	for i := range faults[:min(c.Errors, len(faults))] {
		faults[i].Print(io.out)
	}
	return nil
}
