package annalist

import "strings"

// Tag is a universal part-of-speech tag.
type Tag string

// The universal tags.
const (
	ADJ   Tag = "ADJ"
	ADP   Tag = "ADP"
	ADV   Tag = "ADV"
	AUX   Tag = "AUX"
	CCONJ Tag = "CCONJ"
	DET   Tag = "DET"
	INTJ  Tag = "INTJ"
	NOUN  Tag = "NOUN"
	NUM   Tag = "NUM"
	PART  Tag = "PART"
	PRON  Tag = "PRON"
	PROPN Tag = "PROPN"
	PUNCT Tag = "PUNCT"
	SCONJ Tag = "SCONJ"
	SYM   Tag = "SYM"
	VERB  Tag = "VERB"
	X     Tag = "X"
)

// Relation is a dependency relation of Universal Dependencies, subtype
// included: "nsubj", "nsubj:pass".
type Relation string

// Base is the relation without its subtype.
func (r Relation) Base() Relation {
	if i := strings.IndexByte(string(r), ':'); i >= 0 {
		return r[:i]
	}
	return r
}

// Is reports whether r is o, or a subtype of o when o has none.
func (r Relation) Is(o Relation) bool { return r == o || r.Base() == o }
