package codebook

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"annalist"

	"go.yaml.in/yaml/v3"
)

// loader is the state of one reading: what is known so far and every fault.
type loader struct {
	book *Book
	raw  map[string][]string // lists.yaml, with @names replaced
	errs []*Error
	ids  map[annalist.RuleID]string // where each rule stands
}

// Read reads the codebook in a folder of a file system. The error joins every
// fault found, each an *Error.
func Read(fsys fs.FS, dir string) (*Book, error) {
	book, errs := read(fsys, dir)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return book, nil
}

// Check reads the codebook in a folder and gives every fault in it.
func Check(fsys fs.FS, dir string) []error {
	_, errs := read(fsys, dir)
	return errs
}

func read(fsys fs.FS, dir string) (*Book, []error) {
	l := &loader{
		book: &Book{lists: map[string]Words{}, index: map[string][]*Rule{}, Judge: map[string]Judge{}, shows: map[string][]int{},
			Rates: map[annalist.RuleID]float64{},
		},
		raw: map[string][]string{}, ids: map[annalist.RuleID]string{},
	}
	lists, err := fs.Glob(fsys, path.Join(dir, "lists*.yaml"))
	if err != nil || len(lists) == 0 {
		l.errs = append(l.errs, &Error{dir, 1, 1, "no lists", "add lists.yaml"})
	}
	for _, file := range lists {
		l.lists(fsys, file)
	}
	l.contexts(fsys, path.Join(dir, "contexts.yaml"))
	l.types(fsys, path.Join(dir, "types.yaml"))
	l.modes(fsys, path.Join(dir, "modes.yaml"))
	files, err := fs.Glob(fsys, path.Join(dir, "events", "*.yaml"))
	if err != nil || len(files) == 0 {
		l.errs = append(l.errs, &Error{path.Join(dir, "events"), 1, 1, "no rules", "add events/<type>.yaml"})
	}
	for _, file := range files {
		l.rules(fsys, file)
	}
	l.judge(fsys, path.Join(dir, "judge.yaml"))
	l.reach()
	l.build()
	var errs []error
	for _, e := range l.errs {
		errs = append(errs, e)
	}
	return l.book, errs
}

// build fills the index.
func (l *loader) build() {
	for _, rule := range l.book.Rules {
		seen := map[string]bool{}
		for _, t := range rule.Triggers {
			for _, w := range t.Words {
				key := t.Class.String() + " " + w
				if !seen[key] {
					l.book.index[key] = append(l.book.index[key], rule)
				}
				seen[key] = true
			}
		}
	}
	for i, c := range l.book.Contexts {
		for _, word := range c.Words.firsts() {
			l.book.shows[word] = append(l.book.shows[word], i)
		}
	}
}

// lists reads lists.yaml or lists-<topic>.yaml, in the order of names. A list may name lists that stand before it.
func (l *loader) lists(fsys fs.FS, file string) {
	r, top := l.open(fsys, file, file)
	if top == nil {
		return
	}
	if top.Kind != yaml.MappingNode {
		r.fail(top, "write name: [word, ...]", "a mapping is wanted here")
		return
	}
	for i := 0; i < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		if _, ok := l.raw[key.Value]; ok {
			r.fail(key, "join the two", "list %q stands twice", key.Value)
			continue
		}
		list := []string{}
		seen := map[string]bool{}
		var set Words
		r.texts(value, func(n *yaml.Node, text string) {
			if !seen[text] {
				list = append(list, text)
				set.add(strings.ToLower(text))
			}
			seen[text] = true
		})
		if len(list) == 0 {
			r.fail(value, "add words or remove the list", "list %q is empty", key.Value)
		}
		l.raw[key.Value], l.book.lists[key.Value] = list, set
	}
}
