package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

const (
	signBits = 0x7fffffff
	magic    = 12582912
)

// maxAbs: the largest magnitude of a row; n is a multiple of 32.
func maxAbs(v isa) {
	v.start("maxAbs", "func(row *float32, n int) float32", "returns the largest magnitude of n floats.")
	row, count := pointer("row"), divided(number("n"), 5)
	most := v.regs(2 * v.lanes())
	for _, r := range most {
		v.zero(r)
	}
	positive := v.constant(signBits)
	repeat(count, func() {
		for i, r := range most {
			x := v.reg()
			VMOVUPS(row.Offset(i*v.bytes()), x)
			v.and(positive, x, x)
			VMAXPS(x, r, r)
		}
		advance(128, row)
	})
	for i := range v.lanes() {
		VMAXPS(most[i+v.lanes()], most[i], most[i])
	}
	result, err := ReturnIndex(0).Resolve()
	if err != nil {
		panic(err)
	}
	VMOVSS(v.fold(most[:v.lanes()], VMAXPS), result.Addr)
	end()
}

// columnMax: dst = max(dst, |src|); n is a multiple of 32.
func columnMax(v isa) {
	v.start("columnMax", "func(dst, src *float32, n int)", "raises dst to the magnitudes of src.")
	dst, src, count := pointer("dst"), pointer("src"), divided(number("n"), 5)
	positive := v.constant(signBits)
	repeat(count, func() {
		for i := 0; i < 128; i += v.bytes() {
			x := v.reg()
			VMOVUPS(src.Offset(i), x)
			v.and(positive, x, x)
			VMAXPS(dst.Offset(i), x, x)
			VMOVUPS(x, dst.Offset(i))
		}
		advance(128, dst, src)
	})
	end()
}

// pack16 stores 32 rounded values, given as registers of int32, as int16.
func (v isa) pack16(words []VecVirtual, dst Mem, order Op) {
	if v.wide {
		VPACKSSDW(words[1], words[0], words[0])
		VPERMQ(words[0], order, words[0])
		VMOVDQU32(words[0], dst)
		return
	}
	for i := 0; i < len(words); i += 2 {
		VPACKSSDW(words[i+1], words[i], words[i])
		VPERMQ(U8(0xd8), words[i], words[i])
		VMOVDQU(words[i], dst.Offset(16*i))
	}
}

// order16 undoes the interleaving of VPACKSSDW on 512 bits.
func (v isa) order16() Op {
	if !v.wide {
		return nil
	}
	r := ZMM()
	VMOVDQU64(table("order16", []uint32{0, 0, 2, 0, 4, 0, 6, 0, 1, 0, 3, 0, 5, 0, 7, 0}), r)
	return r
}

// widen: dst = float(src)·scale + add; n is a multiple of 32.
func widen(v isa) {
	v.start("widen", "func(dst *float32, src *uint8, add *float32, n int, scale float32)",
		"sets n floats to int8 times a scale, plus add.")
	dst, src, add, count := pointer("dst"), pointer("src"), pointer("add"), divided(number("n"), 5)
	scale := v.spread("scale")
	repeat(count, func() {
		for i := 0; i < 32; i += v.floats() {
			x := v.reg()
			VPMOVSXBD(src.Offset(i), x)
			VCVTDQ2PS(x, x)
			VMULPS(scale, x, x)
			VADDPS(add.Offset(4*i), x, x)
			VMOVUPS(x, dst.Offset(4*i))
		}
		advance(128, dst, add)
		advance(32, src)
	})
	end()
}

// round16: dst = int16(round(src·inverse)); n is a multiple of 32.
func round16(v isa) {
	v.start("round16", "func(dst *int16, src *float32, n int, inverse float32)", "rounds n products to int16.")
	dst, src, count := pointer("dst"), pointer("src"), divided(number("n"), 5)
	inverse, order := v.spread("inverse"), v.order16()
	repeat(count, func() {
		words := v.regs(32 / v.floats())
		for i, r := range words {
			VMULPS(src.Offset(i*v.bytes()), inverse, r)
			VCVTPS2DQ(r, r)
		}
		v.pack16(words, dst, order)
		advance(128, src)
		advance(64, dst)
	})
	end()
}

// roundColumns: the same with an inverse for each column.
func roundColumns(v isa) {
	v.start("roundColumns", "func(dst *int16, src, inverse *float32, n int)", "rounds n products to int16.")
	dst, src, inverse, count := pointer("dst"), pointer("src"), pointer("inverse"), divided(number("n"), 5)
	order := v.order16()
	repeat(count, func() {
		words := v.regs(32 / v.floats())
		for i, r := range words {
			VMOVUPS(src.Offset(i*v.bytes()), r)
			VMULPS(inverse.Offset(i*v.bytes()), r, r)
			VCVTPS2DQ(r, r)
		}
		v.pack16(words, dst, order)
		advance(128, src, inverse)
		advance(64, dst)
	})
	end()
}

// round8: dst = uint8(round(src·inverse) + 128); n is a multiple of 64.
func round8() {
	v := isa{wide: true}
	v.start("round8", "func(dst *uint8, src *float32, n int, inverse float32)", "rounds n products to int8, plus 128.")
	dst, src, count := pointer("dst"), pointer("src"), divided(number("n"), 6)
	inverse, order, excess := v.spread("inverse"), ZMM(), v.constant(0x80808080)
	VMOVDQU32(table("order8", []uint32{0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15}), order)
	repeat(count, func() {
		words := v.regs(4)
		for i, r := range words {
			VMULPS(src.Offset(64*i), inverse, r)
			VCVTPS2DQ(r, r)
		}
		VPACKSSDW(words[1], words[0], words[0])
		VPACKSSDW(words[3], words[2], words[2])
		VPACKSSWB(words[2], words[0], words[0])
		VPXORD(excess, words[0], words[0])
		VPERMD(words[0], order, words[0])
		VMOVDQU32(words[0], dst)
		advance(256, src)
		advance(64, dst)
	})
	end()
}

// interleave: int16 pairs of two rows' products; n is a multiple of 32.
func interleave(v isa) {
	v.start("interleave", "func(dst *uint32, first, second, inverse *float32, n int)",
		"rounds the products of two rows to int16 and joins their columns.")
	dst, first, second := pointer("dst"), pointer("first"), pointer("second")
	inverse, count := pointer("inverse"), divided(number("n"), 5)
	low := v.constant(0xffff)
	repeat(count, func() {
		for i := 0; i < 128; i += v.bytes() {
			scale, a, b := v.reg(), v.reg(), v.reg()
			VMOVUPS(inverse.Offset(i), scale)
			VMULPS(first.Offset(i), scale, a)
			VMULPS(second.Offset(i), scale, b)
			VCVTPS2DQ(a, a)
			VCVTPS2DQ(b, b)
			v.and(low, a, a)
			VPSLLD(U8(16), b, b)
			v.or(a, b, b)
			VMOVUPS(b, dst.Offset(i))
		}
		advance(128, dst, first, second, inverse)
	})
	end()
}

// powerOf holds the constants of 2^t.
type powerOf struct {
	v     isa
	magic Op
	one   Op
	terms [5]Op
}

func newPower(v isa) powerOf {
	p := powerOf{v: v, magic: v.float(magic), one: v.float(1)}
	for i, c := range []float64{
		0.6931471805599453, 0.24022349038020382, 0.05550381013796485, 0.00966636851538454, 0.001338130253730078,
	} {
		p.terms[i] = v.float(c)
	}
	return p
}

// of replaces each t by 2^t. The chains of operations advance side by side: one
// after the other they would fill the scheduler with waiting instructions.
func (p powerOf) of(ts []VecVirtual) {
	zs, rs := p.v.regs(len(ts)), p.v.regs(len(ts))
	each := func(do func(t, z, r VecVirtual)) {
		for i := range ts {
			do(ts[i], zs[i], rs[i])
		}
	}
	each(func(t, z, r VecVirtual) { VADDPS(p.magic, t, z) })
	each(func(t, z, r VecVirtual) { VSUBPS(p.magic, z, r) })
	each(func(t, z, r VecVirtual) { VSUBPS(r, t, t) })
	each(func(t, z, r VecVirtual) { VMULPS(p.terms[4], t, r) })
	for i := 3; i >= 0; i-- {
		each(func(t, z, r VecVirtual) { VADDPS(p.terms[i], r, r) })
		each(func(t, z, r VecVirtual) { VMULPS(t, r, r) })
	}
	each(func(t, z, r VecVirtual) { VADDPS(p.one, r, r) })
	each(func(t, z, r VecVirtual) { VPSLLD(U8(23), z, z) })
	each(func(t, z, r VecVirtual) { VPADDD(z, r, t) })
}

// gelu: row = x/(1 + 2^(x(linear + cubic·x²))); n is a multiple of 64. Two
// values sixteen apart share one division: x/a and y/b are x·b and y·a times
// 1/(a·b).
func gelu(v isa) {
	v.start("gelu", "func(row *float32, n int)", "applies GELU to n floats in place.")
	row, count := pointer("row"), divided(number("n"), 6)
	one := v.reg()
	VMOVUPS(shared("all3f800000", 0x3f800000), one)
	divisors := newDivisors(v, one)
	// Offsets of the registers that advance side by side: pairs sixteen apart.
	groups := [][]int{{0, 64, 128, 192}}
	if !v.wide {
		groups = [][]int{{0, 64}, {32, 96}, {128, 192}, {160, 224}}
	}
	repeat(count, func() {
		for _, offsets := range groups {
			xs, ts := v.regs(len(offsets)), v.regs(len(offsets))
			for i, x := range xs {
				VMOVUPS(row.Offset(offsets[i]), x)
			}
			divisors(xs, ts)
			for i := 0; i < len(xs); i += 2 {
				shared := v.reg()
				VMULPS(ts[i], ts[i+1], shared)
				VDIVPS(shared, one, shared)
				VMULPS(ts[i+1], xs[i], xs[i])
				VMULPS(shared, xs[i], xs[i])
				VMULPS(ts[i], xs[i+1], xs[i+1])
				VMULPS(shared, xs[i+1], xs[i+1])
			}
			for i, x := range xs {
				VMOVUPS(x, row.Offset(offsets[i]))
			}
		}
		advance(256, row)
	})
	end()
}

// newDivisors returns the code that sets ts to 1 + 2^(x(linear + cubic·x²)).
func newDivisors(v isa, one Op) func(xs, ts []VecVirtual) {
	const linear = -2 * 0.7978845608028654 * 1.44269504088896340735992468100189214
	first, third := v.float(linear), v.float(linear*0.044715)
	lowest, highest, power := v.float(-60), v.float(60), newPower(v)
	return func(xs, ts []VecVirtual) {
		each := func(do func(x, t VecVirtual)) {
			for i := range xs {
				do(xs[i], ts[i])
			}
		}
		each(func(x, t VecVirtual) { VMULPS(x, x, t) })
		each(func(x, t VecVirtual) { VMULPS(third, t, t) })
		each(func(x, t VecVirtual) { VADDPS(first, t, t) })
		each(func(x, t VecVirtual) { VMULPS(x, t, t) })
		each(func(x, t VecVirtual) { VMAXPS(lowest, t, t) })
		each(func(x, t VecVirtual) { VMINPS(highest, t, t) })
		power.of(ts)
		each(func(x, t VecVirtual) { VADDPS(one, t, t) })
	}
}

// combine: dst = Σ coefficient·row, in the order of the rows. Columns are taken
// four registers at a time, then sixteen at a time.
func combine(v isa) {
	v.start("combine", "func(dst, coefficients, rows *float32, n, count, stride int)",
		"sets n floats to the sum of count rows, stride bytes apart, times their coefficients.")
	dst, rows, n, count, stride := pointer("dst"), pointer("rows"), number("n"), number("count"), number("stride")
	for _, width := range []int{4, v.lanes()} {
		top, done := label("columns"), label("columnsDone")
		Label(top)
		CMPQ(n, U32(width*v.floats()))
		JLT(LabelRef(done))
		sums := v.regs(width)
		for _, r := range sums {
			v.zero(r)
		}
		row, left, coefficient := Mem{Base: GP64()}, GP64(), pointer("coefficients")
		MOVQ(rows.Base, row.Base)
		MOVQ(count, left)
		repeat(left, func() {
			c := v.reg()
			VBROADCASTSS(coefficient, c)
			for i, r := range sums {
				x := v.reg()
				VMULPS(row.Offset(i*v.bytes()), c, x)
				VADDPS(x, r, r)
			}
			ADDQ(U8(4), coefficient.Base)
			ADDQ(stride, row.Base)
		})
		for i, r := range sums {
			VMOVUPS(r, dst.Offset(i*v.bytes()))
		}
		advance(width*v.bytes(), dst, rows)
		SUBQ(U32(width*v.floats()), n)
		JMP(LabelRef(top))
		Label(done)
	}
	end()
}

// dots: products of a vector with rows; n is a multiple of 16. Four rows run
// side by side, as one would wait for its own additions.
func dots(v isa) {
	v.start("dots", "func(dst, vector, rows *float32, n, count, stride int)",
		"sets count floats to the products of n floats with rows stride bytes apart.")
	dst, rows, count, stride := pointer("dst"), pointer("rows"), number("count"), number("stride")
	for _, height := range []int{4, 1} {
		top, done := label("rows"), label("rowsDone")
		Label(top)
		CMPQ(count, U32(height))
		JLT(LabelRef(done))
		sums := make([][]VecVirtual, height)
		starts := make([]Mem, height)
		for i := range sums {
			sums[i] = v.regs(v.lanes())
			for _, r := range sums[i] {
				v.zero(r)
			}
			starts[i] = Mem{Base: GP64()}
			MOVQ(rows.Base, starts[i].Base)
			ADDQ(stride, rows.Base)
		}
		vector, left := pointer("vector"), divided(number("n"), 4)
		repeat(left, func() {
			for part := range v.lanes() {
				x := v.reg()
				VMOVUPS(vector.Offset(part*v.bytes()), x)
				for i := range sums {
					y := v.reg()
					VMULPS(starts[i].Offset(part*v.bytes()), x, y)
					VADDPS(y, sums[i][part], sums[i][part])
				}
			}
			advance(64, append(starts, vector)...)
		})
		for i := range sums {
			VMOVSS(v.fold(sums[i], VADDPS), dst.Offset(4*i))
		}
		advance(4*height, dst)
		SUBQ(U32(height), count)
		JMP(LabelRef(top))
		Label(done)
	}
	end()
}
