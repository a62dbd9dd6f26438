package syntax

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annalist"
	"annalist/internal/doctest"
	"annalist/internal/syntax/nn"
)

var readParser = sync.OnceValues(func() (*Parser, error) { return New(os.DirFS("../../data")) })

func parser(t testing.TB) *Parser {
	t.Helper()
	p, err := readParser()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func parse(t testing.TB, text string) *annalist.Document {
	t.Helper()
	doc := &annalist.Document{Article: annalist.Article{ID: "test", Text: text}}
	parser(t).Parse(doc)
	return doc
}

// texts are what a parser must survive, and a story.
func texts() map[string]string {
	return map[string]string{
		"empty":          "",
		"blank":          " \n\t\r\n ",
		"one mark":       ".",
		"story":          "Miners blocked the road to Korvia's port on Tuesday, police said. \"We won't leave,\" their leader, Anna Lindqvist, told reporters.\n\nThe U.N. envoy hasn't replied.",
		"no end":         strings.Repeat("the ministers of the northern provinces and ", 80),
		"many sentences": strings.Repeat("The court freed two men. ", 40),
		"no blanks":      strings.Repeat("ab.cd-ef'gh/", 60),
		"marks only":     strings.Repeat("?!.,;:", 30),
		"letters":        strings.Repeat("x", 500),
		"other scripts":  "Москва и Київ. 北京和东京。 العربية",
		"lines":          strings.Repeat("- item\n", 12),
	}
}

func TestParseKeepsInvariants(t *testing.T) {
	for name, text := range texts() {
		t.Run(name, func(t *testing.T) {
			doc := parse(t, text)
			doctest.Check(t, doc)
			checkLabels(t, doc)
		})
	}
}

// checkLabels asserts what every parse has: roots are called root and nothing
// else is, sentences end with their paragraphs, links stay near.
func checkLabels(t *testing.T, doc *annalist.Document) {
	t.Helper()
	for i, tok := range doc.Tokens {
		if (tok.Head == annalist.None) != (tok.Rel == "root") {
			t.Errorf("token %d %q has head %d and relation %s", i, tok.Form, tok.Head, tok.Rel)
		}
		if tok.Lemma == "" || tok.Tag == "" || tok.Rel == "" {
			t.Errorf("token %d %q lacks lemma, tag or relation", i, tok.Form)
		}
		if tok.Multi > 0 && doc.Tokens[i+tok.Multi-1].Sent != tok.Sent {
			t.Errorf("a sentence ends inside the multiword token of %q", tok.Form)
		}
	}
	for _, name := range doc.Names {
		if name.Last <= name.First || doc.Tokens[name.First].Sent != doc.Tokens[name.Last-1].Sent || name.Score <= 0 || name.Score > 1 {
			t.Errorf("name %+v", name)
		}
	}
	for _, p := range doc.Proposals {
		sum := p.None
		for _, x := range p.Types {
			sum += x
		}
		if p.None >= noneBelow || sum < 0.999 || sum > 1.001 {
			t.Errorf("proposal at %d: probabilities sum to %v, none has %v", p.Token, sum, p.None)
		}
	}
}

func TestKernelsAgree(t *testing.T) {
	text := texts()["story"]
	want := parse(t, text)
	for _, kind := range nn.Kernels() {
		p, err := parser(t).WithKernel(kind)
		if err != nil {
			t.Fatal(err)
		}
		got := &annalist.Document{Article: want.Article}
		p.Parse(got)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s differs (-want +got):\n%s", kind, diff)
		}
	}
}

func TestGoroutinesAgree(t *testing.T) {
	want := map[string]*annalist.Document{}
	for name, text := range texts() {
		want[name] = parse(t, text)
	}
	var wait sync.WaitGroup
	for range 2 {
		for name, text := range texts() {
			wait.Go(func() {
				if diff := cmp.Diff(want[name], parse(t, text)); diff != "" {
					t.Errorf("%s parsed beside others differs (-want +got):\n%s", name, diff)
				}
			})
		}
	}
	wait.Wait()
}

// TestParseTokensKeepsDivision parses given sentences, among them one that is
// longer than any window.
func TestParseTokensKeepsDivision(t *testing.T) {
	var long strings.Builder
	long.WriteString("1\tthe\t_\t_\t_\t_\t0\t_\t_\t_\n")
	for i := 2; i <= 600; i++ {
		fmt.Fprintf(&long, "%d\tcities\t_\t_\t_\t_\t1\t_\t_\t_\n", i)
	}
	const short = "1\tYou\t_\t_\t_\t_\t0\t_\t_\t_\n2\tleave\t_\t_\t_\t_\t1\t_\t_\tSpaceAfter=No\n"
	bank, err := ReadCoNLLU(strings.NewReader(short+"\n"+long.String()+"\n"+short), "given")
	if err != nil {
		t.Fatal(err)
	}
	before := append([]annalist.Sentence(nil), bank.Doc.Sentences...)
	parser(t).ParseTokens(bank.Doc)
	if diff := cmp.Diff(before, bank.Doc.Sentences); diff != "" {
		t.Errorf("sentences (-want +got):\n%s", diff)
	}
	doctest.Check(t, bank.Doc)
	checkLabels(t, bank.Doc)
}
