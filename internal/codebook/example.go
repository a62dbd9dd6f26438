package codebook

import (
	"strings"

	"annalist"

	"go.yaml.in/yaml/v3"
)

// examples reads example sentences with marks: {trigger} [actor] <recipient>.
func (r *reader) examples(n *yaml.Node, marked bool) []Example {
	var out []Example
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		r.fail(n, "write - \"A sentence.\"", "a list of sentences is wanted here")
		return nil
	}
	for _, item := range n.Content {
		text := r.text(item)
		ex, fault := unmark(text)
		if fault == "" && marked && ex.Trigger.Empty() {
			fault = "no {trigger} is marked"
		}
		if fault != "" {
			r.fail(item, "write \"[Macron] {visited} <Rwanda>.\"", "%s in %q", fault, text)
			continue
		}
		ex.At = r.at(item)
		out = append(out, ex)
	}
	return out
}

// unmark takes the marks out of a sentence; fault says what is wrong with them.
func unmark(text string) (ex Example, fault string) {
	var b strings.Builder
	var open byte
	start := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '{', '[', '<':
			if open != 0 {
				return ex, "a mark inside a mark"
			}
			open, start = c, b.Len()
		case '}', ']', '>':
			span := annalist.Span{Start: start, End: b.Len()}
			switch {
			case open == '{' && c == '}':
				if !ex.Trigger.Empty() {
					return ex, "two triggers"
				}
				ex.Trigger = span
			case open == '[' && c == ']':
				ex.Actors = append(ex.Actors, span)
			case open == '<' && c == '>':
				ex.Recipients = append(ex.Recipients, span)
			default:
				return ex, "marks that do not match"
			}
			open = 0
		default:
			b.WriteByte(c)
		}
	}
	if open != 0 {
		return ex, "a mark that is not closed"
	}
	ex.Text = b.String()
	return ex, ""
}
