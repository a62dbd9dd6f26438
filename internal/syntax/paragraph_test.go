package syntax

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParagraphs(t *testing.T) {
	wrapped := "The council of the northern province met on Monday to talk\nabout the harvest, which had failed in three of its five\ndistricts, and agreed to ask the capital for grain before\nthe winter. A second meeting will follow.\n"
	tests := []struct {
		name, text string
		want       []string
		why        string
	}{
		{name: "blank lines", text: "One.\n\nTwo\n \t\nThree", want: []string{"One.", "Two", "Three"}},
		{name: "single breaks", text: "A headline of few words\nThe story begins here.\nIt goes on.", want: []string{"A headline of few words", "The story begins here.", "It goes on."}},
		{name: "windows breaks", text: "One.\r\nTwo.\r\n\r\nThree.", want: []string{"One.", "Two.", "Three."}},
		{name: "separators", text: "One.\u2029Two.\u2028Three.", want: []string{"One.", "Two.", "Three."}},
		{name: "hard-wrapped", text: wrapped + "\n" + wrapped, want: []string{strings.TrimSpace(wrapped), strings.TrimSpace(wrapped)}, why: "the lines are alike and end inside sentences"},
		{name: "one cut line", text: "The president of the constitutional court of the republic\nof Korvia resigned.", want: []string{"The president of the constitutional court of the republic\nof Korvia resigned."}},
		{name: "list", text: "apples\npears\nplums\nbread", want: []string{"apples", "pears", "plums", "bread"}},
		{name: "nothing", text: "\n \r\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, par := range paragraphs(test.text) {
				got = append(got, par.Of(test.text))
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", test.why, diff)
			}
		})
	}
}
