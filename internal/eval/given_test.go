package eval_test

import (
	"strings"
	"testing"

	"annalist"
	"annalist/internal/eval"

	"github.com/google/go-cmp/cmp"
)

// TestReadGiven: rows that cannot be measured are errors with their line.
func TestReadGiven(t *testing.T) {
	for _, test := range []struct {
		name, rows, want string
	}{
		{"whole", `{"text":"Chad thanked Togo.","source_spans":[[0,4]],"target_spans":[[13,17]],"event":"SUPPORT"}`, ""},
		{"old name", `{"text":"Chad fought Togo.","source_spans":[],"target_spans":[],"event":"FIGHT"}`, ""},
		{"no text", `{"event":"SUPPORT"}`, "f:1:1: no text"},
		{"no type", "\n" + `{"text":"Chad thanked Togo.","event":"THANK"}`, `f:2:1: event "THANK" is no type`},
		{"span", `{"text":"Chad thanked Togo.","source_spans":[[0,40]],"event":"SUPPORT"}`, "f:1:1: span [0 40] lies not in the text of 18 characters"},
		{"no object", `[1]`, "f:1:1: json"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := eval.ReadPairs(strings.NewReader(test.rows), "f")
			if got := message(err); !strings.HasPrefix(got, test.want) || (test.want == "") != (got == "") {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	_, _, err := eval.ReadSentences(strings.NewReader(`{"text":"Chad thanked Togo.","root":"21"}`), "f")
	if want := `f:1:1: root "21" is none of CAMEO's`; !strings.HasPrefix(message(err), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}

func message(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// TestGivenSpans: characters of the rows become bytes.
func TestGivenSpans(t *testing.T) {
	row := eval.PairRow{Text: "Åland thanked Perú.", SourceSpans: [][]int{{0, 5}}, TargetSpans: [][]int{{14, 18}}}
	if got := row.Source()[0].Of(row.Text) + " " + row.Target()[0].Of(row.Text); got != "Åland Perú" {
		t.Errorf("got %q", got)
	}
}

// TestPairs: odds of one type add up, CONCEDE and RETREAT are one, and a wrong
// answer by a rule of another ontology's class is a conflict.
func TestPairs(t *testing.T) {
	row := func(id string, typ annalist.EventType) eval.PairRow {
		return eval.PairRow{ID: id, Text: "x", Event: typ}
	}
	rows := []eval.PairRow{row("yield", "YIELD"), row("sum", "ACCUSE"), row("verdict", "ACCUSE"), row("far", "ACCUSE"), row("none", "AID")}
	convict := eval.Answer{Type: annalist.Sanction, Mode: "convict", Rule: "sanction.convict.verb", Whole: true}
	half := convict
	half.Whole = false
	figures, faults := eval.Pairs(rows, [][]eval.Answer{
		{{Type: annalist.Concede}, {Type: annalist.Retreat}, {Type: annalist.Accuse, Odds: 0.5}},
		{{Type: annalist.Accuse}, {Type: annalist.Accuse}, {Type: annalist.Aid, Odds: 0.5}},
		{convict},
		{half},
		nil,
	})
	if figures.Accuracy != 0.4 || figures.Clean != 0.5 || figures.Unanswered != 1 || figures.Unnamed["ACCUSE"] != 2 {
		t.Errorf("got %+v", figures)
	}
	if diff := cmp.Diff(figures.Conflicts, map[string]int{"CAMEO 116: a verdict is SANCTION convict": 1}); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, f := range faults {
		got = append(got, f.Row.ID+" "+string(f.Answer))
	}
	if diff := cmp.Diff(got, []string{"verdict SANCTION", "far SANCTION", "none "}); diff != "" {
		t.Error(diff)
	}
}

// TestSentences: any event of the type counts, by folded name or by CAMEO root;
// the others are further ones.
func TestSentences(t *testing.T) {
	accuse := annalist.EventRecord{Type: annalist.Accuse, CAMEO: "112"}
	aid := annalist.EventRecord{Type: annalist.Aid, CAMEO: "07"}
	apology := annalist.EventRecord{Type: annalist.Concede, Why: []annalist.Why{{Rule: "concede.apologise.verb"}}}
	figures, faults := eval.Sentences([]eval.SentenceRow{
		{ID: "folded", Event: "INVESTIGATE"}, {ID: "root", Root: "11"}, {ID: "other", Event: "YIELD"}, {ID: "none", Root: "12"}, {ID: "conflict", Event: "SUPPORT"},
	}, 3, [][]annalist.EventRecord{{accuse, aid}, {accuse}, {aid}, nil, {apology}})
	if figures.Right != 2 || figures.Share != 0.4 || figures.Further != 0.6 || figures.Beyond != 0.2 || figures.Empty != 3 || figures.Manual != 1 {
		t.Errorf("got %+v", figures)
	}
	if diff := cmp.Diff(figures.Instead, map[string]int{"CONCEDE coded as AID": 1, "12 not coded": 1, "SUPPORT coded as CONCEDE": 1}); diff != "" {
		t.Error(diff)
	}
	if len(faults) != 3 || faults[0].Row.ID != "other" {
		t.Errorf("got %+v", faults)
	}
}
