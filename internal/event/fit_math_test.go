//go:build fit

package event_test

import (
	"math"
	"slices"

	"annalist"
	"annalist/internal/event"
)

// point is one thing the judge decides about, and what was right.
type point struct {
	event.Sample
	doc, fold int
	right     bool
}

// outside are the points of all folds but one; of all with fold -1.
func outside(ps []point, fold int) []point {
	var out []point
	for _, p := range ps {
		if p.fold != fold {
			out = append(out, p)
		}
	}
	return out
}

// rates gives each rule's log odds of being right beyond its weight, shrunk as
// if it had been seen eight times more at its weight.
func rates(ps []point) map[annalist.RuleID]float64 {
	const prior = 8
	n, yes, p := map[annalist.RuleID]float64{}, map[annalist.RuleID]float64{}, map[annalist.RuleID]float64{}
	for _, x := range ps {
		if x.Rule == "" {
			continue
		}
		n[x.Rule]++
		p[x.Rule] = 1 / (1 + math.Exp(-x.Features["rule.weight"]))
		if x.right {
			yes[x.Rule]++
		}
	}
	out := map[annalist.RuleID]float64{}
	for id := range n {
		q := (yes[id] + prior*p[id]) / (n[id] + prior)
		out[id] = math.Log(q/(1-q)) - math.Log(p[id]/(1-p[id]))
	}
	return out
}

// fit is logistic regression by gradient steps, with a pull towards 0 that
// matters where the points are few.
func fit(ps []point) map[string]float64 {
	const steps, rate, pull = 3000, 0.5, 3.0
	var names []string
	for _, p := range ps {
		for name := range p.Features {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	slices.Sort(names)
	k := len(names)
	rows := make([]float64, len(ps)*k)
	for i, p := range ps {
		for j, name := range names {
			rows[i*k+j] = p.Features[name]
		}
	}
	w, grad, n := make([]float64, k), make([]float64, k), float64(len(ps))
	for range steps {
		clear(grad)
		for i := range ps {
			row, sum := rows[i*k:(i+1)*k], 0.0
			for j, x := range row {
				sum += w[j] * x
			}
			d := -1 / (1 + math.Exp(-sum))
			if ps[i].right {
				d++
			}
			for j, x := range row {
				grad[j] += d * x
			}
		}
		for j := range w {
			if names[j] != "bias" {
				grad[j] -= pull * w[j]
			}
			w[j] += rate * grad[j] / n
		}
	}
	out := map[string]float64{}
	for j, name := range names {
		out[name] = w[j]
	}
	return out
}

func probability(p point, w map[string]float64) float64 {
	sum := 0.0
	for _, name := range sorted(p.Features) {
		sum += w[name] * p.Features[name]
	}
	return 1 / (1 + math.Exp(-sum))
}

// tie is how far below the best F1 a threshold may lie to count as good. It is twice
// the standard error of an F1 over all events: precision comes first, and the shipped
// net, trained longer and on more texts than those of the folds, is surer than they.
const tie = 0.025

// typePrior is the number of words, spread over the probabilities like those of all
// types, that a type's own words are mixed with before its threshold is chosen.
const typePrior = 200

// scored is the best type of a word with its probability.
type scored struct {
	typ   annalist.EventType
	p     float64
	right bool
}

// strongest scores the points and keeps the best type of each word.
func strongest(ps []point, score func(point) float64) []scored {
	type word struct{ doc, token int }
	at := map[word]int{}
	var out []scored
	for _, p := range ps {
		s := scored{p.Type, score(p), p.right}
		k := word{p.doc, p.Token}
		i, ok := at[k]
		if !ok {
			at[k] = len(out)
			out = append(out, s)
		} else if s.p > out[i].p {
			out[i] = s
		}
	}
	return out
}

// curve counts, for each threshold tried, the words above it and those that are right.
type curve struct{ right, all []float64 }

const (
	lowest, step, tries = 0.2, 0.02, 31
)

func counted(words []scored, typ annalist.EventType) curve {
	c := curve{make([]float64, tries), make([]float64, tries)}
	for _, w := range words {
		if typ != "" && w.typ != typ {
			continue
		}
		for i := range tries {
			if w.p >= lowest+step*float64(i) {
				c.all[i]++
				if w.right {
					c.right[i]++
				}
			}
		}
	}
	return c
}

// mixed adds to a type's counts those of all types, scaled down to a prior.
func (c curve) mixed(all curve, share float64) curve {
	out := curve{make([]float64, tries), make([]float64, tries)}
	for i := range tries {
		out.right[i] = c.right[i] + share*all.right[i]
		out.all[i] = c.all[i] + share*all.all[i]
	}
	return out
}

// strict is the highest threshold whose F1 is as good as the best: what is not sure
// is better left uncoded.
func (c curve) strict(gold float64) float64 {
	f1 := make([]float64, tries)
	for i := range tries {
		f1[i] = 2 * c.right[i] / (c.all[i] + gold)
	}
	best := slices.Max(f1)
	for i := tries - 1; i > 0; i-- {
		if f1[i] >= best-tie {
			return lowest + step*float64(i)
		}
	}
	return lowest
}

// thresholds are one for all types and one for each, never below it (a type that is
// hard to tell would be coded the more loosely for it), from the words' probabilities
// and the number of annotated events of each type.
func thresholds(words []scored, gold map[annalist.EventType]int) (float64, map[annalist.EventType]float64) {
	n := 0.0
	for _, k := range gold {
		n += float64(k)
	}
	all := counted(words, "")
	share := typePrior / float64(len(words))
	common, each := all.strict(n), map[annalist.EventType]float64{}
	for _, t := range annalist.EventTypes {
		each[t] = max(common, counted(words, t).mixed(all, share).strict(float64(gold[t])+share*n))
	}
	return common, each
}
