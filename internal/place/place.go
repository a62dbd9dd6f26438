// Package place finds the places a document names and says which places of the
// world they are.
//
// Find is the one entry point: it reads the words, their tags, the names the
// net sees and the gazetteer, and writes Document.Places in order of the text,
// each with the place meant, its level and the runners-up. Works in three
// steps: scan.go finds names of the gazetteer in the text, name.go weighs
// whether a name is a place at all, choose.go picks among places of one name.
//
// A nationality ("Syrian") is no place here, and no word is said on whether an
// act happened at a place: package event decides that.
package place

import (
	"annalist"
	"annalist/internal/world"
)

// Find writes doc.Places: every place the text names.
func Find(doc *annalist.Document, w *world.World) {
	f := &finder{doc: doc, w: w, g: w.Places, rows: map[string]*candidates{}, person: map[string]bool{}}
	f.indexNames()
	for s := range doc.Sentences {
		f.scan(doc.Sentences[s])
	}
	f.link()
	f.weigh()
	f.choose()
	f.displace()
	f.sites()
	for _, step := range [...]func(*finder){(*finder).siteNames, (*finder).unlisted, (*finder).framed, (*finder).nouns} {
		f.settle()
		step(f)
	}
	f.settle()
	doc.Places = f.places()
}

// finder walks one document.
type finder struct {
	doc      *annalist.Document
	w        *world.World
	g        *world.Gazetteer
	nameAt   []int // index into doc.Names of the name over each token, or None
	key      []byte
	rows     map[string]*candidates
	lower    map[string]bool // words the text also writes in lower case
	surnames map[string]bool // last words of the persons the net marks
	person   map[string]bool // keys seen as the last part of a person's name
	mentions []mention
	added    []mention // since the last settling
	cover    []bool    // tokens of believed mentions
	evidence evidence
	nears    map[placeID]float64 // what the evidence says for each place, this round
}

// candidates are the places of one key.
type candidates struct {
	rows   []world.PlaceRow
	longer bool // longer names begin with the key
}

// mention is a name of the gazetteer in the text on its way to a place.
type mention struct {
	first, last int // token range
	key         string
	rows        []world.PlaceRow
	want        annalist.PlaceKind // what a word beside it says it is: "province", "city of"
	within      []hint
	inside      int // index of the mention that names its container, or None
	beyond      int // index of a container in which no place of the name is listed, or None
	belief      float64
	sure        bool  // the net marks it as a place
	clean       bool  // nothing beside it speaks against a place
	list        []int // mentions it stands in a list with
	kin         []world.PlaceRow
	pick        int // index into rows
	score       []float64
	siteEnd     int // one past the last token of "Baghdad airport", or 0
	rule        annalist.RuleID
}

// hint is a container that the words beside a name give it.
type hint struct {
	country annalist.Country
	code    string // of the first division, or empty
}

// places turns the mentions that are believed into place mentions.
func (f *finder) places() []annalist.PlaceMention {
	var out []annalist.PlaceMention
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.belief < floor {
			continue
		}
		last := m.end()
		p := annalist.PlaceMention{
			Span: f.doc.SpanOf(m.first, last), First: m.first, Last: last,
			Place: m.rows[m.pick].Place, Rule: m.rule,
		}
		p.Country = f.controller(p.Country)
		p.Others = m.others()
		p.Confidence = m.belief * m.certainty()
		if m.want != "" {
			p.Precision = m.level()
		}
		if m.siteEnd > 0 {
			p.Precision, p.Name = annalist.SiteLevel, p.Span.Of(f.doc.Article.Text)
			p.GeoNames = 0
		}
		out = append(out, p)
	}
	return out
}

// controller is the state that speaks for a dependency: Greenland is Danish,
// Puerto Rico American (coding manual, ruling 18).
func (f *finder) controller(c annalist.Country) annalist.Country {
	if s := f.w.State(c); s != nil && s.Controller != "" {
		return s.Controller
	}
	return c
}

// floor is the least belief at which a name is written down as a place.
const floor = 0.3

// level is what the word beside the name says, where the gazetteer has the
// town alone: "Bakhmut district".
func (m *mention) level() annalist.PlaceKind {
	have := m.rows[m.pick].Precision
	if m.want == annalist.Admin1Level && have == annalist.CityLevel {
		return annalist.Admin1Level
	}
	if m.want == annalist.Admin2Level && (have == annalist.CityLevel || have == annalist.Admin1Level) {
		return annalist.Admin2Level
	}
	return have
}
