package syntax

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"annalist"
	"annalist/internal/syntax/nn"
)

// labels are the net's labels in the words of the vocabulary.
type labels struct {
	tags      []annalist.Tag
	lemmas    []lemmaRule
	feats     []annalist.Feats
	relations []annalist.Relation
	root      int // the relation "root"
	names     []nameLabel
	end       int // the label of a sentence's last word
	past      int // the label of what is historical
	realis    [4]int
	cue       struct{ outside, begin, inside int }
	none      int // the label of what is no trigger
	triggers  [16]int
	roles     [6]int
}

// nameLabel is a label such as B-PER; kind is empty for O.
type nameLabel struct {
	kind   annalist.NameKind
	inside bool
}

// readLabels resolves the names in net.json; a missing one is an error.
func readLabels(l nn.Labels) (*labels, error) {
	lab := &labels{}
	var missing []string
	find := func(head string, list []string, want string) int {
		i := slices.Index(list, want)
		if i < 0 {
			missing = append(missing, head+" "+want)
		}
		return i
	}
	for _, s := range l.Tag {
		lab.tags = append(lab.tags, annalist.Tag(s))
	}
	for _, s := range l.Feats {
		lab.feats = append(lab.feats, parseFeats(s))
	}
	for _, s := range l.Relation {
		lab.relations = append(lab.relations, annalist.Relation(s))
	}
	for _, s := range l.Name {
		bio, kind, _ := strings.Cut(s, "-")
		lab.names = append(lab.names, nameLabel{kind: annalist.NameKind(kind), inside: bio == "I"})
	}
	for _, s := range l.Lemma {
		rule, err := parseLemmaRule(s)
		if err != nil {
			return nil, err
		}
		lab.lemmas = append(lab.lemmas, rule)
	}
	lab.root = find("relation", l.Relation, "root")
	lab.end = find("end", l.End, "yes")
	lab.past = find("historical", l.Historical, "yes")
	lab.cue.outside, lab.cue.begin, lab.cue.inside = find("cue", l.Cue, "O"), find("cue", l.Cue, "B"), find("cue", l.Cue, "I")
	lab.none = find("trigger", l.Trigger, "none")
	for i, t := range annalist.EventTypes {
		lab.triggers[i] = find("trigger", l.Trigger, string(t))
	}
	for i, r := range [...]annalist.Realis{annalist.Actual, annalist.Future, annalist.Hypothetical, annalist.Negated} {
		lab.realis[i] = find("realis", l.Realis, string(r))
	}
	for r := annalist.RoleActor; r <= annalist.RoleAddressee; r++ {
		lab.roles[r] = find("role", l.Role, r.String())
	}
	if len(l.End) != 2 {
		missing = append(missing, "end no")
	}
	if missing != nil {
		return nil, fmt.Errorf("labels missing: %s", strings.Join(missing, ", "))
	}
	return lab, nil
}

// lemmaRule makes a lemma of a form: it writes one out, or cuts the end of the
// form, lower-cased or as it is, and appends to it.
type lemmaRule struct {
	literal string
	keep    bool // the case of the form
	cut     int  // characters
	add     string
}

// parseLemmaRule reads "l;2;y" (lower case, cut two, append y), "k;0;" or "=be".
func parseLemmaRule(s string) (lemmaRule, error) {
	if literal, ok := strings.CutPrefix(s, "="); ok && literal != "" {
		return lemmaRule{literal: literal}, nil
	}
	parts := strings.SplitN(s, ";", 3)
	if len(parts) == 3 && (parts[0] == "l" || parts[0] == "k") {
		if cut, err := strconv.Atoi(parts[1]); err == nil && cut >= 0 {
			return lemmaRule{keep: parts[0] == "k", cut: cut, add: parts[2]}, nil
		}
	}
	return lemmaRule{}, fmt.Errorf("lemma label %q, want case;cut;append or =lemma", s)
}

// plain reports whether the rule keeps the form, or writes the lemma out: such
// a lemma is a word.
func (r lemmaRule) plain() bool { return r.literal != "" || r.cut == 0 && r.add == "" }

// fits reports whether what the rule cuts off is an ending of English: "launched"
// may lose "ed" and "stopped" "ped"; "launch" may not lose "nch", which the net
// takes for an ending of a word it has not seen. Rules that write something in
// its place, or for proper nouns, are not judged.
func (r lemmaRule) fits(form string) bool {
	if r.literal != "" || r.keep || r.cut == 0 || r.add != "" && r.add != "e" {
		return true
	}
	end := len(r.apply(form)) - len(r.add)
	if end < 1 || end >= len(form) {
		return false
	}
	rest, ending := form[:end], strings.ToLower(form[end:])
	if strings.HasPrefix(ending, strings.ToLower(rest[len(rest)-1:])) && isEnding(ending[1:]) && len(ending) > 2 {
		return true
	}
	return isEnding(ending)
}

// isEnding reports whether a string is an inflectional ending.
func isEnding(s string) bool {
	switch s {
	case "s", "es", "d", "ed", "n", "en", "ing", "r", "er", "st", "est", "'s", "’s", "'", "’":
		return true
	}
	return false
}

// apply gives the lemma of a form; a rule that would cut more than there is
// leaves the form.
func (r lemmaRule) apply(form string) string {
	if r.literal != "" {
		return r.literal
	}
	if !r.keep {
		form = strings.ToLower(form)
	}
	end := len(form)
	for range r.cut {
		if end == 0 {
			return form
		}
		_, size := utf8.DecodeLastRuneInString(form[:end])
		end -= size
	}
	if r.add == "" {
		if end == 0 {
			return form
		}
		return form[:end]
	}
	if form[end:] == r.add {
		return form
	}
	return form[:end] + r.add
}
