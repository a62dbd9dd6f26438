package place

import (
	"math"

	"annalist"
	"annalist/internal/world"
)

// evidence is what the whole article says of where it plays.
type evidence struct {
	country map[annalist.Country]float64
	admin1  map[hint]float64
	local   map[annalist.Country]float64 // by places inside the state
	points  []point
	total   float64
	own     map[string][]share // by key: what the name itself gave
}

// placeID tells the places of an article apart.
type placeID struct {
	key, name string
	geonames  int
	feature   world.Feature
}

// mostPoints bounds the work in very long texts.
const mostPoints = 200

// share is a part of the evidence.
type share struct {
	at     hint
	weight float64
}

// point is a place taken as certain enough to draw others to it.
type point struct {
	lat, lon, weight float64
	key              string
}

// choose picks a place for each mention: first by size and container, then
// twice more with what the picks say of the article's own surroundings.
func (f *finder) choose() {
	f.gather(false)
	f.listed()
	for round := range 3 {
		if round > 0 {
			f.kindred()
		}
		f.nears = map[placeID]float64{}
		for i := range f.mentions {
			f.rank(&f.mentions[i])
		}
		f.pairs()
		f.oneSense()
		if round < 2 {
			f.gather(true)
		}
	}
}

// gather collects evidence: nationalities, and, once picked, the places.
func (f *finder) gather(picked bool) {
	ev := evidence{country: map[annalist.Country]float64{}, admin1: map[hint]float64{}, local: map[annalist.Country]float64{}, own: map[string][]share{}}
	for i := range f.doc.Tokens {
		tok := &f.doc.Tokens[i]
		if len(tok.Form) > 3 && capital(tok.Form) {
			if c, ok := f.w.Demonym(tok.Form); ok {
				ev.country[c] += 0.5
				ev.total += 0.5
			}
		}
	}
	seen := map[string]bool{}
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.belief < floor || !picked && len(m.rows) > 1 {
			continue
		}
		r, weight := m.rows[m.pick], m.belief
		if seen[m.key] {
			weight *= 0.3
		}
		if picked {
			weight *= m.certainty()
		}
		ev.country[r.Country] += weight
		ev.total += weight
		if r.Feature != world.Nation {
			ev.local[r.Country] += weight
		}
		ev.own[m.key] = append(ev.own[m.key], share{hint{r.Country, r.Code}, weight})
		if r.Code != "" {
			ev.admin1[hint{r.Country, r.Code}] += weight
		}
		if !seen[m.key] && r.Feature != world.Nation && r.Feature != world.Region && len(ev.points) < mostPoints {
			ev.points = append(ev.points, point{r.Lat, r.Lon, weight, m.key})
		}
		seen[m.key] = true
	}
	f.evidence = ev
}

// rank scores the places of one mention and picks the best.
func (f *finder) rank(m *mention) {
	if m.score == nil {
		m.score = make([]float64, len(m.rows))
	}
	m.pick = 0
	for i, r := range m.rows {
		id := placeID{m.key, r.Name, r.GeoNames, r.Feature}
		near, ok := f.nears[id]
		if !ok {
			near = f.near(m, r)
			f.nears[id] = near
		}
		m.score[i] = m.prior(r) + near + m.beside(r)
		if m.hinted(r) {
			m.score[i] += contained
		}
		if m.score[i] > m.score[m.pick] {
			m.pick = i
		}
	}
}

// listed finds the lists that mentions stand in: "Oregon, Idaho and
// Washington", "Sharon, Cornwall and Salisbury".
func (f *finder) listed() {
	for from := 0; from < len(f.mentions); {
		to := from + 1
		for to < len(f.mentions) && to-from < longestList && f.joined(&f.mentions[to-1], &f.mentions[to]) {
			to++
		}
		for i := from; to-from > 1 && i < to; i++ {
			for o := from; o < to; o++ {
				if o != i && f.mentions[o].key != f.mentions[i].key {
					f.mentions[i].list = append(f.mentions[i].list, o)
				}
			}
		}
		from = to
	}
}

// longestList bounds how many names one list is taken to have.
const longestList = 12

// joined reports whether only commas and conjunctions stand between two
// mentions of one sentence.
func (f *finder) joined(a, b *mention) bool {
	if b.first <= a.last || b.first-a.last > 2 || a.inside != annalist.None || b.inside != annalist.None ||
		f.doc.Tokens[a.first].Sent != f.doc.Tokens[b.first].Sent {
		return false
	}
	for j := a.last; j < b.first; j++ {
		switch f.doc.Tokens[j].Form {
		case ",", "and", "or", "&":
		default:
			return false
		}
	}
	return true
}

// beside is what the neighbours in a list say for a place: the same level and
// the same state or division.
func (m *mention) beside(r world.PlaceRow) float64 {
	s := 0.0
	for _, o := range m.kin {
		if o.Precision == r.Precision {
			s += 0.7
			if r.Precision == annalist.Admin1Level {
				s += 0.9
			}
		}
		if o.Country == r.Country && r.Feature != world.Nation {
			s += 0.5
			if o.Code == r.Code && r.Code != "" {
				s += 0.5
			}
		}
	}
	return min(s, 5)
}

// kindred notes what the neighbours in the list are taken for now.
func (f *finder) kindred() {
	for i := range f.mentions {
		m := &f.mentions[i]
		m.kin = m.kin[:0]
		for _, o := range m.list {
			m.kin = append(m.kin, f.mentions[o].rows[f.mentions[o].pick])
		}
	}
}

// contained is what a container named beside a place is worth: more than any
// difference in size.
const contained = 9

// prior is the weight of a place without its article.
func (m *mention) prior(r world.PlaceRow) float64 {
	base := math.Log10(float64(r.Population) + 10)
	switch r.Feature {
	case world.Nation:
		base = 13
	case world.Region, world.Site:
		base = 8
	case world.Capital:
		base += 2
	case world.SeatTown:
		base += 0.6
	case world.Section:
		base -= 1.2
	case world.District:
		base -= 1.5
	case world.Division:
		base += 0.5
		if m.hasNation(r.Country) { // "Mexico" is the state first, the division second
			base -= 6
		}
		for _, o := range m.rows { // "New York", "Kharkiv": the town, unless a noun says otherwise
			if o.Country == r.Country && o.Feature.Level() == annalist.CityLevel && o.Population > 50000 {
				base = math.Log10(float64(o.Population)+10) - 1
			}
		}
	}
	if r.Alias {
		base -= 0.7
	}
	return base + m.wanted(r)
}

func (m *mention) hasNation(c annalist.Country) bool {
	for _, r := range m.rows {
		if r.Feature == world.Nation && r.Country == c {
			return true
		}
	}
	return false
}

// wanted is the word of the noun beside the name.
func (m *mention) wanted(r world.PlaceRow) float64 {
	switch {
	case m.want == "":
		return 0
	case r.Precision == m.want:
		return 4
	case m.want == annalist.CityLevel && r.Feature == world.Nation:
		return -8
	case m.want == annalist.Admin2Level && r.Precision == annalist.Admin1Level:
		return 2
	case m.want == annalist.Admin1Level && r.Precision == annalist.RegionLevel:
		return 3
	}
	return 0
}

// near is what the rest of the article says for a place: its country, its
// division, and other places close by.
//
// What the name itself gave does not count: else a first guess would hold
// itself up.
func (f *finder) near(m *mention, r world.PlaceRow) float64 {
	total, country, code := f.evidence.total, f.evidence.country[r.Country], f.evidence.admin1[hint{r.Country, r.Code}]
	for _, o := range f.evidence.own[m.key] {
		total -= o.weight
		if o.at.country == r.Country {
			country -= o.weight
		}
		if o.at == (hint{r.Country, r.Code}) {
			code -= o.weight
		}
	}
	if total < 0.01 {
		return 0
	}
	s := 3 * math.Sqrt(max(0, country/total))
	if r.Feature == world.Nation {
		return s / 2
	}
	if r.Code != "" {
		s += 2.5 * math.Sqrt(max(0, code/total))
	}
	close := 0.0
	for _, p := range f.evidence.points {
		if p.key == m.key {
			continue
		}
		if d := distance(p.lat, p.lon, r.Lat, r.Lon); d < 400 {
			close += p.weight * (1 - d/400)
		}
	}
	return s + min(close, 2.5)
}

// distance in kilometres, by the flat formula: exact enough under a thousand.
// The conversions keep each product rounded, so that every machine agrees.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const perDegree = 111.2
	dy := lat1 - lat2
	dx := math.Abs(lon1 - lon2)
	if dx > 180 {
		dx = 360 - dx
	}
	dx = float64(dx * cosine((lat1+lat2)/2))
	return perDegree * math.Sqrt(float64(dx*dx)+float64(dy*dy))
}

// cosine of degrees by its series, in one fixed order of rounding.
func cosine(deg float64) float64 {
	x := float64(deg * (math.Pi / 180))
	q := float64(x * x)
	s := 1 - float64(q/2)
	t := float64(q * q)
	s += float64(t / 24)
	t = float64(t * q)
	s -= float64(t / 720)
	t = float64(t * q)
	return s + float64(t/40320)
}

// pairs settles the container with what it contains: "Atlanta, Georgia" is the
// state of the USA because Atlanta lies there.
func (f *finder) pairs() {
	for i := range f.mentions {
		m := &f.mentions[i]
		if m.inside == annalist.None || !m.hinted(m.rows[m.pick]) {
			continue
		}
		c, got := &f.mentions[m.inside], m.rows[m.pick]
		best := annalist.None
		for k, r := range c.rows {
			if r.Country == got.Country && (r.Feature == world.Nation || r.Code == got.Code) && r.Feature.Level() != annalist.CityLevel &&
				(best == annalist.None || c.score[k] > c.score[best]) {
				best = k
			}
		}
		if best != annalist.None && best != c.pick {
			c.score[best] = c.score[c.pick] + 2
			c.pick = best
		}
	}
}

// oneSense lets a mention without container follow one of the same name that
// has one: after "Paris, Texas" plain "Paris" is that Paris.
func (f *finder) oneSense() {
	lead := map[string]*mention{}
	for i := range f.mentions {
		m := &f.mentions[i]
		if len(m.within) > 0 && m.hinted(m.rows[m.pick]) && lead[m.key] == nil && m.belief >= floor {
			lead[m.key] = m
		}
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		l := lead[m.key]
		if l == nil || l == m || m.hinted(m.rows[m.pick]) {
			continue
		}
		id := l.rows[l.pick]
		for k, r := range m.rows {
			if r.GeoNames == id.GeoNames && r.Feature == id.Feature && r.Name == id.Name && m.rows[m.pick].Feature != world.Nation {
				m.score[k] = max(m.score[k], m.score[m.pick]) + 1
				m.pick = k
			}
		}
	}
}

// apart is the distance under which two places of a name count as one.
const apart = 40

// certainty is how clearly the picked place stands above the next one that
// lies elsewhere.
func (m *mention) certainty() float64 {
	if len(m.score) == 0 {
		return 0.7
	}
	margin := 5.0
	got := m.rows[m.pick]
	for i, r := range m.rows {
		if i != m.pick && distance(r.Lat, r.Lon, got.Lat, got.Lon) > apart {
			margin = min(margin, m.score[m.pick]-m.score[i])
		}
	}
	return 1 / (1 + math.Exp(-margin-0.5))
}

// others are the runners-up, best first, at most four.
func (m *mention) others() []annalist.Place {
	var out []annalist.Place
	used := map[int]bool{m.pick: true}
	for len(out) < 4 && len(used) < len(m.rows) {
		best := annalist.None
		for i := range m.rows {
			if !used[i] && (best == annalist.None || m.score[i] > m.score[best]) {
				best = i
			}
		}
		used[best] = true
		out = append(out, m.rows[best].Place)
	}
	return out
}

// weigh gives a name in which the article shows faith more of it: a container
// beside it, or the same name believed elsewhere in the text.
func (f *finder) weigh() {
	best := map[string]float64{}
	for i := range f.mentions {
		m := &f.mentions[i]
		if f.person[m.key] && !m.sure && m.inside == annalist.None {
			m.belief *= 0.2
			continue
		}
		if m.clean && m.inside != annalist.None && m.belief > 0.1 {
			m.belief = max(m.belief, 0.85)
			m.rule = "place.container"
		}
		best[m.key] = max(best[m.key], m.belief)
	}
	for i := range f.mentions {
		m := &f.mentions[i]
		if b := best[m.key]; b >= 0.8 && m.belief >= 0.2 && (m.sure || !f.person[m.key]) {
			m.belief = max(m.belief, 0.6)
		}
	}
}
