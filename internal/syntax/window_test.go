package syntax

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"annalist"
)

func TestPack(t *testing.T) {
	tests := []struct {
		name  string
		units []unit
		want  []window
	}{
		{name: "all fit", units: []unit{{0, 3, true}, {3, 6, false}, {6, 9, false}}, want: []window{{0, 9}}},
		{name: "a paragraph stays alone", units: []unit{{0, 3, true}, {3, 6, true}, {6, 9, false}}, want: []window{{0, 3}, {3, 9}}},
		{name: "a long paragraph is cut", units: []unit{{0, 6, true}, {6, 9, false}, {9, 14, false}}, want: []window{{0, 9}, {9, 14}}},
		{name: "a long sentence", units: []unit{{0, 2, true}, {2, 17, true}, {17, 19, true}}, want: []window{{0, 2}, {2, 17}, {17, 19}}},
		{name: "longer than any window", units: []unit{{0, 45, true}, {45, 47, false}}, want: []window{{0, 20}, {20, 40}, {40, 47}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := room{units: test.units}
			for i := range test.units[len(test.units)-1].last {
				r.ends = append(r.ends, i+1) // a piece for each word
			}
			r.pack(10, 20)
			var got []window
			got = append(got, r.windows...)
			if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(window{})); diff != "" {
				t.Errorf("windows (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLikelyEnd(t *testing.T) {
	tests := []struct {
		text string
		at   int // the token asked about
		want bool
	}{
		{text: "They left . The rest stayed", at: 2, want: true},
		{text: "\" Go ! \" He went", at: 3, want: true},
		{text: "They left ... and came", at: 2, want: false},
		{text: "in the U.S. The army", at: 2, want: false},
		{text: "He left ? she asked", at: 2, want: false},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			doc := &annalist.Document{}
			for i := 0; i < len(test.text); {
				end := i
				for end < len(test.text) && test.text[end] != ' ' {
					end++
				}
				doc.Tokens = append(doc.Tokens, annalist.Token{Form: test.text[i:end], Spaced: true})
				i = end + 1
			}
			if got := likelyEnd(doc.Tokens, 0, test.at); got != test.want {
				t.Errorf("got %v", got)
			}
		})
	}
}
