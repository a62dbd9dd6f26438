package eval

import (
	"fmt"
	"io"
	"math"
	"sort"
)

// bins of confidence, of equal width, over which calibration is measured.
const bins = 10

// judged is the confidence of a coded event and whether type and triple are right.
type judged struct {
	confidence float64
	right      bool
}

// Calibration says how far confidence can be believed, "right" meaning that the
// event has a gold partner of the same type and triple.
type Calibration struct {
	Rows []Reliability `json:"rows"`
	// ECE is the expected calibration error: the mean distance between confidence
	// and share of right events over the bins, weighted by their events (Naeini,
	// Cooper and Hauskrecht 2015).
	ECE float64 `json:"ece"`
	// AUC is the chance that a right event has more confidence than a wrong one,
	// ties counted half (the area under the ROC curve).
	AUC float64 `json:"auc"`
}

// Reliability is one bin of confidence.
type Reliability struct {
	From       float64 `json:"from"`
	To         float64 `json:"to"`
	Events     int     `json:"events"`
	Confidence float64 `json:"confidence"` // mean
	Right      float64 `json:"right"`      // share
}

// calibrate measures confidences; nil where there are none.
func calibrate(js []judged) *Calibration {
	if len(js) == 0 {
		return nil
	}
	c := &Calibration{AUC: round3(auc(js))}
	for b := range bins {
		r := Reliability{From: float64(b) / bins, To: float64(b+1) / bins}
		for _, j := range js {
			if min(int(j.confidence*bins), bins-1) != b {
				continue
			}
			r.Events++
			r.Confidence += j.confidence
			if j.right {
				r.Right++
			}
		}
		if r.Events == 0 {
			continue
		}
		c.ECE += math.Abs(r.Confidence-r.Right) / float64(len(js))
		r.Confidence, r.Right = round3(r.Confidence/float64(r.Events)), round3(r.Right/float64(r.Events))
		c.Rows = append(c.Rows, r)
	}
	c.ECE = round3(c.ECE)
	return c
}

// auc counts by ranks; it is 0.5 where all are right or all wrong.
func auc(js []judged) float64 {
	sorted := append([]judged(nil), js...)
	sort.SliceStable(sorted, func(a, b int) bool { return sorted[a].confidence < sorted[b].confidence })
	below, wins, right := 0, 0.0, 0
	for i := 0; i < len(sorted); {
		k, ok, bad := i, 0, 0
		for ; k < len(sorted) && sorted[k].confidence == sorted[i].confidence; k++ {
			if sorted[k].right {
				ok++
			} else {
				bad++
			}
		}
		wins += float64(ok) * (float64(below) + float64(bad)/2)
		right, below, i = right+ok, below+bad, k
	}
	if right == 0 || below == 0 {
		return 0.5
	}
	return wins / float64(right*below)
}

// Print writes the reliability table.
func (c *Calibration) Print(w io.Writer) {
	fmt.Fprintf(w, "confidence: expected calibration error %.3f, area under the curve %.3f\n", c.ECE, c.AUC)
	for _, r := range c.Rows {
		fmt.Fprintf(w, "  %.1f-%.1f  %4d events  confidence %.3f  right %.3f\n", r.From, r.To, r.Events, r.Confidence, r.Right)
	}
}
