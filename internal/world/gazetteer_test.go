package world_test

import (
	"strings"
	"testing"

	"annalist/data"
	"annalist/internal/world"
)

func gazetteer(t testing.TB) *world.Gazetteer {
	t.Helper()
	g, err := world.ReadGazetteer(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGazetteerRows(t *testing.T) {
	g := gazetteer(t)
	prev := ""
	for i := range g.Len() {
		r := g.Row(i)
		switch {
		case r.Key < prev:
			t.Fatalf("row %d: key %q after %q", i, r.Key, prev)
		case r.Name == "" || r.Lat < -90 || r.Lat > 90 || r.Lon < -180 || r.Lon > 180:
			t.Fatalf("row %d: %+v", i, r)
		case r.Country != "" && len(r.Country) != 3:
			t.Fatalf("row %d: country %q", i, r.Country)
		case r.Country == "" && r.Feature != world.Region && r.Feature != world.Site:
			t.Fatalf("row %d: %q has no country", i, r.Name)
		case strings.Trim(r.Key, "abcdefghijklmnopqrstuvwxyz0123456789 ") != "":
			t.Fatalf("row %d: key %q", i, r.Key)
		}
		if got := string(g.AppendKey(nil, r.Key)); got != r.Key {
			t.Fatalf("row %d: key of key %q is %q", i, r.Key, got)
		}
		prev = r.Key
	}
}

func TestGazetteerLookup(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		name, country string
		feature       world.Feature
		longer        bool
	}{
		{"Kyiv", "UKR", world.Capital, true},
		{"Kiev", "UKR", world.Capital, true},
		{"Rangoon", "MMR", world.SeatTown, false},
		{"Strait of Hormuz", "", world.Region, false},
		{"New York", "USA", world.Town, true},
		{"Granville County", "USA", world.District, false},
		{"Côte d’Ivoire", "CIV", world.Nation, false},
		{"al-Raqqa", "SYR", world.SeatTown, false},
	} {
		first, last, longer := g.Lookup(string(g.AppendKey(nil, c.name)))
		found := false
		for i := first; i < last; i++ {
			r := g.Row(i)
			found = found || string(r.Country) == c.country && r.Feature == c.feature
		}
		if !found || longer != c.longer {
			t.Errorf("%s: found %v (rows %d), longer %v", c.name, found, last-first, longer)
		}
	}
	if first, last, _ := g.Lookup("zzyzzx"); first != last {
		t.Error("found a place that is none")
	}
}

func BenchmarkReadGazetteer(b *testing.B) {
	for b.Loop() {
		gazetteer(b)
	}
}

func BenchmarkLookup(b *testing.B) {
	g := gazetteer(b)
	names := []string{"paris", "johannesburg", "zagreb", "al", "minister", "new york", "the", "kharkiv"}
	i := 0
	for b.Loop() {
		g.Lookup(names[i%len(names)])
		i++
	}
}
