package pipeline

import (
	"math"

	"annalist"
)

func (r *recorder) span(s annalist.Span) annalist.SpanRecord {
	return annalist.SpanRecord{Start: s.Start, End: s.End, Text: r.doc.Text(s)}
}

func (r *recorder) spans(ss []annalist.Span) []annalist.SpanRecord {
	recs := make([]annalist.SpanRecord, 0, len(ss))
	for _, s := range ss {
		recs = append(recs, r.span(s))
	}
	return recs
}

func (r *recorder) parties(ps []annalist.Participant) []annalist.EntityRecord {
	recs := make([]annalist.EntityRecord, 0, len(ps))
	for _, p := range ps {
		recs = append(recs, r.entity(p))
	}
	return recs
}

// entity writes a party: the mention's own characters, the entity's codes.
func (r *recorder) entity(p annalist.Participant) annalist.EntityRecord {
	rec := annalist.EntityRecord{Sectors: []annalist.Sector{}, Confidence: round(p.Confidence)}
	if p.Mention != annalist.None {
		m := r.doc.Mentions[p.Mention]
		start, end := m.Span.Start, m.Span.End
		rec.Start, rec.End, rec.Text = &start, &end, r.doc.Text(m.Span)
		rec.Rule = m.Rule
	}
	if p.Entity == annalist.None {
		// A source or party the text leaves unnamed is said to exist, no more.
		rec.Sectors = append(rec.Sectors, "UNK")
		return rec
	}
	e := r.doc.Entities[p.Entity]
	rec.Name, rec.ID, rec.Country, rec.Others = e.Name, e.ID, e.Country, e.Others
	rec.Sectors = append(rec.Sectors, e.Sectors...)
	if e.Rule != "" {
		rec.Rule = e.Rule
	}
	if rec.Confidence == 0 {
		rec.Confidence = round(e.Confidence)
	}
	return rec
}

func (r *recorder) place(p *annalist.EventPlace) *annalist.PlaceRecord {
	if p == nil || p.Mention == annalist.None {
		return nil
	}
	pm := r.doc.Places[p.Mention]
	start, end := pm.Span.Start, pm.Span.End
	return &annalist.PlaceRecord{
		Start: &start, End: &end, Text: r.doc.Text(pm.Span), Place: pm.Place,
		Basis: p.Basis, Rule: pm.Rule, Confidence: round(p.Confidence), Others: orEmpty(pm.Others),
	}
}

// orEmpty makes an absent list an empty one: readers see [] and never null.
func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// round keeps two decimals: more would claim a precision nobody measured.
func round(f float64) float64 { return math.Round(f*100) / 100 }

// numbers are what the codebook's tables give an event.
type numbers struct {
	quad  int
	score float64
	cameo string
}

// numbers reads the row of the type, narrowed by its mode and by the rule. A rule
// that gives only a root leaves the rest to the mode: CAMEO's appeals (02) are
// divided as its demands (10), "asked for aid" is 023 as "demanded aid" is 103.
func (c *Coder) numbers(ev *annalist.Event) numbers {
	typ := c.book.Type(ev.Type)
	n := numbers{typ.Quad, typ.Score, typ.CAMEO}
	if mode := typ.ModeOf(ev.Mode); mode != nil {
		n.score = mode.Score
		if mode.CAMEO != "" {
			n.cameo = mode.CAMEO
		}
	}
	switch {
	case len(ev.CAMEO) == 2 && len(n.cameo) > 2:
		n.cameo = ev.CAMEO + n.cameo[2:]
	case ev.CAMEO != "":
		n.cameo = ev.CAMEO
	}
	return n
}
