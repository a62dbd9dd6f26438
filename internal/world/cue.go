package world

import "io/fs"

// CueKind groups function words the actor finder asks about; the table
// world/cues.tsv lists them.
type CueKind string

// The kinds of cues.
const (
	CueFormer     CueKind = "former"     // "former", "ex"
	CueElect      CueKind = "elect"      // "president-elect"
	CueBacked     CueKind = "backed"     // "Iran-backed": the state named is not the owner
	CueOwner      CueKind = "owner"      // prepositions of belonging: "of"
	CueHome       CueKind = "home"       // "from"
	CuePlace      CueKind = "place"      // "in", "near"
	CuePair       CueKind = "pair"       // "two", "both"
	CueQuantity   CueKind = "quantity"   // "dozens of"
	CueMale       CueKind = "male"       // "chairman"
	CueFemale     CueKind = "female"     // "spokeswoman"
	CueAbroad     CueKind = "abroad"     // modifiers of people of no one country: "global", "foreign"
	CueSay        CueKind = "say"        // verbs whose subject speaks
	CueGeneric    CueKind = "generic"    // role nouns that say only that somebody leads or speaks: "official"
	CueCollective CueKind = "collective" // nouns that point back to a body: "the group"
)

var cueKinds = map[CueKind]bool{
	CueFormer: true, CueElect: true, CueBacked: true, CueOwner: true, CueHome: true, CuePlace: true,
	CuePair: true, CueQuantity: true, CueMale: true, CueFemale: true, CueSay: true, CueAbroad: true, CueGeneric: true, CueCollective: true,
}

type cueKey struct {
	kind CueKind
	word string
}

func (w *World) readCues(fsys fs.FS) error {
	return readTable(fsys, "world/cues.tsv", "kind word", func(r row) error {
		k := cueKey{CueKind(r.fields[0]), r.fields[1]}
		if !cueKinds[k.kind] {
			return r.errorf("unknown kind %q", k.kind)
		}
		if w.cues[k] {
			return r.errorf("%q stands twice", k.word)
		}
		w.cues[k] = true
		return nil
	})
}

// Cue reports whether a lower-case word is a cue of the kind.
func (w *World) Cue(kind CueKind, word string) bool { return w.cues[cueKey{kind, word}] }
