//go:build shared

package when_test

import (
	"os"
	"regexp"
	"sort"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/when"
)

var quarterForm = regexp.MustCompile(`^(\d{4})-Q([1-4])$`)
var seasonForm = regexp.MustCompile(`^(\d{4})-(SP|SU|FA|WI)$`)

// ours turns a value of TimeML into the coding manual's forms; empty for what
// has no days (PAST_REF).
func ours(v string) string {
	if strings.HasSuffix(v, "_REF") || strings.Contains(v, "XX") {
		return ""
	}
	if m := quarterForm.FindStringSubmatch(v); m != nil {
		return m[1] + "-" + map[string]string{"1": "01", "2": "04", "3": "07", "4": "10"}[m[2]] + "/" + m[1] + "-" + map[string]string{"1": "03", "2": "06", "3": "09", "4": "12"}[m[2]]
	}
	if m := seasonForm.FindStringSubmatch(v); m != nil {
		return m[1] + "-" + m[2]
	}
	if i := strings.IndexByte(v, 'T'); i > 0 && v[0] != 'P' {
		return v[:i]
	}
	if len(v) == 3 {
		return v + "0/" + v + "9"
	}
	return v
}

type expression struct{ Anchor, Text, Type, Value string }

// TestTimenorm measures the share of expressions given the right value. The
// expressions stand alone, without the sentence a tense would come from.
func TestTimenorm(t *testing.T) {
	right, all := map[string]int{}, map[string]int{}
	var wrong []string
	for _, row := range doctest.Rows[expression](t, doctest.Shared(t, "data/time/timenorm_pairs_en.train.jsonl")) {
		doc := doctest.Plain(row.Text, row.Anchor)
		when.Find(doc)
		ok, got := judge(doc, row.Type, ours(row.Value))
		all[row.Type]++
		if ok {
			right[row.Type]++
		} else {
			wrong = append(wrong, row.Type+" | "+row.Anchor+" | "+row.Text+" | want "+row.Value+" | got "+got)
		}
	}
	for _, k := range []string{"DATE", "DURATION", "SET", "TIME"} {
		t.Logf("%s: %d of %d right (%.1f %%)", k, right[k], all[k], 100*float64(right[k])/float64(all[k]))
	}
	if out := os.Getenv("WHEN_ERRORS"); out != "" {
		sort.Strings(wrong)
		if err := os.WriteFile(out, []byte(strings.Join(wrong, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if share := float64(right["DATE"]) / float64(all["DATE"]); share < 0.6 {
		t.Errorf("dates right: %.3f, want 0.6", share)
	}
}

func judge(doc *annalist.Document, kind, want string) (bool, string) {
	got := "nothing"
	for _, tm := range doc.Times {
		got = string(tm.Kind) + " " + tm.Value
		switch kind {
		case "DATE", "TIME":
			if tm.Value == want || tm.Value != "" && seasonForm.MatchString(want) && tm.Value[:4] == want[:4] {
				return true, got
			}
		case "DURATION":
			if tm.Kind == annalist.Duration || tm.Kind == annalist.Point && tm.Precision == annalist.Range || want == "" && tm.Kind != annalist.Point {
				return true, got
			}
		case "SET":
			if tm.Kind == annalist.Repeated {
				return true, got
			}
		}
	}
	return len(doc.Times) == 0 && want == "" && kind == "DATE", got
}

type datedArticle struct {
	ID, Published, Text string
	Events              []struct {
		Date        string
		Trigger     string
		TriggerSpan [2]int `json:"trigger_span"`
	}
}

// TestAnnotated measures how often the date of an annotated event is among the
// times of its trigger's sentence, leaving out undated events and those that
// have the day of publication, which need no words.
func TestAnnotated(t *testing.T) {
	parse := parser(t)
	var found, prefix, textual, nothing int
	var wrong []string
	for _, row := range doctest.Rows[datedArticle](t, doctest.Shared(t, "data/annotated/train.jsonl.gz")) {
		doc := &annalist.Document{Article: annalist.Article{ID: row.ID, Text: row.Text, Published: row.Published}}
		parse(doc)
		when.Find(doc)
		doctest.Check(t, doc)
		offsets := doctest.Offsets(row.Text)
		for _, ev := range row.Events {
			if ev.Date == "" || ev.Date == row.Published {
				continue
			}
			at := offsets[ev.TriggerSpan[0]]
			textual++
			got := values(doc, at)
			switch {
			case has(got, ev.Date):
				found++
			case hasPrefix(got, ev.Date):
				prefix++
			default:
				if len(got) == 0 {
					nothing++
				}
				sent := sentenceAt(doc, at)
				wrong = append(wrong, row.Published+" | "+ev.Date+" | "+strings.Join(got, " ")+" | "+ev.Trigger+" | "+doc.Text(sent.Span))
			}
		}
	}
	t.Logf("%d events with a date of their own: %d exact (%.1f %%), %d more by prefix, %d whose sentence has no dated words",
		textual, found, 100*float64(found)/float64(textual), prefix, nothing)
	if out := os.Getenv("WHEN_ERRORS"); out != "" {
		if err := os.WriteFile(out+".annotated", []byte(strings.Join(wrong, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if share := float64(found+prefix) / float64(textual); share < 0.5 {
		t.Errorf("share %.3f, want 0.5", share)
	}
}

func sentenceAt(doc *annalist.Document, at int) annalist.Sentence {
	for _, s := range doc.Sentences {
		if s.Span.Has(at) {
			return s
		}
	}
	return annalist.Sentence{}
}

func values(doc *annalist.Document, at int) []string {
	sent := sentenceAt(doc, at)
	var out []string
	for _, tm := range doc.Times {
		if tm.Value != "" && sent.Span.Covers(tm.Span) {
			out = append(out, tm.Value)
		}
	}
	return out
}

func has(list []string, v string) bool {
	for _, x := range list {
		if x == v {
			return true
		}
	}
	return false
}

// hasPrefix counts a value in the same grain family: the scorer takes a range
// by its first day and a month for a day in it.
func hasPrefix(list []string, v string) bool {
	lo := func(s string) string { return strings.SplitN(s, "/", 2)[0] }
	for _, x := range list {
		if lo(x) == lo(v) || strings.HasPrefix(x, v) || strings.HasPrefix(v, x) && len(x) >= 7 {
			return true
		}
	}
	return false
}
