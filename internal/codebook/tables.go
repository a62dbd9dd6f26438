package codebook

import (
	"io/fs"
	"regexp"

	"annalist"

	"go.yaml.in/yaml/v3"
)

var cameoCode = regexp.MustCompile(`^\d{2,4}$`)

// contexts reads contexts.yaml.
func (l *loader) contexts(fsys fs.FS, file string) {
	r, top := l.open(fsys, file, file)
	if top == nil {
		return
	}
	r.fields(top, "contexts", map[string]func(*yaml.Node){"contexts": func(n *yaml.Node) {
		r.items(n, r.context)
	}})
}

func (r *reader) context(n *yaml.Node) {
	c := Context{At: r.at(n)}
	r.fields(n, "context words", map[string]func(*yaml.Node){
		"context": func(n *yaml.Node) { c.Context = annalist.Context(r.text(n)) },
		"words":   func(n *yaml.Node) { c.Words = r.words(n) },
		"sectors": func(n *yaml.Node) { c.Sectors = r.sectors(n) },
		"types":   func(n *yaml.Node) { c.Types = r.eventTypes(n) },
		"between": func(n *yaml.Node) { c.Between = r.eventTypes(n) },
	})
	for _, o := range r.book.Contexts {
		if o.Context == c.Context {
			r.fail(n, "join the two", "context %q stands twice", c.Context)
		}
	}
	r.book.Contexts = append(r.book.Contexts, c)
}

func (r *reader) eventTypes(n *yaml.Node) []annalist.EventType {
	var out []annalist.EventType
	r.texts(n, func(n *yaml.Node, text string) { out = append(out, oneOf(r, n, text, annalist.EventTypes[:])) })
	return out
}

// types reads types.yaml.
func (l *loader) types(fsys fs.FS, file string) {
	r, top := l.open(fsys, file, file)
	if top == nil {
		return
	}
	r.fields(top, "types", map[string]func(*yaml.Node){"types": func(n *yaml.Node) {
		r.items(n, r.typeRow)
		for i := range r.book.Types {
			t := &r.book.Types[i]
			r.book.types[t.Type.Index()] = t
		}
		for i, t := range r.book.types {
			if t == nil {
				r.fail(n, "add it", "type %s is missing", annalist.EventTypes[i])
			}
		}
	}})
}

func (r *reader) typeRow(n *yaml.Node) {
	t := Type{At: r.at(n)}
	var rest *yaml.Node
	r.fields(n, "type quad score cameo", map[string]func(*yaml.Node){
		"type":      func(n *yaml.Node) { t.Type = oneOf(r, n, r.text(n), annalist.EventTypes[:]) },
		"quad":      func(n *yaml.Node) { t.Quad = int(r.number(n, 1, 4)) },
		"score":     func(n *yaml.Node) { t.Score = r.number(n, -10, 10) },
		"cameo":     func(n *yaml.Node) { t.CAMEO = r.cameo(n) },
		"future":    func(n *yaml.Node) { t.Future = oneOf(r, n, r.text(n), annalist.EventTypes[:]) },
		"recipient": func(n *yaml.Node) { t.Recipient = oneOf(r, n, r.text(n), []string{"needed"}) != "" },
		"folds":     func(n *yaml.Node) { t.Folds = r.slots(n) },
		"contexts":  func(n *yaml.Node) { t.Contexts = r.contextNames(n) },
		"modes":     func(n *yaml.Node) { r.items(n, func(n *yaml.Node) { r.mode(n, &t) }) },
		"rest":      func(n *yaml.Node) { rest = n },
	})
	if rest != nil {
		t.Rest = r.modeName(rest, &t)
	}
	if t.Type == "" {
		return
	}
	for _, o := range r.book.Types {
		if o.Type == t.Type {
			r.fail(n, "join the two", "type %s stands twice", t.Type)
		}
	}
	r.book.Types = append(r.book.Types, t)
}

func (r *reader) mode(n *yaml.Node, t *Type) {
	m := Mode{At: r.at(n), Score: t.Score, CAMEO: t.CAMEO}
	r.fields(n, "mode", map[string]func(*yaml.Node){
		"mode":  func(n *yaml.Node) { m.Mode = annalist.Mode(r.text(n)) },
		"score": func(n *yaml.Node) { m.Score = r.number(n, -10, 10) },
		"cameo": func(n *yaml.Node) { m.CAMEO = r.cameo(n) },
		"cues":  func(n *yaml.Node) { m.Cues = r.words(n) },
		"means": func(n *yaml.Node) { m.Means = r.flag(n) },
	})
	if t.ModeOf(m.Mode) != nil {
		r.fail(n, "join the two", "mode %q stands twice", m.Mode)
	}
	t.Modes = append(t.Modes, m)
}

// modeName reads the name of a mode of a type.
func (r *reader) modeName(n *yaml.Node, t *Type) annalist.Mode {
	var known []annalist.Mode
	for _, m := range t.Modes {
		known = append(known, m.Mode)
	}
	return oneOf(r, n, r.text(n), known)
}

func (r *reader) cameo(n *yaml.Node) string {
	if !cameoCode.MatchString(n.Value) {
		r.fail(n, `write two to four digits in quotes ("042")`, "%q is no CAMEO code", n.Value)
	}
	return n.Value
}

func (r *reader) contextNames(n *yaml.Node) []annalist.Context {
	var known, out []annalist.Context
	for _, c := range r.book.Contexts {
		known = append(known, c.Context)
	}
	r.texts(n, func(n *yaml.Node, text string) { out = append(out, oneOf(r, n, text, known)) })
	return out
}

// allSectors are the sectors of the coding manual, section 4.
func allSectors() []annalist.Sector {
	return []annalist.Sector{
		"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "PRE", "UNK",
		"AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "REL", "SOC",
	}
}

func (r *reader) sectors(n *yaml.Node) []annalist.Sector {
	var out []annalist.Sector
	r.texts(n, func(n *yaml.Node, text string) { out = append(out, oneOf(r, n, text, allSectors())) })
	return out
}
