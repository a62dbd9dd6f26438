package codebook

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// reader walks the nodes of one file and gathers every fault it meets.
type reader struct {
	*loader
	file string
}

// fail notes a fault at a node.
func (r *reader) fail(n *yaml.Node, do, format string, args ...any) {
	r.errs = append(r.errs, &Error{r.file, n.Line, n.Column, fmt.Sprintf(format, args...), do})
}

// at is the place of a node as file:line.
func (r *reader) at(n *yaml.Node) string { return r.file + ":" + strconv.Itoa(n.Line) }

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?(.*)$`)

// listMark stands for @ while YAML is read.
const listMark = "§"

// open parses a file into the node of its top level, or notes why it cannot.
func (l *loader) open(fsys fs.FS, path, name string) (*reader, *yaml.Node) {
	r := &reader{l, name}
	text, err := fs.ReadFile(fsys, path)
	if err != nil {
		r.fail(&yaml.Node{Line: 1, Column: 1}, "add the file", "cannot be read: %v", err)
		return r, nil
	}
	var top yaml.Node
	// YAML keeps @ for itself; a stand-in of one column lets lists be written bare.
	text = bytes.ReplaceAll(text, []byte("@"), []byte(listMark))
	if err := yaml.Unmarshal(text, &top); err != nil {
		line, msg := 1, strings.ReplaceAll(err.Error(), listMark, "@")
		if m := yamlLine.FindStringSubmatch(msg); m != nil {
			msg = m[2]
			if n, err := strconv.Atoi(m[1]); err == nil {
				line = n
			}
		}
		r.fail(&yaml.Node{Line: line, Column: 1}, "quote texts that hold a colon, a brace or a bracket", "no YAML: %s", msg)
		return r, nil
	}
	if len(top.Content) == 0 {
		return r, nil
	}
	return r, top.Content[0]
}

// fields hands each value of a mapping to the reader of its key and notes keys
// that are unknown or stand twice, and needed ones that are missing.
func (r *reader) fields(n *yaml.Node, needed string, known map[string]func(*yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "write key: value pairs", "a mapping is wanted here")
		return
	}
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		read, ok := known[key.Value]
		switch {
		case !ok:
			r.fail(key, "known here: "+names(known), "unknown key %q", key.Value)
		case seen[key.Value]:
			r.fail(key, "write it once", "key %q stands twice", key.Value)
		default:
			read(value)
		}
		seen[key.Value] = true
	}
	for _, k := range strings.Fields(needed) {
		if !seen[k] {
			r.fail(n, "add "+k+":", "no %s", k)
		}
	}
}

// items hands each item of a list to read; a single value is a list of one.
func (r *reader) items(n *yaml.Node, read func(*yaml.Node)) {
	switch n.Kind {
	case yaml.SequenceNode:
		for _, item := range n.Content {
			read(item)
		}
	default:
		read(n)
	}
}

// text is the value of a scalar node.
func (r *reader) text(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode || n.Value == "" {
		r.fail(n, "write a plain word or a quoted text", "a text is wanted here")
		return ""
	}
	return strings.ReplaceAll(n.Value, listMark, "@")
}

// texts are the texts of a list, with @names replaced by what the list holds.
func (r *reader) texts(n *yaml.Node, each func(n *yaml.Node, text string)) {
	r.items(n, func(n *yaml.Node) {
		text := r.text(n)
		name, isList := strings.CutPrefix(text, "@")
		if !isList {
			if text != "" {
				each(n, text)
			}
			return
		}
		words, ok := r.raw[name]
		if !ok {
			r.fail(n, "add it to lists.yaml", "unknown list @%s", name)
			return
		}
		for _, w := range words {
			each(n, w)
		}
	})
}

// words reads a list of words into a set, in lower case.
func (r *reader) words(n *yaml.Node) Words {
	var set Words
	r.texts(n, func(_ *yaml.Node, text string) {
		set.add(strings.ToLower(text))
	})
	return set
}

// flag reads true or false.
func (r *reader) flag(n *yaml.Node) bool {
	if n.Value != "true" && n.Value != "false" {
		r.fail(n, "write true or false", "%q is neither true nor false", n.Value)
	}
	return n.Value == "true"
}

// number reads a number between two bounds.
func (r *reader) number(n *yaml.Node, low, high float64) float64 {
	x, err := strconv.ParseFloat(n.Value, 64)
	if err != nil || x < low || x > high {
		r.fail(n, fmt.Sprintf("write a number from %g to %g", low, high), "%q is no such number", n.Value)
		return low
	}
	return x
}

// oneOf reads a text that must be one of a closed set.
func oneOf[T ~string](r *reader, n *yaml.Node, text string, known []T) T {
	if !slices.Contains(known, T(text)) {
		var list []string
		for _, k := range known {
			list = append(list, string(k))
		}
		r.fail(n, "known: "+strings.Join(list, " "), "unknown value %q", text)
		return ""
	}
	return T(text)
}

func names[V any](m map[string]V) string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}
