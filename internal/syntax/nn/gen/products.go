package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The products of quantised rows with one panel of 48 outputs. All take the
// rows in tiles and end with float(sum)·(rowScale·scale) + bias.
const (
	productSignature = "func(dst *float32, dstStride int, rows *uint8, rowStride int, weights *uint32, " +
		"offset *int32, scale, bias, rowScale *float32, tiles, steps int)"
	productDoc  = "multiplies tiles of rows with one panel; strides are in bytes, a step is one group of weights."
	panelStride = 4 * 48
)

// product holds the parameters that stay in registers.
type product struct {
	dst, rows, rowScale         Mem
	dstStride, rowStride, tiles Register
}

func newProduct() product {
	return product{
		dst: pointer("dst"), rows: pointer("rows"), rowScale: pointer("rowScale"),
		dstStride: number("dstStride"), rowStride: number("rowStride"), tiles: number("tiles"),
	}
}

// next moves on by height rows.
func (p product) next(height int) {
	for range height {
		ADDQ(p.rowStride, p.rows.Base)
		ADDQ(p.dstStride, p.dst.Base)
	}
	advance(4*height, p.rowScale)
}

// rowPointers returns addresses of height rows from the first on, height at
// most 8, and the pointers to advance along the rows.
func rowPointers(first Mem, stride Register, height int) (rows, bases []Mem) {
	thrice := GP64()
	LEAQ(Mem{Base: stride, Index: stride, Scale: 2}, thrice)
	for i := 0; i < height; i += 4 {
		base := Mem{Base: GP64()}
		if i == 0 {
			MOVQ(first.Base, base.Base)
		} else {
			LEAQ(Mem{Base: bases[0].Base, Index: stride, Scale: 4}, base.Base)
		}
		bases = append(bases, base)
		rows = append(rows, base, base.Idx(stride, 1), base.Idx(stride, 2), base.Idx(thrice, 1))
	}
	return rows[:height], bases
}

// multiplyVNNI makes the AVX-512 product: tiles of 8 rows by 48 columns, 24
// sums in registers. With offset, sums start there. While it works on one panel
// it fetches the one behind it in memory: without that, a layer's weights come
// from the third-level cache line by line, which costs a quarter of the time.
func multiplyVNNI(name string, dot func(ops ...Op), offset bool) {
	const height, width, unroll = 8, 3, 4
	begin(name, productSignature, productDoc)
	p := newProduct()
	ahead := pointer("weights")
	panelBytes := number("steps")
	IMUL3Q(U8(panelStride/2), panelBytes, panelBytes)
	LEAQ(Mem{Base: ahead.Base, Index: panelBytes, Scale: 2}, ahead.Base)
	repeat(p.tiles, func() {
		sums := make([][]VecVirtual, height)
		for i := range sums {
			sums[i] = isa{wide: true}.regs(width)
		}
		start := pointer("offset")
		for c := range width {
			if offset {
				VMOVDQU32(start.Offset(64*c), sums[0][c])
			} else {
				VPXORD(sums[0][c], sums[0][c], sums[0][c])
			}
			for i := 1; i < height; i++ {
				VMOVDQA32(sums[0][c], sums[i][c])
			}
		}
		rows, bases := rowPointers(p.rows, p.rowStride, height)
		weights, steps := pointer("weights"), divided(number("steps"), 2)
		repeat(steps, func() {
			for step := range unroll {
				panel := isa{wide: true}.regs(width)
				for c, r := range panel {
					VMOVDQU32(weights.Offset(step*panelStride+64*c), r)
				}
				for i := range height {
					a := ZMM()
					VPBROADCASTD(rows[i].Offset(4*step), a)
					for c, r := range panel {
						dot(r, a, sums[i][c])
					}
				}
			}
			PREFETCHT1(ahead)
			PREFETCHT1(ahead.Offset(64))
			advance(128, ahead)
			advance(unroll*panelStride, weights)
			advance(unroll*4, bases...)
		})
		isa{wide: true}.scaled(p, sums, 0)
		p.next(height)
	})
	end()
}

// scaled turns sums, a row of registers for each row of the tile, into floats
// and stores them from a column on.
func (v isa) scaled(p product, sums [][]VecVirtual, column int) {
	scale, bias, dst := pointer("scale"), pointer("bias"), Mem{Base: GP64()}
	MOVQ(p.dst.Base, dst.Base)
	for i, row := range sums {
		rowScale := v.reg()
		VBROADCASTSS(p.rowScale.Offset(4*i), rowScale)
		for c, r := range row {
			at := 4*column + c*v.bytes()
			factor := v.reg()
			VMULPS(scale.Offset(at), rowScale, factor)
			VCVTDQ2PS(r, r)
			VMULPS(factor, r, r)
			VADDPS(bias.Offset(at), r, r)
			VMOVUPS(r, dst.Offset(at))
		}
		ADDQ(p.dstStride, dst.Base)
	}
}

// heightAVX2 is the tile of the AVX2 products: 6 rows of two registers leave
// room for the weights, an activation and a product.
const heightAVX2 = 6

// multiply8AVX2 widens the weights to 16 bits as it goes: four columns of four
// weights fill a register, and meet four activations broadcast together. Each
// sum is in two halves until the end.
func multiply8AVX2() {
	v := isa{}
	begin("multiply8AVX2", productSignature, productDoc)
	p := newProduct()
	repeat(p.tiles, func() {
		for column := 0; column < 48; column += 8 {
			sums := v.tile(p, column, 8, func(weights Mem, r []VecVirtual) {
				VPMOVSXBW(weights, r[0])
				VPMOVSXBW(weights.Offset(16), r[1])
			})
			for i := range sums {
				VPHADDD(sums[i][1], sums[i][0], sums[i][0])
				VPERMQ(U8(0xd8), sums[i][0], sums[i][0])
				sums[i] = sums[i][:1]
			}
			v.scaled(p, sums, column)
		}
		p.next(heightAVX2)
	})
	end()
}

// multiply16AVX2 takes the weights as they are, sixteen columns at a time.
func multiply16AVX2() {
	v := isa{}
	begin("multiply16AVX2", productSignature, productDoc)
	p := newProduct()
	repeat(p.tiles, func() {
		for column := 0; column < 48; column += 16 {
			v.scaled(p, v.tile(p, column, 4, func(weights Mem, r []VecVirtual) {
				VMOVDQU(weights, r[0])
				VMOVDQU(weights.Offset(32), r[1])
			}), column)
		}
		p.next(heightAVX2)
	})
	end()
}

// tile sums products of a tile of rows with two registers of weights, which
// load reads; a step takes size bytes of a row.
func (v isa) tile(p product, column, size int, load func(weights Mem, r []VecVirtual)) [][]VecVirtual {
	sums := make([][]VecVirtual, heightAVX2)
	for i := range sums {
		sums[i] = v.regs(2)
		v.zero(sums[i][0])
		v.zero(sums[i][1])
	}
	rows, bases := rowPointers(p.rows, p.rowStride, heightAVX2)
	weights, steps := pointer("weights"), number("steps")
	ADDQ(U32(4*column), weights.Base)
	repeat(steps, func() {
		panel := v.regs(2)
		load(weights, panel)
		for i := range sums {
			a, low := YMM(), YMM()
			if size == 8 {
				VPBROADCASTQ(rows[i], a)
			} else {
				VPBROADCASTD(rows[i], a)
			}
			VPMADDWD(panel[0], a, low)
			VPADDD(low, sums[i][0], sums[i][0])
			VPMADDWD(panel[1], a, a)
			VPADDD(a, sums[i][1], sums[i][1])
		}
		advance(panelStride, weights)
		advance(size, bases...)
	})
	return sums
}
