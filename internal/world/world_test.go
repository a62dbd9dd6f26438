package world

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"annalist"
)

func read(t *testing.T) *World {
	t.Helper()
	w, err := Read(os.DirFS("../../data"))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestReadings(t *testing.T) {
	w := read(t)
	tests := []struct {
		name, phrase, date string
		country            annalist.Country
		sector             annalist.Sector
	}{
		{"state", "Japan", "2023-03-21", "JPN", ""},
		{"accents may be left out", "Elysee", "2023-03-21", "FRA", "GOV"},
		{"full stops may be left out", "U.S.", "2023-03-21", "USA", ""},
		{"capital", "Tokyo", "2023-03-21", "JPN", "GOV"},
		{"movement before it took power", "Taliban", "2021-08-01", "AFG", "REB"},
		{"movement in power", "Taliban", "2022-08-01", "AFG", "GOV"},
		{"party in power", "Labour Party", "2025-01-01", "GBR", "PTY"},
		{"the same party before", "Labour Party", "2024-01-01", "GBR", "OPP"},
		{"body above states", "ICC", "2023-03-21", "IGO", "JUD"},
		{"outlet", "Tass", "2023-03-21", "RUS", "JRN"},
		{"dependency", "Puerto Rico", "2023-03-21", "USA", ""},
		{"irregular adjective", "Dutch", "2023-03-21", "NLD", ""},
		{"head of state", "Xi Jinping", "2023-03-21", "CHN", "GOV"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Readings(w.Entries(tt.phrase), tt.date)
			if len(got) == 0 {
				t.Fatalf("%q on %q has no reading", tt.phrase, tt.date)
			}
			var sector annalist.Sector
			if len(got[0].Sectors) > 0 {
				sector = got[0].Sectors[0]
			}
			if got[0].Country != tt.country || sector != tt.sector {
				t.Errorf("%q on %q: %v, want %s %s first", tt.phrase, tt.date, got, tt.country, tt.sector)
			}
		})
	}
}

func TestCaseMatters(t *testing.T) {
	w := read(t)
	for _, phrase := range []string{"us", "polish", "turkey", "who", "is"} {
		if got := w.Entries(phrase); got != nil {
			t.Errorf("Entries(%q) = %v, want nothing", phrase, got)
		}
	}
}

func TestMatchTakesLongest(t *testing.T) {
	w := read(t)
	n, found := w.Match([]string{"South", "Korean", "troops"})
	if n != 2 || found[0].Country != "KOR" {
		t.Errorf("Match = %d %v, want 2 words for KOR", n, found)
	}
}

func TestReadReportsEveryError(t *testing.T) {
	fsys := fstest.MapFS{"world/states.tsv": {Data: []byte(strings.ReplaceAll(stateHeader, " ", "\t") + "\nJPN\tJP\n")}}
	for _, name := range append(append([]string{"world/state_words.tsv", "world/roles_own.tsv", "world/roles_agents.tsv"}, bodyFiles...), peopleFiles...) {
		header := bodyHeader
		switch {
		case strings.Contains(name, "people"):
			header = peopleHeader
		case strings.Contains(name, "roles"):
			header = roleHeader
		case strings.Contains(name, "state"):
			header = wordHeader
		}
		fsys[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(header, " ", "\t") + "\n")}
	}
	fsys["world/people_ids.tsv"] = &fstest.MapFile{Data: []byte("name\tid\n")}
	fsys["world/cues.tsv"] = &fstest.MapFile{Data: []byte("kind\tword\n")}
	fsys["world/people_own.tsv"].Data = append(fsys["world/people_own.tsv"].Data, "A\t\tx\t\t\t\t\t\t\nB\t\t\tXXX\t\t\t\t\t\nC\t\t\t\t\t\t2020-13-01\t\t\n"...)
	_, err := Read(fsys)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		"world/states.tsv:2: 2 fields, want 8",
		`world/people_own.tsv:2: gender is "x"`,
		`world/people_own.tsv:3: unknown country "XXX"`,
		`world/people_own.tsv:4: "2020-13-01" is no date`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error %q is missing in:\n%v", want, err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for range b.N {
		if _, err := Read(os.DirFS("../../data")); err != nil {
			b.Fatal(err)
		}
	}
}
