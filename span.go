package annalist

// Span is a half-open range [Start, End) of bytes in an article's text.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes covered.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Covers reports whether o lies inside s.
func (s Span) Covers(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Has reports whether the byte at offset lies inside s.
func (s Span) Has(offset int) bool { return s.Start <= offset && offset < s.End }

// Of returns the text the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }
