package syntax

import (
	"strings"
	"testing"
	"testing/fstest"

	"annalist"
)

func TestLemmaTable(t *testing.T) {
	table, err := readLemmas(fstest.MapFS{"l.tsv": {Data: []byte(
		"form\ttag\tlemma\nmet\tVERB\tmeet\nlaunch\tVERB\tlaunch\nstop\tVERB\tstop\nagree\tVERB\tagree\nally\tNOUN\tally\nfine\tNOUN\tfine\nfin\tNOUN\tfin\nsaw\tNOUN\tsaw\nsaw\tVERB\tsee\n")}}, "l.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		form string
		tag  annalist.Tag
		want string
	}{
		{form: "Met", tag: annalist.VERB, want: "meet"},
		{form: "launch", tag: annalist.VERB, want: "launch"},
		{form: "launches", tag: annalist.VERB, want: "launch"},
		{form: "launching", tag: annalist.VERB, want: "launch"},
		{form: "stopped", tag: annalist.VERB, want: "stop"},
		{form: "agreed", tag: annalist.VERB, want: "agree"},
		{form: "allies", tag: annalist.NOUN, want: "ally"},
		{form: "saw", tag: annalist.VERB, want: "see"},
		{form: "saws", tag: annalist.NOUN, want: "saw"},
		{form: "fines", tag: annalist.NOUN, want: "fine"},
		{form: "sawing", tag: annalist.VERB, want: "saw"},
		{form: "allied", tag: annalist.VERB, want: "ally"},
		{form: "launches", tag: annalist.NOUN},
		{form: "stopped", tag: annalist.NOUN, want: "stop"},
		{form: "stopping", tag: annalist.NOUN},
		{form: "unheard", tag: annalist.VERB},
		{form: "Met", tag: annalist.PROPN},
	} {
		if got := table.find(test.form, test.tag); got != test.want {
			t.Errorf("%s %s: got %q, want %q", test.form, test.tag, got, test.want)
		}
	}
}

func TestLemmaTableErrors(t *testing.T) {
	_, err := readLemmas(fstest.MapFS{"l.tsv": {Data: []byte("form\ttag\tlemma\nmet\tVERB\n")}}, "l.tsv")
	if err == nil || !strings.Contains(err.Error(), "l.tsv:2:1") {
		t.Errorf("got %v, want an error at l.tsv:2:1", err)
	}
}

// TestFits: a rule may cut an ending of English and nothing else.
func TestFits(t *testing.T) {
	for _, test := range []struct {
		rule lemmaRule
		form string
		want bool
	}{
		{rule: lemmaRule{cut: 2}, form: "shelled", want: true},
		{rule: lemmaRule{cut: 3}, form: "stopped", want: true},
		{rule: lemmaRule{cut: 3, add: "e"}, form: "making", want: true},
		{rule: lemmaRule{cut: 3}, form: "launch"},
		{rule: lemmaRule{cut: 2}, form: "strike"},
		{rule: lemmaRule{cut: 3}, form: "ing"},
		{rule: lemmaRule{cut: 2, add: "an"}, form: "gunmen", want: true},
		{rule: lemmaRule{}, form: "launch", want: true},
	} {
		if got := test.rule.fits(test.form); got != test.want {
			t.Errorf("%+v on %q: got %v, want %v", test.rule, test.form, got, test.want)
		}
	}
}
