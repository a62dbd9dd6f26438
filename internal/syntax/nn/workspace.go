package nn

// Workspace is the memory of a run: activations, and afterwards the scores. It
// grows to the largest batch it has seen and then allocates no more. The zero
// value is ready; it serves one goroutine at a time.
type Workspace struct {
	model *Model

	scores []Scores // one for each window
	groups []group
	first  []int // for each word of the batch, the row of its first piece
	shapes []uint8
	pieces int

	encoder encoderRoom
	words   wordRoom
}

// group is a run of windows whose activations fit into the cache together.
type group struct {
	windows, rows, words extent
}

// extent is a half-open range of windows, rows or words.
type extent struct{ start, end int }

// encoderRoom is what the encoder needs.
type encoderRoom struct {
	x []float32 // the stream of vectors: a row for each piece, at the end for each word

	// For one group of windows.
	qkv, context []float32

	// For one window.
	queries                []int16 // queries and keys of each piece as int16
	keys, values           []uint32
	inverse                []float32
	scoreScale, valueScale []float32 // of each head
	mask                   [lanes]uint32
	job                    attention

	// For one block of rows.
	narrow, wide   *operand // as deep as the stream and as the layers' inside
	hidden, result []float32
}

// wordRoom is what the heads need.
type wordRoom struct {
	vector    []float32 // one word's
	vectors   *operand
	inner     *operand // the hidden layer of the trigger head
	arcDeps   *operand
	all       []float32 // a row for each word, as the next ones
	triggers  []float32
	arcs      []float32
	relDeps   *operand
	rels      []float32
	head      []float32 // one word's as a head, and the constant
	link      []float32
	relations []float32
}

const (
	// groupRows is about how many rows go through a layer's attention together.
	groupRows = 128
	// blockRows is how many rows go through a product at a time: a multiple of
	// every kernel's tile.
	blockRows = 48
	// slack is how many rows beyond the last a kernel may touch.
	slack = 24
)

// grow returns a slice of n elements, the old one where it is long enough.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}

// prepare checks the windows, lays their pieces out one after the other and
// makes room.
func (ws *Workspace) prepare(m *Model, windows []Window) error {
	if ws.model != m {
		*ws = Workspace{model: m}
		ws.encoder.fix(m)
		ws.words.fix(m)
	}
	ws.scores, ws.groups = ws.scores[:0], ws.groups[:0]
	ws.first, ws.shapes, ws.pieces = ws.first[:0], ws.shapes[:0], 0
	longest := 0
	g := group{}
	for i := range windows {
		w := &windows[i]
		if err := m.check(w); err != nil {
			return err
		}
		longest = max(longest, w.Pieces())
		ws.add(w)
		g.windows.end, g.rows.end, g.words.end = i+1, ws.pieces, len(ws.first)
		if g.rows.end-g.rows.start >= groupRows || i == len(windows)-1 {
			ws.groups = append(ws.groups, g)
			g = group{
				windows: extent{start: i + 1},
				rows:    extent{start: ws.pieces},
				words:   extent{start: len(ws.first)},
			}
		}
	}
	ws.makeRoom(m, longest)
	return nil
}

// add lays out one window.
func (ws *Workspace) add(w *Window) {
	ws.scores = append(ws.scores, Scores{
		ws: ws, first: len(ws.first), count: len(w.Words),
		rows: extent{ws.pieces, ws.pieces + w.Pieces()},
	})
	row := ws.pieces + 1
	for i := range w.Words {
		ws.first = append(ws.first, row)
		ws.shapes = append(ws.shapes, w.Words[i].Shape)
		row += len(w.Words[i].Pieces)
	}
	ws.pieces = row + 1
}

// fix makes the room that does not depend on the batch.
func (e *encoderRoom) fix(m *Model) {
	width, inside, heads := m.config.Width, m.config.FFN, m.config.Heads
	e.inverse = make([]float32, 3*width)
	e.scoreScale, e.valueScale = make([]float32, heads), make([]float32, heads)
	e.narrow = m.kernel.newOperand(blockRows, width)
	e.wide = m.kernel.newOperand(blockRows, inside)
	e.hidden = make([]float32, (blockRows+slack)*roundUp(inside, panelWidth))
	e.result = make([]float32, (blockRows+slack)*roundUp(width, panelWidth))
}

// fix makes the room that does not depend on the batch.
func (r *wordRoom) fix(m *Model) {
	k, h := m.kernel, &m.heads
	r.vector = make([]float32, h.input)
	r.vectors = k.newOperand(blockRows, h.input)
	r.inner = k.newOperand(blockRows, h.trigger1.width())
	r.arcDeps = k.newOperand16(blockRows, h.arcDep.width())
	r.relDeps = k.newOperand16(blockRows, h.relDep.width())
	r.rels = make([]float32, blockRows*h.rels.columns+lanes)
	r.head = make([]float32, max(h.relHead.width(), h.linkFrom.width())+1)
	r.link = make([]float32, h.linkStride)
	r.relations = make([]float32, roundUp(len(m.config.Labels.Relation), lanes))
}

// makeRoom grows what depends on the batch.
func (ws *Workspace) makeRoom(m *Model, longest int) {
	width := m.config.Width
	largest := 0
	for _, g := range ws.groups {
		largest = max(largest, g.rows.end-g.rows.start)
	}
	e, r := &ws.encoder, &ws.words
	e.x = grow(e.x, ws.pieces*width)
	e.qkv = grow(e.qkv, (largest+slack)*roundUp(3*width, panelWidth))
	e.context = grow(e.context, (largest+slack)*width)
	keys := roundUp(longest, lanes)
	e.queries = grow(e.queries, keys*2*width)
	e.keys = grow(e.keys, keys/lanes*keyStride(width))
	e.values = grow(e.values, keys/2*valueStride(width))
	e.job.scores = grow(e.job.scores, queryTile*keys)
	e.job.weights = grow(e.job.weights, queryTile*keys)

	words := len(ws.first) + slack
	r.all = grow(r.all, words*m.heads.all.columns)
	r.triggers = grow(r.triggers, words*m.heads.trigger2.columns)
	r.arcs = grow(r.arcs, words*m.heads.arcs.columns)
}
