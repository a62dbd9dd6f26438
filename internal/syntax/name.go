package syntax

import (
	"math"

	"annalist"
	"annalist/internal/syntax/nn"
)

// viterbi is the memory of the search for the best row of name labels.
type viterbi struct {
	score []float32
	from  []uint8
	best  []uint8
}

// names finds the names of a sentence: the best row of labels in which an
// inside follows only a begin or inside of its kind.
func (d *decoder) names(first, last int) {
	some := false
	for i := first; i < last; i++ {
		some = some || d.labels.names[argmax(d.at(nn.Name, i))].kind != ""
	}
	if !some {
		return
	}
	best := d.bestNames(first, last)
	for i := first; i < last; i++ {
		label := d.labels.names[best[i-first]]
		if label.kind == "" {
			continue
		}
		end, score := i+1, probability(d.at(nn.Name, i), int(best[i-first]))
		for end < last && d.labels.names[best[end-first]].inside {
			score = min(score, probability(d.at(nn.Name, end), int(best[end-first])))
			end++
		}
		d.doc.Names = append(d.doc.Names, annalist.Name{Span: d.doc.SpanOf(i, end), First: i, Last: end, Kind: label.kind, Score: score})
		i = end - 1
	}
}

func (d *decoder) bestNames(first, last int) []uint8 {
	v, labels, n := &d.room.path, d.labels.names, last-first
	count := len(labels)
	v.score, v.from, v.best = resize(v.score, 2*count), resize(v.from, n*count), resize(v.best, n)
	now, next := v.score[:count], v.score[count:]
	for i := range n {
		scores := d.at(nn.Name, first+i)
		for to, label := range labels {
			at, top := 0, float32(math.Inf(-1))
			for from, before := range labels {
				if i == 0 {
					if label.inside {
						break
					}
					top = 0
					break
				}
				if label.inside && before.kind != label.kind {
					continue
				}
				if now[from] > top {
					at, top = from, now[from]
				}
			}
			next[to], v.from[i*count+to] = top+scores[to], uint8(at)
		}
		now, next = next, now
	}
	at := argmax(now)
	for i := n - 1; i >= 0; i-- {
		v.best[i] = uint8(at)
		at = int(v.from[i*count+at])
	}
	return v.best
}

// probability is the softmax of one score.
func probability(scores []float32, of int) float32 {
	sum := float64(0)
	for _, s := range scores {
		sum += exp(s - scores[of])
	}
	return float32(1 / sum)
}

// exp is the exponential function in arithmetic that every processor does
// alike: math.Exp differs between architectures in its last bits, and a
// product that is added is fused on some.
func exp(x float32) float64 {
	y := float64(x)
	switch {
	case y > 700:
		return math.Inf(1)
	case y < -700:
		return 0
	case y != y:
		return y
	}
	k := math.Floor(float64(y*math.Log2E) + 0.5)
	r := y - float64(k*math.Ln2)
	sum, term := 1.0, 1.0
	for i := 1.0; i <= 12; i++ {
		term = float64(term * r / i)
		sum = float64(sum + term)
	}
	return math.Ldexp(sum, int(k))
}
