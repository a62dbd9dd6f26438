package actor

import (
	"strings"

	"annalist"
	"annalist/internal/world"
)

// roleReading reads a noun phrase headed by a role noun. The country comes from
// its own owner only; where there is none the caller looks around.
func (f *finder) roleReading(h int, hit *roleHit, depth int) reading {
	own := f.owners(h, depth)
	r := reading{
		name: f.phraseName(h), kind: roleKind(hit.role), noun: hit.role.Phrase, office: hit.role.Office,
		plural: f.plural(h), gender: f.genderOf(h), rule: ruleOwner,
	}
	var o owner
	if len(own) > 0 {
		o = own[0]
		r.country, r.rule = o.country, o.rule
	}
	if o.body || o.person {
		r.office = "" // the president of a company holds no office of state
	}
	r.sectors = f.sectorsOf(h, hit, o)
	if f.former(h) && len(r.sectors) > 0 && r.kind == annalist.PersonEntity {
		r.sectors, r.office = formerSectors(r.sectors), ""
	}
	return r
}

// sectorsOf combines what the role noun says with what its owner is and what
// other role nouns stand before it.
func (f *finder) sectorsOf(h int, hit *roleHit, o owner) []annalist.Sector {
	s := hit.role.Sector
	if bodyCountry(o.country) && !ofParty(o) {
		return aboveStates(s, o)
	}
	if hit.role.Kind == world.RolePaper || (o.body || o.person && armed(o.sectors)) && f.inherits(hit.role, o) {
		return o.sectors
	}
	if hit.role.Kind == world.RoleOf || f.generic(hit.role) {
		if m := f.modifierSector(h, hit); m != "" {
			return []annalist.Sector{m}
		}
		if o.body || o.person && hit.role.Kind == world.RoleOf && s == "" {
			return o.sectors
		}
	}
	if s == "" {
		return nil
	}
	return []annalist.Sector{s}
}

// inherits reports whether members of a body have its sectors rather than those
// of their noun: "Hamas fighters", "Houthi officials", "PKK commander".
// Not "UN lawyers", and not "BBC employees", who are workers.
func (f *finder) inherits(role *world.Role, o owner) bool {
	if len(o.sectors) == 0 {
		return role.Sector == ""
	}
	if armed(o.sectors) {
		switch role.Sector {
		case "", "GOV", "MIL", "REB", "PRM", "PTY", "UAF":
			return true
		}
		return false
	}
	return role.Kind == world.RoleOf || f.generic(role) || role.Sector == "BUS" && role.Kind == world.RolePerson
}

// generic reports whether a role noun says only that somebody speaks or leads.
func (f *finder) generic(role *world.Role) bool { return f.w.Cue(world.CueGeneric, role.Phrase) }

// armed: movements whose members are what the movement is.
func armed(s []annalist.Sector) bool {
	switch first(s) {
	case "REB", "PRM", "CRM":
		return true
	}
	return false
}

func bodyCountry(c annalist.Country) bool {
	switch c {
	case "IGO", "UNO", "EUR", "NGO":
		return true
	}
	return false
}

// ofParty keeps peoples and parties within Europe and the like apart.
func ofParty(o owner) bool { return len(o.sectors) > 0 && o.sectors[0] == "PTY" }

// aboveStates: bodies above states have no sector, except courts and forces
// (ruling 18).
func aboveStates(s annalist.Sector, o owner) []annalist.Sector {
	if len(o.sectors) > 0 {
		return o.sectors
	}
	if s == "JUD" || s == "MIL" {
		return []annalist.Sector{s}
	}
	return nil
}

// modifierSector is the sector of a role noun before the head: "military" in
// "military officials", "opposition" in "opposition leader".
func (f *finder) modifierSector(h int, hit *roleHit) annalist.Sector {
	for i := hit.first - 1; i >= f.leftOf(h); i-- {
		m := f.roleOf(i)
		if m == nil || m == hit || m.role.Sector == "" || f.doc.Tokens[i].Rel.Is("nmod:poss") && m.role.Kind != world.RoleBody {
			continue
		}
		return m.role.Sector
	}
	for _, k := range f.doc.Tokens[h].Kids { // "spokesman for the army"
		if k > h && f.doc.Tokens[k].Rel.Base() == "nmod" && (f.cased(k, world.CueOwner) || f.cased(k, world.CueHome)) {
			if m := f.roleOf(k); m != nil && f.unitAt[k] == annalist.None {
				return m.role.Sector
			}
		}
	}
	return ""
}

func roleKind(role *world.Role) annalist.EntityKind {
	switch role.Kind {
	case world.RoleBody:
		if role.Office == "state" {
			return annalist.StateEntity
		}
		return annalist.BodyEntity
	case world.RolePerson:
		return annalist.PersonEntity
	case world.RolePeople:
		return annalist.GroupEntity
	case world.RoleOf:
		return annalist.PersonEntity
	case world.RoleThing:
		return annalist.BodyEntity
	case world.RolePaper:
		return annalist.OtherEntity
	default:
		return annalist.GroupEntity
	}
}

// former reports whether a modifier says that the role is over: "former", "ex-".
func (f *finder) former(h int) bool {
	for i := f.leftOf(h); i <= h; i++ {
		if f.w.Cue(world.CueFormer, f.lowerForm(i)) && f.doc.Tokens[i].Tag != annalist.ADV {
			return true
		}
	}
	return false
}

func (f *finder) lowerForm(i int) string { return strings.ToLower(f.doc.Tokens[i].Form) }

// formerSectors: those who held public office are prominent people out of
// office, others are what they were.
func formerSectors(s []annalist.Sector) []annalist.Sector {
	switch s[0] {
	case "GOV", "LEG", "JUD", "MIL", "PTY", "OPP", "SPY":
		return []annalist.Sector{"ELI"}
	case "COP", "EDU", "JRN", "LAB":
		return []annalist.Sector{"CVL"}
	}
	return s
}

// phraseName is the text of a phrase without its article.
func (f *finder) phraseName(h int) string {
	first := f.leftOf(h)
	for first < h && f.doc.Tokens[first].Tag == annalist.DET {
		first++
	}
	return f.doc.Text(f.doc.SpanOf(first, h+1))
}

func (f *finder) plural(h int) bool {
	tok := f.doc.Tokens[h]
	if tok.Feats.Number != "" {
		return tok.Feats.Number == "Plur"
	}
	low := f.lowerForm(h)
	return tok.Tag == annalist.NOUN && (tok.Lemma != "" && !strings.EqualFold(tok.Lemma, tok.Form) || strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss"))
}

// genderOf reads the gender off role nouns and titles: "spokeswoman", "Mr".
func (f *finder) genderOf(h int) string {
	for i := f.leftOf(h); i <= h; i++ {
		w := strings.TrimSuffix(f.lowerForm(i), ".")
		switch {
		case f.w.Cue(world.CueFemale, w):
			return "f"
		case f.w.Cue(world.CueMale, w):
			return "m"
		}
	}
	return ""
}

// definite reports whether a phrase points back: "the", "this", "that".
func (f *finder) definite(h int) bool {
	k := f.doc.Kid(h, "det")
	if k == annalist.None {
		return false
	}
	switch f.lemma(k) {
	case "the", "this", "that", "these", "those", "both":
		return true
	}
	return false
}

func (f *finder) indefinite(h int) bool {
	k := f.doc.Kid(h, "det")
	return k != annalist.None && (f.lemma(k) == "a" || f.lemma(k) == "an" || f.lemma(k) == "another" || f.lemma(k) == "some")
}
