package nn

import (
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"time"
)

// benchModel is the shipped model, or where there is none a random one of its
// size, on a kernel.
func benchModel(b *testing.B, kind Kernel) *Model {
	b.Helper()
	dir := os.DirFS("../../../data/model")
	if _, err := os.Stat("../../../data/model/net.safetensors"); err != nil {
		c := smallConfig()
		c.Layers, c.Width, c.Heads, c.FFN, c.MaxPieces = 6, 384, 12, 1536, 160
		c.Labels.Lemma, c.Labels.Feats, c.Labels.Relation = names("lemma", 220), names("feats", 39), names("relation", 51)
		f := fixture{config: c, vocabulary: 30522, positions: 512, hidden: [4]int{256, 256, 96, 128}}
		f.build()
		dir = f.files(b)
	}
	m, err := readModel(b, dir).WithKernel(kind)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

// BenchmarkRun measures words a second of the encoder and the linear heads, in
// windows of 120 pieces. The best run, in processor time, is the figure on a
// machine that others use at the same time.
func BenchmarkRun(b *testing.B) {
	for _, kind := range Kernels() {
		b.Run(kind.String(), func(b *testing.B) {
			m := benchModel(b, kind)
			windows, words := randomWindows(m, 96, 96), 0
			var ws Workspace
			b.ReportAllocs()
			best := time.Duration(math.MaxInt64)
			for b.Loop() {
				start := cpuTime(b)
				if err := m.Run(&ws, windows); err != nil {
					b.Fatal(err)
				}
				best = min(best, cpuTime(b)-start)
				words += len(ws.first)
			}
			b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
			b.ReportMetric(float64(len(ws.first))/best.Seconds(), "best-words/s")
			b.ReportMetric(float64(ws.pieces)/float64(len(ws.first)), "pieces/word")
		})
	}
}

// BenchmarkProduct measures the int8 products of a layer over a block of rows.
func BenchmarkProduct(b *testing.B) {
	for _, kind := range Kernels() {
		for _, shape := range [][2]int{{1152, 384}, {384, 384}, {1536, 384}, {384, 1536}} {
			b.Run(fmt.Sprintf("%s/%dx%d", kind, shape[0], shape[1]), func(b *testing.B) {
				k, err := newKernel(kind)
				if err != nil {
					b.Fatal(err)
				}
				m := newMatrix(shape[0], shape[1], 4)
				for i := range m.groups {
					m.groups[i] = rand.Uint32()
				}
				q := k.newOperand(blockRows, shape[1])
				q.rows = blockRows
				dst := make([]float32, (blockRows+slack)*m.columns)
				best := time.Duration(math.MaxInt64)
				for b.Loop() {
					start := cpuTime(b)
					k.multiply8(dst, q, m)
					best = min(best, cpuTime(b)-start)
				}
				b.ReportMetric(2*blockRows*float64(shape[0]*shape[1])/best.Seconds()/1e9, "best-Gop/s")
			})
		}
	}
}

// BenchmarkRelations measures the arcs and relations of a window of 96 words.
func BenchmarkRelations(b *testing.B) {
	for _, kind := range Kernels() {
		b.Run(kind.String(), func(b *testing.B) {
			m := benchModel(b, kind)
			var ws Workspace
			if err := m.Run(&ws, randomWindows(m, 96)); err != nil {
				b.Fatal(err)
			}
			heads, dst := make([]int, 96), make([]float32, 96*len(m.Labels().Relation))
			arcs := make([]float32, 25*24)
			for b.Loop() {
				ws.Scores(0).Relations(0, heads, dst)
				for first := 0; first < 96; first += 24 {
					ws.Scores(0).Arcs(first, first+24, arcs)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/96, "ns/word")
		})
	}
}

// BenchmarkRead measures the start-up cost: reading and packing the weights.
func BenchmarkRead(b *testing.B) {
	const dir = "../../../data/model"
	if _, err := os.Stat(dir + "/net.safetensors"); err != nil {
		b.Skip("no model in data/model yet")
	}
	for b.Loop() {
		readModel(b, os.DirFS(dir))
	}
}
