package eval

import (
	"fmt"
	"sort"
	"strings"

	"annalist"
)

// item is an event in the form that is compared, gold or coded.
type item struct {
	typ        annalist.EventType
	mode       annalist.Mode
	trigger    string
	spans      []span
	actors     []code
	recipients []code
	sources    []code
	stances    []annalist.Stance
	realis     annalist.Realis
	historical bool
	contexts   []annalist.Context
	date       string
	place      string // country, "*" for a place without one, empty for none
	placeSpan  []span
	sentence   int
	confidence float64
}

// code is what an entity counts as: country and most specific sector.
type code struct {
	country annalist.Country
	sector  annalist.Sector
}

func goldItem(ev *GoldEvent) item {
	it := item{
		typ: ev.Type, mode: ev.Mode, trigger: ev.Trigger, realis: ev.Realis, historical: ev.Historical,
		contexts: ev.Contexts, date: ev.Date, actors: goldCodes(ev.Actors), recipients: goldCodes(ev.Recipients),
		sources: goldCodes(ev.Attribution),
	}
	if it.realis == "" {
		it.realis = annalist.Actual
	}
	it.spans = appendSpan(nil, ev.TriggerSpan)
	for _, m := range ev.Mentions {
		it.spans = appendSpan(it.spans, m.Span)
	}
	for _, att := range ev.Attribution {
		it.stances = append(it.stances, att.Stance)
	}
	if ev.Place != nil {
		it.place = placeCode(ev.Place.Country)
		it.placeSpan = appendSpan(nil, ev.Place.Span)
	}
	return it
}

func appendSpan(spans []span, s []int) []span {
	if len(s) != 2 {
		return spans
	}
	return append(spans, span{s[0], s[1]})
}

func placeCode(c annalist.Country) string {
	if c == "" {
		return "*"
	}
	return string(c)
}

func goldCodes(es []GoldSpan) []code {
	out := make([]code, len(es))
	for i, e := range es {
		out[i] = code{e.Country, e.Sector}
	}
	return out
}

func codedItem(ev *annalist.EventRecord, r runes) (item, error) {
	it := item{
		typ: ev.Type, mode: ev.Mode, trigger: ev.Trigger.Text, realis: ev.Realis, historical: ev.Historical,
		contexts: ev.Contexts, actors: recordCodes(ev.Actors), recipients: recordCodes(ev.Recipients), sentence: ev.Sentence,
		confidence: ev.Confidence,
	}
	if ev.Date.Basis != annalist.FromNothing {
		it.date = ev.Date.Value
	}
	for i, m := range append([]annalist.SpanRecord{ev.Trigger}, ev.Mentions...) {
		// Long triggers and mentions beyond the eighth would buy overlap.
		if i > 8 || len(strings.Fields(m.Text)) > 3 {
			continue
		}
		s, err := r.span(m.Start, m.End, m.Text)
		if err != nil {
			return it, fmt.Errorf("article %s: %w", ev.Article, err)
		}
		it.spans = append(it.spans, s)
	}
	for _, att := range ev.Attribution {
		it.sources = append(it.sources, recordCode(att.Source))
		it.stances = append(it.stances, att.Stance)
	}
	if ev.Place != nil {
		it.place = placeCode(ev.Place.Country)
		if ev.Place.Start != nil {
			s, err := r.span(*ev.Place.Start, *ev.Place.End, ev.Place.Text)
			if err != nil {
				return it, fmt.Errorf("article %s: %w", ev.Article, err)
			}
			it.placeSpan = []span{s}
		}
	}
	return it, nil
}

func recordCodes(es []annalist.EntityRecord) []code {
	out := make([]code, len(es))
	for i, e := range es {
		out[i] = recordCode(e)
	}
	return out
}

func recordCode(e annalist.EntityRecord) code {
	c := code{country: e.Country}
	if len(e.Sectors) > 0 {
		c.sector = e.Sectors[0]
	}
	return c
}

// triple is type, actor countries and recipient countries as one comparable
// string; of the reciprocal types the two sides are one.
func (it *item) triple() string {
	a, r := countries(it.actors), countries(it.recipients)
	switch it.typ {
	case annalist.Consult, annalist.Agree, annalist.Cooperate:
		return fmt.Sprintf("%s|%s", it.typ, set(append(a, r...)))
	}
	return fmt.Sprintf("%s|%s|%s", it.typ, set(a), set(r))
}

func countries(cs []code) []string {
	var out []string
	for _, c := range cs {
		if c.country != "" {
			out = append(out, string(c.country))
		}
	}
	return out
}

// set joins the different members in order.
func set(list []string) string {
	sort.Strings(list)
	var out []string
	for i, s := range list {
		if i == 0 || s != list[i-1] {
			out = append(out, s)
		}
	}
	return strings.Join(out, " ")
}
