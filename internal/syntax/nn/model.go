package nn

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
)

// Labels are the names of the scores of each head, in the order of its rows.
type Labels struct {
	Tag        []string `json:"tag"`
	Lemma      []string `json:"lemma"`
	Feats      []string `json:"feats"`
	Name       []string `json:"name"`
	End        []string `json:"end"`
	Realis     []string `json:"realis"`
	Historical []string `json:"historical"`
	Cue        []string `json:"cue"`
	Trigger    []string `json:"trigger"`
	Relation   []string `json:"relation"`
	Role       []string `json:"role"`
}

// Head names a head that scores every word by itself.
type Head uint8

// The heads, in the order in which their scores are laid out.
const (
	Tag Head = iota
	Lemma
	Feats
	Name
	End
	Realis
	Historical
	Cue
	Trigger
	headCount
)

// String returns the head's name in net.json and in tensor names.
func (h Head) String() string {
	names := [headCount]string{"tag", "lemma", "feats", "name", "end", "realis", "historical", "cue", "trigger"}
	if h >= headCount {
		return fmt.Sprintf("Head(%d)", uint8(h))
	}
	return names[h]
}

// Of returns the labels of a head.
func (l *Labels) Of(h Head) []string {
	lists := [headCount][]string{l.Tag, l.Lemma, l.Feats, l.Name, l.End, l.Realis, l.Historical, l.Cue, l.Trigger}
	return lists[h]
}

// config is net.json.
type config struct {
	Layers    int    `json:"layers"`
	Width     int    `json:"width"`
	Heads     int    `json:"heads"`
	FFN       int    `json:"ffn"`
	MaxPieces int    `json:"max_pieces"`
	Labels    Labels `json:"labels"`
}

// check refuses dimensions the kernels cannot handle.
func (c *config) check() error {
	switch {
	case c.Layers < 1:
		return fmt.Errorf("%d layers", c.Layers)
	case c.Width < 64 || c.Width%64 != 0:
		return fmt.Errorf("width %d is no multiple of 64", c.Width)
	case c.Heads*headWidth != c.Width:
		return fmt.Errorf("%d heads of %d do not make a width of %d", c.Heads, headWidth, c.Width)
	case c.FFN < 64 || c.FFN%64 != 0:
		return fmt.Errorf("ffn %d is no multiple of 64", c.FFN)
	case c.MaxPieces < 3:
		return fmt.Errorf("max_pieces %d leaves no room for a word", c.MaxPieces)
	}
	for h := range headCount {
		if len(c.Labels.Of(h)) == 0 {
			return fmt.Errorf("no labels for %s", h)
		}
	}
	if len(c.Labels.Relation) == 0 || len(c.Labels.Role) == 0 {
		return fmt.Errorf("no labels for relation or role")
	}
	return nil
}

// Model is a net ready to run. It is immutable.
type Model struct {
	config config
	kernel *kernel
	embed  embedding
	layers []layer
	heads  heads
}

// embedding turns pieces into vectors.
type embedding struct {
	words     []byte // int8, a row for each piece of the vocabulary
	scale     []float32
	positions []float32
	shapes    []float32
	norm      norm
}

// layer is one layer of the encoder.
type layer struct {
	qkv, out, ffn1, ffn2 *matrix
	norm1, norm2         norm
}

// Labels returns the names of the scores of each head.
func (m *Model) Labels() Labels { return m.config.Labels }

// MaxPieces returns the length of window the net was trained on, [CLS] and
// [SEP] included. Run accepts longer ones, up to Positions.
func (m *Model) MaxPieces() int { return m.config.MaxPieces }

// Positions returns the longest window Run accepts, [CLS] and [SEP] included.
func (m *Model) Positions() int { return len(m.embed.positions) / m.config.Width }

// Kernel returns the kernel the model runs on.
func (m *Model) Kernel() Kernel { return m.kernel.kind }

// WithKernel returns the same model on another kernel, or an error where the
// processor cannot run it. The weights are shared.
func (m *Model) WithKernel(kind Kernel) (*Model, error) {
	k, err := newKernel(kind)
	if err != nil {
		return nil, err
	}
	other := *m
	other.kernel = k
	return &other, nil
}

// Read loads net.json and net.safetensors from a directory.
func Read(fsys fs.FS, dir string) (*Model, error) {
	m := &Model{kernel: fastest()}
	name := path.Join(dir, "net.json")
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("read net: %w", err)
	}
	if err := json.Unmarshal(raw, &m.config); err != nil {
		return nil, fmt.Errorf("read net %s: %w", name, err)
	}
	if err := m.config.check(); err != nil {
		return nil, fmt.Errorf("read net %s: %w", name, err)
	}
	name = path.Join(dir, "net.safetensors")
	if raw, err = fs.ReadFile(fsys, name); err != nil {
		return nil, fmt.Errorf("read net: %w", err)
	}
	if err := m.load(raw); err != nil {
		return nil, fmt.Errorf("read net %s: %w", name, err)
	}
	return m, nil
}

// load builds the model from the bytes of net.safetensors, which stay in use:
// the word embeddings are read from them.
func (m *Model) load(raw []byte) error {
	file, err := parseTensors(raw)
	if err != nil {
		return err
	}
	l := &loader{file: file}
	m.embed = l.embedding(m.config.Width)
	for i := range m.config.Layers {
		m.layers = append(m.layers, l.layer(fmt.Sprintf("layer.%d.", i), &m.config))
	}
	m.heads = l.heads(&m.config)
	if l.err != nil {
		return l.err
	}
	m.heads.setRoots(m.kernel)
	return nil
}

func (l *loader) embedding(width int) embedding {
	vocabulary := l.first("embed.word")
	return embedding{
		words:     l.bytes("embed.word", vocabulary, width),
		scale:     l.floats("embed.word.scale", vocabulary),
		positions: l.floats("embed.position", l.first("embed.position"), width),
		shapes:    l.floats("embed.shape", l.first("embed.shape"), width),
		norm:      l.norm("embed.norm", width),
	}
}

func (l *loader) layer(prefix string, c *config) layer {
	return layer{
		qkv:   l.linear(prefix+"qkv", 3*c.Width, c.Width),
		out:   l.linear(prefix+"out", c.Width, c.Width),
		ffn1:  l.linear(prefix+"ffn1", c.FFN, c.Width),
		ffn2:  l.linear(prefix+"ffn2", c.Width, c.FFN),
		norm1: l.norm(prefix+"norm1", c.Width),
		norm2: l.norm(prefix+"norm2", c.Width),
	}
}

func (l *loader) norm(name string, width int) norm {
	return norm{weight: l.floats(name+".weight", width), bias: l.floats(name+".bias", width)}
}

// linear loads a linear layer as a matrix of its own.
func (l *loader) linear(name string, outputs, depth int) *matrix {
	m := newMatrix(outputs, depth, 4)
	l.into(m, 0, name, outputs, depth)
	return m
}

// into loads a linear layer as the outputs of m from first on.
func (l *loader) into(m *matrix, first int, name string, outputs, width int) {
	m.set(first, l.bytes(name+".weight", outputs, width), width)
	copy(m.scale[first:], l.floats(name+".scale", outputs))
	copy(m.bias[first:], l.floats(name+".bias", outputs))
}
