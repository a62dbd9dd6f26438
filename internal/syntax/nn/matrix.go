package nn

import (
	"encoding/binary"
	"math"
)

const (
	// panelWidth is the number of outputs one kernel call makes for each row:
	// three AVX-512 registers.
	panelWidth = 48
	// levels8 is the largest magnitude of a quantised activation or weight.
	levels8 = 127
	// smallest is the magnitude below which a row counts as zero: its inverse
	// would not be finite.
	smallest = 1e-30
)

// matrix is the weight of a linear layer, y = x·Wᵀ·scale + bias, packed for the
// kernels: panels of 48 outputs, inside a panel steps along the depth, inside a
// step one group of four bytes (four int8 or two int16 weights) for each output.
type matrix struct {
	outputs int // as in the file
	columns int // outputs padded to whole panels: the stride of a product's rows
	depth   int // inputs
	step    int // inputs in a group: 4 or 2
	groups  []uint32
	// offset is -128·Σw for each output: the VNNI kernel feeds activations as
	// unsigned bytes a+128, and starts its sums here to take the excess back.
	offset []int32
	scale  []float32
	bias   []float32
}

// newMatrix makes a matrix of zeros; step is 4 for int8 weights and 2 for int16.
func newMatrix(outputs, depth, step int) *matrix {
	columns := roundUp(outputs, panelWidth)
	return &matrix{
		outputs: outputs, columns: columns, depth: depth, step: step,
		groups: make([]uint32, columns*depth/step), offset: make([]int32, columns),
		scale: make([]float32, columns), bias: make([]float32, columns),
	}
}

// panel returns the packed weights of one panel.
func (m *matrix) panel(i int) []uint32 {
	size := m.depth / m.step * panelWidth
	return m.groups[i*size : (i+1)*size]
}

// column returns the packed weights of one output: its groups stand panelWidth apart.
func (m *matrix) column(output int) []uint32 {
	return m.panel(output / panelWidth)[output%panelWidth:]
}

// set packs the rows of raw (int8, one output of width inputs each) as the
// outputs from first on. Inputs beyond width stay zero.
func (m *matrix) set(first int, raw []byte, width int) {
	for row := 0; (row+1)*width <= len(raw); row++ {
		weights := raw[row*width : (row+1)*width]
		packed := m.column(first + row)
		for at := 0; at+4 <= width; at += 4 {
			packed[at/4*panelWidth] = binary.LittleEndian.Uint32(weights[at:])
		}
		m.offset[first+row] = -128 * sumBytes(weights)
	}
}

// sumBytes adds up int8 values, eight at a time: 16-bit lanes hold sums of
// bytes made unsigned, and are emptied before they can overflow.
func sumBytes(weights []byte) int32 {
	const lane = 0x00ff00ff00ff00ff
	total, at := 0, 0
	for at+8 <= len(weights) {
		var sums uint64
		end := min(at+8*64, len(weights)&^7)
		for ; at < end; at += 8 {
			x := binary.LittleEndian.Uint64(weights[at:]) ^ 0x8080808080808080
			sums += x&lane + x>>8&lane
		}
		for ; sums != 0; sums >>= 16 {
			total += int(sums & 0xffff)
		}
	}
	total -= 128 * at
	for ; at < len(weights); at++ {
		total += int(int8(weights[at]))
	}
	return int32(total)
}

// set16 packs float32 weights of one output as int16, with a scale of its own.
// At this width they stand for the floats: the error is below 2^-12 of the
// largest weight, a tenth of what int8 costs.
func (m *matrix) set16(output int, weights []float32) {
	largest := float32(0)
	for _, w := range weights {
		largest = max(largest, absolute(w))
	}
	inverse, scale := levels(largest, levels16(m.depth))
	m.scale[output] = scale
	packed := m.column(output)
	for at := 0; at+2 <= len(weights); at += 2 {
		low, high := nearest(float32(weights[at]*inverse)), nearest(float32(weights[at+1]*inverse))
		packed[at/2*panelWidth] = uint32(uint16(low)) | uint32(high)<<16
	}
}

// levels16 is the largest magnitude such that depth products of two numbers
// within it add up inside int32.
func levels16(depth int) float32 {
	return float32(int(math.Sqrt(float64(math.MaxInt32 / depth))))
}

// levels returns the factor that maps [-largest, largest] to [-limit, limit],
// and the one that maps back. A row of nothing but zeros has scale 1.
func levels(largest, limit float32) (inverse, scale float32) {
	if largest < smallest {
		return 0, 1
	}
	return limit / largest, largest / limit
}

// operand is the left side of a product: activations quantised row by row, in
// the form the kernel in use wants.
type operand struct {
	rows   int // in use, padded to whole tiles
	depth  int
	uint8s []uint8 // VNNI: value + 128
	int16s []int16 // AVX2, and every kernel for int16 products
	threes []int64 // plain Go: three rows in fields of 21 bits
	scale  []float32
}

func roundUp(n, step int) int { return (n + step - 1) / step * step }
