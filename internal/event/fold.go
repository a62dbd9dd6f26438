package event

import (
	"slices"

	"annalist"
)

// fold drops acts that are the content of another: what is asked, promised,
// refused or threatened is no second event (manual, section 5). An accused past
// act stays: it lies in no folded slot of ACCUSE.
func (f *finder) fold() {
	for _, a := range f.acts {
		for _, top := range a.folds {
			for _, b := range f.acts {
				if b != a && b.drop == "" && a.drop == "" && b.token != a.token && f.inContent(b.token, top) {
					b.drop, b.note = annalist.SkipFolded, string(a.ev.Type)+" "+f.doc.Text(a.ev.Trigger)
				}
			}
		}
	}
	f.sweep()
}

// inContent reports whether a word is the content that top heads: top itself or
// below it, but not across a clause that tells of something on its own ("demanded
// the release of those [arrested on Friday]").
func (f *finder) inContent(t, top int) bool {
	for n := 0; t != annalist.None && n < 4*maxClimb; n++ {
		if t == top {
			return true
		}
		tok := &f.doc.Tokens[t]
		switch tok.Rel.Base() {
		case "acl":
			if !f.clauses.infinitive(t) {
				return false
			}
		case "advcl":
			if p := f.clauses.preposition(t); p != "to" {
				return false
			}
		case "conj":
			// "urged Kyiv to talk and said ..." hangs a new clause on the content.
			if f.doc.Kid(t, "nsubj") != annalist.None {
				return false
			}
		case "parataxis":
			return false
		}
		t = tok.Head
	}
	return false
}

// sweep removes dropped acts and notes why.
func (f *finder) sweep() {
	for _, a := range f.acts {
		if a.drop != "" {
			f.skip(a.token, a.drop, a.ev.Why[0].Rule, a.note)
		}
	}
	f.acts = slices.DeleteFunc(f.acts, func(a *act) bool { return a.drop != "" })
}
