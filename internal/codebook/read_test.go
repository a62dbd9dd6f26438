package codebook_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"annalist/internal/codebook"
)

// book is a codebook of one rule file beside the shipped shape of tables.
func book(rules, lists string) fstest.MapFS {
	var types strings.Builder
	types.WriteString("types:\n")
	for _, t := range []string{"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
		"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"} {
		types.WriteString("  - {type: " + t + ", quad: 1, score: 1, cameo: \"04\", modes: [{mode: visit}]}\n")
	}
	judge := "rules: {weights: {bias: 1}, threshold: 0.5}\n"
	return fstest.MapFS{
		"cb/lists.yaml":          {Data: []byte(lists)},
		"cb/contexts.yaml":       {Data: []byte("contexts:\n  - {context: diplomatic, words: [envoy]}\n")},
		"cb/types.yaml":          {Data: []byte(types.String())},
		"cb/judge.yaml":          {Data: []byte(judge + strings.ReplaceAll(judge, "rules:", "net:") + strings.ReplaceAll(judge, "rules:", "both:"))},
		"cb/events/consult.yaml": {Data: []byte(rules)},
	}
}

const goodRule = `rules:
  - id: consult.visit.go
    verb: [visit, @going]
    mode: visit
    recipient: to | in
    needs: ["to | patient"]
    where:
      agent: {sector: [GOV]}
      "to | in": {kind: [state, place], not: {lemma: [beach]}}
    unless:
      tourist: {agent: {lemma: [tourist]}}
    examples: ["[Macron] {visited} <Rwanda>."]
    nearmiss: ["Tourists visited Rwanda."]
`

func TestReadGood(t *testing.T) {
	b, err := codebook.Read(book(goodRule, "going: [travel, fly]\n"), "cb")
	if err != nil {
		t.Fatal(err)
	}
	rules := b.Lookup(codebook.Verb, "fly")
	if len(rules) != 1 || rules[0].At != "cb/events/consult.yaml:2" || rules[0].Examples[0].Text != "Macron visited Rwanda." {
		t.Errorf("rules of fly: %+v", rules)
	}
}

// TestJudgeFaults: a name that nothing reads would count for zero without a word.
func TestJudgeFaults(t *testing.T) {
	const row = "{weights: {bias: 1}, threshold: 0.5}\n"
	for _, tt := range []struct{ name, judge, want string }{
		{"unknown weight", "rules: {weights: {bais: 1}, threshold: 0.5}\nnet: " + row + "both: " + row, `cb/judge.yaml:1:19: weight of an unknown feature "bais" (known here: bias, `},
		{"weight twice", "rules: {weights: {bias: 1, bias: 2}, threshold: 0.5}\nnet: " + row + "both: " + row, `cb/judge.yaml:1:28: "bias" stands twice`},
		{"weights that are a list", "rules: {weights: [bias, 1], threshold: 0.5}\nnet: " + row + "both: " + row, `cb/judge.yaml:1:18: a mapping is wanted here`},
		{"unknown rate", "rules: " + row + "net: " + row + "both: " + row + "rates:\n  consult.visit.go: 0.1\n  consult.visit.gone: 0.1\n", `cb/judge.yaml:6:3: rate of an unknown rule "consult.visit.gone"`},
		{"unknown type", "rules: {weights: {bias: 1}, threshold: 0.5, thresholds: {VISIT: 1}}\nnet: " + row + "both: " + row, `cb/judge.yaml:1:58: unknown value "VISIT"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			files := book(goodRule, "going: [travel, fly]\n")
			files["cb/judge.yaml"].Data = []byte(tt.judge)
			errs := codebook.Check(files, "cb")
			if len(errs) != 1 || !strings.HasPrefix(errs[0].Error(), tt.want) {
				t.Errorf("got %q\nwant %q alone", errs, tt.want)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	for _, tt := range []struct{ name, rules, want string }{
		{"unknown key", strings.Replace(goodRule, "mode:", "mood:", 1), `events/consult.yaml:4:5: unknown key "mood"`},
		{"unknown mode", strings.Replace(goodRule, "mode: visit", "mode: trip", 1), `:4:11: unknown value "trip"`},
		{"unknown list", strings.Replace(goodRule, "@going", "@gone", 1), `:3:19: unknown list @gone`},
		{"unknown slot", strings.Replace(goodRule, "to | in", "too | in", 1), `:5:16: unknown slot "too"`},
		{"unknown sector", strings.Replace(goodRule, "GOV", "GVO", 1), `:8:24: unknown value "GVO"`},
		{"no near miss", strings.Replace(goodRule, `    nearmiss: ["Tourists visited Rwanda."]`+"\n", "", 1), `:2:5: no nearmiss`},
		{"no trigger marked", strings.Replace(goodRule, "{visited}", "visited", 1), `no {trigger} is marked`},
		{"mark not closed", strings.Replace(goodRule, "{visited}", "{visited", 1), `a mark inside a mark`},
		{"wrong id", strings.Replace(goodRule, "consult.visit.go", "visit.go", 1), `:2:9: "visit.go" is no id`},
		{"twice", goodRule + strings.TrimPrefix(goodRule, "rules:\n"), `:14:9: rule consult.visit.go stands at cb/events/consult.yaml:2 already`},
		{"unreachable", goodRule + strings.Replace(strings.TrimPrefix(goodRule, "rules:\n"), "visit.go", "visit.again", 1), `rule consult.visit.again can never hold`},
		{"no YAML", "rules: [", `no YAML`},
		{"several at once", strings.NewReplacer("mode:", "mood:", "GOV", "GVO").Replace(goodRule), `unknown value "GVO"`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var all []string
			for _, err := range codebook.Check(book(tt.rules, "going: [travel, fly]\n"), "cb") {
				all = append(all, err.Error())
			}
			if !strings.Contains(strings.Join(all, "\n"), tt.want) {
				t.Errorf("got %q\nwant %q among them", all, tt.want)
			}
		})
	}
}
