//go:build shared

package place_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/place"
	"annalist/internal/world"
)

// near is the distance in kilometres (100 miles) within which a place counts
// as the right one in the literature.
const near = 161

type goldPlace struct {
	Start, End int
	Text       string
	Lat, Lon   *float64
	Label      string
}

type goldArticle struct {
	ID, Title, Date, Text string
	Toponyms              []goldPlace
}

func readGold(t testing.TB, name string) []goldArticle {
	t.Helper()
	return doctest.Rows[goldArticle](t, doctest.Shared(t, "data/places/"+name+".dev.jsonl.gz"))
}

// tally counts what was found, and what was found and lies near.
type tally struct {
	gold, coded, found, placed, located int
}

func (c tally) String() string {
	return fmt.Sprintf("gold %d coded %d: P %.3f R %.3f F1 %.3f; found and within 161 km: of gold %.3f, F1 %.3f; of found %.3f",
		c.gold, c.coded, float64(c.found)/float64(c.coded), float64(c.found)/float64(c.gold), c.f1(c.found),
		float64(c.located)/float64(c.gold), c.f1(c.located), float64(c.located)/float64(c.placed))
}

func (c tally) f1(right int) float64 { return 2 * float64(right) / float64(c.gold+c.coded) }

// TestPlaces measures on the four sets; they only measure.
func TestPlaces(t *testing.T) {
	w, err := world.Read(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	parse := parser(t)
	var errs strings.Builder
	for _, set := range []struct {
		name              string
		found, withinGold float64 // floors
	}{{"geovirus", 0.90, 0.72}, {"lgl", 0.72, 0.50}, {"trnews", 0.82, 0.60}, {"geowebnews", 0.74, 0.52}} {
		var all, literal tally
		for _, art := range readGold(t, set.name) {
			doc := &annalist.Document{Article: annalist.Article{ID: art.ID, Title: art.Title, Text: art.Text, Published: art.Date}}
			parse(doc)
			place.Find(doc, w)
			offsets := doctest.Offsets(art.Text)
			score(&all, art, doc, offsets, func(g goldPlace) bool { return true }, nil)
			score(&literal, art, doc, offsets, func(g goldPlace) bool {
				_, demonym := w.Demonym(g.Text)
				return !demonym && !strings.HasSuffix(g.Text, "ish") && g.Label != "Embedded_Non_Lit"
			}, &errs)
		}
		t.Logf("%-10s %s", set.name, all)
		if f1, within := all.f1(all.found), float64(all.located)/float64(all.gold); f1 < set.found || within < set.withinGold {
			t.Errorf("%s: F1 %.3f and %.3f of gold within 161 km, want %.2f and %.2f", set.name, f1, within, set.found, set.withinGold)
		}
		t.Logf("%-10s without nationalities and names inside names: %s", "", literal)
	}
	if out := os.Getenv("PLACE_ERRORS"); out != "" {
		if err := os.WriteFile(out, []byte(errs.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func score(c *tally, art goldArticle, doc *annalist.Document, offsets []int, counts func(goldPlace) bool, errs *strings.Builder) {
	names := doc.Places[:0:0]
	for _, p := range doc.Places {
		if p.Rule != place.NounRule { // the sets have names only
			names = append(names, p)
		}
	}
	doc.Places = names
	used := map[int]bool{}
	say := func(format string, args ...any) {
		if errs != nil {
			fmt.Fprintf(errs, art.ID+" "+format+"\n", args...)
		}
	}
	around := func(s annalist.Span) string {
		return strings.ReplaceAll(art.Text[max(0, s.Start-50):min(len(art.Text), s.End+40)], "\n", " ")
	}
	ignored := 0
	for _, g := range art.Toponyms {
		if g.Lat == nil || g.End >= len(offsets) {
			continue
		}
		span := annalist.Span{Start: offsets[g.Start], End: offsets[g.End]}
		hit := annalist.None
		for i, p := range doc.Places {
			if !used[i] && p.Span.Overlaps(span) && (hit == annalist.None || p.Span == span) {
				hit = i
			}
		}
		if !counts(g) {
			if hit != annalist.None {
				used[hit] = true
				ignored++
			}
			continue
		}
		c.gold++
		if hit == annalist.None {
			say("MISSED %q | %s", g.Text, around(span))
			continue
		}
		used[hit] = true
		c.found++
		c.placed++
		p := doc.Places[hit]
		if km := distance(p.Lat, p.Lon, *g.Lat, *g.Lon); km <= near {
			c.located++
		} else {
			say("WRONG %.0f km %q got %s %s %s %s (%.2f,%.2f want %.2f,%.2f) | %s", km, g.Text, p.Name, p.Admin1, p.Country, p.Precision, p.Lat, p.Lon, *g.Lat, *g.Lon, around(span))
		}
	}
	c.coded += len(doc.Places) - ignored
	for i, p := range doc.Places {
		if used[i] {
			continue
		}
		known := false
		for _, g := range art.Toponyms {
			known = known || g.End < len(offsets) && p.Span.Overlaps(annalist.Span{Start: offsets[g.Start], End: offsets[g.End]})
		}
		if known {
			c.coded-- // the gold has it without coordinates
			continue
		}
		say("EXTRA %q %.2f | %s", doc.Text(p.Span), p.Confidence, around(p.Span))
	}
}

func distance(lat1, lon1, lat2, lon2 float64) float64 {
	rad := math.Pi / 180
	a := math.Pow(math.Sin((lat2-lat1)*rad/2), 2) + math.Cos(lat1*rad)*math.Cos(lat2*rad)*math.Pow(math.Sin((lon2-lon1)*rad/2), 2)
	return 2 * 6371 * math.Asin(math.Sqrt(a))
}
