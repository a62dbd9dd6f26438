package syntax

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annalist"
)

const sample = `# newdoc id = one
# newpar
# sent_id = one-1
# text = They don't (really) go.
1	They	they	PRON	_	Number=Plur|Person=3	5	nsubj	_	_
2-3	don't	_	_	_	_	_	_	_	_
2	do	do	AUX	_	Mood=Ind|Tense=Pres|VerbForm=Fin	5	aux	_	_
3	n't	not	PART	_	Polarity=Neg	5	advmod	_	_
4	(really)	really	ADV	_	_	5	advmod	_	_
5	go	go	VERB	_	VerbForm=Inf	0	root	_	SpaceAfter=No
6	.	.	PUNCT	_	_	5	punct	_	_

# newpar
# sent_id = one-2
1	Stop	stop	VERB	_	Mood=Imp|VerbForm=Fin	0	root	_	_

`

func TestConlluRoundTrip(t *testing.T) {
	bank, err := ReadCoNLLU(strings.NewReader(sample), "sample")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("They don't (really) go.\n\nStop", bank.Doc.Article.Text); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
	if got := bank.Doc.Tokens[2]; got.Span.Of(bank.Doc.Article.Text) != "n't" || got.Multi != 0 || bank.Doc.Tokens[1].Multi != 2 {
		t.Errorf("multiword token: %+v", got)
	}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 5}, bank.Doc.Tokens[4].Kids); diff != "" {
		t.Errorf("kids (-want +got):\n%s", diff)
	}
	if bank.Doc.Sentences[1].Paragraph != 1 {
		t.Errorf("second sentence is in paragraph %d", bank.Doc.Sentences[1].Paragraph)
	}
	var out bytes.Buffer
	if err := bank.Write(&out); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sample, out.String()); diff != "" {
		t.Errorf("written again (-want +got):\n%s", diff)
	}
}

func TestWriteConllu(t *testing.T) {
	bank, err := ReadCoNLLU(strings.NewReader(sample), "a")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := WriteCoNLLU(&out, bank.Doc); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# newdoc id = a\n# newpar\n# sent_id = a-1\n# text = They don't (really) go.\n1\tThey", "\n\n# newpar\n# sent_id = a-2\n# text = Stop\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
}

// TestConlluUndivided has a token whose words do not spell it: both take all
// of its span. The empty node goes.
func TestConlluUndivided(t *testing.T) {
	const text = "1-2\tau\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tà\tà\tADP\t_\t_\t2\tcase\t_\t_\n2\tle\tle\tDET\t_\t_\t0\troot\t_\t_\n2.1\tx\tx\tX\t_\t_\t_\t_\t_\t_\n3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n"
	bank, err := ReadCoNLLU(strings.NewReader(text), "fr")
	if err != nil {
		t.Fatal(err)
	}
	doc := bank.Doc
	got := []annalist.Span{doc.Tokens[0].Span, doc.Tokens[1].Span, doc.Tokens[2].Span}
	if diff := cmp.Diff([]annalist.Span{{End: 2}, {End: 2}, {Start: 2, End: 3}}, got); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
}

func TestConlluFaults(t *testing.T) {
	word := func(id, head string) string { return id + "\ta\ta\tX\t_\t_\t" + head + "\tdep\t_\t_\n" }
	tests := []struct{ name, text, want string }{
		{name: "columns", text: "# c\n1\ta\n", want: "f:2: 2 columns, want 10 separated by tabs"},
		{name: "number", text: word("2", "0"), want: `f:1: word number "2", want 1`},
		{name: "head", text: word("1", "x"), want: `f:1: head "x" of word 1`},
		{name: "itself", text: word("1", "1"), want: `f:1: head "1" of word 1`},
		{name: "outside", text: word("1", "0") + word("2", "7"), want: "f:2: head 7 of word 2 is outside its sentence"},
		{name: "range", text: "3-4\ta\t_\t_\t_\t_\t_\t_\t_\t_\n", want: "f:1: range 3-4 does not follow word 0"},
		{name: "long range", text: "1-2\ta\t_\t_\t_\t_\t_\t_\t_\t_\n" + word("1", "0") + "\n", want: "f:3: range 1-2 goes past the sentence"},
		{name: "form", text: "1\t\ta\tX\t_\t_\t0\troot\t_\t_\n", want: "f:1: empty form"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ReadCoNLLU(strings.NewReader(test.text), "f")
			if err == nil || err.Error() != test.want {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
