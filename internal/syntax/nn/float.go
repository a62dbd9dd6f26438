package nn

import "math"

// The float arithmetic of the net, in plain Go. The vector kernels do the same
// operations on the same operands in the same order. Every product is rounded
// by an explicit conversion before it is added to: without it a compiler for
// arm64 would fuse the two, and the bits would differ.

const (
	// lanes is the width of the widest vector; sums run in parallel lanes and
	// are folded in halves.
	lanes = 16
	// magic is 1.5·2^23: adding it to a float32 of magnitude below 2^22 rounds
	// to the nearest integer, ties to even, and leaves that integer in the low bits.
	magic = 12582912
	// lowest bounds the argument of power to where 2^t is normal.
	lowest = -126
	// geluBound bounds it in GELU, so that the product of two powers is finite.
	geluBound = 60
)

// Coefficients of 2^f for f in [-1/2, 1/2] with 1 at zero; the relative error
// is below 4e-7, a few units in the last place.
const (
	power1 = 0.6931471805599453
	power2 = 0.24022349038020382
	power3 = 0.05550381013796485
	power4 = 0.00966636851538454
	power5 = 0.001338130253730078
)

// Coefficients of GELU in its tanh form: x·(1+tanh u)/2 with
// u = √(2/π)(x + 0.044715x³) is x/(1 + 2^(x(geluLinear + geluCubic·x²))).
const (
	geluLinear = -2 * 0.7978845608028654 * math.Log2E
	geluCubic  = geluLinear * 0.044715
)

// normEpsilon is the one BERT was trained with.
const normEpsilon = 1e-12

// norm is the weight of a layer normalisation.
type norm struct {
	weight, bias []float32
}

// absolute clears the sign.
func absolute(x float32) float32 {
	return math.Float32frombits(math.Float32bits(x) &^ (1 << 31))
}

// nearest rounds to the nearest integer, ties to even.
func nearest(x float32) int32 {
	return int32(math.Float32bits(x+magic)) - int32(math.Float32bits(magic))
}

// power is 2^t for t in [lowest, -lowest].
func power(t float32) float32 {
	z := t + magic
	f := t - (z - magic)
	p := float32(power5*f) + power4
	p = float32(p*f) + power3
	p = float32(p*f) + power2
	p = float32(p*f) + power1
	p = float32(p*f) + 1
	return math.Float32frombits(math.Float32bits(p) + math.Float32bits(z)<<23)
}

// fold adds up lanes, the upper half onto the lower; their number is a power of two.
func fold(sums []float32) float32 {
	for half := len(sums) / 2; half > 0; half /= 2 {
		for i := range half {
			sums[i] += sums[i+half]
		}
	}
	return sums[0]
}

// maxAbsPlain returns the largest magnitude of a row.
func maxAbsPlain(row []float32) float32 {
	largest := float32(0)
	for _, x := range row {
		if x = absolute(x); x > largest {
			largest = x
		}
	}
	return largest
}

// widenPlain sets dst to the int8 row src times scale, plus add.
func widenPlain(dst []float32, src []byte, add []float32, scale float32) {
	for i, x := range src {
		dst[i] = float32(float32(int8(x))*scale) + add[i]
	}
}

// geluPlain applies GELU in place. Two values sixteen apart share one division,
// which vectors do slowly: x/a and y/b are x·b and y·a times 1/(a·b).
func geluPlain(row []float32) {
	for ; len(row) >= 2*lanes; row = row[2*lanes:] {
		for i := range lanes {
			x, y := row[i], row[i+lanes]
			a, b := geluDivisor(x), geluDivisor(y)
			inverse := 1 / float32(a*b)
			row[i] = float32(x*b) * inverse
			row[i+lanes] = float32(y*a) * inverse
		}
	}
}

// geluDivisor is what x is divided by.
func geluDivisor(x float32) float32 {
	t := float32(geluCubic*float32(x*x)) + geluLinear
	t = float32(t * x)
	if t < -geluBound {
		t = -geluBound
	}
	if t > geluBound {
		t = geluBound
	}
	return 1 + power(t)
}

// addNormPlain sets x to the normalisation of x + y. Sums run in four vectors of
// lanes, as one chain of additions would wait for itself.
func addNormPlain(x, y []float32, n *norm) {
	var sums, squares [4 * lanes]float32
	for i := range x {
		x[i] += y[i]
		sums[i%len(sums)] += x[i]
	}
	count := float32(len(x))
	mean := fold(sums[:]) / count
	for i := range x {
		x[i] -= mean
		squares[i%len(squares)] += float32(x[i] * x[i])
	}
	variance := fold(squares[:]) / count
	inverse := 1 / float32(math.Sqrt(float64(variance+normEpsilon)))
	for i := range x {
		x[i] = float32(float32(x[i]*inverse)*n.weight[i]) + n.bias[i]
	}
}

// combinePlain sets dst to the sum of rows, each times its coefficient; the
// rows stand stride apart and are as long as dst.
func combinePlain(dst, coefficients, rows []float32, stride int) {
	clear(dst)
	for i, c := range coefficients {
		row := rows[i*stride:][:len(dst)]
		for j, x := range row {
			dst[j] += float32(c * x)
		}
	}
}

// dotsPlain sets dst to the products of one vector with rows that stand stride apart.
func dotsPlain(dst, vector, rows []float32, stride int) {
	for i := range dst {
		var sums [lanes]float32
		row := rows[i*stride:][:len(vector)]
		for j, x := range row {
			sums[j%lanes] += float32(vector[j] * x)
		}
		dst[i] = fold(sums[:])
	}
}
