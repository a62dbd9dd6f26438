// Package world holds what the coder knows of the world: states and what they
// are called, seats of power, bodies, movements and companies, people with the
// offices they held from when to when, news outlets, and the nouns that name a
// role ("prime minister", "rebels").
//
// Read loads the tables under world/ once into an immutable *World that any
// number of goroutines share. Names are found with Match (longest phrase at a
// word) or Entries, role nouns with MatchRole, office holders with Holder.
//
// The package answers questions of fact only. What a word of an article means
// is decided by the finders, which get every reading a table allows.
package world

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"annalist"
)

// World is all tables. It does not change after Read.
type World struct {
	Places  *Gazetteer
	states  map[annalist.Country]*State
	entries []*Entry            // names of every kind
	phrases map[string][]*Entry // by phrase key
	longest map[string]int      // words of the longest phrase that begins with a word
	surname map[string][]*Entry // office holders by family name
	offices map[officeKey][]*Entry
	roles   map[string]*Role // by phrase key, lower case
	roleMax map[string]int   // words of the longest role that begins with a word
	cues    map[cueKey]bool
}

type officeKey struct {
	country annalist.Country
	office  string
}

// Read loads the tables of the folder world/ of fsys. All errors of all tables
// are reported together, each with file and line.
func Read(fsys fs.FS) (*World, error) {
	w := &World{
		states:  map[annalist.Country]*State{},
		phrases: make(map[string][]*Entry, 1<<14),
		longest: make(map[string]int, 1<<13),
		surname: map[string][]*Entry{},
		offices: map[officeKey][]*Entry{},
		roles:   map[string]*Role{},
		roleMax: map[string]int{},
		cues:    map[cueKey]bool{},
	}
	var errs []error
	for _, step := range []func(fs.FS) error{
		w.readStates, w.readStateWords, w.readBodies, w.readPeople, w.readRoles, w.readCues, w.readPlaces,
	} {
		if err := step(fsys); err != nil {
			errs = append(errs, err)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("read tables of the world: %w", err)
	}
	return w, nil
}

// readEach reads the files of a list with one row reader.
func readEach(fsys fs.FS, files []string, header string, take func(row) error) error {
	var errs []error
	for _, name := range files {
		if err := readTable(fsys, name, header, take); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// list cuts a field of several values.
func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "|")
}
