//go:build shared

package syntax

import (
	"encoding/json"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
)

// named is a name by sentence and words.
type named struct {
	sent, first, last int
	kind              annalist.NameKind
}

// TestNames holds the names to their figures on UNER EWT dev, which is never
// trained on; sentences and words are given.
func TestNames(t *testing.T) {
	bank := bankOf(t, "en_ewt-ud-dev")
	gold := goldNames(t, bank.Doc)
	parser, err := New(data.Files())
	if err != nil {
		t.Fatal(err)
	}
	parser.ParseTokens(bank.Doc)
	ours := map[named]bool{}
	for _, n := range bank.Doc.Names {
		s := bank.Doc.Tokens[n.First].Sent
		ours[named{s, n.First - bank.Doc.Sentences[s].First, n.Last - bank.Doc.Sentences[s].First, n.Kind}] = true
	}
	for _, test := range []struct {
		kind  annalist.NameKind // empty: all
		least float64
	}{{"", 73}, {annalist.Person, 82}, {annalist.Location, 74}, {annalist.Organisation, 55}} {
		right, coded, want := 0, 0, 0
		for n := range ours {
			if test.kind == "" || n.kind == test.kind {
				coded++
				if gold[n] {
					right++
				}
			}
		}
		for n := range gold {
			if test.kind == "" || n.kind == test.kind {
				want++
			}
		}
		f1 := 200 * float64(right) / float64(coded+want)
		t.Logf("%-4s F1 %.2f of %d", test.kind, f1, want)
		if f1 < test.least {
			t.Errorf("names %q: F1 %.2f, want at least %.2f", test.kind, f1, test.least)
		}
	}
}

// goldNames reads the annotated names, sentence for sentence of the treebank.
func goldNames(t *testing.T, doc *annalist.Document) map[named]bool {
	t.Helper()
	type row struct{ Tokens, Tags []string }
	rows := map[string]row{}
	for _, r := range doctest.Rows[row](t, doctest.Shared(t, "data/names/uner_ewt.dev.jsonl.gz")) {
		key, _ := json.Marshal(r.Tokens)
		rows[string(key)] = r
	}
	gold := map[named]bool{}
	found := 0
	for s, sent := range doc.Sentences {
		var words []string
		for i := sent.First; i < sent.Last; i++ {
			words = append(words, doc.Tokens[i].Form)
		}
		key, _ := json.Marshal(words)
		r, ok := rows[string(key)]
		if !ok {
			continue
		}
		found++
		for i := 0; i < len(r.Tags); i++ {
			if r.Tags[i][0] != 'B' {
				continue
			}
			end := i + 1
			for end < len(r.Tags) && r.Tags[end][0] == 'I' {
				end++
			}
			gold[named{s, i, end, annalist.NameKind(r.Tags[i][2:])}] = true
		}
	}
	if found*100 < len(doc.Sentences)*98 {
		t.Fatalf("only %d of %d sentences have annotated names", found, len(doc.Sentences))
	}
	return gold
}
