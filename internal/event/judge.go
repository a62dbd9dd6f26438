package event

import (
	"fmt"
	"math"

	"annalist"
	"annalist/internal/codebook"
)

// vote is what is known of one type at one trigger word.
type vote struct {
	typ   annalist.EventType
	cand  *candidate // best rule of the type, or nil
	rival bool       // a rule of another type holds and knows more
	p     float64    // the net's probability of the type
	best  bool       // the net's best type
	score float64    // the judge's probability
}

// also says that the rule codes beside another type on the same word.
func (v *vote) also() bool { return v.cand != nil && v.cand.rule.Also }

// sentence lets the judge decide about every word of a sentence.
func (f *finder) sentence(sent int) {
	s := f.doc.Sentences[sent]
	byToken := map[int][]candidate{}
	var order []int
	var blocked []block
	for t := s.First; t < s.Last; t++ {
		if f.coder != Net {
			found, b := f.match(t)
			blocked = append(blocked, b...)
			for _, c := range found {
				if byToken[c.token] == nil {
					order = append(order, c.token)
				}
				byToken[c.token] = append(byToken[c.token], c)
			}
		}
	}
	for t := s.First; t < s.Last; t++ {
		if f.coder != Rules && f.proposal[t] != annalist.None && byToken[t] == nil {
			order = append(order, t)
		}
	}
	for _, b := range blocked {
		f.skipBlocked(b)
	}
	for _, t := range order {
		// Words that only the net names come last, and none of them is part of
		// a trigger already taken: "state of [emergency]".
		if cands := byToken[t]; cands != nil || !f.taken[t] {
			f.judge(t, cands)
		}
	}
}

// judge decides which events, if any, stand at a word.
func (f *finder) judge(token int, cands []candidate) {
	votes := f.votes(token, cands)
	var top *vote
	for i := range votes {
		v := &votes[i]
		if f.watch != nil {
			f.watch(token, v)
		}
		v.score = logistic(f.features(token, v), f.weights())
		if top == nil || v.score > top.score {
			top = v
		}
	}
	if top == nil {
		return
	}
	if top.score < f.threshold(top.typ) {
		f.doubt(token, top)
		return
	}
	if f.sport(token, top) {
		f.skip(token, annalist.SkipBlocked, sportRule, string(top.typ))
		return
	}
	f.accept(token, top)
	for i := range votes {
		v := &votes[i]
		if v != top && (v.also() || top.also() && v.cand != nil) && v.score >= f.threshold(v.typ) {
			f.accept(token, v)
		}
	}
}

// votes lists the types that any rule or the net names at a word.
func (f *finder) votes(token int, cands []candidate) []vote {
	var out []vote
	at := func(t annalist.EventType) *vote {
		for i := range out {
			if out[i].typ == t {
				return &out[i]
			}
		}
		out = append(out, vote{typ: t})
		return &out[len(out)-1]
	}
	for i := range cands {
		if v := at(cands[i].rule.Type); v.cand == nil || better(&cands[i], v.cand) {
			v.cand = &cands[i]
		}
	}
	for i := range out {
		fillFrom(&out[i], cands)
	}
	for i := range out {
		for j := range out {
			if i != j && !out[j].cand.rule.Also && better(out[j].cand, out[i].cand) {
				out[i].rival = true
			}
		}
	}
	if pi := f.proposal[token]; pi != annalist.None && f.coder != Rules {
		f.netVotes(&f.doc.Proposals[pi], at)
	}
	return out
}

// fillFrom gives the best rule of a type the parties that only another rule of
// the type found at the same word: "[Israel] launched strikes" and "killed in
// strikes <two men>".
func fillFrom(v *vote, cands []candidate) {
	for i := range cands {
		c := &cands[i]
		if c.rule.Type != v.typ || c == v.cand {
			continue
		}
		if len(v.cand.actors) == 0 {
			v.cand.actors = without(c.actors, v.cand.recipients)
		}
		if len(v.cand.recipients) == 0 && len(v.cand.rule.Recipient) > 0 {
			v.cand.recipients = without(c.recipients, v.cand.actors)
		}
	}
}

// doubtFloor is the confidence from which an act not coded is worth a word: below
// it nearly all are no acts at all.
const doubtFloor = 0.1

// typeFloor is the probability of a type below which the net does not name it.
const typeFloor = 0.05

func (f *finder) netVotes(p *annalist.Proposal, at func(annalist.EventType) *vote) {
	best := 0
	for i, x := range p.Types {
		if x > p.Types[best] {
			best = i
		}
	}
	for i, x := range p.Types {
		t := annalist.EventTypes[i]
		if x >= typeFloor || i == best {
			v := at(t)
			v.p, v.best = float64(x), i == best
		}
	}
}

// better orders rules at one word: the one that knew more, then the one believed
// more, then the first in the book.
func better(a, b *candidate) bool {
	if a.held != b.held {
		return a.held > b.held
	}
	return a.rule.Weight > b.rule.Weight
}

// feature is one fact the judge weighs.
type feature struct {
	name  string
	value float64
}

// features lists what the judge weighs for a type at a word. With both proposers
// what the rules alone would make of it is one feature, for their weights are
// fitted on many more texts than the net's.
func (f *finder) features(token int, v *vote) []feature {
	out := []feature{{"bias", 1}}
	if v.cand != nil && f.coder == Both {
		p := logistic(f.evidence(token, v), f.book.Judge[string(Rules)].Weights)
		out = append(out, feature{"rule", 1}, feature{"rules", logit(p)})
	} else {
		out = f.evidence(token, v)
	}
	if f.coder == Rules {
		return out
	}
	out = append(out, feature{"type." + string(v.typ), 1})
	if pi := f.proposal[token]; pi != annalist.None {
		out = append(out, f.netSays(&f.doc.Proposals[pi], v)...)
	}
	return out
}

// netSays is what the net says of a type at a word it proposes.
func (f *finder) netSays(p *annalist.Proposal, v *vote) []feature {
	out := []feature{{"net", 1}, {"net.any", logit(1 - float64(p.None))}, {"net.type", logit(v.p)}}
	if v.best {
		out = append(out, feature{"net.best", 1})
		if v.cand != nil {
			out = append(out, feature{"agree", 1})
		}
	}
	if f.doc.Tokens[p.Token].Tag != annalist.VERB {
		out = append(out, feature{"net.noun", 1})
	}
	links := map[annalist.Role]float64{}
	for _, l := range p.Links {
		links[l.Role] = max(links[l.Role], float64(l.Score))
	}
	return append(out, feature{"net.actor", links[annalist.RoleActor]}, feature{"net.recipient", links[annalist.RoleRecipient]})
}

// evidence is what speaks for a type beside the net: the best rule, the parties,
// the mood.
func (f *finder) evidence(token int, v *vote) []feature {
	out := []feature{{"bias", 1}}
	if v.cand != nil {
		rule := v.cand.rule
		out = append(out, feature{"rule.weight", logit(rule.Weight)}, feature{"rule.rate", f.book.Rates[rule.ID]}, feature{"rule.held", float64(min(v.cand.held, 4)) / 4})
		if v.rival {
			out = append(out, feature{"rule.rival", 1})
		}
		if v.cand.prop.class == codebook.Noun {
			out = append(out, feature{"rule.noun", 1})
		}
	}
	actors, recipients := f.partiesOf(token, v)
	a, r := f.best(actors), f.best(recipients)
	out = append(out, feature{"actor", float64(a) / 2}, feature{"recipient", float64(r) / 2})
	if a > 0 && r > 0 {
		out = append(out, feature{"both", 1})
	}
	if f.civil(actors) && f.civil(recipients) {
		out = append(out, feature{"civil", 1})
		switch v.typ {
		case annalist.Assault, annalist.Coerce, annalist.Sanction, annalist.Accuse:
			out = append(out, feature{"civil.force", 1})
		}
	}
	at := token
	if v.cand != nil && v.cand.rule.Anchor != nil {
		at = v.cand.prop.token // "[said] Chile must open": the saying is told, not the opening
	}
	switch m := f.realis(at); {
	case m.hypothetical:
		out = append(out, feature{"hypothetical", 1})
	case m.negated:
		out = append(out, feature{"negated", 1})
	case m.purpose:
		out = append(out, feature{"purpose", 1})
	}
	return out
}

func (f *finder) weights() map[string]float64 { return f.book.Judge[string(f.coder)].Weights }

func (f *finder) threshold(t annalist.EventType) float64 {
	if f.trust {
		return 0
	}
	j := f.book.Judge[string(f.coder)]
	if x, ok := j.Thresholds[t]; ok {
		return x
	}
	return j.Threshold
}

func logistic(fs []feature, w map[string]float64) float64 {
	sum := 0.0
	for _, x := range fs {
		sum += float64(w[x.name] * x.value)
	}
	return 1 / (1 + math.Exp(-sum))
}

// logit is the log odds of a probability, kept within bounds.
func logit(p float64) float64 {
	p = min(max(p, 0.01), 0.99)
	return math.Log(p / (1 - p))
}

// partiesOf settles actors and recipients of a type at a word: those of the
// rule's slots, the net's links where the rule gives none.
func (f *finder) partiesOf(token int, v *vote) (actors, recipients []annalist.Participant) {
	if v.cand != nil {
		actors, recipients = v.cand.actors, v.cand.recipients
	} else {
		actors, recipients = f.defaults(token)
	}
	if f.coder == Rules {
		return actors, recipients
	}
	if len(actors) == 0 && (v.cand == nil || len(v.cand.rule.Actor) > 0) && !f.clauses.at(token).passive {
		actors = without(f.linked(token, annalist.RoleActor), recipients)
	}
	if len(recipients) == 0 && (v.cand == nil || len(v.cand.rule.Recipient) > 0) {
		recipients = without(f.linked(token, annalist.RoleRecipient), actors)
	}
	return actors, recipients
}

// defaults gives agent and patient of a word that no rule knows; what the clause
// layer leaves open the net's links fill.
func (f *finder) defaults(token int) (actors, recipients []annalist.Participant) {
	p := f.clauses.at(token)
	actors, _ = f.pick(p, codebook.Pick{{{Name: "agent"}}})
	recipients, _ = f.pick(p, codebook.Pick{{{Name: "patient"}}})
	recipients = without(recipients, actors)
	if len(actors) == 0 {
		actors = without(f.linked(token, annalist.RoleActor), recipients)
	}
	if len(recipients) == 0 {
		recipients = without(f.linked(token, annalist.RoleRecipient), actors)
	}
	return actors, recipients
}

// doubt notes a type that the judge did not believe.
func (f *finder) doubt(token int, v *vote) {
	rule := annalist.RuleID("net")
	if v.cand != nil {
		rule = v.cand.rule.ID
	}
	if v.score >= doubtFloor {
		f.skip(token, annalist.SkipDoubtful, rule, fmt.Sprintf("%s %.2f", v.typ, v.score))
	}
}

// accept makes an act of a vote, unless nobody in it can be named.
func (f *finder) accept(token int, v *vote) {
	a := f.actOf(token, v)
	ev := &a.ev
	ev.Why = append(ev.Why, annalist.Why{Step: "judge", Rule: annalist.RuleID("judge." + string(f.coder)), Note: fmt.Sprintf("%.2f, threshold %.2f", v.score, f.threshold(v.typ))})
	f.disown(ev)
	f.imply(a)
	f.struck(a)
	if !f.named(a) {
		f.skip(token, annalist.SkipNoEntity, ev.Why[0].Rule, string(v.typ))
		return
	}
	if v.cand != nil {
		f.taken[a.prop.token] = true // where the event stands at another word
		for _, w := range v.cand.words {
			f.taken[w] = true
		}
	}
	f.acts = append(f.acts, a)
}

// actOf is the act that a vote speaks of, whatever the judge thinks of it.
func (f *finder) actOf(token int, v *vote) *act {
	a := &act{token: token, prop: f.clauses.at(token), place: annalist.None}
	ev := &a.ev
	ev.Sentence, ev.Trigger, ev.TriggerToken = f.doc.Tokens[token].Sent, f.doc.Tokens[token].Span, token
	ev.Type, ev.Confidence = v.typ, v.score
	ev.Votes.Net = v.p
	ev.Actors, ev.Recipients = f.partiesOf(token, v)
	if v.cand != nil {
		a.rule, a.prop = v.cand.rule, v.cand.prop
		ev.Votes.Rules = v.cand.rule.Weight
		ev.Why = append(ev.Why, annalist.Why{Step: "event", Rule: a.rule.ID, At: a.rule.At})
		for _, s := range a.rule.Folds {
			a.folds = append(a.folds, f.fillers(a.prop, s)...)
		}
	} else {
		ev.Why = append(ev.Why, annalist.Why{Step: "event", Rule: "net.trigger", Note: fmt.Sprintf("%s %.2f", v.typ, v.p)})
		for _, s := range f.book.Type(v.typ).Folds {
			a.folds = append(a.folds, f.fillers(a.prop, s)...)
		}
	}
	return a
}

// named reports whether the event has an actor or recipient that can be named;
// aid must have one who receives.
func (f *finder) named(a *act) bool {
	if f.book.Type(a.ev.Type).Recipient && len(a.ev.Recipients) == 0 {
		return false
	}
	return f.best(a.ev.Actors) > 0 || f.best(a.ev.Recipients) > 0
}
