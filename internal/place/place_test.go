package place_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"annalist"
	"annalist/data"
	"annalist/internal/doctest"
	"annalist/internal/place"
	"annalist/internal/world"
)

func readWorld(t testing.TB) *world.World {
	t.Helper()
	w, err := world.Read(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// mark says which words of a text the net marks as a name: "LOC Paris".
func mark(doc *annalist.Document, marks []string) {
	for _, m := range marks {
		kind, name, _ := strings.Cut(m, " ")
		at := strings.Index(doc.Article.Text, name)
		span := annalist.Span{Start: at, End: at + len(name)}
		n := annalist.Name{Span: span, First: annalist.None, Kind: annalist.NameKind(kind), Score: 0.95}
		for i := range doc.Tokens {
			if span.Covers(doc.Tokens[i].Span) {
				if n.First == annalist.None {
					n.First = i
				}
				n.Last = i + 1
			}
		}
		doc.Names = append(doc.Names, n)
	}
}

func TestFind(t *testing.T) {
	w := readWorld(t)
	for _, c := range []struct {
		name, text string
		marks      []string // names the net marks; nil: it says nothing
		want       string   // text=name/country/level of each, divided by " | "
	}{
		{name: "state and capital", text: "Talks between Japan and Ukraine were held in Kyiv.",
			want: "Japan=Japan/JPN/country | Ukraine=Ukraine/UKR/country | Kyiv=Kyiv/UKR/city"},
		{name: "older spelling", text: "He flew from Kiev to Rangoon.", want: "Kiev=Kyiv/UKR/city | Rangoon=Yangon/MMR/city"},
		{name: "container after comma", text: "A man of Paris, Texas, was held.", want: "Paris=Paris/USA/city | Texas=Texas/USA/admin1"},
		{name: "container state", text: "He was born in Lima, Peru, in May.", want: "Lima=Lima/PER/city | Peru=Peru/PER/country"},
		{name: "container abbreviated", text: "A court in Mobile, Ala., agreed.", want: "Mobile=Mobile/USA/city | Ala.=Alabama/USA/admin1"},
		{name: "postal code", text: "Police in Columbus, GA, said so.", marks: []string{"LOC Columbus", "LOC GA"}, want: "Columbus=Columbus/USA/city | GA=Georgia/USA/admin1"},
		{name: "container without such a place", text: "A house burnt in Belgrade, Minn., today.", marks: []string{"LOC Belgrade", "LOC Minn."},
			want: "Belgrade=Belgrade/USA/admin1 | Minn.=Minnesota/USA/admin1"},
		{name: "one sense", text: "Police in Paris, Texas, came. The mayor of Paris left.", marks: []string{"LOC Paris", "LOC Texas"},
			want: "Paris=Paris/USA/city | Texas=Texas/USA/admin1 | Paris=Paris/USA/city"},
		{name: "region across states", text: "Ships left the Strait of Hormuz.", want: "Strait of Hormuz=Strait of Hormuz//region"},
		{name: "region of a state", text: "Rain fell on the Gaza Strip and on Crimea.", want: "Gaza Strip=Gaza Strip/PSE/region | Crimea=Crimea/UKR/region"},
		{name: "division by noun", text: "Rebels hold Idlib province.", want: "Idlib=Idlib/SYR/admin1"},
		{name: "division by name", text: "Shells hit Kharkiv Oblast and Kharkiv.", want: "Kharkiv Oblast=Kharkivs’ka Oblast’/UKR/admin1 | Kharkiv=Kharkiv/UKR/city"},
		{name: "town by noun", text: "Bombs fell on the city of Aleppo.", want: "Aleppo=Aleppo/SYR/city"},
		{name: "nationality before town", text: "Tanks entered the Ukrainian town of Lyman.", want: "Lyman=Lyman/UKR/city"},
		{name: "site", text: "Rockets struck Baghdad airport.", want: "Baghdad airport=Baghdad airport/IRQ/site"},
		{name: "camp", text: "They raided the Jenin refugee camp.", want: "Jenin refugee camp=Jenin refugee camp/PSE/site"},
		{name: "base", text: "Jets left Incirlik Air Base in Turkey.", want: "Incirlik Air Base=Incirlik/TUR/site | Turkey=Türkiye/TUR/country"},
		{name: "seat of power", text: "Crowds stormed the Kremlin.", want: "Kremlin=Kremlin/RUS/site"},
		{name: "article before name", text: "Troops left al-Tanf on foot.", want: "al-Tanf=Al-Tanf/SYR/site"},
		{name: "apostrophe", text: "Voting began in Côte d’Ivoire.", want: "Côte d’Ivoire=Ivory Coast/CIV/country"},
		{name: "list of divisions", text: "It rained in Oregon, Idaho and Washington.", marks: []string{"LOC Oregon", "LOC Idaho", "LOC Washington"},
			want: "Oregon=Oregon/USA/admin1 | Idaho=Idaho/USA/admin1 | Washington=Washington/USA/admin1"},
		{name: "list of states", text: "Envoys of Niger, Nigeria and Togo met.", want: "Niger=Niger/NER/country | Nigeria=Nigeria/NGA/country | Togo=Togo/TGO/country"},
		{name: "abbreviated state", text: "The U.S. and the UK agreed.", want: "U.S.=United States/USA/country | UK=United Kingdom/GBR/country"},
		{name: "village not listed", text: "They shelled Qubbaniya in Syria.", marks: []string{"LOC Qubbaniya", "LOC Syria"},
			want: "Qubbaniya=Qubbaniya/SYR/city | Syria=Syria/SYR/country"},

		{name: "no pronoun", text: "They told us and asked Us Weekly.", want: ""},
		{name: "no person", text: "Jordan Brown and Chad Smith left.", marks: []string{"PER Jordan Brown", "PER Chad Smith"}, want: ""},
		{name: "no person by first name", text: "John Lincoln left.", want: ""},
		{name: "no organisation", text: "The Bank of England and the Kyiv Independent agreed.", marks: []string{"ORG Bank of England", "ORG Kyiv Independent"}, want: ""},
		{name: "no organisation unmarked", text: "The Bank of England and the Washington Post agreed.", want: ""},
		{name: "no common word", text: "Police came. Reading helps. Of course.", want: ""},
		{name: "no people", text: "Syrian and Canadian soldiers and Germans left.", want: ""},
		{name: "no disease", text: "West Nile virus spread.", want: ""},
		{name: "no money", text: "It cost US$5.", want: ""},
		{name: "no part of an unknown place", text: "He slept in Knox Meadow.", marks: []string{"LOC Knox Meadow"}, want: ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := doctest.Plain(c.text, "")
			mark(doc, c.marks)
			place.Find(doc, w)
			var out []string
			for _, p := range doc.Places {
				out = append(out, doc.Text(p.Span)+"="+p.Name+"/"+string(p.Country)+"/"+string(p.Precision))
			}
			if got := strings.Join(out, " | "); got != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
			}
			check(t, doc)
		})
	}
}

// TestFindOthers keeps the runners-up, and follows the article's surroundings.
func TestFindOthers(t *testing.T) {
	w := readWorld(t)
	for _, c := range []struct {
		name, text string
		country    annalist.Country
	}{
		{"alone", "A bus burnt in Tripoli.", "LBY"},
		{"among Lebanese towns", "Rain fell on Beirut, Sidon, Tyre and Lebanon. A bus burnt in Tripoli.", "LBN"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := doctest.Plain(c.text, "")
			place.Find(doc, w)
			p := doc.Places[len(doc.Places)-1]
			if doc.Text(p.Span) != "Tripoli" || p.Country != c.country {
				t.Errorf("got %s in %s, want Tripoli in %s", doc.Text(p.Span), p.Country, c.country)
			}
			if len(p.Others) == 0 {
				t.Error("no runners-up")
			}
		})
	}
}

// TestFindIsSound: whatever the words, no panic, spans in order and apart, no
// point at (0, 0) with a GeoNames id, and the same answer twice.
func TestFindIsSound(t *testing.T) {
	w := readWorld(t)
	words := strings.Fields(`Paris London Texas Tex. Ala. Georgia Atlanta , . ( ) ' 's - of in the The city province County
		University Bank U.S. US us Kyiv Kiev Oblast airport air base al al-Tanf St. Louis New York Côte d’Ivoire Us$ 日本 é
		Niger Nigeria Jordan Brown said Mr. John West Nile virus Strait Hormuz Republic GA TX Mexico City`)
	rng := rand.New(rand.NewPCG(3, 4))
	for range 5000 {
		var b strings.Builder
		for range 1 + rng.IntN(14) {
			b.WriteString(words[rng.IntN(len(words))])
			if rng.IntN(6) > 0 {
				b.WriteByte(' ')
			}
		}
		doc := doctest.Plain(b.String(), "")
		for range rng.IntN(4) {
			if n := len(doc.Tokens); n > 0 {
				first := rng.IntN(n)
				last := first + 1 + rng.IntN(n-first)
				kinds := []annalist.NameKind{annalist.Person, annalist.Organisation, annalist.Location}
				doc.Names = append(doc.Names, annalist.Name{Span: doc.SpanOf(first, last), First: first, Last: last, Kind: kinds[rng.IntN(3)], Score: rng.Float32()})
			}
		}
		place.Find(doc, w)
		check(t, doc)
		again := *doc
		place.Find(&again, w)
		if len(again.Places) != len(doc.Places) {
			t.Fatalf("%q: %d places, then %d", b.String(), len(doc.Places), len(again.Places))
		}
	}
}

func check(t *testing.T, doc *annalist.Document) {
	t.Helper()
	end := 0
	for _, p := range doc.Places {
		switch {
		case p.Span.Start < end || p.Span.Empty() || p.First >= p.Last:
			t.Fatalf("%q: bad span in %+v", doc.Article.Text, p)
		case p.Lat == 0 && p.Lon == 0 && p.GeoNames != 0:
			t.Fatalf("%q: no point in %+v", doc.Article.Text, p)
		case p.Name == "" || p.Precision == "" || p.Confidence <= 0 || p.Confidence > 1:
			t.Fatalf("%q: incomplete %+v", doc.Article.Text, p)
		}
		end = p.Span.End
	}
}

func BenchmarkFind(b *testing.B) {
	w := readWorld(b)
	doc := doctest.Plain(strings.Repeat("The minister said on Tuesday in Kyiv that Russian troops who had entered Bakhmut, Ukraine, would leave it for Moscow by the end of the year, John Smith of London wrote. ", 30), "")
	b.ReportAllocs()
	for b.Loop() {
		place.Find(doc, w)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(doc.Tokens)), "ns/word")
}
