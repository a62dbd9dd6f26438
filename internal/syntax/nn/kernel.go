package nn

import "fmt"

// Kernel names one implementation of the arithmetic.
type Kernel uint8

// The kernels, slowest first. All give the same bits.
const (
	Plain Kernel = iota // Go, on every processor
	AVX2
	VNNI // AVX-512 with its int8 dot product
)

// String returns the name used in benchmarks and by `annalist version`.
func (k Kernel) String() string {
	switch k {
	case Plain:
		return "plain"
	case AVX2:
		return "avx2"
	case VNNI:
		return "avx512vnni"
	}
	return fmt.Sprintf("Kernel(%d)", uint8(k))
}

// kernel is the table of one implementation's operations. Rows handed to them
// are multiples of 32 floats long, those quantised to int8 or put through GELU
// multiples of 64.
type kernel struct {
	kind Kernel
	// tile is how many rows a product handles at a time.
	tile int

	// maxAbs returns the largest magnitude of a row.
	maxAbs func(row []float32) float32
	// quantise8 sets a row of an operand to src·inverse, rounded.
	quantise8 func(q *operand, row int, src []float32, inverse float32)
	// quantise16 rounds src·inverse to int16.
	quantise16 func(dst []int16, src []float32, inverse float32)
	// multiply8 and multiply16 set the rows of dst, which stand m.columns
	// apart, to the products of q's rows with the matrix.
	multiply8  func(dst []float32, q *operand, m *matrix)
	multiply16 func(dst []float32, q *operand, m *matrix)
	gelu       func(row []float32)
	addNorm    func(x, y []float32, n *norm)
	combine    func(dst, coefficients, rows []float32, stride int)
	dots       func(dst, vector, rows []float32, stride int)
	// columnMax raises dst to the magnitudes of src.
	columnMax func(dst, src []float32)
	// quantiseColumns rounds src·inverse to int16, with an inverse for each column.
	quantiseColumns func(dst []int16, src, inverse []float32)
	// interleave quantises two rows and joins their columns, the first row's low.
	interleave func(dst []uint32, first, second, inverse []float32)
	// packKeys packs sixteen keys, rows stride apart, as one block.
	packKeys func(dst []uint32, src []int16, stride, width int)
	// widen sets dst to the int8 row src times scale, plus add.
	widen func(dst []float32, src []byte, add []float32, scale float32)
	// attend does the attention of eight queries of one head.
	attend func(t *attention)
}

// Kernels lists the kernels this processor can run, the fastest last.
func Kernels() []Kernel {
	kinds := []Kernel{Plain}
	for _, kind := range []Kernel{AVX2, VNNI} {
		if vectorKernel(kind) != nil {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// fastest returns the kernel used unless a caller asks for another.
func fastest() *kernel {
	kinds := Kernels()
	k, _ := newKernel(kinds[len(kinds)-1])
	return k
}

// newKernel returns the table of a kernel, or an error where the processor lacks it.
func newKernel(kind Kernel) (*kernel, error) {
	if kind == Plain {
		return plainKernel(), nil
	}
	if k := vectorKernel(kind); k != nil {
		return k, nil
	}
	return nil, fmt.Errorf("this processor cannot run the %s kernel", kind)
}

// load quantises src as a row of the operand of an int8 product.
func (k *kernel) load8(q *operand, row int, src []float32) {
	inverse, scale := levels(k.maxAbs(src), levels8)
	q.scale[row] = scale
	k.quantise8(q, row, src, inverse)
}

// load16 quantises src as a row of the operand of an int16 product.
func (k *kernel) load16(q *operand, row int, src []float32) {
	inverse, scale := levels(k.maxAbs(src), levels16(q.depth))
	q.scale[row] = scale
	k.quantise16(q.int16s[row*q.depth:(row+1)*q.depth], src, inverse)
}

// newOperand makes room for rows rows.
func (k *kernel) newOperand(rows, depth int) *operand {
	rows = roundUp(rows, k.tile)
	q := &operand{depth: depth, scale: make([]float32, rows)}
	switch k.kind {
	case Plain:
		q.threes = make([]int64, rows/k.tile*depth)
	case AVX2:
		q.int16s = make([]int16, rows*depth)
	case VNNI:
		q.uint8s = make([]uint8, rows*depth)
	}
	return q
}

// newOperand16 makes room for rows rows of an int16 product.
func (k *kernel) newOperand16(rows, depth int) *operand {
	rows = roundUp(rows, k.tile)
	return &operand{depth: depth, scale: make([]float32, rows), int16s: make([]int16, rows*depth)}
}
