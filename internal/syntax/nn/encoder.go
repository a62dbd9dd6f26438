package nn

import "math"

// Run computes the scores of the windows and leaves them in ws until the next
// run. Windows are independent: how they are batched changes no bit.
func (m *Model) Run(ws *Workspace, windows []Window) error {
	if err := ws.prepare(m, windows); err != nil {
		return err
	}
	m.embedPieces(ws, windows)
	last := len(m.layers) - 1
	for i := range m.layers {
		for _, g := range ws.groups {
			m.attend(ws, &m.layers[i], g)
			rows := g.rows
			if i == last {
				ws.keepWords(g, m.config.Width)
				rows = g.words
			}
			m.finish(ws, &m.layers[i], rows)
		}
	}
	m.scoreWords(ws)
	return nil
}

// embedPieces sets the stream to the pieces' embeddings.
func (m *Model) embedPieces(ws *Workspace, windows []Window) {
	row := 0
	for i := range windows {
		start := row
		put := func(piece int32, shape uint8) {
			m.embedPiece(ws, row, piece, embedAt{position: row - start, shape: int(shape)})
			row++
		}
		put(classPiece, 0)
		for _, word := range windows[i].Words {
			for _, piece := range word.Pieces {
				put(piece, word.Shape)
			}
		}
		put(separatorPiece, 0)
	}
}

// embedAt is what a piece's vector depends on besides the piece.
type embedAt struct{ position, shape int }

func (m *Model) embedPiece(ws *Workspace, row int, piece int32, at embedAt) {
	e, width := &m.embed, m.config.Width
	x := ws.encoder.x[row*width:][:width]
	m.kernel.widen(x, e.words[int(piece)*width:][:width], e.positions[at.position*width:][:width], e.scale[piece])
	m.kernel.addNorm(x, e.shapes[at.shape*width:][:width], &e.norm)
}

// blocks calls do for runs of at most blockRows rows.
func blocks(rows extent, do func(start, count int)) {
	for start := rows.start; start < rows.end; start += blockRows {
		do(start, min(blockRows, rows.end-start))
	}
}

// attend sets the context of a group's rows: the attention part of a layer, up
// to its output projection.
func (m *Model) attend(ws *Workspace, l *layer, g group) {
	e, k, width := &ws.encoder, m.kernel, m.config.Width
	blocks(g.rows, func(start, count int) {
		e.narrow.rows = roundUp(count, k.tile)
		for i := range count {
			k.load8(e.narrow, i, e.x[(start+i)*width:][:width])
		}
		k.multiply8(e.qkv[(start-g.rows.start)*l.qkv.columns:], e.narrow, l.qkv)
	})
	for i := g.windows.start; i < g.windows.end; i++ {
		rows := ws.scores[i].rows
		first := rows.start - g.rows.start
		m.attendWindow(e, e.qkv[first*l.qkv.columns:], window{
			stride: l.qkv.columns, length: rows.end - rows.start, context: e.context[first*width:],
		})
	}
}

// keepWords compacts a group's stream and context to the first pieces of its
// words: after the last attention nothing else is asked for. Rows move towards
// the front only, so a group never overwrites one that is still to come.
func (ws *Workspace) keepWords(g group, width int) {
	e := &ws.encoder
	for word := g.words.start; word < g.words.end; word++ {
		row := ws.first[word]
		copy(e.x[word*width:][:width], e.x[row*width:][:width])
		copy(e.context[(word-g.words.start)*width:][:width], e.context[(row-g.rows.start)*width:][:width])
	}
}

// finish takes rows of the stream through the rest of a layer; their context
// begins with the first of them.
func (m *Model) finish(ws *Workspace, l *layer, rows extent) {
	e, k, width := &ws.encoder, m.kernel, m.config.Width
	blocks(rows, func(start, count int) {
		e.narrow.rows = roundUp(count, k.tile)
		e.wide.rows = e.narrow.rows
		for i := range count {
			k.load8(e.narrow, i, e.context[(start-rows.start+i)*width:][:width])
		}
		k.multiply8(e.result, e.narrow, l.out)
		for i := range count {
			x := e.x[(start+i)*width:][:width]
			k.addNorm(x, e.result[i*l.out.columns:][:width], &l.norm1)
			k.load8(e.narrow, i, x)
		}
		k.multiply8(e.hidden, e.narrow, l.ffn1)
		for i := range count {
			inside := e.hidden[i*l.ffn1.columns:][:m.config.FFN]
			k.gelu(inside)
			k.load8(e.wide, i, inside)
		}
		k.multiply8(e.result, e.wide, l.ffn2)
		for i := range count {
			k.addNorm(e.x[(start+i)*width:][:width], e.result[i*l.ffn2.columns:][:width], &l.norm2)
		}
	})
}

// window is the attention of one window: length rows of queries, keys and
// values stride apart.
type window struct {
	stride, length int
	context        []float32
}

// attendWindow quantises a window's queries, keys and values and does the
// attention of every head.
func (m *Model) attendWindow(e *encoderRoom, qkv []float32, w window) {
	k, width := m.kernel, m.config.Width
	m.quantiseWindow(e, qkv, w)
	keys := roundUp(w.length, lanes)
	for i := range e.mask {
		e.mask[i] = 0
		if keys-lanes+i < w.length {
			e.mask[i] = math.MaxUint32
		}
	}
	t := &e.job
	t.queryStride, t.outStride = 2*width, width
	t.keyStride, t.valueStride = keyStride(width), valueStride(width)
	t.blocks, t.valuePairs, t.mask = keys/lanes, (w.length+1)/2, &e.mask
	for head := range m.config.Heads {
		t.keys, t.values = e.keys[head*pairs*lanes:], e.values[head*headWidth:]
		t.scoreScale, t.valueScale = e.scoreScale[head], e.valueScale[head]
		for row := 0; row < w.length; row += queryTile {
			t.query = e.queries[row*2*width+head*headWidth:]
			t.output = w.context[row*width+head*headWidth:]
			k.attend(t)
		}
	}
}

// quantiseWindow fills queries, keys and values, with one scale for each head.
func (m *Model) quantiseWindow(e *encoderRoom, qkv []float32, w window) {
	k, width := m.kernel, m.config.Width
	clear(e.inverse)
	for row := range w.length {
		k.columnMax(e.inverse, qkv[row*w.stride:][:3*width])
	}
	m.headScales(e)
	for row := range w.length {
		k.quantiseColumns(e.queries[row*2*width:][:2*width], qkv[row*w.stride:][:2*width], e.inverse[:2*width])
	}
	// The keys that fill up the last block repeat the last one, so that they
	// cannot be the largest score; the mask takes them out.
	last := e.queries[(w.length-1)*2*width+width:][:width]
	for row := w.length; row%lanes != 0; row++ {
		copy(e.queries[row*2*width+width:], last)
	}
	for row := 0; row < w.length; row += lanes {
		k.packKeys(e.keys[row/lanes*keyStride(width):], e.queries[row*2*width+width:], 2*width, width)
	}
	for row := 0; row < w.length; row += 2 {
		first := qkv[row*w.stride+2*width:][:width]
		second := first
		if row+1 < w.length {
			second = qkv[(row+1)*w.stride+2*width:][:width]
		}
		k.interleave(e.values[row/2*valueStride(width):][:width], first, second, e.inverse[2*width:])
	}
}

// keyStride is from block to block of a window's keys, valueStride from pair to
// pair of its values. Strides that are powers of two, or near, would put one
// head's blocks into the same few sets of the first-level cache.
func keyStride(width int) int { return lanes*width/2 + pairs*lanes }

func valueStride(width int) int { return width + headWidth }

// headScales turns the largest magnitudes of columns, in e.inverse, into the
// inverse scales of their heads, and sets the scales of products.
func (m *Model) headScales(e *encoderRoom) {
	width := m.config.Width
	for head := range m.config.Heads {
		query := headScale(e.inverse[head*headWidth:][:headWidth], keyLevels)
		key := headScale(e.inverse[width+head*headWidth:][:headWidth], keyLevels)
		e.valueScale[head] = headScale(e.inverse[2*width+head*headWidth:][:headWidth], keyLevels)
		e.scoreScale[head] = float32(query*key) * float32(math.Log2E/math.Sqrt2/4)
	}
}

// headScale replaces the largest magnitudes of a head's columns by its inverse
// scale and returns its scale.
func headScale(columns []float32, limit float32) float32 {
	inverse, scale := levels(maxAbsPlain(columns), limit)
	for i := range columns {
		columns[i] = inverse
	}
	return scale
}
