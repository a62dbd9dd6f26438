package nn

// Scores are the scores of one window. They live in the workspace: the next
// run overwrites them, and their methods belong to the workspace's goroutine.
type Scores struct {
	ws    *Workspace
	first int // the window's first word in the batch
	count int
	rows  extent // its pieces
}

// Scores returns the scores of the i-th window of the last run.
func (ws *Workspace) Scores(i int) *Scores { return &ws.scores[i] }

// Words returns the number of words of the window.
func (s *Scores) Words() int { return s.count }

// At returns the scores of a word under a head, one for each label.
func (s *Scores) At(h Head, word int) []float32 {
	m := s.ws.model
	if h == Trigger {
		t := m.heads.trigger2
		return s.ws.words.triggers[(s.first+word)*t.columns:][:t.outputs]
	}
	return m.heads.linear[h].of(s.row(word))
}

// row returns a word's row of all layers over word vectors.
func (s *Scores) row(word int) []float32 {
	columns := s.ws.model.heads.all.columns
	return s.ws.words.all[(s.first+word)*columns:][:columns]
}

// scoreWords computes the heads of all words, once the stream holds them.
func (m *Model) scoreWords(ws *Workspace) {
	k, h, r := m.kernel, &m.heads, &ws.words
	width := m.config.Width
	blocks(extent{0, len(ws.first)}, func(start, count int) {
		rows := roundUp(count, k.tile)
		r.vectors.rows, r.inner.rows, r.arcDeps.rows = rows, rows, rows
		for i := range count {
			copy(r.vector, ws.encoder.x[(start+i)*width:][:width])
			copy(r.vector[width:], h.shapes[int(ws.shapes[start+i])*shapeWidth:][:shapeWidth])
			k.load8(r.vectors, i, r.vector)
		}
		all := r.all[start*h.all.columns:]
		k.multiply8(all, r.vectors, h.all)
		for i := range count {
			row := all[i*h.all.columns:][:h.all.columns]
			k.gelu(h.hidden.of(row))
			k.load8(r.inner, i, h.trigger1.of(row))
			k.load16(r.arcDeps, i, h.arcDep.of(row))
		}
		k.multiply8(r.triggers[start*h.trigger2.columns:], r.inner, h.trigger2)
		k.multiply16(r.arcs[start*h.arcs.columns:], r.arcDeps, h.arcs)
	})
}

// Arcs scores the heads of the words [first, last), a sentence, among
// themselves: dst gets for each word a row of last-first+1 scores, the root's
// and then one for each word of the sentence.
func (s *Scores) Arcs(first, last int, dst []float32) {
	k, h := s.ws.model.kernel, &s.ws.model.heads
	n := last - first
	stride := h.all.columns
	heads := s.ws.words.all[(s.first+first)*stride+h.arcHead.start:]
	for i := range n {
		dependent := s.ws.words.arcs[(s.first+first+i)*h.arcs.columns:][:h.arcHead.width()]
		row := dst[i*(n+1):][:n+1]
		k.dots(row[:1], dependent, h.arcRoot, 0)
		k.dots(row[1:], dependent, heads, stride)
	}
}

// Relations scores the relation of each word of [first, first+len(heads)) to
// its head, a word of the window or -1 for the root: dst gets for each word a
// row with a score for each relation.
func (s *Scores) Relations(first int, heads []int, dst []float32) {
	m, r := s.ws.model, &s.ws.words
	k, h := m.kernel, &m.heads
	count := len(m.config.Labels.Relation)
	blocks(extent{0, len(heads)}, func(start, n int) {
		r.relDeps.rows = roundUp(n, k.tile)
		for i := range n {
			k.load16(r.relDeps, i, h.relDep.of(s.row(first+start+i)))
		}
		k.multiply16(r.rels, r.relDeps, h.rels)
		for i := range n {
			s.asHead(heads[start+i])
			k.combine(r.relations, r.head[:h.relHead.width()+1], r.rels[i*h.rels.columns:], count)
			copy(dst[(start+i)*count:][:count], r.relations)
		}
	})
}

// asHead puts a word as the head of a relation, and the constant, into r.head.
func (s *Scores) asHead(word int) {
	h, r := &s.ws.model.heads, &s.ws.words
	vector := h.relRoot
	if word >= 0 {
		vector = h.relHead.of(s.row(word))
	}
	n := copy(r.head, vector)
	r.head[n] = 1
}

// Links scores every word of the window as filling a role of the word from:
// dst gets one score for each word, positive where the link is likelier than not.
func (s *Scores) Links(role, from int, dst []float32) {
	h, r := &s.ws.model.heads, &s.ws.words
	k, stride := s.ws.model.kernel, h.linkStride
	n := copy(r.head, h.linkFrom.of(s.row(from)))
	r.head[n] = 1
	k.combine(r.link, r.head[:n+1], h.links[role*(n+1)*stride:], stride)
	width := h.linkTo.width()
	dst = dst[:s.count]
	if s.count > 0 {
		k.dots(dst, r.link[:width], s.ws.words.all[s.first*h.all.columns+h.linkTo.start:], h.all.columns)
	}
	for i := range dst {
		dst[i] += r.link[width]
	}
}
