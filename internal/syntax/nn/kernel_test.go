package nn

import (
	"math"
	"slices"
	"testing"
)

// everyScore runs windows and returns all their scores, heads after heads.
func everyScore(t *testing.T, m *Model, windows []Window) [][]float32 {
	t.Helper()
	var ws Workspace
	if err := m.Run(&ws, windows); err != nil {
		t.Fatal(err)
	}
	var all [][]float32
	for i := range windows {
		all = append(all, windowScores(m, ws.Scores(i)))
	}
	return all
}

// windowScores returns all scores of one window.
func windowScores(m *Model, s *Scores) []float32 {
	var all []float32
	n := s.Words()
	heads := make([]int, n)
	for word := range n {
		for kind := range headCount {
			all = append(all, s.At(kind, word)...)
		}
		heads[word] = (word*7)%(n+1) - 1
	}
	for _, end := range []int{n / 2, n} {
		start := end / 3
		arcs := make([]float32, (end-start)*(end-start+1))
		s.Arcs(start, end, arcs)
		all = append(all, arcs...)
	}
	relations := make([]float32, n*len(m.Labels().Relation))
	s.Relations(0, heads, relations)
	all = append(all, relations...)
	links := make([]float32, n)
	for role := range m.Labels().Role {
		if n > 0 {
			s.Links(role, role%n, links)
			all = append(all, links...)
		}
	}
	return all
}

// differences counts scores whose bits differ.
func differences(got, want []float32) int {
	if len(got) != len(want) {
		return max(len(got), len(want))
	}
	n := 0
	for i := range got {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			n++
		}
	}
	return n
}

func TestKernelsGiveTheSameBits(t *testing.T) {
	m := smallModel(t)
	windows := randomWindows(m, 0, 1, 2, 13, 14, 29, 30, 31, 60, 5, 100)
	var want [][]float32
	for _, kind := range Kernels() {
		forced, err := m.WithKernel(kind)
		if err != nil {
			t.Fatal(err)
		}
		got := everyScore(t, forced, windows)
		if kind == Plain {
			want = got
		}
		for i := range got {
			if slices.ContainsFunc(got[i], func(x float32) bool { return math.IsNaN(float64(x)) }) {
				t.Errorf("%s: window %d has scores that are no numbers", kind, i)
			}
			if n := differences(got[i], want[i]); n > 0 {
				t.Errorf("%s: %d of %d scores of window %d differ from plain Go", kind, n, len(got[i]), i)
			}
		}
	}
}

func TestBatchingChangesNothing(t *testing.T) {
	for _, kind := range Kernels() {
		m, err := smallModel(t).WithKernel(kind)
		if err != nil {
			t.Fatal(err)
		}
		windows := randomWindows(m, 40, 3, 90, 17, 60, 1, 100)
		together := everyScore(t, m, windows)
		for i := range windows {
			alone := everyScore(t, m, windows[i:i+1])
			if n := differences(alone[0], together[i]); n > 0 {
				t.Errorf("%s: %d of %d scores of window %d depend on its neighbours", kind, n, len(alone[0]), i)
			}
		}
	}
}
