package syntax

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPieces compares with testdata/pieces.json, which holds what the tokenizer
// of the training side makes of some three hundred words.
func TestPieces(t *testing.T) {
	voc, err := readVocabulary(os.DirFS("../../data"), "model/vocab.txt")
	if err != nil {
		t.Skip("no model yet: ", err)
	}
	raw, err := os.ReadFile("testdata/pieces.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Word  string
		IDs   []int32
		Shape uint8
	}
	if err := json.Unmarshal(raw, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		if diff := cmp.Diff(c.IDs, voc.pieces(nil, c.Word)); diff != "" {
			t.Errorf("pieces of %q (-want +got):\n%s", c.Word, diff)
		}
		if got := shape(c.Word); got != c.Shape {
			t.Errorf("shape of %q is %d, want %d", c.Word, got, c.Shape)
		}
	}
}
