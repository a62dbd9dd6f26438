package event

import (
	"annalist"
)

// believe writes the confidence of every act: the probability that its type and the
// countries of its parties are right. The judge's own probability is about the
// word and its type alone; how well the parties are known is weighed beside it
// (judge.yaml, confidence).
func (f *finder) believe() {
	weights := f.book.Judge[string(f.coder)].Confidence
	if len(weights) == 0 {
		return
	}
	for _, a := range f.acts {
		a.ev.Confidence = logistic(facts(&a.ev), weights)
	}
}

// facts lists what the confidence of an event is made of; Confidence still holds
// the judge's probability.
func facts(ev *annalist.Event) []feature {
	out := []feature{{"bias", 1}, {"score", logit(ev.Confidence)}}
	side := func(name string, ps []annalist.Participant) {
		if len(ps) == 0 {
			out = append(out, feature{name + ".none", 1})
			return
		}
		least := 1.0
		for _, p := range ps {
			least = min(least, p.Confidence)
		}
		out = append(out, feature{name, least})
	}
	side("actor", ev.Actors)
	side("recipient", ev.Recipients)
	return out
}
