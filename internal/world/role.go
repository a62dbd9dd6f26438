package world

import (
	"io/fs"
	"slices"
	"strings"

	"annalist"
)

// Role is what a role noun or a phrase of them says.
type Role struct {
	Phrase string
	Kind   RoleKind
	Sector annalist.Sector // empty: none of its own
	Office string          // offices it may name, best first, divided by "|"
}

// RoleKind tells how a role noun points at a party.
type RoleKind string

// The kinds of role nouns.
const (
	RolePerson RoleKind = "person" // one who holds a role: "minister", "judge"
	RolePeople RoleKind = "people" // human beings without a role: "residents", "woman"
	RoleBody   RoleKind = "body"   // a collective that acts: "government", "army", "company"
	RoleOf     RoleKind = "of"     // belongs to a body named beside it: "spokesperson", "members"
	RoleThing  RoleKind = "thing"  // a thing that stands for its owner: "warship", "embassy", "mosque"
	RolePaper  RoleKind = "paper"  // words on paper that speak for whoever issued them: "statement", "website"
	RoleTitle  RoleKind = "title"  // a title that tells nothing: "Mr", "Sir"
	RoleNobody RoleKind = "nobody" // looks like a party and is none: "the region"
)

var roleKinds = map[RoleKind]bool{
	RolePerson: true, RolePeople: true, RoleBody: true, RoleOf: true, RoleThing: true, RolePaper: true, RoleTitle: true, RoleNobody: true,
}

const roleHeader = "phrase kind sector office"

func (w *World) readRoles(fsys fs.FS) error {
	var singulars [][]string
	err := readEach(fsys, []string{"world/roles_own.tsv", "world/roles_agents.tsv"}, roleHeader, func(r row) error {
		f := r.fields
		kind := RoleKind(f[1])
		if !roleKinds[kind] {
			return r.errorf("unknown kind %q", f[1])
		}
		sec := annalist.Sector(f[2])
		if sec != "" && !known[sec] {
			return r.errorf("unknown sector %q", f[2])
		}
		words := Words(strings.ToLower(f[0]))
		if len(words) == 0 {
			return r.errorf("no phrase")
		}
		k := key(words)
		if old := w.roles[k]; old != nil {
			if strings.HasSuffix(r.file, "own.tsv") {
				return r.errorf("%q stands twice", f[0])
			}
			return nil // our own row overrules the made one
		}
		w.roles[k] = &Role{Phrase: f[0], Kind: kind, Sector: sec, Office: f[3]}
		w.roleMax[words[0]] = max(w.roleMax[words[0]], len(words))
		singulars = append(singulars, words)
		return nil
	})
	for _, words := range singulars {
		w.addPlural(words)
	}
	return err
}

// addPlural files a role under its regular plural too, for where the lemma of a
// word is unsure. A plural that has a row of its own keeps it ("forces").
func (w *World) addPlural(words []string) {
	role := w.roles[key(words)]
	last := words[len(words)-1]
	if role.Kind == RoleTitle || role.Kind == RoleNobody || strings.HasSuffix(last, "s") {
		return
	}
	many := append(slices.Clone(words[:len(words)-1]), plural(last))
	if w.roles[key(many)] == nil {
		w.roles[key(many)] = role
		w.roleMax[many[0]] = max(w.roleMax[many[0]], len(many))
	}
}

// plural is the regular plural of a noun.
func plural(word string) string {
	switch {
	case strings.HasSuffix(word, "man"):
		return strings.TrimSuffix(word, "man") + "men"
	case strings.HasSuffix(word, "y") && len(word) > 1 && !strings.ContainsRune("aeiou", rune(word[len(word)-2])):
		return strings.TrimSuffix(word, "y") + "ies"
	case strings.HasSuffix(word, "ch"), strings.HasSuffix(word, "sh"), strings.HasSuffix(word, "x"):
		return word + "es"
	}
	return word + "s"
}

// MatchRole finds the longest role phrase that the lower-case lemmas begin
// with. It returns the number of words and the role, or zero.
func (w *World) MatchRole(lemmas []string) (int, *Role) {
	if len(lemmas) == 0 {
		return 0, nil
	}
	for n := min(w.roleMax[lemmas[0]], len(lemmas)); n > 0; n-- {
		if r, ok := w.roles[key(lemmas[:n])]; ok {
			return n, r
		}
	}
	return 0, nil
}
