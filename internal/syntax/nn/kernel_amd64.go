package nn

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// vectorKernel returns a vector kernel, or nil where the processor lacks what
// it needs.
func vectorKernel(kind Kernel) *kernel {
	x := &cpu.X86
	switch {
	case kind == AVX2 && x.HasAVX2:
		return avx2Kernel()
	case kind == VNNI && x.HasAVX512F && x.HasAVX512BW && x.HasAVX512DQ && x.HasAVX512VL && x.HasAVX512VNNI:
		return vnniKernel()
	}
	return nil
}

func avx2Kernel() *kernel {
	k := &kernel{kind: AVX2, tile: 6}
	assembly{
		maxAbs: maxAbsAVX2, columnMax: columnMaxAVX2, round16: round16AVX2, roundColumns: roundColumnsAVX2,
		interleave: interleaveAVX2, gelu: geluAVX2, addNorm: addNormAVX2, combine: combineAVX2, dots: dotsAVX2,
		multiply16: multiply16AVX2, scoreKeys: scoreKeysAVX2, softmax: softmaxAVX2, weighValues: weighValuesAVX2,
		transposeKeys: transposeKeysAVX2, widen: widenAVX2,
	}.install(k)
	k.quantise8 = func(q *operand, row int, src []float32, inverse float32) {
		round16AVX2(&q.int16s[row*q.depth], &src[0], len(src), inverse)
	}
	k.multiply8 = func(dst []float32, q *operand, m *matrix) {
		multiplyPanels(multiply8AVX2, product{
			dst: dst, q: q, m: m, tile: k.tile, rows: (*uint8)(unsafe.Pointer(&q.int16s[0])), rowStride: 2 * q.depth,
		})
	}
	return k
}

func vnniKernel() *kernel {
	k := &kernel{kind: VNNI, tile: 8}
	assembly{
		maxAbs: maxAbsVNNI, columnMax: columnMaxVNNI, round16: round16VNNI, roundColumns: roundColumnsVNNI,
		interleave: interleaveVNNI, gelu: geluVNNI, addNorm: addNormVNNI, combine: combineVNNI, dots: dotsVNNI,
		multiply16: multiply16VNNI, scoreKeys: scoreKeysVNNI, softmax: softmaxVNNI, weighValues: weighValuesVNNI,
		transposeKeys: transposeKeysVNNI, widen: widenVNNI,
	}.install(k)
	k.quantise8 = func(q *operand, row int, src []float32, inverse float32) {
		round8VNNI(&q.uint8s[row*q.depth], &src[0], len(src), inverse)
	}
	k.multiply8 = func(dst []float32, q *operand, m *matrix) {
		multiplyPanels(multiply8VNNI, product{
			dst: dst, q: q, m: m, tile: k.tile, rows: &q.uint8s[0], rowStride: q.depth,
		})
	}
	return k
}

// assembly is the set of functions that exist for each instruction set with
// the same signature (kernels_amd64.go says what they do).
type assembly struct {
	maxAbs        func(row *float32, n int) float32
	columnMax     func(dst, src *float32, n int)
	round16       func(dst *int16, src *float32, n int, inverse float32)
	roundColumns  func(dst *int16, src, inverse *float32, n int)
	interleave    func(dst *uint32, first, second, inverse *float32, n int)
	gelu          func(row *float32, n int)
	addNorm       func(x, y, weight, bias *float32, n int)
	combine       func(dst, coefficients, rows *float32, n, count, stride int)
	dots          func(dst, vector, rows *float32, n, count, stride int)
	multiply16    panelProduct
	widen         func(dst *float32, src *uint8, add *float32, n int, scale float32)
	transposeKeys func(dst *uint32, src *int16, srcStride, n int)
	scoreKeys     func(scores *int32, query *int16, queryStride int, keys *uint32, keyStride, blocks int)
	softmax       func(weights *int16, scores *int32, blocks int, scoreScale, valueScale float32, mask *uint32, scale *float32)
	weighValues   func(out *float32, outStride int, weights *int16, weightStride int, values *uint32, valueStride, pairs int, scale *float32)
}

// panelProduct multiplies rows with one panel.
type panelProduct func(dst *float32, dstStride int, rows *uint8, rowStride int, weights *uint32,
	offset *int32, scale, bias, rowScale *float32, tiles, steps int)

// install fills a kernel's table with functions over slices.
func (a assembly) install(k *kernel) {
	k.maxAbs = func(row []float32) float32 { return a.maxAbs(&row[0], len(row)) }
	k.columnMax = func(dst, src []float32) { a.columnMax(&dst[0], &src[0], len(src)) }
	k.quantise16 = func(dst []int16, src []float32, inverse float32) {
		a.round16(&dst[0], &src[0], len(src), inverse)
	}
	k.quantiseColumns = func(dst []int16, src, inverse []float32) {
		a.roundColumns(&dst[0], &src[0], &inverse[0], len(src))
	}
	k.interleave = func(dst []uint32, first, second, inverse []float32) {
		a.interleave(&dst[0], &first[0], &second[0], &inverse[0], len(inverse))
	}
	k.gelu = func(row []float32) { a.gelu(&row[0], len(row)) }
	k.addNorm = func(x, y []float32, n *norm) { a.addNorm(&x[0], &y[0], &n.weight[0], &n.bias[0], len(x)) }
	k.combine = func(dst, coefficients, rows []float32, stride int) {
		a.combine(&dst[0], &coefficients[0], &rows[0], len(dst), len(coefficients), 4*stride)
	}
	k.dots = func(dst, vector, rows []float32, stride int) {
		a.dots(&dst[0], &vector[0], &rows[0], len(vector), len(dst), 4*stride)
	}
	k.multiply16 = func(dst []float32, q *operand, m *matrix) {
		multiplyPanels(a.multiply16, product{
			dst: dst, q: q, m: m, tile: k.tile, rows: (*uint8)(unsafe.Pointer(&q.int16s[0])), rowStride: 2 * q.depth,
		})
	}
	k.widen = func(dst []float32, src []byte, add []float32, scale float32) {
		a.widen(&dst[0], &src[0], &add[0], len(src), scale)
	}
	k.packKeys = func(dst []uint32, src []int16, stride, width int) {
		a.transposeKeys(&dst[0], &src[0], 2*stride, width/16)
		a.transposeKeys(&dst[8], &src[8*stride], 2*stride, width/16)
	}
	k.attend = a.attend
}

// product is a whole matrix product; rowStride is in bytes.
type product struct {
	dst       []float32
	q         *operand
	m         *matrix
	tile      int
	rows      *uint8
	rowStride int
}

// multiplyPanels does a product panel by panel: a panel stays in the cache
// while all rows pass by.
func multiplyPanels(multiply panelProduct, p product) {
	m := p.m
	for column := 0; column < m.columns; column += panelWidth {
		multiply(&p.dst[column], 4*m.columns, p.rows, p.rowStride, &m.panel(column / panelWidth)[0],
			&m.offset[column], &m.scale[column], &m.bias[column], &p.q.scale[0], p.q.rows/p.tile, m.depth/m.step)
	}
}

// attend does eight queries in three steps; strides become bytes.
func (a assembly) attend(t *attention) {
	a.scoreKeys(&t.scores[0], &t.query[0], 2*t.queryStride, &t.keys[0], 4*t.keyStride, t.blocks)
	a.softmax(&t.weights[0], &t.scores[0], t.blocks, t.scoreScale, t.valueScale, &t.mask[0], &t.scale[0])
	a.weighValues(&t.output[0], 4*t.outStride, &t.weights[0], 2*lanes*t.blocks,
		&t.values[0], 4*t.valueStride, t.valuePairs, &t.scale[0])
}
