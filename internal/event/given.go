package event

import (
	"math"

	"annalist"
	"annalist/internal/codebook"
)

// Pair is a question about a text: which type of act did the source do to the
// target?
type Pair struct {
	Source, Target []annalist.Span
}

// Lean is a type at a word as an answer to a Pair: everything that a rule or the
// net names there, however little the judge believes it.
type Lean struct {
	Type     annalist.EventType // after conversion of future acts
	Mode     annalist.Mode
	Rule     annalist.RuleID // the rule's, or net.trigger
	Token    int
	Features map[string]float64
	Score    float64 // log odds, by Weights
}

// Whole says that source and target both have their parts in the act.
func (l *Lean) Whole() bool { return l.Features["source"] > 0 && l.Features["target"] > 0 }

// Leans lists the answers to a pair. The document has been through the finders
// before this one; its events are not touched.
func Leans(doc *annalist.Document, book *codebook.Book, opts Options, pair Pair) []Lean {
	f := newFinder(doc, book, opts)
	var acts []*act
	f.watch = func(token int, v *vote) {
		seen := *v
		seen.score = logistic(f.features(token, v), f.weights())
		acts = append(acts, f.actOf(token, &seen))
	}
	for sent := range doc.Sentences {
		f.sentence(sent)
	}
	g := &given{finder: f, pair: pair, source: f.heads(pair.Source), target: f.heads(pair.Target)}
	weights := GivenWeights()
	var out []Lean
	for _, a := range acts {
		l := Lean{Token: a.token, Rule: a.ev.Why[0].Rule, Features: map[string]float64{}}
		// The parties are read before conversion: "will meet" is AGREE of the same two.
		for _, x := range g.fits(a, acts) {
			l.Features[x.name] = x.value
			l.Score += weights[x.name] * x.value
		}
		f.settleRealis(a, f.mood(a))
		f.mode(a)
		l.Type, l.Mode = a.ev.Type, a.ev.Mode
		out = append(out, l)
	}
	return out
}

// GivenWeights weigh the features of a Lean. given_fit_test.go fits them on
// annotated training texts that the net did not see.
func GivenWeights() map[string]float64 {
	return map[string]float64{
		"judge": 0.40, "source": 1.26, "target": 0.66, "swapped": -0.39, "path": 0.92, "far": -0.48, "content": -0.01,
	}
}

// given is a finder with a pair to fit acts to.
type given struct {
	*finder
	pair           Pair
	source, target []int // their head words
}

// heads gives the words of spans that hang on words outside.
func (f *finder) heads(spans []annalist.Span) []int {
	var out []int
	for _, s := range spans {
		for i, tok := range f.doc.Tokens {
			if tok.Span.Overlaps(s) && (tok.Head == annalist.None || !f.doc.Tokens[tok.Head].Span.Overlaps(s)) && tok.Tag != annalist.PUNCT {
				out = append(out, i)
			}
		}
	}
	return out
}

// fits lists what speaks for an act as the answer: what the judge thinks of it,
// whether source and target have their parts in it, whether its word stands
// between them in the tree, and whether it is only what another act asks or
// promises.
func (g *given) fits(a *act, all []*act) []feature {
	out := []feature{{"judge", logit(a.ev.Confidence)}}
	actor, recipient := "agent", "patient"
	source := g.covers(a.ev.Actors, g.pair.Source) || g.fills(a, actor, g.source)
	target := g.covers(a.ev.Recipients, g.pair.Target) || g.fills(a, recipient, g.target)
	swapped := g.covers(a.ev.Recipients, g.pair.Source) || g.covers(a.ev.Actors, g.pair.Target) ||
		g.fills(a, recipient, g.source) || g.fills(a, actor, g.target)
	if g.mutual(a) && (source || target) {
		swapped = false
		source = source || g.covers(a.ev.Actors, g.pair.Source)
		target = target || g.covers(a.ev.Actors, g.pair.Target)
	}
	out = append(out, flag("source", source), flag("target", target), flag("swapped", swapped && !source && !target))
	far := g.far(a.token)
	out = append(out, flag("path", far == 0), feature{"far", float64(min(far, 4)) / 4})
	content := 0.0
	for _, b := range all {
		for _, top := range b.folds {
			if b.token != a.token && g.inContent(a.token, top) {
				content = max(content, b.ev.Confidence)
			}
		}
	}
	return append(out, feature{"content", content})
}

func flag(name string, is bool) feature {
	if is {
		return feature{name, 1}
	}
	return feature{name, 0}
}

// mutual says that both sides may stand as actors.
func (g *given) mutual(a *act) bool {
	switch a.ev.Type {
	case annalist.Consult, annalist.Agree, annalist.Cooperate:
		return true
	}
	return a.rule != nil && a.rule.Reciprocal
}

// covers says that one of the parties is named within the spans.
func (g *given) covers(ps []annalist.Participant, spans []annalist.Span) bool {
	for _, p := range ps {
		if p.Mention == annalist.None {
			continue
		}
		for _, s := range spans {
			if g.doc.Mentions[p.Mention].Span.Overlaps(s) {
				return true
			}
		}
	}
	return false
}

// fills says that one of the words fills the slot of the act's proposition: for
// parties that nobody could name.
func (g *given) fills(a *act, slot string, words []int) bool {
	for _, arg := range a.prop.args {
		for _, w := range words {
			if arg.slot == slot && arg.token == w {
				return true
			}
		}
	}
	return false
}

// far is how many steps a word lies off the tree's path between source and
// target: 0 is on it. "Police, who [arrested] two, [freed] Smith": freed.
func (g *given) far(token int) int {
	best := math.MaxInt
	for _, s := range g.source {
		for _, t := range g.target {
			if d := (g.steps(s, token) + g.steps(token, t) - g.steps(s, t)) / 2; d < best {
				best = d
			}
		}
	}
	if best == math.MaxInt { // one of them is not in the text
		for _, w := range append(g.source[:len(g.source):len(g.source)], g.target...) {
			best = min(best, g.steps(w, token)/2)
		}
	}
	return best
}

// steps counts the arcs between two words; words of different trees meet above
// their roots.
func (g *given) steps(a, b int) int {
	up := map[int]int{}
	n := 0
	for i := a; ; i = g.doc.Tokens[i].Head {
		up[i] = n
		n++
		if i == annalist.None {
			break
		}
	}
	n = 0
	for i := b; ; i = g.doc.Tokens[i].Head {
		if m, ok := up[i]; ok {
			return m + n
		}
		n++
	}
}
