package annalist

// Mention is a stretch of text that stands for one or more entities.
type Mention struct {
	Span        Span
	First, Last int // token range, half-open
	Head        int // head token
	Kind        MentionKind
	Entities    []int // more than one for "the two leaders"; empty when nothing resolves
	Rule        RuleID
	Confidence  float64
}

// MentionKind says how a mention points at its entity.
type MentionKind string

// The kinds of mentions.
const (
	ByName        MentionKind = "name"        // "Fumio Kishida", "Gazprom", "Ukraine"
	ByPronoun     MentionKind = "pronoun"     // "he", "we"
	ByRole        MentionKind = "role"        // "the Japanese head of government", "the company"
	ByMetonym     MentionKind = "metonym"     // "Tokyo", "the Kremlin"
	ByNationality MentionKind = "nationality" // "Israeli" in "Israeli strikes"
	ByGroup       MentionKind = "group"       // "Ukrainian children", "protesters", "two men"
)

// Entity is a party: a state, body, group or person.
type Entity struct {
	Name    string // full name used in the article or commonly
	ID      string // of the world tables (Wikidata id where known), or empty
	Kind    EntityKind
	Country Country
	Sectors []Sector // most specific first; empty for a state as such
	Gender  string   // "f", "m" or empty: for pronouns
	Plural  bool
	// Mentions are the indices of its mentions, in order of the text.
	Mentions   []int
	Rule       RuleID // that gave country and sector
	Confidence float64
	Others     []Reading // other readings that were possible, best first
}

// Reading is a reading of an entity that was possible and not taken.
type Reading struct {
	Name    string   `json:"name"`
	ID      string   `json:"id,omitempty"`
	Country Country  `json:"country"`
	Sectors []Sector `json:"sectors,omitempty"`
}

// EntityKind tells what sort of party an entity is.
type EntityKind string

// The kinds of entities.
const (
	StateEntity  EntityKind = "state"
	PersonEntity EntityKind = "person"
	BodyEntity   EntityKind = "body"  // an organisation, ministry, company, court, movement
	GroupEntity  EntityKind = "group" // people: "protesters", "Ukrainian children"
	OtherEntity  EntityKind = "other" // a thing or place that is no party
)
