package syntax

import (
	"fmt"
	"io/fs"
	"strings"

	"annalist"
)

// lemmaTable knows the lemmas of the words of the treebanks and of irregular
// words: the net's rules are learned from endings and err on words it has
// not seen ("launch" is not of "lau").
type lemmaTable struct {
	lemma map[lemmaKey]string
	known map[lemmaKey]bool // by lemma
}

// lemmaKey is a word in lower case with its tag.
type lemmaKey struct {
	word string
	tag  annalist.Tag
}

// readLemmas reads form, tag and lemma, a word a line under a head line.
func readLemmas(fsys fs.FS, path string) (*lemmaTable, error) {
	raw, err := fs.ReadFile(fsys, path)
	if err != nil {
		return nil, fmt.Errorf("read lemmas: %w", err)
	}
	text := string(raw)
	n := strings.Count(text, "\n")
	t := &lemmaTable{make(map[lemmaKey]string, n), make(map[lemmaKey]bool, n)}
	for line := 1; text != ""; line++ {
		row, rest, _ := strings.Cut(text, "\n")
		text = rest
		if line == 1 {
			continue
		}
		form, more, _ := strings.Cut(row, "\t")
		tag, lemma, ok := strings.Cut(more, "\t")
		if !ok || form == "" || lemma == "" {
			return nil, fmt.Errorf("%s:%d:1: %q, want form, tag and lemma with tabs between (data/scripts/lemmas.py writes them)", path, line, row)
		}
		t.lemma[lemmaKey{form, annalist.Tag(tag)}] = lemma
		t.known[lemmaKey{lemma, annalist.Tag(tag)}] = true
	}
	return t, nil
}

// find gives the lemma of a form: from the table, or the first regular base
// that is a known lemma of the tag; empty when the table knows nothing of it. A
// verb that is only known as a noun is one that news makes of it ("airstrikes");
// a noun in -ed that is only known as a verb is mostly a wrong tag ("expelled").
func (t *lemmaTable) find(form string, tag annalist.Tag) string {
	switch tag {
	case annalist.VERB, annalist.NOUN, annalist.ADJ, annalist.ADV, annalist.AUX:
	default:
		return ""
	}
	form = strings.ToLower(form)
	lemma := t.base(form, tag)
	switch {
	case lemma != "":
	case tag == annalist.VERB:
		lemma = t.base(form, annalist.NOUN)
	case tag == annalist.NOUN && strings.HasSuffix(form, "ed"):
		lemma = t.base(form, annalist.VERB)
	}
	return lemma
}

func (t *lemmaTable) base(form string, tag annalist.Tag) string {
	if lemma := t.lemma[lemmaKey{form, tag}]; lemma != "" {
		return lemma
	}
	if t.known[lemmaKey{form, tag}] {
		return form
	}
	for _, e := range endings {
		stem, ok := strings.CutSuffix(form, e.ending)
		if !ok || len(stem) < 2 {
			continue
		}
		if n := len(stem); e.doubled {
			if n < 3 || stem[n-1] != stem[n-2] {
				continue
			}
			stem = stem[:n-1]
		}
		if base := stem + e.base; t.known[lemmaKey{base, tag}] {
			return base
		}
	}
	return ""
}

// endings are the regular inflections, most specific first.
var endings = []struct {
	ending, base string
	doubled      bool // a consonant doubled before the ending goes too
}{
	{ending: "ies", base: "y"},
	{ending: "s"}, // before "es": "fines" is of "fine", not of "fin"
	{ending: "es"},
	{ending: "ied", base: "y"},
	{ending: "ed", base: "e"},
	{ending: "ed"},
	{ending: "ed", doubled: true},
	{ending: "ying", base: "ie"},
	{ending: "ing", base: "e"},
	{ending: "ing"},
	{ending: "ing", doubled: true},
	{ending: "men", base: "man"},
	{ending: "ier", base: "y"},
	{ending: "er"},
	{ending: "er", base: "e"},
	{ending: "iest", base: "y"},
	{ending: "est"},
	{ending: "est", base: "e"},
}
