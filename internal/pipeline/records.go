package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"annalist"
)

// Wanted says which kinds of records are asked for beside events.
type Wanted struct {
	Documents, Statements, Skipped bool
}

// Records gives what is written of a document, in a fixed order: the article,
// its events, its statements, its skips. A fault of ours leaves the document, like
// one in Code, with nothing but the skip that tells of it.
func (c *Coder) Records(doc *annalist.Document, want Wanted) (recs []annalist.Record) {
	defer func() {
		if fault := recover(); fault != nil {
			*doc = *broken(doc.Article, "records", fault)
			recs = c.records(doc, want)
		}
	}()
	return c.records(doc, want)
}

func (c *Coder) records(doc *annalist.Document, want Wanted) []annalist.Record {
	r := &recorder{c: c, doc: doc, seen: map[string]int{}}
	events := r.events()
	statements := r.statements(events)
	var recs []annalist.Record
	if want.Documents {
		recs = append(recs, r.article())
	}
	for _, ev := range events {
		recs = append(recs, ev)
	}
	if want.Statements {
		for _, st := range statements {
			recs = append(recs, st)
		}
	}
	if want.Skipped {
		recs = append(recs, r.skips()...)
	}
	return recs
}

// recorder writes the records of one document.
type recorder struct {
	c    *Coder
	doc  *annalist.Document
	seen map[string]int // how often a key was used, for its ordinal
}

// id hashes what names a record and its ordinal among equal ones, so that ids
// stay when an unrelated sentence is put before it.
func (r *recorder) id(parts ...string) string {
	key := strings.Join(append([]string{r.doc.ID}, parts...), "\x00")
	n := r.seen[key]
	r.seen[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%d", key, n))
	return hex.EncodeToString(sum[:8])
}

func (r *recorder) head(kind, id string) annalist.Head {
	return annalist.Head{
		Schema: annalist.Schema, Kind: kind, Coder: "annalist " + r.c.version, Book: r.c.hash, ID: id, Article: r.doc.ID,
	}
}

func (r *recorder) article() *annalist.ArticleRecord {
	art := r.doc.Article
	sum := sha256.Sum256([]byte(art.Text))
	return &annalist.ArticleRecord{
		Head: r.head("article", art.ID), Title: art.Title, Text: art.Text, Published: art.Published,
		Source: art.Source, URL: art.URL, Language: art.Language, SHA256: hex.EncodeToString(sum[:]),
	}
}

func (r *recorder) events() []*annalist.EventRecord {
	recs := make([]*annalist.EventRecord, 0, len(r.doc.Events))
	for i := range r.doc.Events {
		recs = append(recs, r.event(&r.doc.Events[i]))
	}
	return recs
}

func (r *recorder) event(ev *annalist.Event) *annalist.EventRecord {
	art := r.doc.Article
	numbers := r.c.numbers(ev)
	rec := &annalist.EventRecord{
		Head:      r.head("event", r.id("event", string(ev.Type), r.doc.Text(ev.Trigger))),
		Published: art.Published, Source: art.Source, URL: art.URL,
		Sentence: ev.Sentence + 1, Trigger: r.span(ev.Trigger),
		Type: ev.Type, Mode: ev.Mode, Contexts: orEmpty(ev.Contexts),
		Quad: numbers.quad, Score: numbers.score, CAMEO: numbers.cameo,
		Actors: r.parties(ev.Actors), Recipients: r.parties(ev.Recipients),
		Realis: ev.Realis, Historical: ev.Historical,
		Date: annalist.Date{Basis: annalist.FromNothing}, ContentDate: ev.ContentDate,
		Place: r.place(ev.Place), Mentions: r.spans(ev.Mentions),
		Votes: ev.Votes, Why: ev.Why, Confidence: round(ev.Confidence),
	}
	if ev.Date != nil {
		rec.Date = *ev.Date
		rec.Date.Confidence = round(rec.Date.Confidence)
	}
	if ev.Size != (annalist.Size{}) {
		rec.Size = &ev.Size
	}
	rec.Votes.Rules, rec.Votes.Net = round(rec.Votes.Rules), round(rec.Votes.Net)
	rec.Attribution = make([]annalist.AttributionRecord, 0, len(ev.Attribution))
	for _, att := range ev.Attribution {
		out := annalist.AttributionRecord{
			Source: r.entity(annalist.Participant{Mention: att.Mention, Entity: att.Entity}), Kind: att.Kind, Stance: att.Stance,
		}
		if !att.Cue.Empty() {
			cue := r.span(att.Cue)
			out.Cue = &cue
		}
		rec.Attribution = append(rec.Attribution, out)
	}
	return rec
}

func (r *recorder) statements(events []*annalist.EventRecord) []*annalist.StatementRecord {
	recs := make([]*annalist.StatementRecord, 0, len(r.doc.Statements))
	for i := range r.doc.Statements {
		st := &r.doc.Statements[i]
		art := r.doc.Article
		rec := &annalist.StatementRecord{
			Head:      r.head("statement", r.id("statement", r.doc.Text(st.Cue), contentText(r.doc, st.Content))),
			Published: art.Published, Source: art.Source, URL: art.URL, Sentence: st.Sentence + 1,
			Content: r.spans(st.Content), Directness: st.Directness, Stance: st.Stance,
			Events: make([]string, 0, len(st.Events)), Why: st.Why, Confidence: round(st.Confidence),
		}
		for _, e := range st.Events {
			rec.Events = append(rec.Events, events[e].ID)
		}
		if st.Speaker.Entity != annalist.None || st.Speaker.Mention != annalist.None {
			e := r.entity(st.Speaker)
			rec.Speaker = &e
		}
		if st.Addressee.Entity != annalist.None || st.Addressee.Mention != annalist.None {
			e := r.entity(st.Addressee)
			rec.Addressee = &e
		}
		if !st.Cue.Empty() {
			cue := r.span(st.Cue)
			rec.Cue = &cue
		}
		recs = append(recs, rec)
	}
	for i, rec := range recs {
		if in := r.doc.Statements[i].Inside; in != annalist.None {
			rec.Inside = recs[in].ID
		}
	}
	return recs
}

func contentText(doc *annalist.Document, spans []annalist.Span) string {
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = doc.Text(s)
	}
	return strings.Join(parts, "\x00")
}

func (r *recorder) skips() []annalist.Record {
	recs := make([]annalist.Record, 0, len(r.doc.Skips))
	for _, s := range r.doc.Skips {
		reason := string(s.Reason)
		if s.Reason == annalist.SkipBlocked {
			reason = "blocked-by:" + string(s.Rule)
		}
		rec := &annalist.SkipRecord{
			Head:     r.head("skip", r.id("skip", reason, r.doc.Text(s.Span))),
			Sentence: s.Sentence + 1, Reason: reason, Note: s.Note,
		}
		// A whole article is not repeated in the record that says it is skipped.
		if s.Sentence != annalist.None {
			span := r.span(s.Span)
			rec.Span = &span
		}
		recs = append(recs, rec)
	}
	return recs
}
