package syntax

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// arcs makes the scores of a sentence from a function of head and dependent.
func arcScores(n int, score func(h, d int) float32) []float32 {
	scores := make([]float32, n*(n+1))
	for d := 1; d <= n; d++ {
		for h := 0; h <= n; h++ {
			scores[(d-1)*(n+1)+h] = score(h, d)
		}
	}
	return scores
}

func TestBestTree(t *testing.T) {
	prefer := func(want map[[2]int]float32) func(h, d int) float32 {
		return func(h, d int) float32 { return want[[2]int{h, d}] }
	}
	tests := []struct {
		name string
		n    int
		arcs map[[2]int]float32
		want []int
	}{
		{name: "one word", n: 1, want: []int{0}},
		{name: "greedy is a tree", n: 3, arcs: map[[2]int]float32{{0, 2}: 9, {2, 1}: 9, {2, 3}: 9}, want: []int{2, 0, 2}},
		{name: "cycle", n: 2, arcs: map[[2]int]float32{{1, 2}: 9, {2, 1}: 8, {0, 1}: 1, {0, 2}: 1}, want: []int{0, 1}},
		{name: "two roots", n: 3, arcs: map[[2]int]float32{{0, 1}: 9, {0, 3}: 8, {1, 2}: 9, {1, 3}: 2, {3, 1}: 4}, want: []int{3, 1, 0}},
		{name: "cycle in a cycle", n: 4, arcs: map[[2]int]float32{{1, 2}: 9, {2, 1}: 9, {2, 3}: 5, {3, 4}: 9, {4, 3}: 9, {4, 1}: 5, {0, 4}: 1}, want: []int{4, 1, 4, 0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var f forest
			got := f.best(test.n, arcScores(test.n, prefer(test.arcs)))[1:]
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("heads (-want +got):\n%s", diff)
			}
		})
	}
}

// TestBestTreeIsBest compares with all trees of small sentences.
func TestBestTreeIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var f forest
	for range 3000 {
		n := 1 + r.IntN(5)
		scores := arcScores(n, func(h, d int) float32 { return float32(r.IntN(2000)-1000) / 100 })
		got := append([]int(nil), f.best(n, scores)...)
		if !oneTree(got, n) {
			t.Fatalf("%v is no tree of one root; scores %v", got[1:], scores)
		}
		want := bestOfAll(n, scores)
		if sum(got, n, scores) < want-1e-4 {
			t.Fatalf("tree %v has %v, the best %v; scores %v", got[1:], sum(got, n, scores), want, scores)
		}
	}
}

// TestBestTreeOfMany checks long sentences, in which cycles nest.
func TestBestTreeOfMany(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var f forest
	for range 60 {
		n := 20 + r.IntN(120)
		got := f.best(n, arcScores(n, func(h, d int) float32 { return r.Float32() }))
		if !oneTree(got, n) {
			t.Fatalf("%v is no tree of one root", got[1:])
		}
	}
}

func sum(heads []int, n int, scores []float32) (s float64) {
	for d := 1; d <= n; d++ {
		s += float64(scores[(d-1)*(n+1)+heads[d]])
	}
	return s
}

func oneTree(heads []int, n int) bool {
	roots := 0
	for d := 1; d <= n; d++ {
		if heads[d] == 0 {
			roots++
		}
		at := d
		for steps := 0; at != 0; steps++ {
			if steps > n {
				return false
			}
			at = heads[at]
		}
	}
	return roots == 1
}

// bestOfAll is the score of the best tree, found by trying all.
func bestOfAll(n int, scores []float32) float64 {
	heads, best := make([]int, n+1), -1e9
	var try func(d int)
	try = func(d int) {
		if d > n {
			if oneTree(heads, n) {
				best = max(best, sum(heads, n, scores))
			}
			return
		}
		for h := 0; h <= n; h++ {
			if h != d {
				heads[d] = h
				try(d + 1)
			}
		}
	}
	try(1)
	return best
}
