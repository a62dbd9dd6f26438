package annalist

// Event is one act of one type by one set of actors toward one set of recipients.
type Event struct {
	Sentence     int // index into Document.Sentences
	Trigger      Span
	TriggerToken int
	Type         EventType
	Mode         Mode
	CAMEO        string // where the rule gives a narrower code than type and mode
	Contexts     []Context
	Actors       []Participant
	Recipients   []Participant
	Realis       Realis
	Historical   bool
	Date         *Date // nil: the text gives nothing that resolves
	ContentDate  *Date // of what is promised, planned or threatened
	Place        *EventPlace
	Attribution  []Attribution // outermost first; empty: the outlet's own voice
	Mentions     []Span        // later triggers of the same act
	Size         Size
	Votes        Votes
	Why          []Why
	Confidence   float64 // calibrated: probability that type and parties are right
}

// Participant is an entity in the part it has in an event.
type Participant struct {
	Mention    int // index into Document.Mentions, None when implied
	Entity     int // index into Document.Entities
	Confidence float64
}

// EventPlace is where an act happened. Mention is the index into
// Document.Places, None when the place follows from something else.
type EventPlace struct {
	Mention    int
	Basis      Basis
	Confidence float64
}

// Votes are what the two proposers said of an event, 0 to 1.
type Votes struct {
	Rules float64 `json:"rules"`
	Net   float64 `json:"net"`
}

// Attribution is one link of the chain that answers "on whose word".
type Attribution struct {
	Mention   int // of the source; None when the source is implied or unnamed
	Entity    int // of the source, None when nothing is known of it
	Cue       Span
	Kind      Directness
	Stance    Stance
	Statement int // index of the statement it was taken from, or None
}

// Size counts people in an event, as the text says.
type Size struct {
	Dead       *Count `json:"dead,omitempty"`
	Injured    *Count `json:"injured,omitempty"`
	Arrested   *Count `json:"arrested,omitempty"`
	Protesters *Count `json:"protesters,omitempty"`
}

// Count is an exact number (Min == Max), a minimum (Max 0) or a range.
type Count struct {
	Min  int    `json:"min"`
	Max  int    `json:"max,omitempty"`
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// Statement is one reported statement.
type Statement struct {
	Sentence   int
	Speaker    Participant // Entity None when unknown
	Addressee  Participant // Entity None when none is named
	Cue        Span        // empty when there is none
	Content    []Span
	Directness Directness
	Stance     Stance
	Inside     int   // index of the outer statement, or None
	Events     []int // indices of the events inside its content
	Why        []Why
	Confidence float64
}

// Skip says why a stretch of text gave no event.
type Skip struct {
	Span     Span
	Sentence int // None for a whole article
	Reason   SkipReason
	Rule     RuleID // the blocker, for SkipBlocked
	Note     string
}

// SkipReason is why something was not coded.
type SkipReason string

// The reasons.
const (
	SkipNoTrigger  SkipReason = "no-trigger"      // no word names an act
	SkipNotInBook  SkipReason = "not-in-codebook" // an act, but of no type
	SkipNoEntity   SkipReason = "no-entity"       // an act, but nobody nameable
	SkipBlocked    SkipReason = "blocked"         // a blocker of the codebook fired
	SkipDoubtful   SkipReason = "doubtful"        // the judge's confidence is below the threshold
	SkipFolded     SkipReason = "folded"          // part of another event by the manual's folding rules
	SkipStatement  SkipReason = "statement"       // a mere statement, opinion or prediction
	SkipByline     SkipReason = "byline"
	SkipNotEnglish SkipReason = "not-english"
	SkipEmpty      SkipReason = "empty"
	SkipBinary     SkipReason = "binary"
	SkipBroken     SkipReason = "broken" // a fault of ours, recovered at the article's door
)
