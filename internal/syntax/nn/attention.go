package nn

import "math"

const (
	// headWidth is the width of an attention head.
	headWidth = 32
	// queryTile is how many queries attend does at a time.
	queryTile = 8
	// keyLevels is the largest magnitude of a quantised query, key or value: the
	// largest of which headWidth products add up inside int32.
	keyLevels = 8191
	// weightLevels is the largest quantised probability, weightSum the largest
	// sum of one query's: times keyLevels it stays inside int32, roundings of 512
	// probabilities included.
	weightLevels = 32767
	weightSum    = 1<<18 - 512
	// pairs is the number of int16 pairs in a head's query or key.
	pairs = headWidth / 2
)

// attention is the work of one head for eight queries, its products in
// integers: queries, keys and values as int16 with one scale for each head and
// window, probabilities as int16 with a scale for each query. Their rounding is
// far below that of the int8 layers around, and a product costs a quarter of a
// float one.
type attention struct {
	query       []int16 // from the first query on
	queryStride int
	keys        []uint32 // blocks of 16 keys: pairs of dimensions, the keys side by side
	keyStride   int      // from block to block
	values      []uint32 // pairs of words, the dimensions side by side
	valueStride int      // from pair to pair
	blocks      int      // of 16 keys
	valuePairs  int
	// mask clears the keys of the last block that are none.
	mask       *[lanes]uint32
	scoreScale float32 // of a query times a key, with log₂e/√32
	valueScale float32
	// scores and weights are room for eight queries' rows of 16·blocks.
	scores    []int32
	weights   []int16
	scale     [queryTile]float32 // of each query's sums
	output    []float32
	outStride int
}

// columnMaxPlain raises dst to the magnitudes of src.
func columnMaxPlain(dst, src []float32) {
	for i, x := range src {
		if x = absolute(x); x > dst[i] {
			dst[i] = x
		}
	}
}

func quantiseColumnsPlain(dst []int16, src, inverse []float32) {
	for i, x := range src {
		dst[i] = int16(nearest(float32(x * inverse[i])))
	}
}

func interleavePlain(dst []uint32, first, second, inverse []float32) {
	for i, inv := range inverse {
		low, high := nearest(float32(first[i]*inv)), nearest(float32(second[i]*inv))
		dst[i] = uint32(uint16(low)) | uint32(high)<<16
	}
}

// packKeysPlain makes a block of sixteen keys, rows stride apart: pair i of key
// j goes to place 16·i + j.
func packKeysPlain(dst []uint32, src []int16, stride, width int) {
	for key := range lanes {
		row := src[key*stride:][:width]
		for i := 0; i+2 <= width; i += 2 {
			dst[i/2*lanes+key] = uint32(uint16(row[i])) | uint32(uint16(row[i+1]))<<16
		}
	}
}

func attendPlain(t *attention) {
	width := t.blocks * lanes
	for i := range queryTile {
		query := t.query[i*t.queryStride:][:headWidth]
		scores := t.scores[i*width:][:width]
		scoreKeys(scores, query, t)
		weights := t.weights[i*width:][:width]
		scale := t.valueScale / softmaxPlain(weights, scores, t)
		weighValues(t.output[i*t.outStride:][:headWidth], weights, scale, t)
	}
}

// scoreKeys sets the scores of one query against all keys.
func scoreKeys(scores []int32, query []int16, t *attention) {
	for block := range t.blocks {
		keys := t.keys[block*t.keyStride:][:pairs*lanes]
		out := (*[lanes]int32)(scores[block*lanes:])
		clear(out[:])
		for p := range pairs {
			low, high := int32(query[2*p]), int32(query[2*p+1])
			row := (*[lanes]uint32)(keys[p*lanes:])
			for i, key := range row {
				out[i] += low*int32(int16(key)) + high*int32(int16(key>>16))
			}
		}
	}
}

// softmaxPlain turns scores into probabilities and returns how many levels
// make one.
func softmaxPlain(weights []int16, scores []int32, t *attention) float32 {
	largest := int32(math.MinInt32)
	for _, s := range scores {
		largest = max(largest, s)
	}
	top := float32(float32(largest) * t.scoreScale)
	var sums [lanes]float32
	last := len(scores) - lanes
	for i, s := range scores {
		x := float32(float32(s)*t.scoreScale) - top
		if x < lowest {
			x = lowest
		}
		bits := math.Float32bits(power(x))
		if i >= last {
			bits &= t.mask[i-last]
		}
		sums[i%lanes] += math.Float32frombits(bits)
		scores[i] = int32(bits)
	}
	sum := fold(sums[:])
	inverse := min(weightLevels, weightSum/sum)
	for i, s := range scores {
		weights[i] = int16(nearest(float32(math.Float32frombits(uint32(s)) * inverse)))
	}
	return float32(inverse * sum)
}

// weighValues adds up the values by their weights.
func weighValues(out []float32, weights []int16, scale float32, t *attention) {
	var sums [headWidth]int32
	for p := range t.valuePairs {
		low, high := int32(weights[2*p]), int32(weights[2*p+1])
		row := (*[headWidth]uint32)(t.values[p*t.valueStride:])
		for i, value := range row {
			sums[i] += low*int32(int16(value)) + high*int32(int16(value>>16))
		}
	}
	for i, sum := range sums {
		out[i] = float32(sum) * scale
	}
}
