package world

import (
	"strings"

	"annalist"
)

// Kind tells what a name in the tables is the name of.
type Kind uint8

// The kinds of entries.
const (
	StateName Kind = iota // "Japan"
	Adjective             // "Japanese"
	People                // "Russians"
	Seat                  // "Tokyo", "the Kremlin": stands for a government or force when it acts
	Body                  // "Gazprom", "Hamas", "FBI"
	Outlet                // "Reuters"
	Person                // "Fumio Kishida"
	Nobody                // "the West": no party
)

// String names the kind.
func (k Kind) String() string {
	names := [...]string{"state", "adjective", "people", "seat", "body", "outlet", "person", "nobody"}
	if int(k) >= len(names) {
		panic("world: unknown kind")
	}
	return names[k]
}

// Entry is what one row of a table says of a name.
type Entry struct {
	Kind    Kind
	Name    string // full name
	ID      string // Wikidata id where known
	Country annalist.Country
	Sectors []annalist.Sector
	Gender  string // of persons: "f", "m" or empty
	Office  string // of persons: "president", "foreign-minister" ...
	Noun    string // the kind of body or seat: "company", "party", "movement", "capital" ...
	From    string // first day, empty: open
	To      string // last day, empty: open
}

// Holds reports whether the entry covers a day. An empty day is covered by
// entries that have not ended.
func (e *Entry) Holds(date string) bool {
	if date == "" {
		return e.To == ""
	}
	return (e.From == "" || e.From <= date) && (e.To == "" || date <= e.To)
}

// Reading is the entry as a reading of a name.
func (e *Entry) Reading() annalist.Reading {
	return annalist.Reading{Name: e.Name, ID: e.ID, Country: e.Country, Sectors: e.Sectors}
}

// add files an entry under its names.
func (w *World) add(e *Entry, names ...string) {
	w.entries = append(w.entries, e)
	for _, name := range names {
		w.file(e, Words(name))
	}
}

func (w *World) file(e *Entry, words []string) {
	if len(words) == 0 {
		return
	}
	k := key(words)
	for _, o := range w.phrases[k] {
		if o == e {
			return
		}
	}
	w.phrases[k] = append(w.phrases[k], e)
	w.longest[words[0]] = max(w.longest[words[0]], len(words))
}

// Match finds the longest phrase of the tables that the words begin with. It
// returns the number of words and the entries, or zero.
func (w *World) Match(words []string) (int, []*Entry) {
	if len(words) == 0 {
		return 0, nil
	}
	n := min(w.longest[words[0]], len(words))
	for ; n > 1; n-- {
		if found, ok := w.phrases[key(words[:n])]; ok {
			return n, found
		}
	}
	if n == 1 {
		if found, ok := w.phrases[words[0]]; ok {
			return 1, found
		}
	}
	return 0, nil
}

// Entries are the entries filed under exactly this name.
func (w *World) Entries(name string) []*Entry { return w.phrases[key(Words(name))] }

// Readings lists what the entries of one name say on a day, best first: those
// whose dates cover it, then people who have left office (ELI), then rows that
// begin later. Rows of one person that say the same are given once.
func Readings(entries []*Entry, date string) []annalist.Reading {
	var now, after, before []annalist.Reading
	for _, e := range entries {
		r := e.Reading()
		switch {
		case e.Holds(date):
			now = append(now, r)
		case e.To != "" && (date == "" || e.To < date):
			if e.Kind == Person && !keeps(e) {
				r.Sectors = []annalist.Sector{"ELI"}
			}
			after = append([]annalist.Reading{r}, after...)
		default:
			before = append(before, r)
		}
	}
	var out []annalist.Reading
	for _, group := range [][]annalist.Reading{now, after, before} {
		for _, r := range group {
			if !listed(out, r, len(now) > 0) {
				out = append(out, r)
			}
		}
	}
	return out
}

// keeps reports whether a person stays what the row says after its last day:
// the dead and rebels do not become prominent people out of office.
func keeps(e *Entry) bool {
	for _, s := range e.Sectors {
		switch s {
		case "REB", "PRM", "CRM", "SOC", "REL", "BUS", "JRN", "CVL", "UAF":
			return true
		}
	}
	return false
}

// listed reports whether a reading stands in the list already, or the same
// person in another capacity while one of them is held on the day.
func listed(out []annalist.Reading, r annalist.Reading, held bool) bool {
	for _, o := range out {
		same := o.Name == r.Name && o.Country == r.Country
		if same && (held && len(out) > 0 || sectorKey(o.Sectors) == sectorKey(r.Sectors)) {
			return true
		}
	}
	return false
}

func sectorKey(s []annalist.Sector) string {
	var b strings.Builder
	for _, x := range s {
		b.WriteString(string(x))
	}
	return b.String()
}
