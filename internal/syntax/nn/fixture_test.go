package nn

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"testing/fstest"
)

// fixture makes a net of random weights, seeded, in the form of the files.
type fixture struct {
	config     config
	vocabulary int
	positions  int
	hidden     [4]int // outputs of trigger1, arcs, relations and links
	random     *rand.Rand
	header     map[string]any
	data       []byte
}

// smallConfig is a net small enough for plain Go, with row lengths that fill no
// register evenly.
func smallConfig() config {
	return config{
		Layers: 2, Width: 64, Heads: 2, FFN: 128, MaxPieces: 40,
		Labels: Labels{
			Tag: names("tag", 17), Lemma: names("lemma", 61), Feats: names("feats", 13), Name: names("name", 7),
			End: names("end", 2), Realis: names("realis", 4), Historical: names("historical", 2),
			Cue: names("cue", 3), Trigger: names("trigger", 17), Relation: names("relation", 21), Role: names("role", 6),
		},
	}
}

func names(prefix string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint(prefix, i)
	}
	return out
}

// build fills the files of a net.
func (f *fixture) build() {
	f.random = rand.New(rand.NewPCG(3, 1))
	f.header = make(map[string]any)
	c := &f.config
	f.int8s("embed.word", 1, f.vocabulary, c.Width)
	f.floats("embed.position", 0.3, f.positions, c.Width)
	f.floats("embed.shape", 0.3, 10, c.Width)
	f.norm("embed.norm", c.Width)
	for i := range c.Layers {
		prefix := fmt.Sprintf("layer.%d.", i)
		f.linear(prefix+"qkv", 3*c.Width, c.Width)
		f.linear(prefix+"out", c.Width, c.Width)
		f.norm(prefix+"norm1", c.Width)
		f.linear(prefix+"ffn1", c.FFN, c.Width)
		f.linear(prefix+"ffn2", c.Width, c.FFN)
		f.norm(prefix+"norm2", c.Width)
	}
	f.heads(c.Width + shapeWidth)
}

func (f *fixture) heads(width int) {
	labels := &f.config.Labels
	f.floats("word.shape", 1, 10, shapeWidth)
	for kind := range Trigger {
		f.linear("head."+kind.String(), len(labels.Of(kind)), width)
	}
	trigger, arc, relation, link := f.hidden[0], f.hidden[1], f.hidden[2], f.hidden[3]
	f.linear("head.trigger1", trigger, width)
	f.linear("head.trigger2", len(labels.Trigger), trigger)
	f.floats("arc.root", 1, width)
	f.linear("arc.dep", arc, width)
	f.linear("arc.head", arc, width)
	f.linear("rel.dep", relation, width)
	f.linear("rel.head", relation, width)
	f.linear("link.from", link, width)
	f.linear("link.to", link, width)
	f.floats("arc.bilinear", 0.1, arc+1, arc)
	f.floats("rel.bilinear", 0.1, len(labels.Relation), relation+1, relation+1)
	f.floats("link.bilinear", 0.1, len(labels.Role), link+1, link+1)
}

// linear makes a layer whose outputs are about as large as its inputs.
func (f *fixture) linear(name string, outputs, depth int) {
	f.int8s(name+".weight", 1.7/math.Sqrt(float64(depth)), outputs, depth)
	f.header[name+".scale"] = f.header[name+".weight.scale"]
	delete(f.header, name+".weight.scale")
	f.floats(name+".bias", 0.1, outputs)
}

func (f *fixture) norm(name string, width int) {
	f.floats(name+".weight", 1, width)
	f.floats(name+".bias", 0.1, width)
}

// add appends a tensor.
func (f *fixture) add(name, kind string, raw []byte, shape ...int) {
	start := len(f.data)
	f.data = append(f.data, raw...)
	f.header[name] = tensor{Kind: kind, Shape: shape, Offsets: [2]int{start, len(f.data)}}
}

func (f *fixture) floats(name string, size float64, shape ...int) {
	raw := []byte{}
	for range elements(shape) {
		raw = binary.LittleEndian.AppendUint32(raw, math.Float32bits(float32(size*f.random.NormFloat64())))
	}
	f.add(name, "F32", raw, shape...)
}

// int8s appends a matrix, all values from -127 to 127 alike, and its scales.
func (f *fixture) int8s(name string, size float64, outputs, depth int) {
	raw := make([]byte, outputs*depth)
	for i := range raw {
		raw[i] = byte(int8(f.random.IntN(255) - 127))
	}
	f.add(name, "I8", raw, outputs, depth)
	var scales []byte
	for range outputs {
		scale := float32(size / 127 * (0.5 + f.random.Float64()))
		scales = binary.LittleEndian.AppendUint32(scales, math.Float32bits(scale))
	}
	f.add(name+".scale", "F32", scales, outputs)
}

func elements(shape []int) int {
	n := 1
	for _, d := range shape {
		n *= d
	}
	return n
}

// files returns the net as a file system.
func (f *fixture) files(t testing.TB) fstest.MapFS {
	t.Helper()
	header, err := json.Marshal(f.header)
	if err != nil {
		t.Fatal(err)
	}
	file := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	file = append(append(file, header...), f.data...)
	config, err := json.Marshal(f.config)
	if err != nil {
		t.Fatal(err)
	}
	return fstest.MapFS{"net.json": {Data: config}, "net.safetensors": {Data: file}}
}

// smallFixture is the net of smallConfig.
func smallFixture() fixture {
	f := fixture{config: smallConfig(), vocabulary: 300, positions: 256, hidden: [4]int{64, 96, 32, 64}}
	f.build()
	return f
}

func smallModel(t testing.TB) *Model {
	t.Helper()
	f := smallFixture()
	return readModel(t, f.files(t))
}

// randomWindows makes windows of the given numbers of words, about five
// pieces for four words.
func randomWindows(m *Model, sizes ...int) []Window {
	random := rand.New(rand.NewPCG(7, 7))
	piece := func() int32 { return int32(random.IntN(len(m.embed.scale))) }
	windows := make([]Window, len(sizes))
	for i, size := range sizes {
		for range size {
			word := Word{Pieces: []int32{piece()}, Shape: uint8(random.IntN(10))}
			for random.IntN(5) == 0 {
				word.Pieces = append(word.Pieces, piece())
			}
			windows[i].Words = append(windows[i].Words, word)
		}
	}
	return windows
}
