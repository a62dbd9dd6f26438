package world

import (
	"io/fs"

	"annalist"
)

// State is a state or a territory kept apart from one.
type State struct {
	Code       annalist.Country
	Name       string // common name
	Controller annalist.Country
	Capital    string
	Entry      *Entry // the state as a party
}

// State finds a state by its ISO 3166 alpha-3 code, nil if there is none.
func (w *World) State(code annalist.Country) *State { return w.states[code] }

// Demonym gives the state an adjective or the name of a people belongs to:
// "Japanese", "Dutch", "Russians".
func (w *World) Demonym(word string) (annalist.Country, bool) {
	for _, e := range w.Entries(word) {
		if e.Kind == Adjective || e.Kind == People {
			return e.Country, true
		}
	}
	return "", false
}

const stateHeader = "iso3 iso2 name controller names adjectives people capital"

func (w *World) readStates(fsys fs.FS) error {
	var rows []row
	err := readTable(fsys, "world/states.tsv", stateHeader, func(r row) error {
		rows = append(rows, r)
		f := r.fields
		code := annalist.Country(f[0])
		if len(code) != 3 || w.states[code] != nil || above[code] {
			return r.errorf("bad or repeated code %q", f[0])
		}
		w.states[code] = &State{Code: code, Name: f[2], Controller: annalist.Country(f[3]), Capital: f[7]}
		return nil
	})
	if err != nil {
		return err
	}
	for _, r := range rows {
		s := w.states[annalist.Country(r.fields[0])]
		party := s.Code
		if s.Controller != "" {
			if w.states[s.Controller] == nil {
				return r.errorf("unknown controller %q", s.Controller)
			}
			party = s.Controller
		}
		s.Entry = &Entry{Kind: StateName, Name: s.Name, Country: party}
		w.add(s.Entry, append(list(r.fields[4]), s.Name)...)
		w.add(&Entry{Kind: Adjective, Name: s.Name, Country: party}, list(r.fields[5])...)
		w.add(&Entry{Kind: People, Name: s.Name, Country: party, Sectors: []annalist.Sector{"CVL"}}, list(r.fields[6])...)
		if s.Capital != "" {
			w.add(&Entry{Kind: Seat, Noun: "capital", Name: "Government of " + s.Name, Country: party, Sectors: []annalist.Sector{"GOV"}}, s.Capital)
		}
	}
	return nil
}

const wordHeader = "iso3 kind phrase sector"

// readStateWords reads the hand-written words for states: further names,
// adjectives, peoples, seats of power, capitals, and "drop" for names the made table has
// and running text never means.
func (w *World) readStateWords(fsys fs.FS) error {
	return readTable(fsys, "world/state_words.tsv", wordHeader, func(r row) error {
		code, err := w.country(r, r.fields[0], true)
		if err != nil {
			return err
		}
		sec, err := sectors(r, r.fields[3])
		if err != nil {
			return err
		}
		e := &Entry{Country: code, Sectors: sec, Name: r.fields[2]}
		if s := w.states[code]; s != nil {
			e = &Entry{Country: s.Entry.Country, Sectors: sec, Name: s.Name}
		}
		switch r.fields[1] {
		case "name":
			e.Kind = StateName
			if s := w.states[code]; s != nil && len(sec) == 0 {
				e = s.Entry
			}
		case "adjective":
			e.Kind = Adjective
		case "people":
			e.Kind = People
			if len(sec) == 0 {
				e.Sectors = []annalist.Sector{"CVL"}
			}
		case "seat":
			e.Kind, e.Name = Seat, r.fields[2]
		case "capital":
			e.Kind, e.Name, e.Noun = Seat, "Government of "+e.Name, "capital"
		case "nobody":
			e.Kind = Nobody
		case "drop":
			w.drop(r.fields[2], code)
			return nil
		default:
			return r.errorf("unknown kind %q", r.fields[1])
		}
		w.add(e, r.fields[2])
		return nil
	})
}

// drop takes a phrase away from a state.
func (w *World) drop(phrase string, code annalist.Country) {
	k := key(Words(phrase))
	var kept []*Entry
	for _, e := range w.phrases[k] {
		if e.Country != code {
			kept = append(kept, e)
		}
	}
	if kept == nil {
		delete(w.phrases, k)
		return
	}
	w.phrases[k] = kept
}
