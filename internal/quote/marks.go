package quote

import "annalist"

// marks tells for each token whether it is a quotation mark and whether it
// stands between two. Straight marks open and close in turn; a mark left open
// closes with its paragraph, unless the next paragraph begins with one.
func marks(doc *annalist.Document) (quoted, mark []bool) {
	quoted = make([]bool, len(doc.Tokens))
	mark = make([]bool, len(doc.Tokens))
	open := annalist.None
	paragraph := annalist.None
	for i := range doc.Tokens {
		tok := &doc.Tokens[i]
		if p := doc.Sentences[tok.Sent].Paragraph; p != paragraph {
			paragraph, open = p, annalist.None
		}
		kind := markKind(tok.Form)
		if kind == noMark {
			continue
		}
		mark[i] = true
		switch {
		case kind == opening || kind == either && open == annalist.None:
			open = i
		case open != annalist.None:
			// Two words or fewer between marks may be a scare quote; it is
			// still a quotation to the eye, and content.go decides.
			for k := open + 1; k < i; k++ {
				quoted[k] = true
			}
			open = annalist.None
		}
	}
	return quoted, mark
}

type markSort uint8

const (
	noMark markSort = iota
	opening
	closing
	either
)

func markKind(form string) markSort {
	switch form {
	case `"`, "''", "‟":
		return either
	case "“", "``", "«", "„":
		return opening
	case "”", "»":
		return closing
	}
	return noMark
}
