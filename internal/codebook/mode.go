package codebook

import (
	"io/fs"
	"strings"

	"annalist"

	"go.yaml.in/yaml/v3"
)

// modes reads modes.yaml; a book may do without it.
func (l *loader) modes(fsys fs.FS, file string) {
	if _, err := fs.Stat(fsys, file); err != nil {
		return
	}
	r, top := l.open(fsys, file, file)
	if top == nil {
		return
	}
	r.fields(top, "modes", map[string]func(*yaml.Node){"modes": func(n *yaml.Node) { r.items(n, r.modeRule) }})
}

func (r *reader) modeRule(n *yaml.Node) {
	rule := &ModeRule{At: r.at(n)}
	var mode *yaml.Node
	r.fields(n, "id type mode examples nearmiss", map[string]func(*yaml.Node){
		"id":        func(n *yaml.Node) { r.modeID(n, rule) },
		"type":      func(n *yaml.Node) { rule.Type = oneOf(r, n, r.text(n), annalist.EventTypes[:]) },
		"mode":      func(n *yaml.Node) { mode = n },
		"over":      func(n *yaml.Node) { rule.Over = r.flag(n) },
		"countries": func(n *yaml.Node) { rule.Countries = int(r.number(n, 1, 9)) },
		"where":     func(n *yaml.Node) { rule.Where = r.where(n) },
		"unless":    func(n *yaml.Node) { rule.Unless = r.blockers(n) },
		"examples":  func(n *yaml.Node) { rule.Examples = r.examples(n, true) },
		"nearmiss":  func(n *yaml.Node) { rule.NearMisses = r.examples(n, false) },
	})
	if rule.Type == "" || mode == nil {
		return
	}
	if t := r.book.types[rule.Type.Index()]; t != nil {
		rule.Mode = r.modeName(mode, t)
	}
	r.book.Modes = append(r.book.Modes, rule)
	r.book.modes[rule.Type.Index()] = append(r.book.modes[rule.Type.Index()], rule)
}

func (r *reader) modeID(n *yaml.Node, rule *ModeRule) {
	rule.ID = annalist.RuleID(r.text(n))
	if !ruleID.MatchString(string(rule.ID)) || !strings.HasPrefix(string(rule.ID), "mode.") {
		r.fail(n, "write mode.<type>.<mode>.<word>", "%q is no id of a rule of modes", rule.ID)
	}
	if at, ok := r.ids[rule.ID]; ok {
		r.fail(n, "give it another id", "rule %s stands at %s already", rule.ID, at)
	}
	r.ids[rule.ID] = r.at(n)
}
