package codebook

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// frameSlots are the slots that are no prepositions.
func frameSlots() []string {
	return []string{"agent", "patient", "iobj", "clause", "purpose", "poss", "adj", "compound", "mod", "adv", "aux", "self", "light", "head", "speaker"}
}

// Prepositions are the prepositions that name slots.
func Prepositions() []string {
	return []string{
		"about", "above", "across", "after", "against", "along", "alongside", "amid", "among", "around", "as", "at",
		"before", "behind", "below", "beside", "between", "beyond", "by", "concerning", "despite", "during", "following",
		"for", "from", "in", "inside", "into", "like", "near", "of", "off", "on", "onto", "out", "outside", "over", "past",
		"regarding", "since", "through", "throughout", "to", "toward", "towards", "under", "until", "upon", "versus", "via",
		"with", "within", "without",
	}
}

// slot reads one slot.
func (r *reader) slot(n *yaml.Node, text string) Slot {
	name, then, deep := strings.Cut(strings.TrimSpace(text), ".")
	for i, part := range []string{name, then} {
		if i == 1 && !deep {
			break
		}
		if !slices.Contains(frameSlots(), part) && !slices.Contains(Prepositions(), part) {
			r.fail(n, "known: "+strings.Join(frameSlots(), " ")+" and prepositions", "unknown slot %q", part)
		}
	}
	return Slot{folded(name), folded(then)}
}

// slots reads a list of slots.
func (r *reader) slots(n *yaml.Node) []Slot {
	var out []Slot
	r.texts(n, func(n *yaml.Node, text string) { out = append(out, r.slot(n, text)) })
	return out
}

// alternatives reads "a | b".
func (r *reader) alternatives(n *yaml.Node, text string) Alternatives {
	var out Alternatives
	for _, part := range strings.Split(text, "|") {
		out = append(out, r.slot(n, part))
	}
	return out
}

// pick reads "a | b + c" or "none".
func (r *reader) pick(n *yaml.Node) Pick {
	text := r.text(n)
	if text == "none" {
		return nil
	}
	var out Pick
	for _, alt := range strings.Split(text, "|") {
		var union []Slot
		for _, part := range strings.Split(alt, "+") {
			union = append(union, r.slot(n, part))
		}
		out = append(out, union)
	}
	return out
}

// folded folds prepositions that mean the same into one slot.
func folded(name string) string {
	switch name {
	case "upon":
		return "on"
	case "towards":
		return "toward"
	}
	return name
}
