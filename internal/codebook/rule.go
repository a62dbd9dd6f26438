package codebook

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"annalist"

	"go.yaml.in/yaml/v3"
)

// defaultWeight is the belief in a rule that says nothing of it.
const defaultWeight = 0.7

var ruleID = regexp.MustCompile(`^[a-z]+(\.[a-z0-9-]+)+$`)

// rules reads one file of rules; its name gives the type.
func (l *loader) rules(fsys fs.FS, file string) {
	r, top := l.open(fsys, file, file)
	name, _, _ := strings.Cut(strings.TrimSuffix(path.Base(file), ".yaml"), "-")
	typ := annalist.EventType(strings.ToUpper(name))
	if typ.Index() == annalist.None {
		r.fail(&yaml.Node{Line: 1, Column: 1}, "name the file by a type, like consult.yaml", "%q is no type", name)
		return
	}
	if top == nil {
		return
	}
	r.fields(top, "rules", map[string]func(*yaml.Node){"rules": func(n *yaml.Node) {
		if n.Kind != yaml.SequenceNode {
			r.fail(n, "begin each rule with - id:", "a list of rules is wanted here")
			return
		}
		for _, item := range n.Content {
			r.rule(item, typ)
		}
	}})
}

func (r *reader) rule(n *yaml.Node, typ annalist.EventType) {
	rule := &Rule{Type: typ, Weight: defaultWeight, At: r.at(n)}
	actor, recipient := false, false
	r.fields(n, "id examples nearmiss", map[string]func(*yaml.Node){
		"id":         func(n *yaml.Node) { r.ruleID(n, rule) },
		"verb":       func(n *yaml.Node) { r.triggers(n, rule, Verb) },
		"noun":       func(n *yaml.Node) { r.triggers(n, rule, Noun) },
		"adj":        func(n *yaml.Node) { r.triggers(n, rule, Adj) },
		"mode":       func(n *yaml.Node) { r.ruleMode(n, rule) },
		"actor":      func(n *yaml.Node) { rule.Actor, actor = r.pick(n), true },
		"recipient":  func(n *yaml.Node) { rule.Recipient, recipient = r.pick(n), true },
		"reciprocal": func(n *yaml.Node) { rule.Reciprocal = r.flag(n) },
		"needs": func(n *yaml.Node) {
			r.texts(n, func(n *yaml.Node, text string) { rule.Needs = append(rule.Needs, r.alternatives(n, text)) })
		},
		"trigger": func(n *yaml.Node) { s := r.slot(n, r.text(n)); rule.Anchor = &s },
		"where":   func(n *yaml.Node) { rule.Where = r.where(n) },
		"unless":  func(n *yaml.Node) { rule.Unless = r.blockers(n) },
		"folds":   func(n *yaml.Node) { r.folds(n, rule) },
		"also":    func(n *yaml.Node) { rule.Also = r.flag(n) },
		"realis": func(n *yaml.Node) {
			rule.Realis = oneOf(r, n, r.text(n), []annalist.Realis{annalist.Actual, annalist.Future, annalist.Hypothetical, annalist.Negated})
		},
		"contexts": func(n *yaml.Node) { rule.Contexts = r.contextNames(n) },
		"cameo":    func(n *yaml.Node) { rule.CAMEO = r.cameo(n) },
		"weight":   func(n *yaml.Node) { rule.Weight = r.number(n, 0, 1) },
		"examples": func(n *yaml.Node) { rule.Examples = r.examples(n, true) },
		"nearmiss": func(n *yaml.Node) { rule.NearMisses = r.examples(n, false) },
	})
	r.defaults(rule, actor, recipient)
	if len(rule.Triggers) == 0 {
		r.fail(n, "add verb:, noun: or adj:", "rule %s names no word", rule.ID)
	}
	r.book.Rules = append(r.book.Rules, rule)
}

// defaults fills what a rule leaves out.
func (r *reader) defaults(rule *Rule, actor, recipient bool) {
	if !actor {
		rule.Actor = Pick{{{Name: "agent"}}}
		if rule.Reciprocal {
			rule.Actor = Pick{{{Name: "agent"}, {Name: "with"}, {Name: "between"}, {Name: "among"}}}
		}
	}
	if !recipient && !rule.Reciprocal {
		rule.Recipient = Pick{{{Name: "patient"}}}
	}
	if t := r.book.types[rule.Type.Index()]; rule.Folds == nil && t != nil {
		rule.Folds = t.Folds
	}
	rule.Foretold = r.foretold(rule)
}

// foretold is the rule for the same words where the act is still to come: talks to
// be held are AGREE (types.yaml, future). A rule that forces realis is of one kind.
func (r *reader) foretold(rule *Rule) *Rule {
	t := r.book.types[rule.Type.Index()]
	if t == nil || t.Future == "" || rule.Realis != "" {
		return nil
	}
	later := *rule
	later.Type, later.Of, later.Mode, later.NoMode = t.Future, rule.Type, "", false
	return &later
}

func (r *reader) ruleID(n *yaml.Node, rule *Rule) {
	rule.ID = annalist.RuleID(r.text(n))
	if !ruleID.MatchString(string(rule.ID)) || !strings.HasPrefix(string(rule.ID), strings.ToLower(string(rule.Type))+".") {
		r.fail(n, "write "+strings.ToLower(string(rule.Type))+".<mode or topic>.<word>", "%q is no id of a rule of %s", rule.ID, rule.Type)
	}
	if at, ok := r.ids[rule.ID]; ok {
		r.fail(n, "give it another id", "rule %s stands at %s already", rule.ID, at)
	}
	r.ids[rule.ID] = r.at(n)
}

func (r *reader) ruleMode(n *yaml.Node, rule *Rule) {
	text := r.text(n)
	if text == "none" {
		rule.NoMode = true
		return
	}
	if t := r.book.types[rule.Type.Index()]; t != nil {
		rule.Mode = r.modeName(n, t)
	}
}

func (r *reader) folds(n *yaml.Node, rule *Rule) {
	rule.Folds = []Slot{}
	if n.Kind == yaml.ScalarNode && n.Value == "none" {
		return
	}
	rule.Folds = append(rule.Folds, r.slots(n)...)
}

// triggers reads the words of one class.
func (r *reader) triggers(n *yaml.Node, rule *Rule, class Class) {
	r.texts(n, func(n *yaml.Node, text string) {
		if text != strings.ToLower(text) {
			r.fail(n, "write the lemma in lower case", "word %q has capitals", text)
		}
		words := split(strings.ToLower(text))
		t := Trigger{Class: class, Words: words, Text: text}
		if class != Noun && len(words) > 1 && !strings.Contains(text, "-") {
			t.Words, t.Parts = words[:1], words[1:]
		}
		for _, o := range rule.Triggers {
			if o.Class == class && o.Text == text {
				r.fail(n, "write it once", "%s %q stands twice in rule %s", class, text, rule.ID)
			}
		}
		rule.Triggers = append(rule.Triggers, t)
	})
}

// reach notes rules that can never win: another rule of the type has all their
// words and the same conditions and stands before them.
func (l *loader) reach() {
	seen := map[string][]*Rule{}
	for _, rule := range l.book.Rules {
		key := string(rule.Type) + "\n" + rule.frame()
		for _, o := range seen[key] {
			if o.Weight >= rule.Weight && covers(o.Triggers, rule.Triggers) {
				file, line := cutLine(rule.At)
				l.errs = append(l.errs, &Error{file, line, 1, "rule " + string(rule.ID) + " can never hold: " + string(o.ID) + " (" + o.At + ") has its words and conditions", "join the two or add a condition"})
			}
		}
		seen[key] = append(seen[key], rule)
	}
}

func covers(all, some []Trigger) bool {
	for _, t := range some {
		if !slices.ContainsFunc(all, func(o Trigger) bool { return o.Class == t.Class && o.Text == t.Text }) {
			return false
		}
	}
	return true
}
