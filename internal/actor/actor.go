// Package actor finds who an article speaks of. Find writes the mentions (every
// noun phrase that may be a party: names, pronouns, roles, metonyms, adjectives
// of nationality, groups of people) and the entities they stand for, each with
// its country, its sectors on the day of the article and the rule that gave
// them.
//
// It reads the words, the tree and the names of the net, the places found
// before, and the tables of the world. What the article says of somebody
// ("Deputy Foreign Minister Emine Japarova") fills in where the tables are
// silent; readings that were possible and not taken stand in Entity.Others.
//
// It does not say what anybody did, and it resolves no place or date.
package actor

import (
	"annalist"
	"annalist/internal/world"
)

// Find writes doc.Mentions and doc.Entities. Mentions are ordered by their head
// token; a token heads at most one mention.
func Find(doc *annalist.Document, w *world.World) {
	doc.Mentions, doc.Entities = nil, nil
	if len(doc.Tokens) == 0 {
		return
	}
	f := &finder{doc: doc, w: w, date: doc.Published, entityOf: map[string]int{}, holders: map[holderKey]int{}, describing: map[int]int{}, at: filled(len(doc.Tokens))}
	f.readWords()
	f.findUnits()
	f.findRoles()
	f.findPlaces()
	f.countCountries()
	f.read, f.readState = make([]reading, len(f.units)), make([]uint8, len(f.units))
	f.gather()
	clear(f.readState)
	f.walk()
	f.finish()
}

// finder is the state of one run over one document.
type finder struct {
	doc  *annalist.Document
	w    *world.World
	date string

	words  []string // normalised words of the text, with case
	lemmas []string // the same places, lower-case lemmas
	lowers []string // the same places, lower-case forms
	tokOf  []int    // token of a word
	wordOf []int    // first word of a token (or of the next token that has one)

	units     []unit
	unitAt    []int     // unit that covers a token, or None
	read      []reading // readings of the units, once known
	readState []uint8
	roles     []roleHit
	roleAt    []int // role phrase that covers a token, or None

	timed      []bool             // tokens of expressions of time
	place      []annalist.Country // country of the place named at a token
	context    []annalist.Country // country where a sentence plays
	sentPlace  []annalist.Country // first place a sentence names
	sentState  []annalist.Country // the state a sentence names, where it names one
	describing map[int]int        // name a role phrase describes, by the head of the phrase
	holders    map[holderKey]int  // person of the article in an office
	votes      map[annalist.Country]int
	main       annalist.Country

	entityOf map[string]int // entity by key
	keys     []string       // key of each entity
	facts    []fact         // what is known of each entity beside the record
	at       []int          // mention at a head token, or None
}

// holderKey is an office of a state.
type holderKey struct {
	country annalist.Country
	office  string
}

// fact is what the article says of an entity, for later mentions.
type fact struct {
	office string // office held, for "the president"
	noun   string // what it was called: "company", "group"
	person bool
}

// unit is a name: of the tables, of the net, or a run of proper nouns.
type unit struct {
	first, last int // token range
	head        int // the token of the range whose head lies outside
	kind        annalist.NameKind
	score       float32
	entries     []*world.Entry
	alias       int // unit that has the full name, or None
	says        evidence
}

// evidence is what the article's own words say of a name.
type evidence struct {
	country annalist.Country
	sectors []annalist.Sector
	office  string
	noun    string
	gender  string
	former  bool
	elect   bool
	placed  bool // the country is that of a place named, not of a state
	several bool // the title is shared: "ministers A and B"
	rule    annalist.RuleID
}

// ends returns the half-open word range of a token range.
func (f *finder) ends(first, last int) (int, int) {
	return f.wordOf[first], f.wordOf[last]
}

// unitText is the text of a unit.
func (f *finder) unitText(u *unit) string { return f.doc.Text(f.doc.SpanOf(u.first, u.last)) }

// headOf is the token of a range whose head lies outside of it.
func (f *finder) headOf(first, last int) int {
	for i := first; i < last; i++ {
		if h := f.doc.Tokens[i].Head; h == annalist.None || h < first || h >= last {
			if f.doc.Tokens[i].Tag != annalist.PUNCT {
				return i
			}
		}
	}
	return last - 1
}

// finish gives every entity its list of mentions and drops entities that none
// points at.
func (f *finder) finish() {
	used := make([]int, len(f.doc.Entities))
	for i := range used {
		used[i] = annalist.None
	}
	var kept []annalist.Entity
	for m := range f.doc.Mentions {
		men := &f.doc.Mentions[m]
		for n, e := range men.Entities {
			if used[e] == annalist.None {
				used[e] = len(kept)
				ent := f.doc.Entities[e]
				ent.Mentions = nil
				kept = append(kept, ent)
			}
			men.Entities[n] = used[e]
			kept[used[e]].Mentions = append(kept[used[e]].Mentions, m)
		}
	}
	f.doc.Entities = kept
}
