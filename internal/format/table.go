package format

import (
	"fmt"
	"io"
	"strings"

	"annalist"
)

// table writes events for people: a line with who did what to whom, and under
// it when, where and on whose word.
type table struct {
	out     io.Writer
	article string
	err     error
}

func newTable(w io.Writer) Writer { return &table{out: w} }

func (t *table) Write(rec annalist.Record) error {
	switch rec := rec.(type) {
	case *annalist.EventRecord:
		t.heading(rec.Article, rec.Published)
		t.event(rec)
	case *annalist.StatementRecord:
		t.heading(rec.Article, rec.Published)
		t.statement(rec)
	case *annalist.SkipRecord:
		t.heading(rec.Article, "")
		t.printf("  [%d] no event: %s%s\n", rec.Sentence, rec.Reason, noteOf(rec))
	case *annalist.ArticleRecord:
		t.heading(rec.ID, rec.Published)
	}
	return t.err
}

func (t *table) Flush() error { return t.err }

func (t *table) Close() error { return t.err }

func (t *table) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.out, format, args...)
	}
}

// heading names the article once, before its first record.
func (t *table) heading(id, published string) {
	if id == t.article {
		return
	}
	t.article = id
	if r := []rune(id); len(r) > 40 { // a sha256 made for want of an id
		id = string(r[:12])
	}
	if published != "" {
		published = "  " + published
	}
	t.printf("\n%s%s\n", id, published)
}

func (t *table) event(ev *annalist.EventRecord) {
	kind := string(ev.Type)
	if ev.Mode != "" {
		kind += "/" + string(ev.Mode)
	}
	t.printf("  [%d] %-22s %s -> %s   %q", ev.Sentence, kind, list(ev.Actors), list(ev.Recipients), ev.Trigger.Text)
	if ev.Realis != annalist.Actual {
		t.printf("  (%s)", ev.Realis)
	}
	if ev.Historical {
		t.printf("  (historical)")
	}
	t.printf("  %.2f\n", ev.Confidence)
	var more []string
	if ev.Date.Basis != annalist.FromNothing && ev.Date.Value != "" {
		more = append(more, "when "+ev.Date.Value)
	}
	if ev.Place != nil {
		more = append(more, "where "+placeName(ev.Place))
	}
	for _, att := range ev.Attribution {
		more = append(more, fmt.Sprintf("says %s", party(att.Source)))
	}
	if len(more) > 0 {
		t.printf("      %s\n", strings.Join(more, " | "))
	}
}

func (t *table) statement(st *annalist.StatementRecord) {
	speaker, cue := "?", ""
	if st.Speaker != nil {
		speaker = party(*st.Speaker)
	}
	if st.Cue != nil {
		cue = st.Cue.Text
	}
	parts := make([]string, len(st.Content))
	for i, c := range st.Content {
		parts[i] = strings.Join(strings.Fields(c.Text), " ")
	}
	t.printf("  [%d] statement: %s %s (%s): %s\n", st.Sentence, speaker, cue, st.Stance, strings.Join(parts, " ... "))
}

func list(es []annalist.EntityRecord) string {
	if len(es) == 0 {
		return "-"
	}
	parts := make([]string, len(es))
	for i, e := range es {
		parts[i] = party(e)
	}
	return strings.Join(parts, ", ")
}

// party shows an entity as name (COUNTRY SECTOR).
func party(e annalist.EntityRecord) string {
	name := e.Name
	if name == "" {
		name = e.Text
	}
	codes := make([]string, 0, 2)
	if e.Country != "" {
		codes = append(codes, string(e.Country))
	}
	if len(e.Sectors) > 0 {
		codes = append(codes, string(e.Sectors[0]))
	}
	if len(codes) == 0 {
		return strings.TrimSpace(name)
	}
	return strings.TrimSpace(name + " (" + strings.Join(codes, " ") + ")")
}

func placeName(p *annalist.PlaceRecord) string {
	name := p.Name
	if name == "" {
		name = p.Text
	}
	if p.Country != "" {
		name += " (" + string(p.Country) + ")"
	}
	return name
}

func noteOf(rec *annalist.SkipRecord) string {
	out := ""
	if rec.Span != nil {
		text := []rune(strings.Join(strings.Fields(rec.Span.Text), " "))
		if len(text) > 60 {
			text = append(text[:59], '…')
		}
		out = "  «" + string(text) + "»"
	}
	if rec.Note != "" {
		out += "  " + rec.Note
	}
	return out
}
