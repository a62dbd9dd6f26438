package world

import (
	"io/fs"
	"strings"

	"annalist"
)

// peopleFiles are the tables of people, our own first.
var peopleFiles = []string{"world/people_own.tsv", "world/people_leaders.tsv", "world/people_phoenix.tsv"}

const peopleHeader = "name aliases gender country sectors office from to id"

func (w *World) readPeople(fsys fs.FS) error {
	ids := map[string]string{} // Wikidata ids of people of our own tables
	err := readTable(fsys, "world/people_ids.tsv", "name id", func(r row) error {
		ids[r.fields[0]] = r.fields[1]
		return nil
	})
	if err != nil {
		return err
	}
	return readEach(fsys, peopleFiles, peopleHeader, func(r row) error {
		f := r.fields
		if f[0] == "" {
			return r.errorf("no name")
		}
		if f[2] != "" && f[2] != "f" && f[2] != "m" {
			return r.errorf("gender is %q, want f, m or nothing", f[2])
		}
		code, err := w.country(r, f[3], true)
		if err != nil {
			return err
		}
		sec, err := sectors(r, f[4])
		if err != nil {
			return err
		}
		from, to, err := dates(r, f[6], f[7])
		if err != nil {
			return err
		}
		if f[8] == "" {
			f[8] = ids[f[0]]
		}
		e := &Entry{Kind: Person, Name: f[0], ID: f[8], Gender: f[2], Country: code, Sectors: sec, Office: f[5], From: from, To: to}
		w.add(e, append([]string{f[0]}, list(f[1])...)...)
		if e.Office != "" {
			k := officeKey{code, e.Office}
			w.offices[k] = append(w.offices[k], e)
			w.addSurname(e)
		}
		return nil
	})
}

// familyFirst are the states whose names begin with the family name.
var familyFirst = map[annalist.Country]bool{"CHN": true, "KOR": true, "PRK": true, "TWN": true, "HKG": true, "KHM": true}

// addSurname files an office holder under the family name.
func (w *World) addSurname(e *Entry) {
	words := Words(e.Name)
	if len(words) < 2 {
		return
	}
	last := words[len(words)-1]
	if familyFirst[e.Country] {
		last = words[0]
	}
	if last == "Jr" || last == "II" || last == "III" {
		last = words[len(words)-2]
	}
	w.surname[last] = append(w.surname[last], e)
}

// Surname lists the office holders of that family name whose rows cover the
// day, for articles that give no more ("Putin").
func (w *World) Surname(name, date string) []*Entry {
	var out []*Entry
	for _, e := range w.surname[key(Words(name))] {
		if e.Holds(date) {
			out = append(out, e)
		}
	}
	return out
}

// Holder finds who held an office of a state or body on a day, nil if no row
// covers it. Rows of our own tables come before made ones.
func (w *World) Holder(country annalist.Country, office, date string) *Entry {
	for _, o := range strings.Split(office, "|") {
		for _, e := range w.offices[officeKey{country, o}] {
			if e.Holds(date) {
				return e
			}
		}
	}
	return nil
}
