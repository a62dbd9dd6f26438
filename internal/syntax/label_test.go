package syntax

import (
	"math"
	"testing"

	"annalist"
)

func TestLemmaRules(t *testing.T) {
	tests := []struct{ label, form, want string }{
		{label: "l;0;", form: "The", want: "the"},
		{label: "k;0;", form: "Kyiv", want: "Kyiv"},
		{label: "l;3;y", form: "Countries", want: "country"},
		{label: "=be", form: "was", want: "be"},
		{label: "l;1;", form: "cafés", want: "café"},
		{label: "l;1;", form: "é", want: "é"},
		{label: "l;9;x", form: "go", want: "go"},
		{label: "l;1;;", form: "a;b", want: "a;;"},
	}
	for _, test := range tests {
		rule, err := parseLemmaRule(test.label)
		if err != nil {
			t.Fatal(err)
		}
		if got := rule.apply(test.form); got != test.want {
			t.Errorf("%s makes %q of %q, want %q", test.label, got, test.form, test.want)
		}
	}
	for _, label := range []string{"", "=", "l;x;", "m;0;", "l;1"} {
		if _, err := parseLemmaRule(label); err == nil {
			t.Errorf("label %q is taken", label)
		}
	}
}

func TestExp(t *testing.T) {
	for x := float32(-80); x < 80; x += 0.37 {
		if got, want := exp(x), math.Exp(float64(x)); math.Abs(got/want-1) > 1e-12 {
			t.Errorf("exp(%v) is %v, want %v", x, got, want)
		}
	}
	if exp(-1e9) != 0 || !math.IsInf(exp(1e9), 1) {
		t.Error("exp is not bounded")
	}
}

// A verb in its past form is in no closed class, whatever the net thinks of it.
func TestTag(t *testing.T) {
	d := &decoder{labels: &labels{tags: []annalist.Tag{annalist.PART, annalist.VERB, annalist.ADJ}}}
	for _, tt := range []struct {
		form string
		best int
		want annalist.Tag
	}{
		{"failed", 0, annalist.VERB},
		{"failed", 2, annalist.ADJ},
		{"need", 0, annalist.PART},
		{"nursing", 0, annalist.PART},
	} {
		scores := make([]float32, 3)
		scores[tt.best] = 1
		if got := d.tag(tt.form, scores); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.form, got, tt.want)
		}
	}
}
