package event

import (
	"cmp"
	"slices"

	"annalist"
)

// linkFloor is the probability from which the best link of the net counts,
// moreFloor that from which further ones do: the net marks every word of a
// mention, other mentions of the same party, and rivals with less.
const (
	linkFloor = 0.4
	moreFloor = 0.8
)

// farTrust is how far a link into another sentence is believed beside one in the
// act's own: 26 of 40 such parties of acts that no rule knows had the right country
// in annotated texts, 209 of 256 of the others.
const farTrust = 0.8

// linked gives the parties that the net links to a trigger in a role: the best
// one, and others it is sure of.
func (f *finder) linked(token int, role annalist.Role) []annalist.Participant {
	pi := f.proposal[token]
	if pi == annalist.None {
		return nil
	}
	var links []annalist.Link
	for _, l := range f.doc.Proposals[pi].Links {
		if l.Role == role && l.Score >= linkFloor {
			links = append(links, l)
		}
	}
	slices.SortStableFunc(links, func(a, b annalist.Link) int { return cmp.Compare(b.Score, a.Score) })
	var out []annalist.Participant
	for _, l := range links {
		// Further parties of an act stand in its sentence.
		if len(out) > 0 && (l.Score < moreFloor || f.doc.Tokens[l.Token].Sent != f.doc.Tokens[token].Sent) {
			continue
		}
		n := len(out)
		if m := f.mentionOver(l.Token); m != annalist.None {
			f.add(m, &out)
		}
		for i := n; i < len(out); i++ {
			out[i].Confidence *= float64(l.Score)
			if f.doc.Tokens[l.Token].Sent != f.doc.Tokens[token].Sent {
				out[i].Confidence *= farTrust
			}
		}
	}
	return out
}

// mentionOver finds the mention with the word as head, else the shortest one
// over it.
func (f *finder) mentionOver(t int) int {
	if m := f.mention[t]; m != annalist.None {
		return m
	}
	best := annalist.None
	for _, i := range f.over[t] {
		m := &f.doc.Mentions[i]
		if len(m.Entities) > 0 && (best == annalist.None || m.Span.Len() < f.doc.Mentions[best].Span.Len()) {
			best = i
		}
	}
	return best
}

// proposed is the type of act that the net takes a word for, or empty.
func (f *finder) proposed(token int) annalist.EventType {
	pi := f.proposal[token]
	if pi == annalist.None || f.doc.Proposals[pi].None >= 0.5 {
		return ""
	}
	best := 0
	for i, x := range f.doc.Proposals[pi].Types {
		if x > f.doc.Proposals[pi].Types[best] {
			best = i
		}
	}
	return annalist.EventTypes[best]
}

// linkedPlace gives the place the net links to a trigger, or None.
func (f *finder) linkedPlace(token int) (place int, score float64) {
	pi := f.proposal[token]
	if pi == annalist.None {
		return annalist.None, 0
	}
	place = annalist.None
	for _, l := range f.doc.Proposals[pi].Links {
		if l.Role == annalist.RolePlace && l.Score >= linkFloor && float64(l.Score) > score && f.place[l.Token] != annalist.None {
			place, score = f.place[l.Token], float64(l.Score)
		}
	}
	return place, score
}
