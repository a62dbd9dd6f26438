package format

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"annalist"
)

// jsonl writes one JSON object a line, characters as they are (no HTML escapes).
type jsonl struct {
	buf *bufio.Writer
	enc *json.Encoder
}

func newJSONL(w io.Writer) Writer {
	buf := bufio.NewWriterSize(w, 1<<16)
	enc := json.NewEncoder(buf)
	enc.SetEscapeHTML(false)
	return &jsonl{buf, enc}
}

func (j *jsonl) Write(rec annalist.Record) error {
	if err := j.enc.Encode(rec); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

func (j *jsonl) Close() error { return j.buf.Flush() }

func (j *jsonl) Flush() error { return j.buf.Flush() }
