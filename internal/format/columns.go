package format

import (
	"bytes"
	"slices"
	"strings"
)

// columnNames are names by which tables of articles call their columns.
var columnNames = []string{
	"id", "title", "headline", "text", "body", "content", "article", "story", "sentence",
	"date", "published", "source", "outlet", "publisher", "author", "url", "link", "language",
}

// looksLikeColumns tells a table from prose: its first line is nothing but short
// names without a space behind the separator, two of which tables of articles
// use. It is not for "Source, date" over a story, which has a space.
func looksLikeColumns(head []byte) bool {
	first, _, whole := bytes.Cut(head, []byte("\n"))
	if !whole {
		return false
	}
	line := strings.TrimRight(string(first), "\r")
	for _, separator := range []string{",", "\t", ";"} {
		known := 0
		for _, cell := range strings.Split(line, separator) {
			name := strings.Trim(cell, `"`)
			if !columnName(name) {
				known = 0
				break
			}
			if slices.Contains(columnNames, strings.ToLower(name)) {
				known++
			}
		}
		if known >= 2 {
			return true
		}
	}
	return false
}

// columnName: letters, digits and what joins words; an index has no name.
func columnName(s string) bool {
	for _, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
		if !letter && r != '_' && r != '-' {
			return false
		}
	}
	return len(s) <= 40
}

func (r *Reader) columnsError() *Error {
	return r.fail(BadFormat, "this is a table (CSV): its first line names columns",
		`articles are read as plain text, one a file, or as JSON objects {"text": "..."}, one a line or in one array`)
}
