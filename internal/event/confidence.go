package event

import (
	"maps"
	"slices"

	"annalist"
	"annalist/internal/codebook"
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
		a.ev.Confidence = logistic(facts(f.doc, f.book, &a.ev), weights)
	}
}

// facts lists what the confidence of an event is made of; its Confidence still holds
// the judge's probability.
func facts(doc *annalist.Document, book *codebook.Book, ev *annalist.Event) []feature {
	out := []feature{{"bias", 1}, {"score", logit(ev.Confidence)}, {"type." + string(ev.Type), 1}}
	if ev.Votes.Rules > 0 {
		out = append(out, feature{"rule", 1}, feature{"rate", book.Rates[ev.Why[0].Rule]})
	}
	if ev.Votes.Net > 0 {
		out = append(out, feature{"net", logit(ev.Votes.Net)})
	}
	for _, is := range []struct {
		name string
		so   bool
	}{
		{"long", len(doc.Sentences) > reportLength},
		{"first", ev.Sentence == 0},
		{"told", len(ev.Mentions) > 0},
		{"irrealis", ev.Realis != annalist.Actual},
		{"historical", ev.Historical},
		{"dated", ev.Date != nil && ev.Date.Basis == annalist.FromText},
		{"placed", ev.Place != nil && ev.Place.Basis == annalist.FromText},
		{"mode", ev.Mode != ""},
		{"noun", doc.Tokens[ev.TriggerToken].Tag != annalist.VERB},
	} {
		if is.so {
			out = append(out, feature{is.name, 1})
		}
	}
	actors := sideFacts(doc, ev, "actor", annalist.RoleActor, ev.Actors)
	recipients := sideFacts(doc, ev, "recipient", annalist.RoleRecipient, ev.Recipients)
	out = append(append(out, actors...), recipients...)
	a, r := least(ev.Actors), least(ev.Recipients)
	out = append(out, feature{"weaker", min(a, r)}, feature{"linked", value(actors, "actor.linked") * value(recipients, "recipient.linked")})
	if len(ev.Actors) > 0 && len(ev.Recipients) > 0 {
		out = append(out, feature{"parties", a * r})
	}
	return out
}

func value(fs []feature, name string) float64 {
	for _, f := range fs {
		if f.name == name {
			return f.value
		}
	}
	return 0
}

// least is the confidence of the least sure party, 1 without any.
func least(ps []annalist.Participant) float64 {
	x := 1.0
	for _, p := range ps {
		x = min(x, p.Confidence)
	}
	return x
}

// surely are the confidences of a party from which more is believed than in proportion.
var surely = []struct {
	name string
	from float64
}{{"fair", 0.6}, {"sure", 0.8}}

// reportLength is how many sentences a short report has at most; in a longer text
// fewer of the acts a rule or the net sees are its news.
const reportLength = 5

// sideFacts are those about the parties of one side.
func sideFacts(doc *annalist.Document, ev *annalist.Event, name string, role annalist.Role, ps []annalist.Participant) []feature {
	inside, outside := links(doc, ev, role, ps)
	if len(ps) == 0 {
		return []feature{{name + ".none", 1}, {name + ".missed", outside}}
	}
	facts := map[string]float64{name + ".linked": inside, name + ".missed": outside}
	for _, p := range ps {
		if p.Mention == annalist.None {
			facts[name+".implied"] = 1
			continue
		}
		m := &doc.Mentions[p.Mention]
		switch m.Kind {
		case annalist.ByName, annalist.ByMetonym, annalist.ByNationality:
		default:
			facts[name+"."+string(m.Kind)] = 1
		}
		if doc.Tokens[m.Head].Sent != ev.Sentence {
			facts[name+".far"] = 1
		}
		if doc.Entities[p.Entity].Country == "" {
			facts[name+".stateless"] = 1
		}
		if doc.Entities[p.Entity].ID != "" {
			facts[name+".listed"] = 1
		}
	}
	facts[name] = least(ps)
	for _, s := range surely {
		if facts[name] > s.from {
			facts[name+"."+s.name] = 1
		}
	}
	if len(ps) > 1 {
		facts[name+".several"] = 1
	}
	out := make([]feature, 0, len(facts))
	for _, f := range slices.Sorted(maps.Keys(facts)) {
		out = append(out, feature{f, facts[f]})
	}
	return out
}

// links gives the net's best link from a trigger to a word of the parties taken, and
// to a word of none of them; nothing for an event that the net does not vote for.
func links(doc *annalist.Document, ev *annalist.Event, role annalist.Role, ps []annalist.Participant) (inside, outside float64) {
	if ev.Votes.Net == 0 {
		return 0, 0
	}
	i := slices.IndexFunc(doc.Proposals, func(p annalist.Proposal) bool { return p.Token == ev.TriggerToken })
	if i < 0 {
		return 0, 0
	}
	for _, l := range doc.Proposals[i].Links {
		if l.Role != role {
			continue
		}
		if slices.ContainsFunc(ps, func(p annalist.Participant) bool {
			return p.Mention != annalist.None && doc.Mentions[p.Mention].First <= l.Token && l.Token < doc.Mentions[p.Mention].Last
		}) {
			inside = max(inside, float64(l.Score))
		} else {
			outside = max(outside, float64(l.Score))
		}
	}
	return inside, outside
}
