// Package codebook reads the codebook: the rules, in data, that say which words
// name which act, who acts and who is acted upon.
//
// Its entry point is Read, which gives an immutable Book or all errors at once,
// each with file, line, column and what to do; Check gives the errors alone. A
// Book holds the tables of types, modes and contexts and the rules, indexed by
// the lemma of the word that names the act. The package knows no documents:
// package event matches rules against propositions. The language is described
// in docs/codebook.md.
package codebook

import (
	"annalist"
)

// Book is a whole codebook. It never changes after Read and may be shared.
type Book struct {
	Types    []Type    // in the order of types.yaml
	Contexts []Context // in the order of contexts.yaml
	Rules    []*Rule   // in the order of files and lines
	Modes    []*ModeRule
	Judge    map[string]Judge
	Rates    map[annalist.RuleID]float64 // log odds of a rule being right beyond its weight

	lists map[string]Words
	index map[string][]*Rule // by class and lemma
	shows map[string][]int   // contexts by word, or by first word of a phrase
	types [len(annalist.EventTypes)]*Type
	modes [len(annalist.EventTypes)][]*ModeRule
}

// Type is one of the sixteen types with its numbers and its modes.
type Type struct {
	Type      annalist.EventType
	Quad      int     // quad class, 1 to 4
	Score     float64 // -10 to +10
	CAMEO     string  // root code
	Future    annalist.EventType
	Recipient bool // an event needs a recipient
	Folds     []Slot
	Contexts  []annalist.Context // every event of the type has them
	Modes     []Mode             // in the order in which their cues are tried
	Rest      annalist.Mode      // of events that nothing else narrows
	At        string
}

// Mode narrows a type; its cues decide where a rule gives no mode.
type Mode struct {
	Mode  annalist.Mode
	Score float64
	CAMEO string
	Cues  Words
	Means bool // names a means: of several the text's first counts
	At    string
}

// ModeRule gives a mode to events of a type, whoever proposed them, where its
// conditions hold.
type ModeRule struct {
	ID         annalist.RuleID
	Type       annalist.EventType
	Mode       annalist.Mode
	Over       bool         // goes before the mode of the event's own rule and before cues
	Countries  int          // the least number of countries among the parties
	Where      []Conditions // alternatives; empty: no condition
	Unless     []Blocker
	Examples   []Example
	NearMisses []Example
	At         string // file:line
}

// Context is a context with what shows it.
type Context struct {
	Context annalist.Context
	Words   Words // words and phrases of the sentence
	Sectors []annalist.Sector
	Types   []annalist.EventType // the only types it stands with; empty: all
	Between []annalist.EventType // it stands with these between two governments
	At      string
}

// Rule is one entry: the words that name an act and the frame they stand in.
type Rule struct {
	ID         annalist.RuleID
	Type       annalist.EventType
	Mode       annalist.Mode
	NoMode     bool // mode: none
	Triggers   []Trigger
	Actor      Pick
	Recipient  Pick
	Reciprocal bool
	Anchor     *Slot // the event stands at the head word of this slot
	Needs      []Alternatives
	Where      []Conditions // alternatives; empty: no condition
	Unless     []Blocker
	Folds      []Slot
	Also       bool
	Realis     annalist.Realis
	Contexts   []annalist.Context
	CAMEO      string
	Weight     float64
	Examples   []Example
	NearMisses []Example
	At         string // file:line

	Foretold *Rule              // what it codes of an act that is still to come, or nil: the rule itself
	Of       annalist.EventType // of a Foretold: the type of the act itself
}

// Class is the kind of predicate a trigger word is.
type Class uint8

// The classes of predicates.
const (
	Verb Class = iota
	Noun
	Adj
)

// String names the class as the rule language does.
func (c Class) String() string {
	switch c {
	case Verb:
		return "verb"
	case Noun:
		return "noun"
	case Adj:
		return "adj"
	default:
		panic("codebook: unknown class")
	}
}

// Trigger is a word or words that name an act. For a verb or adjective Words
// holds one word, and Parts what goes with it ("call" + "for"); a noun may have
// several Words in a row ("air strike").
type Trigger struct {
	Class Class
	Words []string
	Parts []string
	Text  string // as written
}

// Slot names a part of a proposition, with one optional step deeper:
// "agent", "to", "clause.agent".
type Slot struct {
	Name string
	Then string
}

// String writes the slot as the rule language does.
func (s Slot) String() string {
	if s.Then == "" {
		return s.Name
	}
	return s.Name + "." + s.Then
}

// Alternatives are slots of which one must be filled.
type Alternatives []Slot

// Pick says from which slots a party is taken: the first alternative that gives
// a party; within it all slots together.
type Pick [][]Slot

// Conditions must all hold.
type Conditions []Condition

// Condition is what a filler of one of the slots must be.
type Condition struct {
	Slots Alternatives
	Test  Test
	At    string
}

// Test is what is asked of one filler. Zero fields ask nothing.
type Test struct {
	Lemma   Words
	Verb    Words // lemma, and the word is a verb
	Noun    Words // lemma, and the word is a noun
	Has     Words
	Sectors []annalist.Sector
	Kinds   []Kind
	Party   *bool
	Country Relation
	Number  Number
	Negated *bool // asked of self and clauses
	Future  *bool
	Absent  bool
	Not     *Test
	Inner   Conditions // of the slots of the filler itself
}

// Blocker is a named set of conditions under which a rule does not code.
type Blocker struct {
	Name  string
	Where Conditions
	At    string
}

// Relation compares the country of a filler with the agent's.
type Relation string

// The relations of countries.
const (
	OtherCountry Relation = "other"
	SameCountry  Relation = "same"
)

// Number is the grammatical number asked of a filler.
type Number string

// The numbers.
const (
	Plural   Number = "plural"
	Singular Number = "singular"
)

// Kind is what sort of thing fills a slot.
type Kind string

// The kinds of fillers.
const (
	KindState  Kind = "state"
	KindPerson Kind = "person"
	KindBody   Kind = "body"
	KindGroup  Kind = "group"
	KindPlace  Kind = "place"
	KindTime   Kind = "time"
	KindNumber Kind = "number"
	KindClause Kind = "clause"
	KindThing  Kind = "thing"
)

// Example is a sentence with marks taken out of it.
type Example struct {
	Text       string
	Trigger    annalist.Span // empty where none is marked
	Actors     []annalist.Span
	Recipients []annalist.Span
	At         string
}

// Type gives the row of a type.
func (book *Book) Type(t annalist.EventType) *Type { return book.types[t.Index()] }

// ModesOf gives the mode rules of a type, in the order of the book. The caller
// must not change it.
func (book *Book) ModesOf(t annalist.EventType) []*ModeRule { return book.modes[t.Index()] }

// List gives a named list of lists.yaml; it is empty when there is none.
func (book *Book) List(name string) Words { return book.lists[name] }

// ModeOf gives the row of a mode of the type, or nil.
func (t *Type) ModeOf(m annalist.Mode) *Mode {
	for i := range t.Modes {
		if t.Modes[i].Mode == m {
			return &t.Modes[i]
		}
	}
	return nil
}

// Lookup gives the rules that may hold for a predicate word of the class with
// this lemma or form, in the order of the book. The caller must not change it.
func (book *Book) Lookup(c Class, word string) []*Rule {
	return book.index[c.String()+" "+word]
}

// ContextsOf gives the indices of the contexts that have the word, or a phrase
// that begins with it, among theirs. The caller must not change it.
func (book *Book) ContextsOf(word string) []int { return book.shows[word] }
