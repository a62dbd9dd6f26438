package nn

import "fmt"

// heads are the layers above the encoder. All that read a word's vector are
// one matrix: the linear heads side by side and then, from hidden on, the
// layers that go through GELU.
type heads struct {
	input  int // a word's vector: its first piece's and its shape's, padded to 64
	shapes []float32
	all    *matrix
	linear [Trigger]field
	hidden field // all the layers that go through GELU, which are:

	trigger1, arcDep, arcHead, relDep, relHead, linkFrom, linkTo field

	trigger2 *matrix
	arcs     *matrix // int16: from an arc's dependent to what is multiplied with heads
	rels     *matrix // int16: likewise, column j·R+r for input j of the head and relation r
	// links has for each role and input of from (the constant last) a row of
	// linkStride over the inputs of to and the constant.
	links      []float32
	linkStride int

	root             []float32 // the vector that stands for the root
	arcRoot, relRoot []float32 // the same after arcHead and relHead
}

// field is a range of columns of heads.all.
type field struct{ start, end int }

// of cuts the field out of a row.
func (f field) of(row []float32) []float32 { return row[f.start:f.end] }

func (f field) width() int { return f.end - f.start }

// shapeWidth is the width of the shape part of a word's vector.
const shapeWidth = 32

// part is a layer of heads.all by its name in the file.
type part struct {
	name  string
	field *field
}

// heads loads everything above the encoder.
func (l *loader) heads(c *config) heads {
	width := c.Width + shapeWidth
	h := heads{
		input:  roundUp(width, 64),
		shapes: l.floats("word.shape", l.first("embed.shape"), shapeWidth),
		root:   l.floats("arc.root", width),
	}
	parts := l.layout(&h, c)
	h.all = newMatrix(h.hidden.end, h.input, 4)
	for _, p := range parts {
		l.into(h.all, p.field.start, p.name, p.field.width(), width)
	}
	h.trigger2 = l.linear("head.trigger2", len(c.Labels.Trigger), h.trigger1.width())
	if l.err == nil {
		l.arcs(&h)
		l.rels(&h, len(c.Labels.Relation))
		l.links(&h, len(c.Labels.Role))
	}
	return h
}

// layout gives each layer over the word vectors its columns.
func (l *loader) layout(h *heads, c *config) []part {
	var parts []part
	end := 0
	for kind := range Trigger {
		h.linear[kind] = field{end, end + len(c.Labels.Of(kind))}
		end = h.linear[kind].end
		parts = append(parts, part{"head." + kind.String(), &h.linear[kind]})
	}
	end = roundUp(end, 64)
	h.hidden = field{end, end}
	for _, p := range []part{
		{"head.trigger1", &h.trigger1}, {"arc.dep", &h.arcDep}, {"arc.head", &h.arcHead},
		{"rel.dep", &h.relDep}, {"rel.head", &h.relHead},
		{"link.from", &h.linkFrom}, {"link.to", &h.linkTo},
	} {
		width := l.first(p.name + ".weight")
		if width%headWidth != 0 {
			l.fail(p.name+".weight", fmt.Errorf("%d outputs, want a multiple of %d", width, headWidth))
		}
		*p.field = field{h.hidden.end, h.hidden.end + width}
		h.hidden.end += width
		parts = append(parts, p)
	}
	h.hidden.end = roundUp(h.hidden.end, 64) // as GELU wants it
	if h.trigger1.width()%64 != 0 {
		l.fail("head.trigger1.weight", fmt.Errorf("%d outputs, want a multiple of 64", h.trigger1.width()))
	}
	return parts
}

// arcs packs the bilinear form of arcs; its last row, for the constant beside
// the dependent, is a bias.
func (l *loader) arcs(h *heads) {
	depth, outputs := h.arcDep.width(), h.arcHead.width()
	weights := l.floats("arc.bilinear", depth+1, outputs)
	if l.err != nil {
		return
	}
	h.arcs = newMatrix(outputs, depth, 2)
	column := make([]float32, depth)
	for j := range outputs {
		for i := range column {
			column[i] = weights[i*outputs+j]
		}
		h.arcs.set16(j, column)
		h.arcs.bias[j] = weights[depth*outputs+j]
	}
}

// rels packs the bilinear forms of relations, likewise.
func (l *loader) rels(h *heads, relations int) {
	depth, inputs := h.relDep.width(), h.relHead.width()+1
	weights := l.floats("rel.bilinear", relations, depth+1, inputs)
	if l.err != nil {
		return
	}
	h.rels = newMatrix(inputs*relations, depth, 2)
	column := make([]float32, depth)
	for r := range relations {
		form := weights[r*(depth+1)*inputs:]
		for j := range inputs {
			for i := range column {
				column[i] = form[i*inputs+j]
			}
			h.rels.set16(j*relations+r, column)
			h.rels.bias[j*relations+r] = form[depth*inputs+j]
		}
	}
}

// links pads the rows of the bilinear forms of links.
func (l *loader) links(h *heads, roles int) {
	from, to := h.linkFrom.width()+1, h.linkTo.width()+1
	weights := l.floats("link.bilinear", roles, from, to)
	if l.err != nil {
		return
	}
	h.linkStride = roundUp(to, lanes)
	h.links = make([]float32, roles*from*h.linkStride)
	for row := range roles * from {
		copy(h.links[row*h.linkStride:], weights[row*to:(row+1)*to])
	}
}

// setRoots computes what the root vector becomes as a head.
func (h *heads) setRoots(k *kernel) {
	q := k.newOperand(1, h.input)
	q.rows = len(q.scale)
	input := make([]float32, h.input)
	copy(input, h.root)
	k.load8(q, 0, input)
	out := make([]float32, q.rows*h.all.columns)
	k.multiply8(out, q, h.all)
	k.gelu(h.hidden.of(out))
	h.arcRoot = h.arcHead.of(out)
	h.relRoot = h.relHead.of(out)
}
