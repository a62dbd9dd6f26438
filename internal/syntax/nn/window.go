package nn

import (
	"errors"
	"fmt"
)

// Word is one word of a window: its word pieces, at least one, and its shape
// (the row of the shape tables).
type Word struct {
	Pieces []int32
	Shape  uint8
}

// Window is a run of words the encoder sees at once. Run adds [CLS] and [SEP].
type Window struct {
	Words []Word
}

// Pieces returns the length of the window in pieces, [CLS] and [SEP] included.
func (w *Window) Pieces() int {
	n := 2
	for i := range w.Words {
		n += len(w.Words[i].Pieces)
	}
	return n
}

// The ids of the pieces around a window, fixed by BERT's vocabulary.
const (
	classPiece     = 101
	separatorPiece = 102
)

var errNoPieces = errors.New("a word has no pieces")

// check refuses a window the tables have no rows for.
func (m *Model) check(w *Window) error {
	if n := w.Pieces(); n > m.Positions() {
		return fmt.Errorf("window of %d pieces, at most %d fit", n, m.Positions())
	}
	vocabulary := int32(len(m.embed.scale))
	shapes := len(m.heads.shapes) / shapeWidth
	for i := range w.Words {
		word := &w.Words[i]
		if len(word.Pieces) == 0 {
			return errNoPieces
		}
		if int(word.Shape) >= shapes {
			return fmt.Errorf("word shape %d, there are %d", word.Shape, shapes)
		}
		for _, piece := range word.Pieces {
			if piece < 0 || piece >= vocabulary {
				return fmt.Errorf("word piece %d, the vocabulary has %d", piece, vocabulary)
			}
		}
	}
	return nil
}
