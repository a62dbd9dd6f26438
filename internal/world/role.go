package world

import (
	"io/fs"
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
	RoleTitle  RoleKind = "title"  // a title that tells nothing: "Mr", "Sir"
	RoleNobody RoleKind = "nobody" // looks like a party and is none: "the region"
)

var roleKinds = map[RoleKind]bool{
	RolePerson: true, RolePeople: true, RoleBody: true, RoleOf: true, RoleThing: true, RoleTitle: true, RoleNobody: true,
}

const roleHeader = "phrase kind sector office"

func (w *World) readRoles(fsys fs.FS) error {
	return readEach(fsys, []string{"world/roles_own.tsv", "world/roles_agents.tsv"}, roleHeader, func(r row) error {
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
		return nil
	})
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

// Role finds a role by its phrase, nil if there is none.
func (w *World) Role(phrase string) *Role { return w.roles[key(Words(strings.ToLower(phrase)))] }
