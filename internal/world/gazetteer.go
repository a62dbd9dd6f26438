package world

import (
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"annalist"
)

// Gazetteer is the table of the world's places. It is kept as the one text it
// was read from and searched by halves: 170,000 rows cost ten megabytes. A row is
// looked over at reading and taken apart when it is asked for. It does not change after reading, and any number of
// goroutines may share it.
type Gazetteer struct {
	text    string   // rows divided by line feeds, sorted by key
	starts  []uint32 // where each row begins, and the end
	admin1  map[string]string
	letters map[rune]string
}

// PlaceRow is one name of one place.
type PlaceRow struct {
	annalist.Place
	Key        string
	Code       string // code of the first division inside its country
	Population int
	Feature    Feature
	Alias      bool // the key is not the place's own name
}

// Feature says what kind of place a row is, finer than its level.
type Feature byte

// The features.
const (
	Nation   Feature = 'N'
	Division Feature = 'A' // first division
	District Feature = 'B' // second division
	Capital  Feature = 'C'
	SeatTown Feature = 'S' // of a first division
	Town     Feature = 'P'
	Section  Feature = 'X' // of a town
	Region   Feature = 'R'
	Site     Feature = 'T'
)

// Level is the precision a feature has.
func (f Feature) Level() annalist.PlaceKind {
	switch f {
	case Nation:
		return annalist.CountryLevel
	case Division:
		return annalist.Admin1Level
	case District:
		return annalist.Admin2Level
	case Capital, SeatTown, Town, Section:
		return annalist.CityLevel
	case Region:
		return annalist.RegionLevel
	case Site:
		return annalist.SiteLevel
	default:
		panic("world: unknown feature " + string(f))
	}
}

// placeFields is the number of fields of a row: key, name, country, first
// division, feature, population, latitude, longitude, GeoNames id.
const placeFields = 9

func (w *World) readPlaces(fsys fs.FS) (err error) {
	w.Places, err = ReadGazetteer(fsys)
	return err
}

// ReadGazetteer reads world/places.tsv and the two small tables beside it.
func ReadGazetteer(fsys fs.FS) (*Gazetteer, error) {
	raw, err := fs.ReadFile(fsys, placesFile)
	if err != nil {
		return nil, fmt.Errorf("read gazetteer: %w", err)
	}
	text := string(raw)
	g := &Gazetteer{text: text, admin1: map[string]string{}, letters: map[rune]string{}}
	if err := g.cut(); err != nil {
		return nil, err
	}
	err = readTable(fsys, "world/places_admin1.tsv", "country code name", func(r row) error {
		g.admin1[r.fields[0]+"."+r.fields[1]] = r.fields[2]
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = readTable(fsys, "world/places_letters.tsv", "letter plain", func(r row) error {
		c, _ := utf8.DecodeRuneInString(r.fields[0])
		g.letters[c] = r.fields[1]
		return nil
	})
	return g, err
}

// Len is the number of rows.
func (g *Gazetteer) Len() int { return len(g.starts) - 1 }

// line is the text of row i.
func (g *Gazetteer) line(i int) string { return g.text[g.starts[i] : g.starts[i+1]-1] }

// keyOf is the key of row i.
func (g *Gazetteer) keyOf(i int) string {
	line := g.line(i)
	return line[:strings.IndexByte(line, '\t')]
}

// Lookup gives the rows of a key as half-open range of row numbers, and
// whether longer names begin with it.
func (g *Gazetteer) Lookup(key string) (first, last int, longer bool) {
	n := g.Len()
	first = sort.Search(n, func(i int) bool { return g.keyOf(i) >= key })
	last = first
	for last < n && g.keyOf(last) == key {
		last++
	}
	if last < n {
		next := g.keyOf(last)
		longer = len(next) > len(key) && next[len(key)] == ' ' && next[:len(key)] == key
	}
	return first, last, longer
}

// Row reads row i.
func (g *Gazetteer) Row(i int) PlaceRow {
	var f [placeFields]string
	line := g.line(i)
	for k := range placeFields - 1 {
		at := strings.IndexByte(line, '\t')
		f[k], line = line[:at], line[at+1:]
	}
	f[placeFields-1] = line
	r := PlaceRow{Key: f[0], Code: f[3], Feature: Feature(f[4][0])}
	r.Name, r.Country = f[1], annalist.Country(f[2])
	if r.Name == "" {
		r.Name = capitals(r.Key)
	}
	r.Admin1 = g.admin1[f[2]+"."+f[3]]
	r.Population = number(f[5])
	r.Lat, r.Lon = decimal(f[6]), decimal(f[7])
	r.GeoNames = number(f[8])
	r.Precision = r.Feature.Level()
	r.Alias = f[1] != "" && string(g.AppendKey(nil, f[1])) != r.Key
	return r
}

// Admin1 is the name of a first division by its country and code.
func (g *Gazetteer) Admin1(country annalist.Country, code string) string {
	return g.admin1[string(country)+"."+code]
}

// number and decimal read fields that placeFault has passed.
func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

func decimal(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return x
}

// capitals writes a key as a name: "new york" as "New York".
func capitals(key string) string {
	b := []byte(key)
	for i, c := range b {
		if c >= 'a' && c <= 'z' && (i == 0 || b[i-1] == ' ') {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// AppendKey appends to dst the key of a name: ASCII letters and digits in
// lower case, without accents, apostrophes and full stops; everything else
// divides words, and one space stands between two.
func (g *Gazetteer) AppendKey(dst []byte, name string) []byte {
	begin := len(dst)
	gap := false
	put := func(c byte) {
		if gap && len(dst) > begin {
			dst = append(dst, ' ')
		}
		gap = false
		dst = append(dst, c)
	}
	for _, r := range name {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			put(byte(r))
		case r >= 'A' && r <= 'Z':
			put(byte(r - 'A' + 'a'))
		case r == '.' || strings.ContainsRune(apostrophes, r) || r >= 0x300 && r <= 0x36f:
		case r < utf8.RuneSelf:
			gap = true
		default:
			p, ok := g.letters[r]
			if !ok {
				gap = true
			}
			for i := range len(p) {
				put(p[i])
			}
		}
	}
	return dst
}

const apostrophes = "'’‘ʻʼ`ʿʾ´ʹʺ‛ˈ′ʽˑ"
