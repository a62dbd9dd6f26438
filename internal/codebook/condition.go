package codebook

import (
	"strings"

	"go.yaml.in/yaml/v3"
)

// allKinds are the kinds of fillers a rule may ask for.
func allKinds() []Kind {
	return []Kind{KindState, KindPerson, KindBody, KindGroup, KindPlace, KindTime, KindNumber, KindClause, KindThing}
}

// conditions reads a mapping from slots to tests.
func (r *reader) conditions(n *yaml.Node) Conditions {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		r.fail(n, "write slot: {lemma: [...]} and the like", "conditions on slots are wanted here")
		return nil
	}
	var out Conditions
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			r.fail(key, "join the two", "slot %q stands twice", key.Value)
		}
		seen[key.Value] = true
		out = append(out, Condition{Slots: r.alternatives(key, key.Value), Test: r.test(value), At: r.at(key)})
	}
	return out
}

// where reads conditions, or a list of them of which one must hold.
func (r *reader) where(n *yaml.Node) []Conditions {
	var out []Conditions
	r.items(n, func(n *yaml.Node) { out = append(out, r.conditions(n)) })
	return out
}

// test reads what is asked of one filler.
func (r *reader) test(n *yaml.Node) Test {
	var t Test
	known := map[string]func(*yaml.Node){
		"lemma":  func(n *yaml.Node) { t.Lemma = r.words(n) },
		"verb":   func(n *yaml.Node) { t.Verb = r.words(n) },
		"noun":   func(n *yaml.Node) { t.Noun = r.words(n) },
		"has":    func(n *yaml.Node) { t.Has = r.words(n) },
		"sector": func(n *yaml.Node) { t.Sectors = r.sectors(n) },
		"kind": func(n *yaml.Node) {
			r.texts(n, func(n *yaml.Node, text string) { t.Kinds = append(t.Kinds, oneOf(r, n, text, allKinds())) })
		},
		"party":   func(n *yaml.Node) { v := r.flag(n); t.Party = &v },
		"country": func(n *yaml.Node) { t.Country = oneOf(r, n, r.text(n), []Relation{OtherCountry, SameCountry}) },
		"number":  func(n *yaml.Node) { t.Number = oneOf(r, n, r.text(n), []Number{Plural, Singular}) },
		"negated": func(n *yaml.Node) { v := r.flag(n); t.Negated = &v },
		"future":  func(n *yaml.Node) { v := r.flag(n); t.Future = &v },
		"absent":  func(n *yaml.Node) { t.Absent = r.flag(n) },
		"filled":  func(n *yaml.Node) { t.Absent = !r.flag(n) },
		"not":     func(n *yaml.Node) { v := r.test(n); t.Not = &v },
	}
	for _, name := range append(frameSlots(), Prepositions()...) {
		known[name] = func(n *yaml.Node) {
			t.Inner = append(t.Inner, Condition{Slots: Alternatives{{Name: name}}, Test: r.test(n), At: r.at(n)})
		}
	}
	r.fields(n, "", known)
	return t
}

// blockers reads the named blockers of a rule.
func (r *reader) blockers(n *yaml.Node) []Blocker {
	if n.Kind != yaml.MappingNode {
		r.fail(n, "write name: {slot: {...}}", "named blockers are wanted here")
		return nil
	}
	var out []Blocker
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if strings.ContainsAny(key.Value, " .:") {
			r.fail(key, "write one lower-case word", "%q is no name for a blocker", key.Value)
		}
		for _, b := range out {
			if b.Name == key.Value {
				r.fail(key, "give it another name", "blocker %q stands twice", key.Value)
			}
		}
		out = append(out, Blocker{Name: key.Value, Where: r.conditions(value), At: r.at(key)})
	}
	return out
}

// Empty reports whether the test asks nothing of a filler but that it is there.
func (t *Test) Empty() bool {
	return t.Lemma.Len()+t.Verb.Len()+t.Noun.Len()+t.Has.Len()+len(t.Sectors)+len(t.Kinds)+len(t.Inner) == 0 &&
		t.Party == nil && t.Country == "" && t.Number == "" && t.Negated == nil && t.Future == nil && t.Not == nil
}
