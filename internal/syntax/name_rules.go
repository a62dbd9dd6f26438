package syntax

import (
	"strings"

	"annalist"
)

// particles stand inside the names of persons.
var particles = map[string]bool{
	"al": true, "el": true, "bin": true, "ibn": true, "abu": true, "de": true, "da": true, "van": true, "von": true, "-": true,
}

// tidyNames mends the names from the given one on, all of one sentence, where the
// words say what the labels do not (train/README.md, "Names after the net").
func (d *decoder) tidyNames(from int) {
	names := d.doc.Names[from:]
	kept := names[:0]
	for _, n := range names {
		if d.address(n) || !d.proper(n) {
			continue
		}
		if k := len(kept); k > 0 && d.onePerson(kept[k-1], n) {
			last := &kept[k-1]
			last.Last, last.Score = n.Last, min(last.Score, n.Score)
			last.Span = d.doc.SpanOf(last.First, n.Last)
			continue
		}
		kept = append(kept, n)
	}
	d.doc.Names = d.doc.Names[:from+len(kept)]
}

// address says that a name is an address or a file: "a.b@example.com".
func (d *decoder) address(n annalist.Name) bool {
	text := d.doc.Text(n.Span)
	return strings.Contains(text, "@") || strings.Contains(text, "://")
}

// proper says that a name has a proper noun.
func (d *decoder) proper(n annalist.Name) bool {
	for i := n.First; i < n.Last; i++ {
		if d.doc.Tokens[i].Tag == annalist.PROPN {
			return true
		}
	}
	return false
}

// onePerson says that two persons are one, for only particles divide them ("Muqtada
// al - Sadr") or nothing ("Nasser Nasser").
func (d *decoder) onePerson(a, b annalist.Name) bool {
	if a.Kind != annalist.Person || b.Kind != annalist.Person {
		return false
	}
	for i := a.Last; i < b.First; i++ {
		if !particles[strings.ToLower(d.doc.Tokens[i].Form)] {
			return false
		}
	}
	return true
}
