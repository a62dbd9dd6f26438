package world_test

import (
	"strings"
	"testing"
	"testing/fstest"

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

// TestGazetteerFaults: a table of one's own is looked over when it is read, and
// each fault is told with its line.
func TestGazetteerFaults(t *testing.T) {
	const good = "kyiv\tKyiv\tUKR\t12\tC\t2797553\t50.454\t30.524\t703448\n"
	for _, tt := range []struct{ name, row, want string }{
		{"too few fields", "lviv\tLviv\tUKR\n", "world/places.tsv:2: 3 fields, want 9"},
		{"too many fields", strings.Replace(good, "\n", "\tx\n", 1), "world/places.tsv:2: more than 9 fields"},
		{"order", "lviv\t\tUKR\t15\tS\t0\t49.8\t24.0\t1\n" + good, `world/places.tsv:3: key "kyiv" stands after "lviv"`},
		{"key", strings.Replace(good, "kyiv", "Kyiv", 1), `world/places.tsv:2: key "Kyiv" (write lower-case`},
		{"country", strings.Replace(good, "UKR", "UA", 1), `world/places.tsv:2: country "UA"`},
		{"feature", strings.Replace(good, "\tC\t", "\tPPL\t", 1), `world/places.tsv:2: feature "PPL" (write one of N`},
		{"population", strings.Replace(good, "2797553", "many", 1), `world/places.tsv:2: population "many"`},
		{"latitude", strings.Replace(good, "50.454", "500", 1), `world/places.tsv:2: latitude "500" is no number from -90 to 90`},
		{"longitude", strings.Replace(good, "30.524", "NaN", 1), `world/places.tsv:2: longitude "NaN"`},
		{"id", strings.Replace(good, "703448", "", 1), `world/places.tsv:2: GeoNames id ""`},
		{"no end", strings.TrimSuffix(good, "\n"), "world/places.tsv:2: the line does not end"},
		{"several", "x\ny\n", "world/places.tsv:2: 1 fields, want 9 (key, name, country, first division, feature, population, latitude, longitude, GeoNames id; a tab between)\nworld/places.tsv:3: 1 fields"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := world.ReadGazetteer(fstest.MapFS{"world/places.tsv": {Data: []byte(good + tt.row)}})
			if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
				t.Errorf("got %v\nwant %s", err, tt.want)
			}
		})
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
