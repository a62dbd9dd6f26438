package nn

import (
	"math"
	"testing"
)

// reference is the net in float64, written for reading: no packing, no integer
// sums, exact exp and tanh. It quantises what the contract says only on demand.
type reference struct {
	m         *Model
	rows      bool // rows before int8 layers
	attention bool // queries, keys, values and probabilities
}

// weight returns one weight of a packed matrix.
func (m *matrix) weight(output, input int) float64 {
	group := m.column(output)[input/m.step*panelWidth]
	if m.step == 2 {
		return float64(int16(group>>(input%2*16))) * float64(m.scale[output])
	}
	return float64(int8(group>>(input%4*8))) * float64(m.scale[output])
}

// linear is x·Wᵀ + b for int8 layers.
func (r *reference) linear(m *matrix, x []float64) []float64 {
	if r.rows {
		x = quantised(x)
	}
	out := make([]float64, m.outputs)
	for o := range out {
		packed := m.column(o)
		for i, v := range x[:min(len(x), m.depth)] {
			out[o] += v * float64(int8(packed[i/4*panelWidth]>>(i%4*8)))
		}
		out[o] = out[o]*float64(m.scale[o]) + float64(m.bias[o])
	}
	return out
}

// quantised rounds a row to its 255 levels.
func quantised(x []float64) []float64 {
	largest := 0.0
	for _, v := range x {
		largest = max(largest, math.Abs(v))
	}
	out := make([]float64, len(x))
	if largest == 0 {
		return out
	}
	for i, v := range x {
		out[i] = math.RoundToEven(v*levels8/largest) * largest / levels8
	}
	return out
}

func (r *reference) norm(n *norm, x, y []float64) []float64 {
	out := make([]float64, len(x))
	mean, variance := 0.0, 0.0
	for i := range x {
		out[i] = x[i] + y[i]
		mean += out[i] / float64(len(x))
	}
	for _, v := range out {
		variance += (v - mean) * (v - mean) / float64(len(x))
	}
	for i := range out {
		out[i] = (out[i]-mean)/math.Sqrt(variance+normEpsilon)*float64(n.weight[i]) + float64(n.bias[i])
	}
	return out
}

func gelu64(x []float64) []float64 {
	for i, v := range x {
		x[i] = 0.5 * v * (1 + math.Tanh(math.Sqrt(2/math.Pi)*(v+0.044715*v*v*v)))
	}
	return x
}

func widen(x []float32) []float64 {
	out := make([]float64, len(x))
	for i, v := range x {
		out[i] = float64(v)
	}
	return out
}

// embed returns the embeddings of a window's pieces.
func (r *reference) embed(w Window) (x [][]float64, first []int) {
	e, width := &r.m.embed, r.m.config.Width
	put := func(piece int32, shape uint8) {
		row := make([]float64, width)
		for i := range row {
			row[i] = float64(int8(e.words[int(piece)*width+i]))*float64(e.scale[piece]) +
				float64(e.positions[len(x)*width+i])
		}
		x = append(x, r.norm(&e.norm, row, widen(e.shapes[int(shape)*width:][:width])))
	}
	put(classPiece, 0)
	for _, word := range w.Words {
		first = append(first, len(x))
		for _, piece := range word.Pieces {
			put(piece, word.Shape)
		}
	}
	put(separatorPiece, 0)
	return x, first
}

// contexts returns the context of every piece.
func (r *reference) contexts(qkv [][]float64) [][]float64 {
	width := r.m.config.Width
	out := make([][]float64, len(qkv))
	for i := range out {
		out[i] = make([]float64, width)
	}
	for head := 0; head < width; head += headWidth {
		q, k := r.part(qkv, head), r.part(qkv, width+head)
		v := r.part(qkv, 2*width+head)
		for i := range out {
			weights := r.softmax(q[i], k)
			for j, w := range weights {
				for d, value := range v[j] {
					out[i][head+d] += w * value
				}
			}
		}
	}
	return out
}

// part cuts a head's queries, keys or values out of the rows, in keyLevels.
func (r *reference) part(qkv [][]float64, column int) [][]float64 {
	largest := 0.0
	out := make([][]float64, len(qkv))
	for i, row := range qkv {
		out[i] = append([]float64{}, row[column:column+headWidth]...)
		for _, x := range out[i] {
			largest = max(largest, math.Abs(x))
		}
	}
	if largest == 0 || !r.attention {
		return out
	}
	for _, row := range out {
		for i, x := range row {
			row[i] = math.RoundToEven(x*keyLevels/largest) * largest / keyLevels
		}
	}
	return out
}

// softmax returns the probabilities of one query, in weightLevels.
func (r *reference) softmax(query []float64, keys [][]float64) []float64 {
	weights, sum, largest := make([]float64, len(keys)), 0.0, math.Inf(-1)
	for j, key := range keys {
		for d, x := range key {
			weights[j] += query[d] * x / math.Sqrt(headWidth)
		}
		largest = max(largest, weights[j])
	}
	for j := range weights {
		weights[j] = math.Exp(weights[j] - largest)
		sum += weights[j]
	}
	levels := min(weightLevels, weightSum/sum)
	for j := range weights {
		if r.attention {
			weights[j] = math.RoundToEven(weights[j]*levels) / levels
		}
		weights[j] /= sum
	}
	return weights
}

// encode returns the last vectors of a window's words, with their shapes'.
func (r *reference) encode(w Window) [][]float64 {
	x, first := r.embed(w)
	for i := range r.m.layers {
		l := &r.m.layers[i]
		qkv := make([][]float64, len(x))
		for j := range x {
			qkv[j] = r.linear(l.qkv, x[j])
		}
		for j, context := range r.contexts(qkv) {
			x[j] = r.norm(&l.norm1, x[j], r.linear(l.out, context))
			inside := gelu64(r.linear(l.ffn1, x[j]))
			x[j] = r.norm(&l.norm2, x[j], r.linear(l.ffn2, inside))
		}
	}
	var words [][]float64
	for i, row := range first {
		shape := int(w.Words[i].Shape)
		words = append(words, append(x[row], widen(r.m.heads.shapes[shape*shapeWidth:][:shapeWidth])...))
	}
	return words
}

// referenceScores are the scores of one window.
type referenceScores struct {
	linear [headCount][][]float64
	all    [][]float64
	root   []float64
	ref    *reference
}

func (r *reference) run(w Window) *referenceScores {
	s := &referenceScores{ref: r}
	h := &r.m.heads
	after := func(vector []float64) []float64 {
		row := r.linear(h.all, vector)
		gelu64(row[h.hidden.start:])
		return row
	}
	s.root = after(widen(h.root))
	for _, vector := range r.encode(w) {
		row := after(vector)
		s.all = append(s.all, row)
		for kind := range Trigger {
			f := h.linear[kind]
			s.linear[kind] = append(s.linear[kind], row[f.start:f.end])
		}
		s.linear[Trigger] = append(s.linear[Trigger], r.linear(h.trigger2, row[h.trigger1.start:h.trigger1.end]))
	}
	return s
}

// head returns a word's row, or the root's for -1.
func (s *referenceScores) head(word int) []float64 {
	if word < 0 {
		return s.root
	}
	return s.all[word]
}

// arc scores a head, -1 for the root.
func (s *referenceScores) arc(dependent, head int) float64 {
	h := &s.ref.m.heads
	return bilinear(s.all[dependent][h.arcDep.start:h.arcDep.end], s.head(head)[h.arcHead.start:h.arcHead.end],
		func(i, j int) float64 {
			if i == h.arcs.depth {
				return float64(h.arcs.bias[j])
			}
			return h.arcs.weight(j, i)
		})
}

// relation scores a relation to a head, -1 for the root.
func (s *referenceScores) relation(r, dependent, head int) float64 {
	h := &s.ref.m.heads
	count := len(s.ref.m.config.Labels.Relation)
	right := append(append([]float64{}, s.head(head)[h.relHead.start:h.relHead.end]...), 1)
	return bilinear(s.all[dependent][h.relDep.start:h.relDep.end], right, func(i, j int) float64 {
		if i == h.rels.depth {
			return float64(h.rels.bias[j*count+r])
		}
		return h.rels.weight(j*count+r, i)
	})
}

// link scores a role.
func (s *referenceScores) link(role, from, to int) float64 {
	h := &s.ref.m.heads
	inputs := h.linkFrom.width() + 1
	right := append(append([]float64{}, s.all[to][h.linkTo.start:h.linkTo.end]...), 1)
	return bilinear(s.all[from][h.linkFrom.start:h.linkFrom.end], right, func(i, j int) float64 {
		return float64(h.links[(role*inputs+i)*h.linkStride+j])
	})
}

// bilinear is [left;1]·W·right.
func bilinear(left, right []float64, weight func(i, j int) float64) float64 {
	sum := 0.0
	for j, b := range right {
		for i, a := range left {
			sum += a * b * weight(i, j)
		}
		sum += b * weight(len(left), j)
	}
	return sum
}

// narrow rounds a row to float32.
func narrow(x []float64) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		out[i] = float32(v)
	}
	return out
}

// compareReference compares every kind of score of a few windows.
func compareReference(t *testing.T, r *reference, windows []Window) map[string]*comparison {
	t.Helper()
	var ws Workspace
	if err := r.m.Run(&ws, windows); err != nil {
		t.Fatal(err)
	}
	all := map[string]*comparison{"arc": {}, "relation": {}, "link": {}}
	for kind := range headCount {
		all[kind.String()] = &comparison{}
	}
	labels := r.m.Labels()
	for i, w := range windows {
		s, want := ws.Scores(i), r.run(w)
		n := len(w.Words)
		arcs, relations, links := make([]float32, n*(n+1)), make([]float32, n*len(labels.Relation)), make([]float32, n)
		heads := make([]int, n)
		for word := range heads {
			heads[word] = (word*5+2)%(n+1) - 1
		}
		s.Arcs(0, n, arcs)
		s.Relations(0, heads, relations)
		for word := range n {
			for kind := range headCount {
				all[kind.String()].add(s.At(kind, word), narrow(want.linear[kind][word]), true)
			}
			row := make([]float32, n+1)
			for head := range row {
				row[head] = float32(want.arc(word, head-1))
			}
			all["arc"].add(arcs[word*(n+1):][:n+1], row, true)
			row = make([]float32, len(labels.Relation))
			for relation := range row {
				row[relation] = float32(want.relation(relation, word, heads[word]))
			}
			all["relation"].add(relations[word*len(row):][:len(row)], row, true)
		}
		for role := range labels.Role {
			from := role % n
			s.Links(role, from, links)
			row := make([]float32, n)
			for to := range row {
				row[to] = float32(want.link(role, from, to))
			}
			all["link"].add(links, row, false)
		}
	}
	return all
}

func TestAgainstReference(t *testing.T) {
	m := smallModel(t)
	windows := randomWindows(m, 1, 9, 20)
	for _, c := range []struct {
		name      string
		reference reference
		mean      float64 // of the range of scores
		why       string
	}{
		{
			name: "as quantised", reference: reference{m: m, rows: true, attention: true}, mean: 5e-4,
			why: "only float32 rounding and the steps of int8 it tips over are left",
		},
		{
			name: "in floats", reference: reference{m: m}, mean: 5e-3,
			why: "int8 activations cost no more than this",
		},
	} {
		for name, got := range compareReference(t, &c.reference, windows) {
			if mean := got.sum / float64(got.count); !(mean <= c.mean*(got.high-got.low)) || got.clear > 0 {
				t.Errorf("%s, %s: %s; want a mean below %g of the range: %s", c.name, name, got, c.mean, c.why)
			}
		}
	}
}
