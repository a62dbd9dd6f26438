package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// isa is the instruction set a kernel is written for: 512-bit vectors, or
// 256-bit ones. Sixteen lanes are one register or two.
type isa struct{ wide bool }

// start opens a kernel; its name gets the instruction set as a suffix.
func (v isa) start(name, signature, doc string) {
	suffix := "AVX2"
	if v.wide {
		suffix = "VNNI"
	}
	begin(name+suffix, signature, doc)
}

// begin opens a function.
func begin(name, signature, doc string) {
	TEXT(name, NOSPLIT, signature)
	Pragma("noescape")
	Doc(name + " " + doc)
}

// end closes a kernel. Leaving the upper halves dirty would slow down the SSE
// code that the Go compiler makes.
func end() {
	VZEROUPPER()
	RET()
}

func (v isa) reg() VecVirtual {
	if v.wide {
		return ZMM()
	}
	return YMM()
}

func (v isa) regs(n int) []VecVirtual {
	out := make([]VecVirtual, n)
	for i := range out {
		out[i] = v.reg()
	}
	return out
}

// floats is how many floats a register holds; bytes is its size.
func (v isa) floats() int { return v.bytes() / 4 }

func (v isa) bytes() int {
	if v.wide {
		return 64
	}
	return 32
}

// lanes is how many registers make sixteen lanes.
func (v isa) lanes() int { return 64 / v.bytes() }

func (v isa) zero(r Op) {
	if v.wide {
		VPXORD(r, r, r)
	} else {
		VPXOR(r, r, r)
	}
}

func (v isa) and(a, b, dst Op) {
	if v.wide {
		VPANDD(a, b, dst)
	} else {
		VPAND(a, b, dst)
	}
}

func (v isa) or(a, b, dst Op) {
	if v.wide {
		VPORD(a, b, dst)
	} else {
		VPOR(a, b, dst)
	}
}

// constant returns sixteen copies of a 32-bit pattern as an operand: 512-bit
// code has registers enough to hold it, 256-bit code reads it where it is used.
func (v isa) constant(bits uint32) Op {
	m := shared(fmt.Sprintf("all%08x", bits), bits)
	if !v.wide {
		return m
	}
	r := v.reg()
	VMOVUPS(m, r)
	return r
}

func (v isa) float(x float64) Op { return v.constant(math.Float32bits(float32(x))) }

// written holds the read-only data already there: avo, too, builds one file in
// global state.
var written = map[string]Mem{}

// shared returns sixteen copies of a pattern in read-only memory.
func shared(name string, bits uint32) Mem {
	values := make([]uint32, 16)
	for i := range values {
		values[i] = bits
	}
	return table(name, values)
}

// table returns 32-bit values in read-only memory.
func table(name string, values []uint32) Mem {
	if m, ok := written[name]; ok {
		return m
	}
	m := GLOBL(name, RODATA|NOPTR)
	for i, value := range values {
		DATA(4*i, U32(value))
	}
	written[name] = m
	return m
}

// labels counts the labels, to keep their names apart.
var labels int

func label(name string) string {
	labels++
	return fmt.Sprintf("%s%d", name, labels)
}

// repeat runs body count times, count at least 1; count is used up.
func repeat(count Register, body func()) {
	top := label("loop")
	Label(top)
	body()
	DECQ(count)
	JNZ(LabelRef(top))
}

// divided returns n shifted right: how many blocks of 2^shift.
func divided(n Register, shift uint64) GPVirtual {
	count := GP64()
	MOVQ(n, count)
	SHRQ(U8(shift), count)
	return count
}

// pointer loads a pointer parameter.
func pointer(name string) Mem { return Mem{Base: Load(Param(name), GP64())} }

// number loads an integer parameter.
func number(name string) Register { return Load(Param(name), GP64()) }

// advance moves pointers on.
func advance(bytes int, pointers ...Mem) {
	for _, p := range pointers {
		ADDQ(I32(bytes), p.Base)
	}
}

// parameter returns a float parameter where it lies: Load would do it with an SSE
// instruction, which stalls while the upper halves of the registers are in use.
func parameter(name string) Mem {
	basic, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	return basic.Addr
}

// spread broadcasts a float parameter.
func (v isa) spread(name string) VecVirtual {
	r := v.reg()
	VBROADCASTSS(parameter(name), r)
	return r
}

// fold adds or otherwise joins sixteen lanes, halves onto halves, and leaves
// the result in the lowest lane of the XMM register it returns.
func (v isa) fold(r []VecVirtual, join func(ops ...Op)) VecVirtual {
	low := YMM()
	if v.wide {
		VEXTRACTF64X4(U8(1), r[0], low)
		join(low, r[0].AsY(), low)
	} else {
		join(r[1], r[0], low)
	}
	high, x := XMM(), XMM()
	VEXTRACTF128(U8(1), low, high)
	join(high, low.AsX(), x)
	VPSHUFD(U8(0xee), x, high)
	join(high, x, x)
	VPSHUFD(U8(0x55), x, high)
	join(high, x, x)
	return x
}
