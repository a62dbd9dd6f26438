package quote

import "annalist"

// chains gives every event the chain of sources on whose word it is told,
// outermost first, and every statement the events inside its content.
//
// The test is the grammar: a trigger that is itself the reporting verb is told
// by the outlet; a trigger inside the content of a separate cue is told by that
// cue's source.
func (f *finder) chains() {
	doc := f.doc
	for e := range doc.Events {
		ev := &doc.Events[e]
		ev.Attribution = nil
		inner := f.innermost(ev.Trigger)
		if inner == annalist.None {
			inner = f.claimed(ev)
		}
		if inner == annalist.None {
			continue
		}
		var chain []int
		for s := inner; s != annalist.None && len(chain) < 4; s = doc.Statements[s].Inside {
			chain = append(chain, s)
		}
		for k := len(chain) - 1; k >= 0; k-- {
			st := &doc.Statements[chain[k]]
			st.Events = append(st.Events, e)
			ev.Attribution = append(ev.Attribution, annalist.Attribution{
				Mention: st.Speaker.Mention, Entity: st.Speaker.Entity, Cue: st.Cue,
				Kind: st.Directness, Stance: stanceOnEvent(st, ev), Statement: chain[k],
			})
		}
		ev.Why = append(ev.Why, annalist.Why{Step: "quote", Rule: doc.Statements[inner].Why[0].Rule})
	}
}

// innermost is the statement with the shortest content around a trigger, its
// cue not being the trigger itself.
func (f *finder) innermost(trigger annalist.Span) int {
	best, size := annalist.None, 0
	for i := range f.doc.Statements {
		st := &f.doc.Statements[i]
		if st.Cue.Overlaps(trigger) {
			continue
		}
		for _, s := range st.Content {
			if s.Covers(trigger) && (best == annalist.None || s.Len() < size) {
				best, size = i, s.Len()
			}
		}
	}
	return best
}

// claimed is for a claim of responsibility told in a later mention of the act:
// it gives the claimant as source. It must not take other later reports of the
// act, which do not vouch for the first telling.
func (f *finder) claimed(ev *annalist.Event) int {
	for i := range f.doc.Statements {
		st := &f.doc.Statements[i]
		if f.doc.Text(st.Cue) == "" || !f.claims(st) {
			continue
		}
		for _, m := range ev.Mentions {
			if covers(st, m) {
				return i
			}
		}
	}
	return annalist.None
}

func (f *finder) claims(st *annalist.Statement) bool {
	return st.Why[0].Rule == "quote.verb.claim" && st.Stance == annalist.Asserts
}

// stanceOnEvent is the stance of a chain's link. A question asserts nothing else
// than that the source speaks of the act; a claim of one's own deed ("the group
// claims it killed two soldiers") admits it, whatever the verb.
func stanceOnEvent(st *annalist.Statement, ev *annalist.Event) annalist.Stance {
	if st.Stance == annalist.Questions {
		return annalist.Asserts
	}
	if st.Stance == annalist.Alleges && st.Speaker.Entity != annalist.None {
		for _, p := range ev.Actors {
			if p.Entity == st.Speaker.Entity {
				return annalist.Asserts
			}
		}
	}
	return st.Stance
}
