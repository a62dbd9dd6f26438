package annalist

// Article is one text to code, as it came in. The coder never changes it.
type Article struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"` // informs resolution, never yields spans
	Text      string `json:"text"`
	Published string `json:"published,omitempty"` // YYYY-MM-DD, or empty when unknown
	Source    string `json:"source,omitempty"`    // the outlet
	URL       string `json:"url,omitempty"`
	Language  string `json:"language,omitempty"` // BCP 47; empty: found out from the text
}
