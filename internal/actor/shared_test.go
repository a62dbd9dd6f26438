//go:build shared

package actor_test

import (
	"encoding/gob"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"
	"time"

	"annalist"
	"annalist/data"
	"annalist/internal/actor"
	"annalist/internal/doctest"
	"annalist/internal/place"
	"annalist/internal/syntax"
	"annalist/internal/world"
)

// goldParty is an actor, recipient or source of an annotated event.
type goldParty struct {
	Text, Name string
	Span       []int
	Country    annalist.Country
	Sector     annalist.Sector
}

type goldArticle struct {
	ID, Published, Title, Text string
	Events                     []struct {
		Actors, Recipients, Attribution []goldParty
	}
	Statements []struct {
		Speaker goldParty
	}
}

// parties lists the spans of an article once each.
func (a goldArticle) parties() []goldParty {
	var out []goldParty
	seen := map[string]bool{}
	lists := [][]goldParty{}
	for _, e := range a.Events {
		lists = append(lists, e.Actors, e.Recipients, e.Attribution)
	}
	for _, s := range a.Statements {
		lists = append(lists, []goldParty{s.Speaker})
	}
	for _, list := range lists {
		for _, p := range list {
			key := fmt.Sprint(p.Span, p.Country, p.Sector)
			if len(p.Span) == 2 && p.Country != "" && !seen[key] {
				seen[key] = true
				out = append(out, p)
			}
		}
	}
	return out
}

// parsed gives the documents of articles after syntax. With ANNALIST_PARSED set
// to a folder the parses are kept there between runs.
func parsed(t testing.TB, name string, arts []goldArticle) []*annalist.Document {
	t.Helper()
	cache := os.Getenv("ANNALIST_PARSED")
	path := filepath.Join(cache, strings.ReplaceAll(name, "/", "_")+".gob")
	var docs []*annalist.Document
	if cache != "" {
		if file, err := os.Open(path); err == nil {
			defer file.Close()
			if err := gob.NewDecoder(file).Decode(&docs); err != nil {
				t.Fatal(err)
			}
			return docs
		}
	}
	p, err := syntax.New(data.FS)
	if err != nil {
		t.Skipf("no net: %v", err)
	}
	for _, a := range arts {
		doc := &annalist.Document{Article: annalist.Article{ID: a.ID, Title: a.Title, Text: a.Text, Published: a.Published}}
		p.Parse(doc)
		docs = append(docs, doc)
	}
	if cache != "" {
		file, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := gob.NewEncoder(file).Encode(docs); err != nil {
			t.Fatal(err)
		}
	}
	return docs
}

// TestParties measures, over the spans annotators marked as parties, how many
// have a mention at their head, the right country, the right country and
// sector. With ANNALIST_ERRORS set, the misses are listed.
func TestParties(t *testing.T) {
	w, err := world.Read(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []struct {
		name          string
		country, both float64 // floors
	}{
		{"data/annotated/train.jsonl.gz", 87, 75},
		{"data/statements/train.jsonl.gz", 75, 58},
		{"gold/dev.jsonl", 84, 70},
		{"gold/moscow.jsonl", 85, 80},
	} {
		t.Run(set.name, func(t *testing.T) {
			arts := doctest.Rows[goldArticle](t, doctest.Shared(t, set.name))
			docs := parsed(t, set.name, arts)
			var n, found, country, both, words int
			var spent time.Duration
			misses := map[string]int{}
			for i, a := range arts {
				doc := docs[i]
				place.Find(doc, w)
				start := time.Now()
				actor.Find(doc, w)
				spent += time.Since(start)
				words += len(doc.Tokens)
				at := doctest.Offsets(a.Text)
				for _, p := range a.parties() {
					n++
					men, ents := lookup(doc, annalist.Span{Start: at[p.Span[0]], End: at[p.Span[1]]})
					if men == nil {
						misses[fmt.Sprintf("none\t%s\t%s %s\t\t%s", p.Text, p.Country, p.Sector, clip(a, p))]++
						continue
					}
					found++
					c, b, got := agree(p, ents)
					if c {
						country++
					}
					if b {
						both++
					}
					if !b {
						kind := "sector"
						if !c {
							kind = "country"
						}
						misses[fmt.Sprintf("%s\t%s\t%s %s\t%s %s\t%s", kind, p.Text, p.Country, p.Sector, got, men.Rule, clip(a, p))]++
					}
				}
			}
			pct := func(k int) float64 { return 100 * float64(k) / float64(n) }
			t.Logf("%d parties: mention %.1f %%, country %.1f %%, country and sector %.1f %%; %.2f µs a word",
				n, pct(found), pct(country), pct(both), float64(spent.Microseconds())/float64(words))
			if pct(country) < set.country || pct(both) < set.both {
				t.Errorf("below the floors %.1f and %.1f", set.country, set.both)
			}
			if path := os.Getenv("ANNALIST_ERRORS"); path != "" {
				writeMisses(t, filepath.Join(path, strings.ReplaceAll(set.name, "/", "_")+".tsv"), misses)
			}
		})
	}
}

func writeMisses(t *testing.T, path string, misses map[string]int) {
	t.Helper()
	var lines []string
	for m := range misses {
		lines = append(lines, m)
	}
	sort.Strings(lines)
	if err := os.WriteFile(path, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// lookup finds the mention at the head of a span: of the token whose head lies
// outside, else any mention headed inside.
func lookup(doc *annalist.Document, s annalist.Span) (*annalist.Mention, []annalist.Entity) {
	head := annalist.None
	for i, tok := range doc.Tokens {
		if !tok.Span.Overlaps(s) || tok.Tag == annalist.PUNCT || tok.Tag == annalist.DET || tok.Tag == annalist.ADP {
			continue
		}
		if tok.Head == annalist.None || !doc.Tokens[tok.Head].Span.Overlaps(s) {
			if head == annalist.None || doc.Tokens[head].Tag == annalist.ADJ && doc.Tokens[head].Sent == tok.Sent {
				head = i
			}
		}
	}
	var best *annalist.Mention
	for m := range doc.Mentions {
		men := &doc.Mentions[m]
		switch {
		case men.Head == head:
			best = men
		case best == nil && head != annalist.None && men.First <= head && head < men.Last:
			best = men
		}
	}
	if best == nil {
		return nil, nil
	}
	var ents []annalist.Entity
	for _, e := range best.Entities {
		ents = append(ents, doc.Entities[e])
	}
	return best, ents
}

func agree(p goldParty, ents []annalist.Entity) (country, both bool, got string) {
	for _, e := range ents {
		var s annalist.Sector
		if len(e.Sectors) > 0 {
			s = e.Sectors[0]
		}
		got += fmt.Sprintf("%s %s (%s)", e.Country, s, e.Name)
		if e.Country == p.Country {
			country = true
			both = both || s == p.Sector
		}
	}
	return country, both, got
}

func clip(a goldArticle, p goldParty) string {
	r := []rune(a.Text)
	lo, hi := max(0, p.Span[0]-60), min(len(r), p.Span[1]+60)
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(string(r[lo:p.Span[0]]) + "[" + string(r[p.Span[0]:p.Span[1]]) + "]" + string(r[p.Span[1]:hi]))
}

func BenchmarkFind(b *testing.B) {
	w, err := world.Read(data.FS)
	if err != nil {
		b.Fatal(err)
	}
	arts := doctest.Rows[goldArticle](b, doctest.Shared(b, "gold/dev.jsonl"))
	docs := parsed(b, "gold/dev.jsonl", arts)
	words := 0
	for _, doc := range docs {
		place.Find(doc, w)
		words += len(doc.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			actor.Find(doc, w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*words), "ns/word")
}
