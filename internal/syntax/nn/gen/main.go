// Command gen writes the AVX2 and AVX-512 VNNI kernels of package nn with avo.
//
// Run it by `go generate` in package nn; its output is committed. It is a
// module of its own, so that nothing annalist ships depends on avo. Each kernel
// does, operation for operation, what its plain Go counterpart does (float.go,
// plain.go, attention.go there): the tests compare bits.
package main

import (
	"github.com/mmcloughlin/avo/build"
)

func main() {
	for _, v := range []isa{{wide: false}, {wide: true}} {
		maxAbs(v)
		columnMax(v)
		round16(v)
		roundColumns(v)
		interleave(v)
		gelu(v)
		addNorm(v)
		combine(v)
		dots(v)
		softmax(v)
		transposeKeys(v)
		widen(v)
	}
	round8()
	multiplyVNNI("multiply8VNNI", build.VPDPBUSD, true)
	multiplyVNNI("multiply16VNNI", build.VPDPWSSD, false)
	multiply8AVX2()
	multiply16AVX2()
	scoreKeysVNNI()
	scoreKeysAVX2()
	weighValuesVNNI()
	weighValuesAVX2()
	build.Generate()
}
