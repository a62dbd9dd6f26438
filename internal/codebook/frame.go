package codebook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// frame writes the conditions of a rule in one fixed form, so that two rules
// with the same conditions can be told.
func (rule *Rule) frame() string {
	var needs []string
	for _, alts := range rule.Needs {
		needs = append(needs, fmt.Sprint([]Slot(alts)))
	}
	slices.Sort(needs)
	var where []string
	for _, c := range rule.Where {
		where = append(where, c.frame())
	}
	slices.Sort(where)
	return strings.Join(needs, ",") + "\n" + strings.Join(where, "|")
}

func (cs Conditions) frame() string {
	var out []string
	for _, c := range cs {
		out = append(out, fmt.Sprint([]Slot(c.Slots))+c.Test.frame())
	}
	slices.Sort(out)
	return strings.Join(out, "&")
}

func (t Test) frame() string {
	s := fmt.Sprint(t.Lemma.all(), t.Verb.all(), t.Noun.all(), t.Has.all(), t.Sectors, t.Kinds, t.Country, t.Number, t.Absent)
	for _, flag := range []*bool{t.Party, t.Negated, t.Future} {
		s += "/"
		if flag != nil {
			s += strconv.FormatBool(*flag)
		}
	}
	s += t.Inner.frame()
	if t.Not != nil {
		s += "!" + t.Not.frame()
	}
	return "{" + s + "}"
}

// all lists the set in order.
func (w Words) all() []string {
	var out []string
	for word := range w.one {
		out = append(out, word)
	}
	for _, phrases := range w.many {
		for _, p := range phrases {
			out = append(out, strings.Join(p, " "))
		}
	}
	slices.Sort(out)
	return out
}

func cutLine(at string) (file string, line int) {
	i := strings.LastIndexByte(at, ':')
	line, err := strconv.Atoi(at[i+1:])
	if err != nil {
		panic("codebook: place without line: " + at)
	}
	return at[:i], line
}
