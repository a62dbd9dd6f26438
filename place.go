package annalist

// PlaceMention is a place named in the text, with the place meant.
type PlaceMention struct {
	Span        Span
	First, Last int // token range, half-open
	Place
	Others     []Place // the runners-up, best first
	Rule       RuleID
	Confidence float64
}

// Place is a point or area of the gazetteer.
type Place struct {
	Name      string    `json:"name"`
	Country   Country   `json:"country"`
	Admin1    string    `json:"admin1,omitempty"`
	GeoNames  int       `json:"geonames,omitempty"`
	Lat       float64   `json:"lat,omitempty"`
	Lon       float64   `json:"lon,omitempty"`
	Precision PlaceKind `json:"precision"`
}

// PlaceKind is the level of a place.
type PlaceKind string

// The levels of places.
const (
	CountryLevel PlaceKind = "country"
	Admin1Level  PlaceKind = "admin1"
	Admin2Level  PlaceKind = "admin2"
	CityLevel    PlaceKind = "city"
	SiteLevel    PlaceKind = "site"   // a building, base, camp, airport
	RegionLevel  PlaceKind = "region" // a sea, strait, desert, or region across states
)
