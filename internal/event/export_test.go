package event

import (
	"annalist"
	"annalist/internal/codebook"
)

// Sample is one type at one word as the judge sees it, for fitting its weights.
type Sample struct {
	Token    int
	Rule     annalist.RuleID    // the best rule's, or empty
	Type     annalist.EventType // after conversion of future acts
	Features map[string]float64
	Named    bool
}

// Samples lists what the judge would weigh in a document.
func Samples(doc *annalist.Document, book *codebook.Book, opts Options) []Sample {
	f := newFinder(doc, book, opts)
	var out []Sample
	f.watch = func(token int, v *vote) {
		s := Sample{Token: token, Type: v.typ, Features: map[string]float64{}}
		for _, x := range f.features(token, v) {
			s.Features[x.name] = x.value
		}
		if v.cand != nil {
			s.Rule = v.cand.rule.ID
		}
		a := &act{token: token}
		a.ev.Type = v.typ
		a.ev.Actors, a.ev.Recipients = f.partiesOf(token, v)
		s.Named = f.named(a)
		m := f.realis(token)
		if v.cand != nil {
			m = f.realis(v.cand.prop.token)
		}
		if to := book.Type(v.typ).Future; m.value() == annalist.Future && to != "" {
			s.Type = to
		}
		out = append(out, s)
	}
	for sent := range doc.Sentences {
		f.sentence(sent)
	}
	return out
}

// Verdict is a coded event with what its confidence is made of.
type Verdict struct {
	Event annalist.Event
	Facts map[string]float64
}

// Verdicts codes a document with the judge's own probabilities as confidence.
func Verdicts(doc *annalist.Document, book *codebook.Book, opts Options) []Verdict {
	plain := *book
	plain.Judge = map[string]codebook.Judge{}
	for name, j := range book.Judge {
		j.Confidence = nil
		plain.Judge[name] = j
	}
	Find(doc, &plain, opts)
	var out []Verdict
	for _, ev := range doc.Events {
		v := Verdict{ev, map[string]float64{}}
		for _, x := range facts(doc, &plain, &ev) {
			v.Facts[x.name] = x.value
		}
		out = append(out, v)
	}
	return out
}

// RealisOf reads the realis of a word, and whether the codebook knows it.
func RealisOf(doc *annalist.Document, book *codebook.Book, token int) (realis annalist.Realis, known bool) {
	f := newFinder(doc, book, Options{})
	known = len(book.Lookup(f.clauses.class(token), f.clauses.lemma(token))) > 0
	return f.realis(token).value(), known
}
