package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// addNorm: x = norm(x + y); n is a multiple of 64. Sums run in four times
// sixteen lanes.
func addNorm(v isa) {
	v.start("addNorm", "func(x, y, weight, bias *float32, n int)", "sets n floats x to the normalisation of x + y.")
	blocks := divided(number("n"), 6)
	count := XMM()
	n := number("n")
	VXORPS(count, count, count)
	VCVTSI2SSQ(n, count, count)

	sums := v.sumOver(blocks, pointer("x"), func(x Mem) func(offset int, r VecVirtual) {
		y := pointer("y")
		return func(offset int, r VecVirtual) {
			if offset == 256 {
				advance(256, y)
				return
			}
			VMOVUPS(x.Offset(offset), r)
			VADDPS(y.Offset(offset), r, r)
			VMOVUPS(r, x.Offset(offset))
		}
	})
	mean := v.reg()
	average := v.mean(sums, count)
	VBROADCASTSS(average, mean)

	squares := v.sumOver(blocks, pointer("x"), func(x Mem) func(offset int, r VecVirtual) {
		return func(offset int, r VecVirtual) {
			if offset == 256 {
				return
			}
			VMOVUPS(x.Offset(offset), r)
			VSUBPS(mean, r, r)
			VMOVUPS(r, x.Offset(offset))
			VMULPS(r, r, r)
		}
	})
	variance, one := v.mean(squares, count), XMM()
	VADDSS(table("normEpsilon", []uint32{0x2b8cbccc}), variance, variance)
	VSQRTSS(variance, variance, variance)
	VMOVSS(table("one", []uint32{0x3f800000}), one)
	VDIVSS(variance, one, variance)
	inverse := v.reg()
	VBROADCASTSS(variance, inverse)

	x, weight, bias := pointer("x"), pointer("weight"), pointer("bias")
	repeat(blocks, func() {
		for offset := 0; offset < 256; offset += v.bytes() {
			r := v.reg()
			VMULPS(x.Offset(offset), inverse, r)
			VMULPS(weight.Offset(offset), r, r)
			VADDPS(bias.Offset(offset), r, r)
			VMOVUPS(r, x.Offset(offset))
		}
		advance(256, x, weight, bias)
	})
	end()
}

// sumOver adds up what value makes of each register of a row, in four times
// sixteen lanes. Called with an offset of 256, value moves its own pointers on.
func (v isa) sumOver(blocks Register, x Mem, value func(x Mem) func(offset int, r VecVirtual)) []VecVirtual {
	sums := v.regs(4 * v.lanes())
	for _, r := range sums {
		v.zero(r)
	}
	left := GP64()
	MOVQ(blocks, left)
	of := value(x)
	repeat(left, func() {
		for i, sum := range sums {
			r := v.reg()
			of(i*v.bytes(), r)
			VADDPS(r, sum, sum)
		}
		of(256, nil)
		advance(256, x)
	})
	return sums
}

// mean folds four times sixteen lanes and divides by the count.
func (v isa) mean(sums []VecVirtual, count Op) VecVirtual {
	for half := len(sums) / 2; half >= v.lanes(); half /= 2 {
		for i := range half {
			VADDPS(sums[i+half], sums[i], sums[i])
		}
	}
	total := v.fold(sums[:v.lanes()], VADDPS)
	VDIVSS(count, total, total)
	return total
}
