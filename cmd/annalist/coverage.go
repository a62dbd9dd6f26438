package main

import (
	"context"
	"fmt"
	"runtime"
	"strings"

	"annalist"
	"annalist/internal/eval"
	"annalist/internal/format"
	"annalist/internal/pipeline"
)

// coverageCmd lists what the codebook leaves uncoded.
type coverageCmd struct {
	Files     []string `arg:"" optional:"" help:"Articles, as for code."`
	Published string   `help:"Day of publication (YYYY-MM-DD) of articles that name none." placeholder:"DAY"`
	Top       int      `help:"How many predicates to list." default:"50" placeholder:"N"`
	Examples  int      `help:"How many sentences to show of each." default:"2" placeholder:"N"`
	Class     string   `help:"Which words: verb, noun or both." enum:"verb,noun,both" default:"both"`
	coderFlags
}

// Run codes the articles and prints the predicates with a party that were left
// uncoded most often. Inputs and articles that cannot be read are named and left out.
func (c *coverageCmd) Run(ctx context.Context, io streams) error {
	coder, err := c.load()
	if err != nil {
		return err
	}
	job := &codeJob{coder: coder, io: io}
	files := c.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	count := eval.NewCoverage(c.Examples)
	src := &sources{io: io, files: files, fill: format.Defaults{Published: c.Published}, next: func() {}}
	job.out = discard{}
	err = coder.Run(ctx, runtime.GOMAXPROCS(0), src.article, func(res pipeline.Result) error {
		if res.Err == nil {
			count.Add(res.Doc)
		}
		return job.result(res)
	})
	if err != nil {
		return err
	}
	c.print(io, count.Predicates())
	return job.outcome(len(files))
}

func (c *coverageCmd) print(io streams, list []eval.Predicate) {
	fmt.Fprintf(io.out, "%-20s %-5s %7s %7s\n", "predicate", "class", "uncoded", "coded")
	shown := 0
	for _, p := range list {
		if class := strings.ToLower(string(p.Tag)); c.Class != "both" && c.Class != class || shown == c.Top || p.Uncoded == 0 {
			continue
		}
		shown++
		fmt.Fprintf(io.out, "%-20s %-5s %7d %7d\n", p.Lemma, strings.ToLower(string(p.Tag)), p.Uncoded, p.Coded)
		for _, s := range p.Examples {
			fmt.Fprintf(io.out, "    %s\n", strings.Join(strings.Fields(s), " "))
		}
	}
}

// discard is a writer of records nobody asked for.
type discard struct{}

func (discard) Write(annalist.Record) error { return nil }
func (discard) Flush() error                { return nil }
func (discard) Close() error                { return nil }
