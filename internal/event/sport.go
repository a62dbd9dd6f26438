package event

import (
	"regexp"

	"annalist"
)

// score is the result of a match: "2-1".
var score = regexp.MustCompile(`^\d{1,3}[-–]\d{1,3}$`)

// sportRule stands in the skip of an attack that only a game tells of.
const sportRule = annalist.RuleID("event.sport")

// sport says that an attack belongs to a game: its sentence has a word that only
// games have, or a result, and nobody in it is armed ("Croatia attacked from the
// first minute and beat Belgium 2-1"). It must not take police or rebels at a
// match ("police beat fans before the semi-final").
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
	sent := f.doc.Sentences[f.doc.Tokens[token].Sent]
	for t := sent.First; t < sent.Last; t++ {
		if f.words.contest.Has(f.clauses.lemma(t)) || score.MatchString(f.doc.Tokens[t].Form) ||
			t+2 < sent.Last && score.MatchString(f.doc.Tokens[t].Form+f.doc.Tokens[t+1].Form+f.doc.Tokens[t+2].Form) {
			return true
		}
	}
	return false
}
