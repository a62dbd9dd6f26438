package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"annalist"

	"github.com/google/go-cmp/cmp"
)

// steps makes a coder of one step, for tests of the line itself.
func steps(find func(*annalist.Document)) *Coder {
	return &Coder{version: "test", hash: "0", steps: []step{{name: "probe", find: find}}}
}

func TestRefuse(t *testing.T) {
	german := "Der Bundeskanzler hat am Dienstag in Berlin den polnischen Ministerpräsidenten empfangen und mit ihm über die Lage gesprochen."
	for _, test := range []struct {
		name string
		art  annalist.Article
		want annalist.SkipReason
	}{
		{name: "a story", art: annalist.Article{Text: "French President Emmanuel Macron visited Rwanda on Tuesday and met its president in the capital."}},
		{name: "a headline is too short to tell", art: annalist.Article{Text: "Macron besucht Ruanda"}},
		{name: "nothing", art: annalist.Article{Text: " \n"}, want: annalist.SkipEmpty},
		{name: "a byline", art: annalist.Article{Text: "bur/about/you\n"}, want: annalist.SkipByline},
		{name: "a path is no byline", art: annalist.Article{Text: "He and/or she left."}},
		{name: "German", art: annalist.Article{Text: german}, want: annalist.SkipNotEnglish},
		{name: "Russian, short", art: annalist.Article{Text: "Президент прибыл в Минск"}, want: annalist.SkipNotEnglish},
		{name: "declared", art: annalist.Article{Text: "Text.", Language: "fr"}, want: annalist.SkipNotEnglish},
		{name: "declared English", art: annalist.Article{Text: "Text.", Language: "en-GB"}},
		{name: "English full of foreign names", art: annalist.Article{
			Text: "The Bundesverfassungsgericht and the Bundesgerichtshof in Karlsruhe ruled for the Landeshauptmannschaft of Schleswig-Holstein and the Oberbürgermeister.",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, note := steps(nil).refuse(test.art)
			if got != test.want {
				t.Errorf("got %q (%s), want %q", got, note, test.want)
			}
		})
	}
}

// TestFaultIsRecovered: a fault of ours costs one article and says where it was.
func TestFaultIsRecovered(t *testing.T) {
	c := steps(func(doc *annalist.Document) {
		var none []int
		_ = none[len(doc.Text(annalist.Span{Start: 0, End: 1}))]
	})
	doc, err := c.Code(context.Background(), annalist.Article{ID: "a", Text: "A story."})
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Skips) != 1 || doc.Skips[0].Reason != annalist.SkipBroken || !strings.Contains(doc.Skips[0].Note, "step probe") {
		t.Errorf("got skips %+v, want one that names the step", doc.Skips)
	}
	recs := c.Records(doc, Wanted{Skipped: true})
	if len(recs) != 1 {
		t.Errorf("got %d records, want the skip", len(recs))
	}
}

// TestFaultInRecordsIsRecovered: so does one in writing the records.
func TestFaultInRecordsIsRecovered(t *testing.T) {
	c := steps(func(doc *annalist.Document) {
		doc.Statements = []annalist.Statement{{Inside: annalist.None, Speaker: annalist.Participant{Mention: 7, Entity: annalist.None}}}
	})
	doc, err := c.Code(context.Background(), annalist.Article{ID: "a", Text: "A story."})
	if err != nil {
		t.Fatal(err)
	}
	recs := c.Records(doc, Wanted{Documents: true, Statements: true, Skipped: true})
	if len(recs) != 2 {
		t.Fatalf("got %d records, want the article and the skip", len(recs))
	}
	if skip, ok := recs[1].(*annalist.SkipRecord); !ok || skip.Reason != string(annalist.SkipBroken) || !strings.Contains(skip.Note, "step records") {
		t.Errorf("got %+v, want a skip that names the step", recs[1])
	}
	if len(doc.Skips) != 1 || doc.Skips[0].Sentence != annalist.None || len(doc.Statements) != 0 {
		t.Errorf("got %+v, want a document with nothing but the skip", doc)
	}
}

// source gives n articles, the third of which cannot be read.
func source(n int) Source {
	i := 0
	return func() (annalist.Article, error) {
		i++
		switch {
		case i > n:
			return annalist.Article{}, io.EOF
		case i == 3:
			return annalist.Article{ID: "3"}, errBad
		}
		return annalist.Article{ID: fmt.Sprint(i), Text: "A story."}, nil
	}
}

var (
	errBad  = errors.New("bad article")
	errSink = errors.New("sink is full")
)

func TestRunKeepsOrder(t *testing.T) {
	var want []string
	for i := 1; i <= 200; i++ {
		want = append(want, fmt.Sprint(i))
	}
	for _, workers := range []int{1, 4} {
		var got []string
		bad := 0
		c := steps(func(*annalist.Document) {})
		err := c.Run(context.Background(), workers, source(200), func(r Result) error {
			got = append(got, r.Art.ID)
			if errors.Is(r.Err, errBad) {
				bad++
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(got, want); diff != "" || bad != 1 {
			t.Errorf("%d workers, %d bad: got - want +\n%s", workers, bad, diff)
		}
	}
}

func TestRunEndsOnErrors(t *testing.T) {
	c := steps(func(*annalist.Document) {})
	err := c.Run(context.Background(), 2, source(200), func(r Result) error { return r.Err })
	if !errors.Is(err, errBad) {
		t.Errorf("error of the source, handed back: got %v, want %v", err, errBad)
	}
	n := 0
	err = c.Run(context.Background(), 2, source(200), func(Result) error {
		n++
		return errSink
	})
	if !errors.Is(err, errSink) || n != 1 {
		t.Errorf("failing sink: got %v after %d results, want %v after one", err, n, errSink)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := c.Run(ctx, 2, source(200), func(Result) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
}

// TestRunEndsBesideABlockedSource: a read that does not return holds up neither
// a cancel nor an error of the sink.
func TestRunEndsBesideABlockedSource(t *testing.T) {
	c := steps(func(*annalist.Document) {})
	blocked := make(chan struct{})
	defer close(blocked)
	afterOne := func() Source {
		n := 0
		return func() (annalist.Article, error) {
			if n++; n > 1 {
				<-blocked
				return annalist.Article{}, io.EOF
			}
			return annalist.Article{ID: "1", Text: "A story."}, nil
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	err := c.Run(ctx, 2, afterOne(), func(Result) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: got %v", err)
	}
	err = c.Run(context.Background(), 2, afterOne(), func(Result) error { return errSink })
	if !errors.Is(err, errSink) || errors.Is(err, context.Canceled) {
		t.Errorf("failing sink: got %v, want %v alone", err, errSink)
	}
}
