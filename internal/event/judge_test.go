package event

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"annalist/internal/codebook"

	"github.com/google/go-cmp/cmp"
)

// TestFeaturesAreListed: the names a codebook may weigh are those the judge
// weighs, read off its source.
func TestFeaturesAreListed(t *testing.T) {
	src, err := os.ReadFile("judge.go")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile(`\{"([a-z.]+)", `).FindAllStringSubmatch(string(src), -1) {
		got = append(got, m[1])
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(codebook.Features))
	if diff := cmp.Diff(slices.Compact(got), want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}
