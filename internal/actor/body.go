package actor

import (
	"annalist"
	"annalist/internal/world"
)

// bodyReading reads an organisation no table has by the parts of its name and
// by what the article says of it: "Seoul Central District Court" is a court of
// the country Seoul lies in, "Thames Valley Police" police.
func (f *finder) bodyReading(u *unit) reading {
	r := reading{name: f.unitText(u), kind: annalist.BodyEntity, country: u.says.country, sectors: u.says.sectors, noun: u.says.noun, rule: ruleApposition}
	hit := f.roleWithin(u)
	if hit != nil {
		r.rule = ruleParts
		r.noun = hit.role.Phrase
		if hit.role.Sector != "" {
			r.sectors = []annalist.Sector{hit.role.Sector}
		}
	}
	if e := f.entryWithin(u); e != nil {
		r.country = e.Country
		if e.Kind == world.Body && len(e.Sectors) > 0 { // a branch of a body known: "Hamas Political Bureau"
			r.sectors = e.Sectors
		}
	} else if c := f.placeWithin(u.first, u.last); c != "" {
		r.country = c
	}
	if r.country == "" {
		if own := f.owners(u.head, 0); len(own) > 0 && !own[0].person {
			r.country, r.rule = own[0].country, own[0].rule
		}
	}
	if r.country == "" {
		r.country, r.rule = f.where(u.head)
	}
	if bodyCountry(r.country) {
		r.sectors = aboveStates(first(r.sectors), owner{})
	}
	return r
}

func first(s []annalist.Sector) annalist.Sector {
	if len(s) == 0 {
		return ""
	}
	return s[0]
}

// roleWithin is the role noun that tells what kind of body a name is: the one
// at its head, else the last before an "of", else the last.
func (f *finder) roleWithin(u *unit) *roleHit {
	if hit := f.roleOf(u.head); hit != nil && tells(hit.role) {
		return hit
	}
	var last *roleHit
	for i := u.first; i < u.last; i++ {
		if f.doc.Tokens[i].Tag == annalist.ADP && last != nil {
			break
		}
		if hit := f.roleOf(i); hit != nil && tells(hit.role) {
			last = hit
		}
	}
	return last
}

// tells reports whether a role noun in a name says what sort of body it names.
func tells(role *world.Role) bool {
	switch role.Kind {
	case world.RoleBody, world.RoleThing:
		return role.Office != "state"
	case world.RolePerson, world.RolePeople:
		return role.Sector != ""
	}
	return false
}

// entryWithin is what the parts of a name give of its country: an adjective, a
// state, a seat, or a body it is part of.
func (f *finder) entryWithin(u *unit) *world.Entry {
	start, q := f.ends(u.first, u.last)
	for p := start; p < q; p++ {
		n, entries := f.w.Match(f.words[p:q])
		if n == 0 {
			continue
		}
		if p == start && n == q-p && u.entries != nil { // the name as a whole, which is another state's here
			continue
		}
		if e := only(entries, world.Adjective, world.StateName, world.Seat, world.Body); e != nil {
			return e
		}
		p += n - 1
	}
	return nil
}
