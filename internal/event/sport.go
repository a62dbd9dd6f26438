package event

import (
	"annalist"
)

// sportRule stands in the skip of an attack that only a game tells of.
const sportRule = annalist.RuleID("event.sport")

// sport says that an attack belongs to a game: its sentence has a word that only
// games have, and nobody in it is armed ("Croatia attacked from the first minute of
// the friendly match"). It must not take police or rebels at a match ("police beat
// fans before the semi-final").
func (f *finder) sport(token int, v *vote) bool {
	if v.typ != annalist.Assault {
		return false
	}
	actors, recipients := f.partiesOf(token, v)
	for _, p := range append(actors[:len(actors):len(actors)], recipients...) {
		if p.Entity == annalist.None {
			continue
		}
		for _, s := range f.doc.Entities[p.Entity].Sectors {
			switch s {
			case "MIL", "COP", "REB", "UAF", "PRM", "SPY":
				return false
			}
		}
	}
	return f.game[f.doc.Tokens[token].Sent]
}

// games marks the sentences that have a word or phrase of the list contest.
func (f *finder) games() []bool {
	out := make([]bool, len(f.doc.Sentences))
	for i, sent := range f.doc.Sentences {
		for t := sent.First; t < sent.Last && !out[i]; t++ {
			out[i] = f.setAt(t, f.words.contest)
		}
	}
	return out
}
