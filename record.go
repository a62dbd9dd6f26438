package annalist

// Schema is the version of the record contract, written in every record.
const Schema = "annalist/1"

// Record is one line of output: an *ArticleRecord, *EventRecord,
// *StatementRecord or *SkipRecord. docs/records.md explains every field.
type Record interface {
	record() // closed set
}

// Head is what every record begins with.
type Head struct {
	Schema  string `json:"schema"`
	Kind    string `json:"kind"`  // "article", "event", "statement" or "skip"
	Coder   string `json:"coder"` // "annalist 0.1.0"
	Book    string `json:"book"`  // first 12 hex digits of the sha256 of codebook and model
	ID      string `json:"id"`
	Article string `json:"article"` // id of the article
}

// ArticleRecord is the article itself, written before its records on demand.
type ArticleRecord struct {
	Head
	Title     string `json:"title"`
	Text      string `json:"text"`
	Published string `json:"published"`
	Source    string `json:"source"`
	URL       string `json:"url"`
	Language  string `json:"language"`
	SHA256    string `json:"text_sha256"`
}

// EventRecord is one event.
type EventRecord struct {
	Head
	Published   string              `json:"published"`
	Source      string              `json:"source"`
	URL         string              `json:"url"`
	Sentence    int                 `json:"sentence"` // counts from 1
	Trigger     SpanRecord          `json:"trigger"`
	Type        EventType           `json:"type"`
	Mode        Mode                `json:"mode"`
	Contexts    []Context           `json:"contexts"`
	Quad        int                 `json:"quad"`
	Score       float64             `json:"score"`
	CAMEO       string              `json:"cameo"`
	Actors      []EntityRecord      `json:"actors"`
	Recipients  []EntityRecord      `json:"recipients"`
	Realis      Realis              `json:"realis"`
	Historical  bool                `json:"historical"`
	Date        Date                `json:"date"`
	ContentDate *Date               `json:"content_date"`
	Place       *PlaceRecord        `json:"place"`
	Attribution []AttributionRecord `json:"attribution"`
	Mentions    []SpanRecord        `json:"mentions"`
	Size        *Size               `json:"size"`
	Votes       Votes               `json:"votes"`
	Why         []Why               `json:"why"`
	Confidence  float64             `json:"confidence"`
}

// StatementRecord is one reported statement.
type StatementRecord struct {
	Head
	Published  string        `json:"published"`
	Source     string        `json:"source"`
	URL        string        `json:"url"`
	Sentence   int           `json:"sentence"` // counts from 1
	Speaker    *EntityRecord `json:"speaker"`
	Addressee  *EntityRecord `json:"addressee"`
	Cue        *SpanRecord   `json:"cue"`
	Content    []SpanRecord  `json:"content"`
	Directness Directness    `json:"directness"`
	Stance     Stance        `json:"stance"`
	Inside     string        `json:"inside"` // id of the outer statement, or empty
	Events     []string      `json:"events"` // ids
	Why        []Why         `json:"why"`
	Confidence float64       `json:"confidence"`
}

// SkipRecord says why a sentence, a clause or a whole article gave no event.
type SkipRecord struct {
	Head
	Sentence int         `json:"sentence"` // counts from 1; 0 for a whole article
	Span     *SpanRecord `json:"span"`
	Reason   string      `json:"reason"` // a SkipReason, or "blocked-by:<rule>"
	Note     string      `json:"note"`
}

// SpanRecord is a stretch of the article's text: text always equals the bytes
// from start to end.
type SpanRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// EntityRecord is a party. Start, End and Text are absent when the text only
// implies it.
type EntityRecord struct {
	Start      *int      `json:"start,omitempty"`
	End        *int      `json:"end,omitempty"`
	Text       string    `json:"text"`
	Name       string    `json:"name"`
	ID         string    `json:"id"`
	Country    Country   `json:"country"`
	Sectors    []Sector  `json:"sectors"` // most specific first
	Rule       RuleID    `json:"rule"`    // that gave country and sectors
	Confidence float64   `json:"confidence"`
	Others     []Reading `json:"others,omitempty"`
}

// PlaceRecord is the place of an event.
type PlaceRecord struct {
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Text  string `json:"text"`
	Place
	Basis      Basis   `json:"basis"`
	Rule       RuleID  `json:"rule"`
	Confidence float64 `json:"confidence"`
	Others     []Place `json:"others"`
}

// AttributionRecord is one link of the chain "on whose word".
type AttributionRecord struct {
	Source EntityRecord `json:"source"`
	Cue    *SpanRecord  `json:"cue"`
	Kind   Directness   `json:"kind"`
	Stance Stance       `json:"stance"`
}

func (*ArticleRecord) record()   {}
func (*EventRecord) record()     {}
func (*StatementRecord) record() {}
func (*SkipRecord) record()      {}
