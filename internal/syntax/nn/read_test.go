package nn

import (
	"encoding/binary"
	"math"
	"strings"
	"testing"
	"testing/fstest"
)

func TestReadErrors(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(f *fixture)
		files  func(files fstest.MapFS)
		want   string
	}{
		{name: "no configuration", files: func(files fstest.MapFS) { delete(files, "net.json") }, want: "net.json"},
		{name: "no weights", files: func(files fstest.MapFS) { delete(files, "net.safetensors") }, want: "net.safetensors"},
		{
			name:  "configuration is no JSON",
			files: func(files fstest.MapFS) { files["net.json"].Data = []byte("{") },
			want:  "net.json: unexpected end",
		},
		{name: "width", change: func(f *fixture) { f.config.Width = 100 }, want: "width 100 is no multiple of 64"},
		{name: "heads", change: func(f *fixture) { f.config.Heads = 3 }, want: "3 heads of 32 do not make a width of 64"},
		{name: "ffn", change: func(f *fixture) { f.config.FFN = 1 }, want: "ffn 1 is no multiple of 64"},
		{name: "layers", change: func(f *fixture) { f.config.Layers = 0 }, want: "0 layers"},
		{name: "a layer too many", change: func(f *fixture) { f.config.Layers = 3 }, want: "tensor layer.2.qkv.weight: missing"},
		{
			name:   "labels and head differ",
			change: func(f *fixture) { f.config.Labels.Tag = names("tag", 16) },
			want:   "tensor head.tag.weight: is I8 [17 96], want I8 [16 96]",
		},
		{name: "no labels", change: func(f *fixture) { f.config.Labels.Cue = nil }, want: "no labels for cue"},
		{
			name:   "a value that is no number",
			change: func(f *fixture) { f.poke("layer.1.norm1.bias", math.Float32bits(float32(math.NaN()))) },
			want:   "tensor layer.1.norm1.bias: value 0 is not finite",
		},
		{
			name:   "a type of its own",
			change: func(f *fixture) { f.retype("arc.root", "F16") },
			want:   "tensor arc.root: type F16 is not I8 or F32",
		},
		{
			name:  "header cut off",
			files: func(files fstest.MapFS) { cut(files, 100) },
			want:  "net.safetensors: file is truncated",
		},
		{
			name:  "data cut off",
			files: func(files fstest.MapFS) { cut(files, len(files["net.safetensors"].Data)-1) },
			want:  "tensor link.bilinear",
		},
		{
			name:  "length of header beyond reason",
			files: func(files fstest.MapFS) { binary.LittleEndian.PutUint64(files["net.safetensors"].Data, 1<<63) },
			want:  "net.safetensors: file is truncated",
		},
		{name: "empty", files: func(files fstest.MapFS) { cut(files, 0) }, want: "net.safetensors: file is truncated"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := smallFixture()
			if c.change != nil {
				c.change(&f)
			}
			files := f.files(t)
			if c.files != nil {
				c.files(files)
			}
			_, err := Read(files, ".")
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got error %v, want one with %q", err, c.want)
			}
		})
	}
}

// poke overwrites the first value of a float tensor.
func (f *fixture) poke(name string, bits uint32) {
	binary.LittleEndian.PutUint32(f.data[f.header[name].(tensor).Offsets[0]:], bits)
}

func (f *fixture) retype(name, kind string) {
	entry := f.header[name].(tensor)
	entry.Kind = kind
	f.header[name] = entry
}

func cut(files fstest.MapFS, size int) {
	files["net.safetensors"].Data = files["net.safetensors"].Data[:size]
}

func TestRunErrors(t *testing.T) {
	m := smallModel(t)
	long := randomWindows(m, 300)[0]
	for _, c := range []struct {
		name   string
		window Window
		want   string
	}{
		{name: "too long", window: long, want: "at most 256 fit"},
		{name: "no pieces", window: Window{Words: []Word{{Shape: 1}}}, want: "no pieces"},
		{name: "shape", window: Window{Words: []Word{{Pieces: []int32{1}, Shape: 10}}}, want: "word shape 10, there are 10"},
		{name: "piece", window: Window{Words: []Word{{Pieces: []int32{300}}}}, want: "word piece 300, the vocabulary has 300"},
		{name: "negative", window: Window{Words: []Word{{Pieces: []int32{-1}}}}, want: "word piece -1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var ws Workspace
			err := m.Run(&ws, []Window{{}, c.window})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got error %v, want one with %q", err, c.want)
			}
		})
	}
}

func TestRunAllocatesNothing(t *testing.T) {
	for _, kind := range Kernels() {
		m, err := smallModel(t).WithKernel(kind)
		if err != nil {
			t.Fatal(err)
		}
		windows := randomWindows(m, 30, 12, 60)
		heads, dst := make([]int, 30), make([]float32, 31*30)
		var ws Workspace
		run := func() {
			if err := m.Run(&ws, windows); err != nil {
				t.Fatal(err)
			}
			s := ws.Scores(0)
			s.Arcs(0, 30, dst)
			s.Relations(0, heads, dst)
			s.Links(0, 3, dst)
		}
		if n := testing.AllocsPerRun(5, run); n > 0 {
			t.Errorf("%s: %g allocations in a run", kind, n)
		}
	}
}

func TestReadKeepsLabels(t *testing.T) {
	m := smallModel(t)
	if got := m.Labels().Tag[16]; got != "tag16" {
		t.Errorf("last tag is %q", got)
	}
	if m.MaxPieces() != 40 || m.Positions() != 256 {
		t.Errorf("max pieces %d, positions %d; want 40, 256", m.MaxPieces(), m.Positions())
	}
}
