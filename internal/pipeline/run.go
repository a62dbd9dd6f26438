package pipeline

import (
	"context"
	"errors"
	"io"
	"sync"

	"annalist"
)

// Source gives articles one after the other; io.EOF ends it.
type Source func() (annalist.Article, error)

// Result is what became of one article of a Source: a document, or the error
// that the source gave in its place.
type Result struct {
	Doc *annalist.Document
	Art annalist.Article
	Err error
}

// job is one article on its way through the workers.
type job struct {
	art  annalist.Article
	err  error
	done chan Result
}

// Run codes the articles of src on a number of workers and hands the results to
// sink in the order of the source, whatever order they were done in. Errors of
// single articles reach the sink; fatal says which errors of the source end the
// run. It returns the first error of the sink, the source or the context.
func (c *Coder) Run(ctx context.Context, workers int, src Source, fatal func(error) bool, sink func(Result) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	work := make(chan *job)
	order := make(chan *job, 4*workers) // bounds what is read ahead
	var group sync.WaitGroup
	for range workers {
		group.Add(1)
		go func() {
			defer group.Done()
			for j := range work {
				doc, err := c.Code(ctx, j.art)
				j.done <- Result{Doc: doc, Art: j.art, Err: err}
			}
		}()
	}
	srcErr := make(chan error, 1)
	go func() {
		defer close(order)
		defer close(work)
		srcErr <- feed(ctx, src, fatal, order, work)
	}()
	err := drain(order, sink, cancel)
	group.Wait()
	return errors.Join(err, <-srcErr)
}

// feed reads the source and hands out its articles.
func feed(ctx context.Context, src Source, fatal func(error) bool, order, work chan<- *job) error {
	for {
		art, err := src()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil && fatal(err) {
			return err
		}
		j := &job{art: art, err: err, done: make(chan Result, 1)}
		select {
		case order <- j:
		case <-ctx.Done():
			return ctx.Err()
		}
		if err != nil {
			j.done <- Result{Art: art, Err: err}
			continue
		}
		select {
		case work <- j:
		case <-ctx.Done():
			j.done <- Result{Art: art, Err: ctx.Err()}
			return ctx.Err()
		}
	}
}

// drain hands the results to the sink in order. After the sink's first error
// the rest is only waited for.
func drain(order <-chan *job, sink func(Result) error, cancel func()) error {
	var first error
	for j := range order {
		res := <-j.done
		if first != nil || errors.Is(res.Err, context.Canceled) {
			continue
		}
		if err := sink(res); err != nil {
			first = err
			cancel()
		}
	}
	return first
}
