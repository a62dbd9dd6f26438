package syntax

import "math"

// forest finds the best tree over the words of a sentence. It is memory that
// is used again, for one goroutine.
type forest struct {
	size   int       // nodes of the matrix: the root, 0, and the words
	weight []float64 // weight[h*size+d]: of the best arc from group h to group d
	head   []int32   // the word that arc leaves
	dep    []int32   // the word it enters
	into   []int     // by row: the best row to enter it from, none for the root
	row    []int     // by group: its row, for groups still standing
	up     []int     // by group: the group it was merged into
	arcs   [][2]int32
	live   []int // rows still standing
	state  []int
	heads  []int
}

// apart is subtracted from every arc from the root, so that the best tree has
// as few of them as can be, which is one; among those trees the order of
// weights is unchanged.
const apart = 1e6

// best returns the head of each word 1..n as a number of a word, 0 for the
// root: the tree of the greatest sum of scores with exactly one word under the
// root. Word d has the row d-1 of n+1 scores, of the root and of each word as
// its head. Of equals the first wins. The result is valid until the next call.
func (f *forest) best(n int, scores []float32) []int {
	f.heads = resize(f.heads, n+1)
	if f.greedy(n, scores) {
		return f.heads
	}
	f.fill(n, scores)
	for {
		cycle := f.cycle()
		if cycle == nil {
			break
		}
		f.contract(cycle)
	}
	f.expand(n)
	return f.heads
}

// greedy takes the best head of each word and reports whether that is a tree
// with one root, as nearly always.
func (f *forest) greedy(n int, scores []float32) bool {
	roots := 0
	for d := 1; d <= n; d++ {
		row := scores[(d-1)*(n+1):][:n+1]
		best, at := row[0], 0
		for h := 1; h <= n; h++ {
			if row[h] > best && h != d {
				best, at = row[h], h
			}
		}
		f.heads[d] = at
		if at == 0 {
			roots++
		}
	}
	return roots == 1 && f.rooted(n)
}

// rooted reports whether every word leads to the root.
func (f *forest) rooted(n int) bool {
	f.state = resize(f.state, n+1)
	clear(f.state)
	f.state[0] = -1
	for d := 1; d <= n; d++ {
		at := d
		for f.state[at] == 0 {
			f.state[at] = d
			at = f.heads[at]
		}
		if f.state[at] == d {
			return false
		}
		for at = d; f.state[at] == d; at = f.heads[at] {
			f.state[at] = -1
		}
	}
	return true
}

func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// fill sets up the matrix of all arcs: each word a group of its own.
func (f *forest) fill(n int, scores []float32) {
	f.size = n + 1
	cells := f.size * f.size
	f.weight, f.head, f.dep = resize(f.weight, cells), resize(f.head, cells), resize(f.dep, cells)
	f.into, f.row, f.live = resize(f.into, f.size), resize(f.row, f.size), f.live[:0]
	f.up, f.arcs = resize(f.up, f.size), f.arcs[:0]
	for h := 0; h <= n; h++ {
		for d := 0; d <= n; d++ {
			c := h*f.size + d
			f.head[c], f.dep[c] = int32(h), int32(d)
			switch {
			case d == 0 || h == d:
				f.weight[c] = math.Inf(-1)
			case h == 0:
				f.weight[c] = float64(scores[(d-1)*f.size]) - apart
			default:
				f.weight[c] = float64(scores[(d-1)*f.size+h])
			}
		}
		f.row[h], f.up[h] = h, -1
		f.arcs = append(f.arcs, [2]int32{})
		f.live = append(f.live, h)
	}
	for _, r := range f.live[1:] {
		f.enter(r)
	}
}

// enter chooses the best arc into a row.
func (f *forest) enter(row int) {
	best, at := math.Inf(-1), f.live[0]
	for _, h := range f.live {
		if w := f.weight[h*f.size+row]; h != row && w > best {
			best, at = w, h
		}
	}
	f.into[row] = at
}

// cycle returns the rows of a cycle among the chosen arcs, or nil.
func (f *forest) cycle() []int {
	f.state = resize(f.state, f.size)
	clear(f.state)
	f.state[0] = -1
	for _, start := range f.live {
		at := start
		for f.state[at] == 0 {
			f.state[at] = start + 1
			at = f.into[at]
		}
		if f.state[at] == start+1 {
			members := []int{at}
			for r := f.into[at]; r != at; r = f.into[r] {
				members = append(members, r)
			}
			return members
		}
		for at = start; f.state[at] == start+1; at = f.into[at] {
			f.state[at] = -1
		}
	}
	return nil
}

// contract makes one group of a cycle, in the row of its first member. An arc
// into the group costs the arc of the cycle that it replaces.
func (f *forest) contract(cycle []int) {
	group := len(f.up)
	f.up, f.arcs = append(f.up, -1), append(f.arcs, [2]int32{})
	inside := make(map[int]bool, len(cycle))
	cost := make([]float64, len(cycle))
	for k, r := range cycle {
		c := f.into[r]*f.size + r
		cost[k] = f.weight[c]
		f.arcs[f.groupOf(r)] = [2]int32{f.head[c], f.dep[c]}
		f.up[f.groupOf(r)] = group
		inside[r] = true
	}
	first := cycle[0]
	kept := f.live[:0]
	for _, r := range f.live {
		if r == first || !inside[r] {
			kept = append(kept, r)
		}
	}
	f.live = kept
	for _, x := range f.live {
		if x == first {
			continue
		}
		f.merge(x, first, cycle, cost)
	}
	f.row[first] = group
	f.enter(first)
	for _, x := range f.live {
		if x != 0 && inside[f.into[x]] {
			f.into[x] = first
		}
	}
}

// groupOf is the group that stands in a row.
func (f *forest) groupOf(row int) int { return f.row[row] }

// merge gives the row first the best of the cycle's arcs from and to row x.
func (f *forest) merge(x, first int, cycle []int, cost []float64) {
	in, out := x*f.size+cycle[0], cycle[0]*f.size+x
	inBest, outBest := f.weight[in]-cost[0], f.weight[out]
	for k, r := range cycle[1:] {
		if c := x*f.size + r; f.weight[c]-cost[k+1] > inBest {
			inBest, in = f.weight[c]-cost[k+1], c
		}
		if c := r*f.size + x; f.weight[c] > outBest {
			outBest, out = f.weight[c], c
		}
	}
	c := x*f.size + first
	f.weight[c], f.head[c], f.dep[c] = inBest, f.head[in], f.dep[in]
	c = first*f.size + x
	f.weight[c], f.head[c], f.dep[c] = outBest, f.head[out], f.dep[out]
}

// expand turns the chosen arcs of groups into heads of words, the newest group
// first: the arc into a group replaces one arc of its cycle.
func (f *forest) expand(n int) {
	for _, r := range f.live {
		if r != 0 {
			c := f.into[r]*f.size + r
			f.arcs[f.groupOf(r)] = [2]int32{f.head[c], f.dep[c]}
		}
	}
	for group := len(f.up) - 1; group > n; group-- {
		arc := f.arcs[group]
		member := int(arc[1])
		for f.up[member] != group {
			member = f.up[member]
		}
		f.arcs[member] = arc
	}
	for d := 1; d <= n; d++ {
		f.heads[d] = int(f.arcs[d][0])
	}
}
