package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	queryTile = 8
	headPairs = 16 // of int16 in a query or key
)

const scoreSignature = "func(scores *int32, query *int16, queryStride int, keys *uint32, keyStride, blocks int)"

// scoreKeysVNNI: eight queries against blocks of sixteen keys, two blocks at a
// time and then one.
func scoreKeysVNNI() {
	v := isa{wide: true}
	begin("scoreKeysVNNI", scoreSignature, "sets rows of 16·blocks scores of eight queries; strides are in bytes.")
	dst, keys := pointer("scores"), pointer("keys")
	keyStride, blocks := number("keyStride"), number("blocks")
	rows, _ := rowPointers(pointer("query"), number("queryStride"), queryTile)
	rowBytes := GP64()
	MOVQ(blocks, rowBytes)
	SHLQ(U8(6), rowBytes)
	for _, width := range []int{2, 1} {
		top, done := label("blocks"), label("blocksDone")
		Label(top)
		CMPQ(blocks, U32(width))
		JLT(LabelRef(done))
		columns := make([]Mem, width)
		for c := range columns {
			columns[c] = Mem{Base: GP64()}
			MOVQ(keys.Base, columns[c].Base)
			ADDQ(keyStride, keys.Base)
		}
		sums := make([][]VecVirtual, queryTile)
		for i := range sums {
			sums[i] = v.regs(width)
			for _, r := range sums[i] {
				v.zero(r)
			}
		}
		for pair := range headPairs {
			block := v.regs(width)
			for c, r := range block {
				VMOVDQU32(columns[c].Offset(64*pair), r)
			}
			for i, row := range rows {
				a := ZMM()
				VPBROADCASTD(row.Offset(4*pair), a)
				for c, r := range block {
					VPDPWSSD(r, a, sums[i][c])
				}
			}
		}
		out := Mem{Base: GP64()}
		MOVQ(dst.Base, out.Base)
		for _, row := range sums {
			for c, r := range row {
				VMOVDQU32(r, out.Offset(64*c))
			}
			ADDQ(rowBytes, out.Base)
		}
		advance(64*width, dst)
		SUBQ(U32(width), blocks)
		JMP(LabelRef(top))
		Label(done)
	}
	end()
}

// scoreKeysAVX2: four queries at a time.
func scoreKeysAVX2() {
	v := isa{}
	const height = 4
	begin("scoreKeysAVX2", scoreSignature, "sets rows of 16·blocks scores of eight queries; strides are in bytes.")
	dst, query := pointer("scores"), pointer("query")
	rowBytes, half := number("blocks"), GP64()
	SHLQ(U8(6), rowBytes)
	MOVQ(U64(queryTile/height), half)
	repeat(half, func() {
		stride := number("queryStride")
		rows, _ := rowPointers(query, stride, height)
		keys, blocks, keyStride := pointer("keys"), number("blocks"), number("keyStride")
		start := Mem{Base: GP64()}
		MOVQ(dst.Base, start.Base)
		repeat(blocks, func() {
			sums := make([][]VecVirtual, height)
			for i := range sums {
				sums[i] = v.regs(2)
				v.zero(sums[i][0])
				v.zero(sums[i][1])
			}
			for pair := range headPairs {
				v.dotPairs(sums, keys.Offset(64*pair), rows, 4*pair)
			}
			out := Mem{Base: GP64()}
			MOVQ(start.Base, out.Base)
			for _, row := range sums {
				VMOVDQU(row[0], out)
				VMOVDQU(row[1], out.Offset(32))
				ADDQ(rowBytes, out.Base)
			}
			advance(64, start)
			ADDQ(keyStride, keys.Base)
		})
		for range height {
			ADDQ(rowBytes, dst.Base)
			ADDQ(stride, query.Base)
		}
	})
	end()
}

// dotPairs adds the products of two registers of pairs with a pair of each row.
func (v isa) dotPairs(sums [][]VecVirtual, pairs Mem, rows []Mem, offset int) {
	block := v.regs(2)
	VMOVDQU(pairs, block[0])
	VMOVDQU(pairs.Offset(32), block[1])
	for i, row := range rows {
		a, low := YMM(), YMM()
		VPBROADCASTD(row.Offset(offset), a)
		VPMADDWD(block[0], a, low)
		VPADDD(low, sums[i][0], sums[i][0])
		VPMADDWD(block[1], a, a)
		VPADDD(a, sums[i][1], sums[i][1])
	}
}

// softmax: scores to probabilities. Rows advance side by side, four with 512
// bits, one with 256, so that their chains of operations overlap.
func softmax(v isa) {
	v.start("softmax", "func(weights *int16, scores *int32, blocks int, scoreScale, valueScale float32, mask *uint32, scale *float32)",
		"turns eight rows of scores into probabilities and sets the scales of their sums of values.")
	s := softmaxRows{v: v, height: 1, scores: pointer("scores"), rowBytes: number("blocks")}
	if v.wide {
		s.height = 4
	}
	SHLQ(U8(6), s.rowBytes)
	weights, scale, tiles := pointer("weights"), pointer("scale"), GP64()
	s.factor = v.spread("scoreScale")
	lowest, power := v.float(-126), newPower(v)
	MOVQ(U64(uint64(queryTile/s.height)), tiles)
	repeat(tiles, func() {
		tops := s.tops()
		sums := s.exponentials(func(xs []VecVirtual) {
			for _, x := range xs {
				VCVTDQ2PS(x, x)
			}
			for _, x := range xs {
				VMULPS(s.factor, x, x)
			}
			for i, x := range xs {
				VSUBPS(tops[i/v.lanes()], x, x)
			}
			for _, x := range xs {
				VMAXPS(lowest, x, x)
			}
			power.of(xs)
		})
		for i := range s.height {
			s.storeWeights(weights, sums[i*v.lanes():(i+1)*v.lanes()], scale.Offset(4*i))
		}
		advance(4*s.height, scale)
	})
	end()
}

// softmaxRows is a tile of height rows of scores, rowBytes apart.
type softmaxRows struct {
	v        isa
	height   int
	scores   Mem
	rowBytes Register
	factor   VecVirtual
}

// addresses returns the rows' addresses and the pointer to advance.
func (s softmaxRows) addresses() ([]Mem, Mem) {
	rows, bases := rowPointers(s.scores, s.rowBytes, s.height)
	return rows, bases[0]
}

// over runs body for each register of sixteen lanes of each row, with its
// address and index.
func (s softmaxRows) over(rows []Mem, body func(at Mem, i int)) {
	for i, row := range rows {
		for part := range s.v.lanes() {
			body(row.Offset(part*s.v.bytes()), i*s.v.lanes()+part)
		}
	}
}

// tops returns the largest score of each row, scaled, in all lanes.
func (s softmaxRows) tops() []VecVirtual {
	v := s.v
	rows, base := s.addresses()
	most, tops := v.regs(s.height*v.lanes()), v.regs(s.height)
	s.over(rows, func(at Mem, i int) { VMOVUPS(at, most[i]) })
	repeat(number("blocks"), func() {
		s.over(rows, func(at Mem, i int) { VPMAXSD(at, most[i], most[i]) })
		advance(64, base)
	})
	for i, top := range tops {
		VPBROADCASTD(v.fold(most[i*v.lanes():(i+1)*v.lanes()], VPMAXSD), top)
		VCVTDQ2PS(top, top)
		VMULPS(s.factor, top, top)
	}
	return tops
}

// exponentials replaces the scores by their powers and returns the sums of the
// rows, in lanes; the mask clears what lies behind the last key.
func (s softmaxRows) exponentials(of func(xs []VecVirtual)) []VecVirtual {
	v := s.v
	rows, base := s.addresses()
	sums, left := v.regs(s.height*v.lanes()), number("blocks")
	for _, r := range sums {
		v.zero(r)
	}
	block := func(mask *Mem) {
		xs := v.regs(len(sums))
		s.over(rows, func(at Mem, i int) { VMOVUPS(at, xs[i]) })
		of(xs)
		s.over(rows, func(at Mem, i int) {
			if mask != nil {
				v.and(mask.Offset(i%v.lanes()*v.bytes()), xs[i], xs[i])
			}
			VADDPS(xs[i], sums[i], sums[i])
			VMOVUPS(xs[i], at)
		})
	}
	last := label("last")
	DECQ(left)
	JZ(LabelRef(last))
	repeat(left, func() {
		block(nil)
		advance(64, base)
	})
	Label(last)
	mask := pointer("mask")
	block(&mask)
	return sums
}

// storeWeights rounds a row of powers to int16, moves on to the next row, and
// stores the scale of the row's sums.
func (s softmaxRows) storeWeights(weights Mem, sums []VecVirtual, scale Mem) {
	v := s.v
	inverse, rowScale, levels, sum := XMM(), XMM(), v.reg(), v.fold(sums, VADDPS)
	VMOVSS(table("weightSum", []uint32{0x487f8000}), inverse)
	VDIVSS(sum, inverse, inverse)
	VMINSS(table("weightLevels", []uint32{0x46fffe00}), inverse, inverse)
	VMULSS(sum, inverse, sum)
	VMOVSS(parameter("valueScale"), rowScale)
	VDIVSS(sum, rowScale, rowScale)
	VMOVSS(rowScale, scale)
	VBROADCASTSS(inverse, levels)
	repeat(number("blocks"), func() {
		words := v.regs(v.lanes())
		for i, r := range words {
			VMULPS(s.scores.Offset(i*v.bytes()), levels, r)
			VCVTPS2DQ(r, r)
		}
		if v.wide {
			VPMOVDW(words[0], weights)
		} else {
			v.pack16(words, weights, nil)
		}
		advance(64, s.scores)
		advance(32, weights)
	})
}

const weighSignature = "func(out *float32, outStride int, weights *int16, weightStride int, " +
	"values *uint32, valueStride, pairs int, scale *float32)"

const weighDoc = "sets eight rows of 32 to the sums of values by their weights; strides are in bytes."

// weighValuesVNNI: eight queries by the 32 dimensions of a head.
func weighValuesVNNI() {
	v := isa{wide: true}
	begin("weighValuesVNNI", weighSignature, weighDoc)
	values, valueStride, count := pointer("values"), number("valueStride"), number("pairs")
	rows, bases := rowPointers(pointer("weights"), number("weightStride"), queryTile)
	sums := make([][]VecVirtual, queryTile)
	for i := range sums {
		sums[i] = v.regs(2)
		v.zero(sums[i][0])
		v.zero(sums[i][1])
	}
	repeat(count, func() {
		low, high := ZMM(), ZMM()
		VMOVDQU32(values, low)
		VMOVDQU32(values.Offset(64), high)
		for i, row := range rows {
			a := ZMM()
			VPBROADCASTD(row, a)
			VPDPWSSD(low, a, sums[i][0])
			VPDPWSSD(high, a, sums[i][1])
		}
		ADDQ(valueStride, values.Base)
		advance(4, bases...)
	})
	out, stride := pointer("out"), number("outStride")
	v.storeSums(sums, out, pointer("scale"), stride)
	end()
}

// storeSums stores rows of sums, each by its scale.
func (v isa) storeSums(sums [][]VecVirtual, out, scale Mem, stride Register) {
	for i, row := range sums {
		factor := v.reg()
		VBROADCASTSS(scale.Offset(4*i), factor)
		for c, r := range row {
			VCVTDQ2PS(r, r)
			VMULPS(factor, r, r)
			VMOVUPS(r, out.Offset(c*v.bytes()))
		}
		ADDQ(stride, out.Base)
	}
}

// weighValuesAVX2: four queries by 16 dimensions at a time.
func weighValuesAVX2() {
	v := isa{}
	const height = 4
	begin("weighValuesAVX2", weighSignature, weighDoc)
	weights, scale, half := pointer("weights"), pointer("scale"), GP64()
	shift := GP64() // of the output, in bytes
	XORQ(shift, shift)
	MOVQ(U64(queryTile/height), half)
	repeat(half, func() {
		weightStride := number("weightStride")
		for part := range 2 {
			values, valueStride, count := pointer("values"), number("valueStride"), number("pairs")
			ADDQ(U8(64*part), values.Base)
			rows, bases := rowPointers(weights, weightStride, height)
			sums := make([][]VecVirtual, height)
			for i := range sums {
				sums[i] = v.regs(2)
				v.zero(sums[i][0])
				v.zero(sums[i][1])
			}
			repeat(count, func() {
				v.dotPairs(sums, values, rows, 0)
				ADDQ(valueStride, values.Base)
				advance(4, bases...)
			})
			out, stride := pointer("out"), number("outStride")
			ADDQ(shift, out.Base)
			v.storeSums(sums, out.Offset(64*part), scale, stride)
		}
		stride := number("outStride")
		for range height {
			ADDQ(stride, shift)
			ADDQ(weightStride, weights.Base)
		}
		advance(4*height, scale)
	})
	end()
}

// transposeKeys turns eight keys, rows of n·8 pairs of int16, into columns: pair
// i of key j goes to place 16·i + j. Both instruction sets do it in 256 bits.
func transposeKeys(v isa) {
	v.start("transposeKeys", "func(dst *uint32, src *int16, srcStride, n int)", "makes columns of eight rows of n·8 pairs.")
	dst, stride, count := pointer("dst"), number("srcStride"), number("n")
	rows, bases := rowPointers(pointer("src"), stride, 8)
	repeat(count, func() {
		r := make([]VecVirtual, 8)
		for i := range r {
			r[i] = YMM()
			VMOVDQU(rows[i], r[i])
		}
		pairs := make([]VecVirtual, 8)
		for i := 0; i < 8; i += 2 {
			pairs[i], pairs[i+1] = YMM(), r[i]
			VPUNPCKLDQ(r[i+1], r[i], pairs[i])
			VPUNPCKHDQ(r[i+1], r[i], pairs[i+1])
		}
		quads := make([]VecVirtual, 8)
		for i := 0; i < 8; i += 4 {
			for half := range 2 {
				low, high := pairs[i+half], pairs[i+2+half]
				quads[i+2*half], quads[i+2*half+1] = YMM(), low
				VPUNPCKLQDQ(high, low, quads[i+2*half])
				VPUNPCKHQDQ(high, low, quads[i+2*half+1])
			}
		}
		for i := range 4 {
			low, high := YMM(), quads[i]
			VPERM2I128(U8(0x20), quads[i+4], quads[i], low)
			VPERM2I128(U8(0x31), quads[i+4], quads[i], high)
			VMOVDQU(low, dst.Offset(64*i))
			VMOVDQU(high, dst.Offset(64*(i+4)))
		}
		advance(512, dst)
		advance(32, bases...)
	})
	end()
}
