//go:build shared

package eval_test

import (
	"context"
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/pipeline"
)

func coder(t *testing.T) *pipeline.Coder {
	t.Helper()
	c, err := pipeline.New(data.Files(), "test", pipeline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// policeRow is a sentence of an article with what police do in it.
type policeRow struct {
	Doc    int `json:"doc_id"`
	Date   string
	Text   string
	Labels []string
}

// policeEvery is the share of the articles of the police set that is coded, about
// 2,000 of 12,547 sentences: the whole takes ten times as long and says the same.
const policeEvery = 6

// TestPolice measures what police did: sentence by sentence, the articles whole.
// KILL is an ASSAULT with dead by police, FORCE any ASSAULT or COERCE by police
// that is no arrest, ARREST a COERCE arrest by police.
func TestPolice(t *testing.T) {
	c := coder(t)
	var articles [][]policeRow
	last := -1
	for _, row := range doctest.Rows[policeRow](t, doctest.Shared(t, "data/events/india_police_sents.dev.jsonl.gz")) {
		h := fnv.New32a()
		h.Write([]byte(strconv.Itoa(row.Doc)))
		if h.Sum32()%policeEvery != 0 {
			continue
		}
		if row.Doc != last {
			articles = append(articles, nil)
		}
		last = row.Doc
		articles[len(articles)-1] = append(articles[len(articles)-1], row)
	}
	figures := map[string]*[3]int{"KILL": {}, "ARREST": {}, "FORCE": {}} // right, too many, missed
	sentences, plain, alarms := 0, 0, 0
	for _, rows := range articles {
		for i, found := range policeActs(t, c, rows) {
			sentences++
			for label, n := range figures {
				want, got := slices.Contains(rows[i].Labels, label), slices.Contains(found, label)
				switch {
				case want && got:
					n[0]++
				case got:
					n[1]++
				case want:
					n[2]++
				}
			}
			if len(rows[i].Labels) == 0 {
				plain++
				if slices.Contains(found, "alarm") {
					alarms++
				}
			}
		}
	}
	for _, label := range []string{"KILL", "ARREST", "FORCE"} {
		n := figures[label]
		t.Logf("%-6s precision %.2f recall %.2f of %d", label, share(n[0], n[0]+n[1]), share(n[0], n[0]+n[2]), n[0]+n[2])
	}
	rate := share(alarms, plain)
	t.Logf("%d articles, %d sentences; false alarms a sentence without label: %.3f", len(articles), sentences, rate)
	if rate > 0.05 {
		t.Errorf("ASSAULT or arrest by police in %.3f of sentences without label, want at most .05", rate)
	}
}

func share(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// policeActs codes an article and gives, by sentence, the labels that its events
// amount to, and "alarm" for an ASSAULT or arrest by police.
func policeActs(t *testing.T, c *pipeline.Coder, rows []policeRow) [][]string {
	t.Helper()
	var text strings.Builder
	var ends []int
	for _, row := range rows {
		text.WriteString(row.Text + "\n")
		ends = append(ends, text.Len())
	}
	doc, err := c.Code(context.Background(), annalist.Article{ID: strconv.Itoa(rows[0].Doc), Text: text.String(), Published: rows[0].Date})
	if err != nil {
		t.Fatal(err)
	}
	out := make([][]string, len(rows))
	for _, ev := range doc.Events {
		if !slices.ContainsFunc(ev.Actors, func(p annalist.Participant) bool {
			return p.Entity != annalist.None && slices.Contains(doc.Entities[p.Entity].Sectors, "COP")
		}) {
			continue
		}
		arrest := ev.Type == annalist.Coerce && ev.Mode == "arrest"
		i, _ := slices.BinarySearch(ends, ev.Trigger.End)
		switch {
		case arrest:
			out[i] = append(out[i], "ARREST", "alarm")
		case ev.Type == annalist.Assault:
			out[i] = append(out[i], "FORCE", "alarm")
			if ev.Size.Dead != nil {
				out[i] = append(out[i], "KILL")
			}
		case ev.Type == annalist.Coerce:
			out[i] = append(out[i], "FORCE")
		}
	}
	return out
}
