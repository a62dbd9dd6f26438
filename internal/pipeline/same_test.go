package pipeline_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/format"
	"annalist/internal/pipeline"
	"annalist/internal/syntax"
	"annalist/internal/syntax/nn"

	"github.com/google/go-cmp/cmp"
)

var everything = pipeline.Wanted{Documents: true, Statements: true, Skipped: true}

func newCoder(t *testing.T) *pipeline.Coder {
	t.Helper()
	coder, err := pipeline.New(data.Files(), "test", pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return coder
}

// stories are the sample stories and the committed gold texts.
func stories(t *testing.T) []annalist.Article {
	t.Helper()
	var out []annalist.Article
	for _, path := range []string{"../../examples/northeast-syria.jsonl", "../../testdata/gold/dev.jsonl"} {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		in := format.NewReader(f, path, format.Defaults{})
		for {
			art, err := in.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, art)
		}
	}
	return out
}

// records codes one article and gives its records as JSON Lines.
func records(t *testing.T, coder *pipeline.Coder, art annalist.Article) string {
	t.Helper()
	doc, err := coder.Code(context.Background(), art)
	if err != nil {
		t.Fatal(err)
	}
	doctest.Check(t, doc)
	if doc.Article != art {
		t.Errorf("%s: coding changed the article", art.ID)
	}
	return lines(t, coder.Records(doc, everything))
}

func lines(t *testing.T, recs []annalist.Record) string {
	t.Helper()
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	for _, rec := range recs {
		if err := enc.Encode(rec); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

// TestSameBytes: coders loaded twice and every kernel of the net give the same
// bytes, and the invariants hold for each story.
func TestSameBytes(t *testing.T) {
	first, second := newCoder(t), newCoder(t)
	all := stories(t)
	var want []string
	for _, art := range all {
		want = append(want, records(t, first, art))
	}
	for i, art := range all {
		if diff := cmp.Diff(records(t, second, art), want[i]); diff != "" {
			t.Errorf("%s: a second run differs: got - want +\n%s", art.ID, diff)
		}
	}
	parser, err := syntax.New(data.Files())
	if err != nil {
		t.Fatal(err)
	}
	kernels := nn.Kernels()
	for _, kernel := range kernels {
		forced, err := parser.WithKernel(kernel)
		if err != nil {
			t.Fatal(err)
		}
		coder := first.WithParser(forced)
		for i, art := range all[:4] { // plain Go takes its time
			if diff := cmp.Diff(records(t, coder, art), want[i]); diff != "" {
				t.Errorf("%s on kernel %s differs: got - want +\n%s", art.ID, kernel, diff)
			}
		}
	}
}

// TestSpansRepeatTheText: every text in a record equals the bytes it covers.
func TestSpansRepeatTheText(t *testing.T) {
	coder := newCoder(t)
	checked := 0
	for _, art := range stories(t) {
		for _, line := range strings.Split(strings.TrimSpace(records(t, coder, art)), "\n") {
			var rec any
			if err := json.Unmarshal([]byte(line), &rec); err != nil {
				t.Fatal(err)
			}
			checked += spans(t, art, rec)
		}
	}
	if checked < 500 {
		t.Errorf("only %d spans were checked", checked)
	}
}

// spans walks a record for objects with start, end and text.
func spans(t *testing.T, art annalist.Article, node any) int {
	n := 0
	switch node := node.(type) {
	case []any:
		for _, child := range node {
			n += spans(t, art, child)
		}
	case map[string]any:
		start, ok1 := node["start"].(float64)
		end, ok2 := node["end"].(float64)
		text, ok3 := node["text"].(string)
		if ok1 && ok2 && ok3 {
			n++
			if got := art.Text[int(start):int(end)]; got != text {
				t.Errorf("%s: bytes %v-%v hold %q, the record says %q", art.ID, start, end, got, text)
			}
		}
		for _, child := range node {
			n += spans(t, art, child)
		}
	}
	return n
}

// TestUnrelatedFirstSentence: a sentence that has nothing to do with the story,
// in a paragraph of its own, moves offsets only.
func TestUnrelatedFirstSentence(t *testing.T) {
	coder := newCoder(t)
	const other = "Bread is baked in ovens.\n\n"
	total := 0
	for _, art := range stories(t) {
		doc, err := coder.Code(context.Background(), art)
		if err != nil {
			t.Fatal(err)
		}
		longer := art
		longer.Text = other + art.Text
		after, err := coder.Code(context.Background(), longer)
		if err != nil {
			t.Fatal(err)
		}
		want, got := outline(coder, doc, len(other)), outline(coder, after, 0)
		total += len(want)
		if diff := cmp.Diff(got, want); diff != "" {
			t.Errorf("%s: got - want +\n%s", art.ID, diff)
		}
	}
	if total < 50 {
		t.Errorf("only %d events were compared", total)
	}
}

// outline is one line an event, with offsets moved by shift.
func outline(coder *pipeline.Coder, doc *annalist.Document, shift int) map[string]bool {
	out := map[string]bool{}
	for _, rec := range coder.Records(doc, pipeline.Wanted{}) {
		ev := rec.(*annalist.EventRecord)
		line := fmt.Sprintf("%d %s %s %s %s", ev.Trigger.Start+shift, ev.Type, ev.Mode, ev.Realis, ev.Date.Value)
		for _, e := range append(append([]annalist.EntityRecord{}, ev.Actors...), ev.Recipients...) {
			line += " " + e.Name + " " + string(e.Country)
		}
		out[line] = true
	}
	return out
}
