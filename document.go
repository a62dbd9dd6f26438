package annalist

// Document is an article and everything found in it. Each field has one writer,
// named beside it; a step reads what earlier steps wrote and changes nothing else.
type Document struct {
	Article

	Sentences []Sentence // syntax
	Tokens    []Token    // syntax
	Names     []Name     // syntax
	Proposals []Proposal // syntax: triggers the net sees
	Cues      []Cue      // syntax: reporting cues the net sees

	Times      []Time         // when
	Places     []PlaceMention // place
	Mentions   []Mention      // actor
	Entities   []Entity       // actor
	Events     []Event        // event; Event.Attribution by quote
	Statements []Statement    // quote
	Skips      []Skip         // pipeline (whole article), event (sentences and clauses)
}

// Sentence is a run of words with one tree.
type Sentence struct {
	Span      Span
	First     int // index of its first token
	Last      int // one past its last token
	Paragraph int // counts from 0
}

// Token is one syntactic word in the sense of Universal Dependencies: "don't"
// is two, "do" and "n't".
type Token struct {
	Span   Span     // of its own characters; words of a multiword token that does not divide share the whole span
	Form   string   // as in the text, or the expanded form of an undivided multiword token
	Lemma  string   // lower case, except proper nouns
	Tag    Tag      // universal part of speech
	Feats  Feats    // what tense, mood, voice and number need
	Head   int      // index of the head token, None for the root of its sentence
	Rel    Relation // relation to the head
	Kids   []int    // indices of the dependents, in order of the text
	Sent   int      // index of the sentence
	Multi  int      // at the first word of a multiword token: how many words it has; else 0
	Spaced bool     // white space (or the end of the text) follows the surface token
}

// Feats are the morphological features kept, with the values of Universal
// Dependencies; empty where the word has none.
type Feats struct {
	Mood, Number, Person, Tense, VerbForm, Voice, Degree, Polarity string
}

// Name is a named person, organisation or place as the net marks it.
type Name struct {
	Span        Span
	First, Last int // token range, half-open
	Kind        NameKind
	Score       float32 // probability of the tag, the least over its words
}

// NameKind tells persons, organisations and places apart.
type NameKind string

// The kinds of names.
const (
	Person       NameKind = "PER"
	Organisation NameKind = "ORG"
	Location     NameKind = "LOC"
)

// Text returns the characters of a span.
func (doc *Document) Text(s Span) string { return s.Of(doc.Article.Text) }

// SpanOf returns the span from the first to the last token of a half-open range.
func (doc *Document) SpanOf(first, last int) Span {
	return Span{doc.Tokens[first].Span.Start, doc.Tokens[last-1].Span.End}
}

// Kid returns the first dependent of token i with one of the given relations,
// or None. A relation without subtype also matches its subtypes.
func (doc *Document) Kid(i int, rels ...Relation) int {
	for _, k := range doc.Tokens[i].Kids {
		for _, r := range rels {
			if doc.Tokens[k].Rel.Is(r) {
				return k
			}
		}
	}
	return None
}

// Under reports whether token i is top or lies below it in the tree.
func (doc *Document) Under(i, top int) bool {
	for ; i != None; i = doc.Tokens[i].Head {
		if i == top {
			return true
		}
	}
	return false
}

// Subtree returns the half-open token range spanned by i and all below it.
func (doc *Document) Subtree(i int) (first, last int) {
	first, last = i, i+1
	for _, k := range doc.Tokens[i].Kids {
		f, l := doc.Subtree(k)
		first, last = min(first, f), max(last, l)
	}
	return first, last
}
