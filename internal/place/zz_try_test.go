//go:build shared

package place_test

import (
	"annalist"
	"annalist/data"
	"annalist/internal/place"
	"annalist/internal/syntax"
	"annalist/internal/world"
	"bufio"
	"os"
	"testing"
)

func TestTry(t *testing.T) {
	if os.Getenv("TRY") == "" {
		t.Skip()
	}
	w, _ := world.Read(data.FS)
	p, _ := syntax.New(data.FS)
	f, _ := os.Open(os.Getenv("TRY"))
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		doc := &annalist.Document{Article: annalist.Article{ID: "x", Text: sc.Text(), Published: "2024-03-13"}}
		p.Parse(doc)
		place.Find(doc, w)
		t.Log(sc.Text())
		for _, n := range doc.Names {
			t.Logf("   name %s %s %.2f", n.Kind, doc.Text(n.Span), n.Score)
		}
		for _, m := range doc.Places {
			t.Logf("   %q %s/%s/%s %s %.2f,%.2f conf %.2f %s", doc.Text(m.Span), m.Name, m.Admin1, m.Country, m.Precision, m.Lat, m.Lon, m.Confidence, m.Rule)
		}
	}
}
