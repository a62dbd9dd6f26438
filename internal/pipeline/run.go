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
// sink in the order of the source, whatever order they were done in. Errors of the
// source reach the sink in their place, and reading goes on: the sink ends the run
// by returning an error. Run returns the first error of the sink or the context.
//
// A source that blocks (a pipe nobody writes to) does not hold up the end: after
// a cancel or an error Run returns, and the source may still be in its last call,
// whose result is dropped.
func (c *Coder) Run(ctx context.Context, workers int, src Source, sink func(Result) error) error {
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
		srcErr <- feed(ctx, read(ctx, src), order, work)
	}()
	err := drain(order, sink, cancel)
	group.Wait()
	if err != nil {
		return err
	}
	return <-srcErr
}

// read calls the source in a goroutine of its own, the only one that nobody waits
// for: a read that blocks cannot be called off. It ends with the source's last
// article, or when its read returns after a cancel.
func read(ctx context.Context, src Source) <-chan *job {
	jobs := make(chan *job)
	go func() {
		defer close(jobs)
		for {
			art, err := src()
			if errors.Is(err, io.EOF) {
				return
			}
			j := &job{art: art, err: err, done: make(chan Result, 1)}
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	return jobs
}

// feed hands out the articles that are read.
func feed(ctx context.Context, jobs <-chan *job, order, work chan<- *job) error {
	for {
		var j *job
		select {
		case j = <-jobs:
		case <-ctx.Done():
			return ctx.Err()
		}
		if j == nil {
			return ctx.Err()
		}
		select {
		case order <- j:
		case <-ctx.Done():
			return ctx.Err()
		}
		if j.err != nil {
			j.done <- Result{Art: j.art, Err: j.err}
			continue
		}
		select {
		case work <- j:
		case <-ctx.Done():
			j.done <- Result{Art: j.art, Err: ctx.Err()}
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
