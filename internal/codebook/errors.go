package codebook

import "fmt"

// Error is one fault of a codebook, at its place, with what to do about it.
type Error struct {
	File    string
	Line    int
	Column  int
	Message string
	Do      string
}

// Error writes file:line:col: message (what to do).
func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s (%s)", e.File, e.Line, e.Column, e.Message, e.Do)
}
