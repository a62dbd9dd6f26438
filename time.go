package annalist

// Time is an expression of time and the days it stands for.
type Time struct {
	Span        Span
	First, Last int // token range, half-open
	Kind        TimeKind
	// Value is YYYY-MM-DD, YYYY-Www, YYYY-MM, YYYY, or A/B for a range; empty
	// when the text gives nothing that resolves (then only Kind is known).
	Value      string
	Start, End string // first and last day, YYYY-MM-DD; empty with Value
	Precision  Precision
	Rule       RuleID
	Confidence float64
}

// TimeKind tells what an expression of time says.
type TimeKind string

// The kinds of time expressions.
const (
	Point    TimeKind = "date"     // a day, week, month, year, or range of them
	Duration TimeKind = "duration" // "for three days": a length, with Value when anchored
	Repeated TimeKind = "set"      // "every Friday", "often", "in recent years"
	Vague    TimeKind = "vague"    // "recently", "now", "soon"
)

// Precision is the unit of a date.
type Precision string

// The precisions of dates.
const (
	Day   Precision = "day"
	Week  Precision = "week"
	Month Precision = "month"
	Year  Precision = "year"
	Range Precision = "range"
)

// Basis says where a date or place was taken from.
type Basis string

// The bases.
const (
	FromText        Basis = "text"
	FromPublication Basis = "publication"
	FromNothing     Basis = "none"
)

// Date is when an event happened, as its record tells it.
type Date struct {
	Value      string    `json:"value"`
	Start      string    `json:"start"`
	End        string    `json:"end"`
	Precision  Precision `json:"precision"`
	Basis      Basis     `json:"basis"`
	Confidence float64   `json:"confidence"`
	Text       string    `json:"text,omitempty"`
	Span       *Span     `json:"span,omitempty"`
}
