package syntax

import (
	"strings"

	"annalist"
	"annalist/internal/syntax/nn"
)

// unit is a run of words that should stay together: a likely sentence, or a
// given one.
type unit struct {
	first, last int  // token range, half-open
	opens       bool // a paragraph begins
}

// window is a run of units that the net sees at once.
type window struct{ first, last int }

// likelyUnits divides a paragraph at the likely ends of its sentences. Only a
// paragraph that does not fit into a window is really cut there.
func likelyUnits(units []unit, toks []annalist.Token, first, last int) []unit {
	start := first
	for i := first; i < last; i++ {
		if i+1 == last || likelyEnd(toks, first, i) {
			units = append(units, unit{first: start, last: i + 1, opens: start == first})
			start = i + 1
		}
	}
	return units
}

// likelyEnd reports whether a sentence seems to end at token i: "... left. The"
// and "... left.) He", not "U.S. troops" nor "left ... and" nor "left. [4]".
func likelyEnd(toks []annalist.Token, first, i int) bool {
	next := toks[i+1].Form
	if !toks[i].Spaced || next[0] >= 'a' && next[0] <= 'z' || strings.IndexByte(".,;:!?)]%-[", next[0]) >= 0 {
		return false
	}
	for i > first && closer(toks[i].Form) {
		i--
	}
	form := toks[i].Form
	return strings.Trim(form, ".!?") == "" && !strings.HasPrefix(form, "..")
}

// closer reports whether a token closes a quotation or bracket.
func closer(form string) bool {
	switch form {
	case "\"", "”", "’", "'", "''", ")", "]":
		return true
	}
	return false
}

// cutPieces fills r.inputs, the pieces and shape of each token.
func (r *room) cutPieces(voc *vocabulary, toks []annalist.Token) {
	r.pieces, r.inputs = r.pieces[:0], resize(r.inputs, len(toks))
	r.ends = resize(r.ends, len(toks))
	for i := range toks {
		r.pieces = voc.pieces(r.pieces, toks[i].Form)
		r.ends[i] = len(r.pieces)
	}
	start := 0
	for i := range toks {
		r.inputs[i] = nn.Word{Pieces: r.pieces[start:r.ends[i]], Shape: shape(toks[i].Form)}
		start = r.ends[i]
	}
}

// count is how many pieces the tokens first to last have.
func (r *room) count(first, last int) int {
	if first == 0 {
		return r.ends[last-1]
	}
	return r.ends[last-1] - r.ends[first-1]
}

// pack joins the units of a paragraph to windows, as many as fit. A window never
// reaches into the next paragraph, so what stands in one paragraph changes
// nothing in another. room is what fits into the windows the net was trained on,
// most into any.
func (r *room) pack(room, most int) {
	r.windows = r.windows[:0]
	free := 0 // pieces that fit into the last window still
	for _, u := range r.units {
		need := r.count(u.first, u.last)
		if u.opens {
			free = 0
		}
		if need <= free {
			r.windows[len(r.windows)-1].last = u.last
			free -= need
			continue
		}
		for need > most { // no sentence: a table, a list without periods
			w := window{u.first, u.first + 1}
			for w.last < u.last && r.count(w.first, w.last+1) <= most {
				w.last++
			}
			r.windows = append(r.windows, w)
			u.first = w.last
			need = r.count(u.first, u.last)
		}
		r.windows = append(r.windows, window{u.first, u.last})
		free = max(0, room-need)
	}
}
