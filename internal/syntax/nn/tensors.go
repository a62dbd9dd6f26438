package nn

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
)

// tensors is a safetensors file held in memory: a JSON header and one block of
// little-endian data.
type tensors struct {
	entries map[string]tensor
	data    []byte
}

// tensor is one entry of the header.
type tensor struct {
	Kind    string `json:"dtype"`
	Shape   []int  `json:"shape"`
	Offsets [2]int `json:"data_offsets"`
}

var errTruncated = errors.New("file is truncated")

// parseTensors reads the header of a safetensors file and checks that every
// tensor lies inside the data and is as long as its shape says.
func parseTensors(raw []byte) (*tensors, error) {
	if len(raw) < 8 {
		return nil, errTruncated
	}
	length := binary.LittleEndian.Uint64(raw)
	if length > uint64(len(raw)-8) {
		return nil, errTruncated
	}
	header, data := raw[8:8+length], raw[8+length:]
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(header, &fields); err != nil {
		return nil, fmt.Errorf("read header: %w", err)
	}
	t := &tensors{entries: make(map[string]tensor, len(fields)), data: data}
	for name, field := range fields {
		if name == "__metadata__" {
			continue
		}
		var entry tensor
		if err := json.Unmarshal(field, &entry); err != nil {
			return nil, fmt.Errorf("read header of tensor %s: %w", name, err)
		}
		if err := entry.check(len(data)); err != nil {
			return nil, fmt.Errorf("tensor %s: %w", name, err)
		}
		t.entries[name] = entry
	}
	return t, nil
}

// check compares an entry's extent with its shape and with the data.
func (e tensor) check(size int) error {
	width := 0
	switch e.Kind {
	case "I8":
		width = 1
	case "F32":
		width = 4
	default:
		return fmt.Errorf("type %s is not I8 or F32", e.Kind)
	}
	want := width
	for _, n := range e.Shape {
		if n < 1 || want > size/n {
			return fmt.Errorf("shape %v does not fit in the file", e.Shape)
		}
		want *= n
	}
	start, end := e.Offsets[0], e.Offsets[1]
	if start < 0 || end < start || end > size {
		return errTruncated
	}
	if end-start != want {
		return fmt.Errorf("%d bytes for shape %v of %s", end-start, e.Shape, e.Kind)
	}
	return nil
}

// loader takes tensors out of a file and keeps the first error, so that the
// code that builds a model reads as a list of what the model has.
type loader struct {
	file *tensors
	err  error
}

// fail keeps the first error.
func (l *loader) fail(name string, err error) {
	if l.err == nil {
		l.err = fmt.Errorf("tensor %s: %w", name, err)
	}
}

// first returns a tensor's first dimension.
func (l *loader) first(name string) int {
	entry, ok := l.file.entries[name]
	if !ok || len(entry.Shape) == 0 {
		l.fail(name, errors.New("missing"))
		return 1
	}
	return entry.Shape[0]
}

// raw returns the bytes of a tensor of the given type and shape.
func (l *loader) raw(name, kind string, shape []int) []byte {
	entry, ok := l.file.entries[name]
	if !ok {
		l.fail(name, errors.New("missing"))
		return nil
	}
	if entry.Kind != kind || !slices.Equal(entry.Shape, shape) {
		l.fail(name, fmt.Errorf("is %s %v, want %s %v", entry.Kind, entry.Shape, kind, shape))
		return nil
	}
	return l.file.data[entry.Offsets[0]:entry.Offsets[1]]
}

// bytes returns an int8 tensor as the bytes of the file.
func (l *loader) bytes(name string, shape ...int) []byte {
	return l.raw(name, "I8", shape)
}

// floats returns a float32 tensor; a value that is not finite is an error, as
// one would spread through every score.
func (l *loader) floats(name string, shape ...int) []float32 {
	raw := l.raw(name, "F32", shape)
	out := make([]float32, len(raw)/4)
	for i := range out {
		bits := binary.LittleEndian.Uint32(raw[4*i:])
		if bits&0x7f800000 == 0x7f800000 {
			l.fail(name, fmt.Errorf("value %d is not finite", i))
			return out
		}
		out[i] = math.Float32frombits(bits)
	}
	return out
}
