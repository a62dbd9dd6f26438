package place

import (
	"cmp"
	"slices"
	"sort"

	"annalist"
)

// The steps after choosing add mentions of other kinds. They look mentions up by
// the tokens they cover, so that a text of a million words costs no more a word
// than one of a hundred.

// settle merges the mentions added since, drops what is not believed or
// overlapped, and notes which tokens are covered.
func (f *finder) settle() {
	all := append(f.mentions, f.added...)
	f.added = f.added[:0]
	slices.SortStableFunc(all, func(a, b mention) int { return cmp.Compare(a.first, b.first) })
	f.cover = make([]bool, len(f.doc.Tokens))
	f.mentions = all[:0]
	end := 0
	for _, m := range all {
		if m.belief < floor || m.first < end {
			continue
		}
		end = m.end()
		f.mentions = append(f.mentions, m)
		f.mark(m)
	}
}

// end is one past the last token of the mention, its site's noun included.
func (m *mention) end() int { return max(m.last, m.siteEnd) }

func (f *finder) mark(m mention) {
	for i := m.first; i < m.end(); i++ {
		f.cover[i] = true
	}
}

// add notes a mention for the next settling.
func (f *finder) add(m mention) {
	f.added = append(f.added, m)
	f.mark(m)
}

// overlaps reports whether a believed mention has one of the tokens.
func (f *finder) overlaps(first, last int) bool { return slices.Contains(f.cover[first:last], true) }

// from is the index of the first mention at token i or after.
func (f *finder) from(i int) int {
	return sort.Search(len(f.mentions), func(k int) bool { return f.mentions[k].first >= i })
}

// around gives the mentions of the sentence of token i, as half-open range of
// indices.
func (f *finder) around(i int) (first, last int) {
	sent := f.doc.Sentences[f.doc.Tokens[i].Sent]
	return f.from(sent.First), f.from(sent.Last)
}

// unplaced is a mention with one place that is not of the gazetteer.
func unplaced(first, last int, rule annalist.RuleID) mention {
	return mention{first: first, last: last, inside: annalist.None, beyond: annalist.None, rule: rule, sure: true}
}
