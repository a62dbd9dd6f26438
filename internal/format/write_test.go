package format_test

import (
	"io"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/format"

	"github.com/google/go-cmp/cmp"
)

func event() *annalist.EventRecord {
	start, end := 0, 6
	return &annalist.EventRecord{
		Head:     annalist.Head{Schema: annalist.Schema, Kind: "event", ID: "e1", Article: "a1", Coder: "annalist 0", Book: "b"},
		Sentence: 1, Trigger: annalist.SpanRecord{Start: 7, End: 14, Text: "visited"},
		Type: annalist.Consult, Mode: "visit", Quad: 1, Score: 4, CAMEO: "042", Contexts: []annalist.Context{"diplomatic"},
		Actors:     []annalist.EntityRecord{{Start: &start, End: &end, Text: "=Macron", Name: "=Emmanuel Macron", Country: "FRA", Sectors: []annalist.Sector{"GOV"}}},
		Recipients: []annalist.EntityRecord{{Text: "Rwanda", Name: "Rwanda", Country: "RWA", Sectors: []annalist.Sector{}}},
		Realis:     annalist.Actual, Date: annalist.Date{Value: "2024-05-02", Start: "2024-05-02", End: "2024-05-02", Basis: annalist.FromText},
		Place:       &annalist.PlaceRecord{Text: "Kigali", Place: annalist.Place{Name: "Kigali", Country: "RWA", Lat: -1.95, Lon: 30.06, Precision: annalist.CityLevel}},
		Attribution: []annalist.AttributionRecord{{Source: annalist.EntityRecord{Name: "Élysée & co", Country: "FRA"}, Stance: annalist.Asserts}},
		Confidence:  0.9,
	}
}

func write(t *testing.T, name string, recs ...annalist.Record) string {
	t.Helper()
	var out strings.Builder
	w, err := format.NewWriter(name, &out)
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range recs {
		if err := w.Write(rec); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestCSV: names that a spreadsheet would run as a formula are disarmed,
// negative coordinates stay numbers.
func TestCSV(t *testing.T) {
	got := strings.Split(strings.TrimSpace(write(t, "csv", event())), "\n")
	if len(got) != 2 {
		t.Fatalf("got %d lines, want header and one row", len(got))
	}
	want := "e1,a1,,,,1,CONSULT,visit,1,4,042,diplomatic,actual,false,visited,7,14,'=Emmanuel Macron,FRA,GOV,Rwanda,RWA,," +
		"2024-05-02,2024-05-02,2024-05-02,text,Kigali,RWA,,-1.95,30.06,city,Élysée & co,FRA,asserts,,,0.9,annalist 0,b"
	if diff := cmp.Diff(got[1], want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
	if n, m := len(strings.Split(got[0], ",")), len(strings.Split(want, ",")); n != m {
		t.Errorf("header has %d columns, row %d", n, m)
	}
}

// TestCSVRefusesOtherKinds: a record is never dropped without a word.
func TestCSVRefusesOtherKinds(t *testing.T) {
	w, err := format.NewWriter("csv", io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	for _, rec := range []annalist.Record{&annalist.StatementRecord{}, &annalist.SkipRecord{}, &annalist.ArticleRecord{}} {
		if err := w.Write(rec); err == nil {
			t.Errorf("%T: got no error", rec)
		}
	}
	if !format.OnlyEvents("csv") || format.OnlyEvents("jsonl") || format.OnlyEvents("table") {
		t.Error("csv alone has rows for events only")
	}
}

func TestCSVWithoutEventsHasHeader(t *testing.T) {
	if got := write(t, "csv"); !strings.HasPrefix(got, "id,article,") {
		t.Errorf("got %q, want a header", got)
	}
}

func TestJSONLKeepsCharacters(t *testing.T) {
	got := write(t, "jsonl", event())
	if !strings.Contains(got, "Élysée & co") || strings.Count(got, "\n") != 1 {
		t.Errorf("got %s", got)
	}
}

func TestTable(t *testing.T) {
	want := `
a1
  [1] CONSULT/visit          =Emmanuel Macron (FRA GOV) -> Rwanda (RWA)   "visited"  0.90
      when 2024-05-02 | where Kigali (RWA) | says Élysée & co (FRA)
`
	if diff := cmp.Diff(write(t, "table", event()), want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestUnknownFormat(t *testing.T) {
	_, err := format.NewWriter("xml", nil)
	if err == nil || !strings.Contains(err.Error(), "csv, jsonl, table") {
		t.Errorf("got %v, want an error that lists the formats", err)
	}
}
