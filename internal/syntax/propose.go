package syntax

import (
	"annalist"
	"annalist/internal/syntax/nn"
)

// What the net holds likely enough to be passed on.
const (
	noneBelow  = 0.9 // a word is a proposal when the probability of no trigger is below this
	cueAbove   = 0.3
	linkAbove  = 0.1
	linkScore  = -2.1972246 // the score at which a link has the probability linkAbove
	closeCalls = 6          // a trigger this much below none has no chance
)

// propose lists the triggers and reporting cues of the window with their links.
func (d *decoder) propose() {
	for i := d.window.first; i < d.window.last; i++ {
		if d.cueAt(i) {
			d.cueFrom(i)
		}
		d.trigger(i)
	}
}

// trigger appends token i to the proposals if it may be a trigger.
func (d *decoder) trigger(i int) {
	scores := d.at(nn.Trigger, i)
	best := argmaxBut(scores, d.none)
	if scores[best] < scores[d.none]-closeCalls {
		return
	}
	none := probability(scores, d.none)
	if none >= noneBelow {
		return
	}
	p := annalist.Proposal{Token: i, None: none, Historical: probability(d.at(nn.Historical, i), d.past)}
	for k, label := range d.triggers {
		p.Types[k] = probability(scores, label)
	}
	for k, label := range d.realis {
		p.Realis[k] = probability(d.at(nn.Realis, i), label)
	}
	p.Links = d.links(i, annalist.RoleActor, annalist.RoleRecipient, annalist.RolePlace)
	d.doc.Proposals = append(d.doc.Proposals, p)
}

// cueAt reports whether a cue begins at token i: the net says so, or it is
// inside one that nothing began.
func (d *decoder) cueAt(i int) bool {
	scores := d.at(nn.Cue, i)
	if scores[d.cue.outside] > scores[d.cue.begin]+closeCalls && scores[d.cue.outside] > scores[d.cue.inside]+closeCalls {
		return false
	}
	if probability(scores, d.cue.begin) >= cueAbove {
		return true
	}
	n := len(d.doc.Cues)
	open := n > 0 && d.doc.Cues[n-1].Last > i
	return !open && argmax(scores) == d.cue.inside
}

// cueFrom appends the cue that begins at token i and goes on as long as its
// sentence and the net's probability of being inside do.
func (d *decoder) cueFrom(i int) {
	scores := d.at(nn.Cue, i)
	cue := annalist.Cue{First: i, Last: i + 1, Score: 1 - probability(scores, d.cue.outside)}
	for cue.Last < d.window.last && d.doc.Tokens[cue.Last].Sent == d.doc.Tokens[i].Sent {
		next := d.at(nn.Cue, cue.Last)
		if probability(next, d.cue.inside) < cueAbove || next[d.cue.begin] >= next[d.cue.inside] {
			break
		}
		cue.Last++
	}
	cue.Links = d.links(i, annalist.RoleSource, annalist.RoleContent, annalist.RoleAddressee)
	d.doc.Cues = append(d.doc.Cues, cue)
}

// links lists the words that likely fill roles of token i.
func (d *decoder) links(i int, roles ...annalist.Role) []annalist.Link {
	r, n := d.room, d.window.last-d.window.first
	r.scores = resize(r.scores, n)
	var links []annalist.Link
	for _, role := range roles {
		d.scores.Links(d.roles[role], i-d.window.first, r.scores[:n])
		for k, s := range r.scores[:n] {
			if s < linkScore {
				continue
			}
			if score := float32(1 / (1 + exp(-s))); score >= linkAbove {
				links = append(links, annalist.Link{Role: role, Token: d.window.first + k, Score: score})
			}
		}
	}
	return links
}
