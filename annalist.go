// Package annalist holds the vocabulary of the event coder: what an article,
// a sentence, a word, a mention, an event and a statement are, and the records
// that are written of them.
//
// Every other package speaks in these types and none of them adds a second
// word for the same thing. The package depends on the standard library alone
// and does nothing by itself: syntax fills sentences and words, when, place and
// actor fill what they find, event and quote fill events and statements, and
// pipeline turns a Document into records.
//
// All offsets are bytes of UTF-8 into Article.Text as given, half-open.
// All indices (tokens, sentences, mentions, entities) point into the slices of
// the one Document they stand in; None (-1) means "no such thing".
package annalist

// None is the index that points at nothing.
const None = -1

// RuleID names the rule that made a decision, such as "consult.visit.travel"
// or "when.weekday". Every field of a record leads to one.
type RuleID string

// Why is one step of the trace behind a record: which step of the pipeline
// decided, by which rule, and where that rule is written.
type Why struct {
	Step string `json:"step"`         // "event", "judge", "realis", "when", ...
	Rule RuleID `json:"rule"`         // the rule's id
	At   string `json:"at,omitempty"` // file:line for rules of the codebook
	Note string `json:"note,omitempty"`
}
