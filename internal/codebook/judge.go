package codebook

import (
	"io/fs"

	"annalist"

	"go.yaml.in/yaml/v3"
)

// Judge weighs what is known of a possible event for one way of coding.
type Judge struct {
	Weights    map[string]float64 // by name of the feature
	Threshold  float64
	Thresholds map[annalist.EventType]float64
}

// judge reads judge.yaml: for each way of coding (rules, net, both) the weights
// of the features and the thresholds of the types.
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
			for i := 0; i+1 < len(n.Content); i += 2 {
				l.book.Rates[annalist.RuleID(n.Content[i].Value)] = r.number(n.Content[i+1], -10, 10)
			}
		},
	})
}

func (r *reader) judgeRow(n *yaml.Node) Judge {
	j := Judge{Weights: map[string]float64{}, Thresholds: map[annalist.EventType]float64{}}
	r.fields(n, "weights threshold", map[string]func(*yaml.Node){
		"weights": func(n *yaml.Node) {
			for i := 0; i+1 < len(n.Content); i += 2 {
				j.Weights[n.Content[i].Value] = r.number(n.Content[i+1], -100, 100)
			}
		},
		"threshold": func(n *yaml.Node) { j.Threshold = r.number(n, 0, 1) },
		"thresholds": func(n *yaml.Node) {
			for i := 0; i+1 < len(n.Content); i += 2 {
				t := oneOf(r, n.Content[i], n.Content[i].Value, annalist.EventTypes[:])
				j.Thresholds[t] = r.number(n.Content[i+1], 0, 1)
			}
		},
	})
	return j
}
