package nn

// The plain Go kernel's products of integers.

// plainTile is how many rows share one 64-bit integer: each has a field of 21 bits.
const plainTile = 3

// plainRun is the longest run of products of int8 that a field holds:
// 64·127·127 < 2^20.
const plainRun = 64

func plainKernel() *kernel {
	return &kernel{
		kind: Plain, tile: plainTile,
		maxAbs: maxAbsPlain, quantise8: quantise8Plain, quantise16: quantise16Plain,
		multiply8: multiply8Plain, multiply16: multiply16Plain,
		gelu: geluPlain, addNorm: addNormPlain, combine: combinePlain, dots: dotsPlain,
		columnMax: columnMaxPlain, quantiseColumns: quantiseColumnsPlain,
		interleave: interleavePlain, packKeys: packKeysPlain, widen: widenPlain, attend: attendPlain,
	}
}

// quantise8Plain puts a row into its field of the integers it shares with its
// neighbours. The first row of the three clears the others.
func quantise8Plain(q *operand, row int, src []float32, inverse float32) {
	shared := q.threes[row/plainTile*q.depth:][:len(src)]
	field := row % plainTile * 21
	for i, x := range src {
		value := int64(nearest(float32(x*inverse))) << field
		if field > 0 {
			value += shared[i]
		}
		shared[i] = value
	}
}

func quantise16Plain(dst []int16, src []float32, inverse float32) {
	for i, x := range src {
		dst[i] = int16(nearest(float32(x * inverse)))
	}
}

// multiply8Plain makes one multiplication of 64 bits do the work of three rows.
func multiply8Plain(dst []float32, q *operand, m *matrix) {
	for row := 0; row < q.rows; row += plainTile {
		shared := q.threes[row/plainTile*q.depth:][:q.depth]
		for column := 0; column < m.outputs; column += 4 {
			sums := fourColumns(shared, m.column(column))
			for i := range plainTile {
				out := dst[(row+i)*m.columns+column:][:4:4]
				for c := range out {
					out[c] = float32(float32(sums[i][c])*float32(q.scale[row+i]*m.scale[column+c])) + m.bias[column+c]
				}
			}
		}
	}
}

// fourColumns returns the sums of three rows with four neighbouring columns.
func fourColumns(shared []int64, weights []uint32) (sums [plainTile][4]int32) {
	for len(shared) >= plainRun {
		run := (*[plainRun]int64)(shared)
		var s0, s1, s2, s3 int64
		for i := 0; i < plainRun; i += 4 {
			a0, a1, a2, a3 := run[i], run[i+1], run[i+2], run[i+3]
			w := (*[4]uint32)(weights[i/4*panelWidth:])
			s0 += a0*int64(int8(w[0])) + a1*int64(int8(w[0]>>8)) + a2*int64(int8(w[0]>>16)) + a3*int64(int8(w[0]>>24))
			s1 += a0*int64(int8(w[1])) + a1*int64(int8(w[1]>>8)) + a2*int64(int8(w[1]>>16)) + a3*int64(int8(w[1]>>24))
			s2 += a0*int64(int8(w[2])) + a1*int64(int8(w[2]>>8)) + a2*int64(int8(w[2]>>16)) + a3*int64(int8(w[2]>>24))
			s3 += a0*int64(int8(w[3])) + a1*int64(int8(w[3]>>8)) + a2*int64(int8(w[3]>>16)) + a3*int64(int8(w[3]>>24))
		}
		for c, s := range [4]int64{s0, s1, s2, s3} {
			for i := range plainTile {
				field := s << 43 >> 43
				sums[i][c] += int32(field)
				s = (s - field) >> 21
			}
		}
		shared = shared[plainRun:]
		if len(shared) > 0 {
			weights = weights[plainRun/4*panelWidth:]
		}
	}
	return sums
}

func multiply16Plain(dst []float32, q *operand, m *matrix) {
	for row := range q.rows {
		values := q.int16s[row*q.depth:][:q.depth]
		for column := range m.outputs {
			weights := m.column(column)
			sum := int32(0)
			for i := 0; i+2 <= len(values); i += 2 {
				w := weights[i/2*panelWidth]
				sum += int32(values[i])*int32(int16(w)) + int32(values[i+1])*int32(int16(w>>16))
			}
			dst[row*m.columns+column] = float32(float32(sum)*float32(q.scale[row]*m.scale[column])) + m.bias[column]
		}
	}
}
