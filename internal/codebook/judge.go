package codebook

import (
	"io/fs"
	"slices"
	"strings"

	"annalist"

	"go.yaml.in/yaml/v3"
)

// Judge weighs what is known of a possible event for one way of coding.
type Judge struct {
	Weights    map[string]float64 // by name of the feature
	Threshold  float64
	Thresholds map[annalist.EventType]float64
	Confidence map[string]float64 // by name of the fact; empty: the judge's own probability
}

// Features lists the facts that a judge can weigh. A weight of another name would
// count for nothing, so it is a fault. Beside these stands one for each type,
// "type.ASSAULT".
var Features = []string{
	"bias", "rule", "rules", "agree", // the rules as one fact beside the net
	"rule.weight", "rule.rate", "rule.held", "rule.rival", "rule.noun", // the best rule
	"actor", "recipient", "both", "civil", "civil.force", // the parties
	"negated", "hypothetical", "purpose", // the mood
	"net", "net.any", "net.type", "net.best", "net.noun", "net.actor", "net.recipient", // the net
}

// Facts lists what the confidence of a coded event is made of; here, too, stands one
// for each type.
var Facts = slices.Concat([]string{
	"bias", "score", "rule", "rate", "net", // the judge, the best rule, the net
	"mode", "noun", "first", "long", "told", "irrealis", "historical", "dated", "placed", // the event
	"parties", "weaker", "linked", // both sides
}, sideFacts("actor"), sideFacts("recipient"))

func sideFacts(side string) []string {
	out := []string{side}
	for _, fact := range []string{
		"none", "implied", "several", "stateless", "listed", "far", "fair", "sure", "pronoun", "role", "group", // the parties taken
		"linked", "missed", // the net's best link to them, and to another word
	} {
		out = append(out, side+"."+fact)
	}
	return out
}

// judge reads judge.yaml: for each way of coding (rules, net, both) the weights
// of the features and the thresholds of the types, and how often rules were right.
// The rules must be known by then.
func (l *loader) judge(fsys fs.FS, file string) {
	r, top := l.open(fsys, file, file)
	if top == nil {
		return
	}
	r.fields(top, "rules net both", map[string]func(*yaml.Node){
		"rules": func(n *yaml.Node) { l.book.Judge["rules"] = r.judgeRow(n) },
		"net":   func(n *yaml.Node) { l.book.Judge["net"] = r.judgeRow(n) },
		"both":  func(n *yaml.Node) { l.book.Judge["both"] = r.judgeRow(n) },
		"rates": func(n *yaml.Node) {
			r.numbers(n, -10, 10, func(key *yaml.Node, x float64) {
				if l.ids[annalist.RuleID(key.Value)] == "" {
					r.fail(key, "remove the rate, or write the id of a rule", "rate of an unknown rule %q", key.Value)
				}
				l.book.Rates[annalist.RuleID(key.Value)] = x
			})
		},
	})
}

// numbers hands on each number of a mapping with its key.
func (r *reader) numbers(n *yaml.Node, low, high float64, take func(key *yaml.Node, x float64)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "write name: number pairs", "a mapping is wanted here")
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		if seen[key.Value] {
			r.fail(key, "write it once", "%q stands twice", key.Value)
		}
		seen[key.Value] = true
		take(key, r.number(n.Content[i+1], low, high))
	}
}

// ofType says that a feature is the one of a type.
func ofType(feature string) bool {
	t, ok := strings.CutPrefix(feature, "type.")
	return ok && slices.Contains(annalist.EventTypes[:], annalist.EventType(t))
}

func (r *reader) judgeRow(n *yaml.Node) Judge {
	j := Judge{Weights: map[string]float64{}, Thresholds: map[annalist.EventType]float64{}, Confidence: map[string]float64{}}
	weights := func(known []string, into map[string]float64) func(*yaml.Node) {
		return func(n *yaml.Node) {
			r.numbers(n, -100, 100, func(key *yaml.Node, x float64) {
				if !slices.Contains(known, key.Value) && !ofType(key.Value) {
					r.fail(key, "known here: "+strings.Join(known, ", "), "weight of an unknown feature %q", key.Value)
				}
				into[key.Value] = x
			})
		}
	}
	r.fields(n, "weights threshold", map[string]func(*yaml.Node){
		"weights":    weights(Features, j.Weights),
		"confidence": weights(Facts, j.Confidence),
		"threshold":  func(n *yaml.Node) { j.Threshold = r.number(n, 0, 1) },
		"thresholds": func(n *yaml.Node) {
			r.numbers(n, 0, 1, func(key *yaml.Node, x float64) {
				j.Thresholds[oneOf(r, key, key.Value, annalist.EventTypes[:])] = x
			})
		},
	})
	return j
}
