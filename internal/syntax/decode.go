package syntax

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annalist"
	"annalist/internal/syntax/nn"
)

// decoder turns the scores of one window into tags, trees and names.
type decoder struct {
	*labels
	voc    *vocabulary
	table  *lemmaTable
	room   *room
	doc    *annalist.Document
	scores *nn.Scores
	window window
	unit   int   // the unit after the last one decoded
	best   []int // room of likeliest
}

// at returns the scores of token i under a head.
func (d *decoder) at(h nn.Head, i int) []float32 { return d.scores.At(h, i-d.window.first) }

// argmax returns the first of the largest scores.
func argmax(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// sentences divides the window where the net sees ends, and where paragraphs
// end, and decodes each sentence.
func (d *decoder) sentences() {
	first, paragraph := d.window.first, 0
	if n := len(d.doc.Sentences); n > 0 {
		paragraph = d.doc.Sentences[n-1].Paragraph
	}
	starts := d.room.starts
	for i := first; i < d.window.last; i++ {
		for paragraph+1 < len(starts) && starts[paragraph+1] <= i {
			paragraph++
		}
		if !d.ends(i, paragraph) {
			continue
		}
		d.doc.Sentences = append(d.doc.Sentences, annalist.Sentence{Span: d.doc.SpanOf(first, i+1), First: first, Last: i + 1, Paragraph: paragraph})
		for k := first; k <= i; k++ {
			d.doc.Tokens[k].Sent = len(d.doc.Sentences) - 1
		}
		d.sentence(first, i+1)
		first = i + 1
	}
	d.propose()
}

// ends reports whether a sentence ends with token i: for certain where the
// window or the paragraph does, never inside a multiword token, else where the
// net says so. What the net cannot see is white space.
func (d *decoder) ends(i, paragraph int) bool {
	if i+1 == d.window.last {
		return true
	}
	if starts := d.room.starts; paragraph+1 < len(starts) && starts[paragraph+1] == i+1 {
		return true
	}
	toks := d.doc.Tokens
	for k := max(d.window.first, i-3); k <= i; k++ {
		if k+toks[k].Multi > i+1 {
			return false
		}
	}
	if d.trails(i+1) || !toks[i].Spaced && !d.missingBlank(i) {
		return false
	}
	for ; d.trails(i); i-- {
		if toks[i-1].Form == "," { // "They left," he said
			return false
		}
		if d.seesEnd(i) {
			return true
		}
	}
	return d.seesEnd(i)
}

// trails reports whether token i belongs to the sentence before it, so that an
// end seen before it moves behind it: a mark that closes without a blank
// ("... leave." She said), one more period, a face (":)"); not the opening
// mark of "He left. "Why?" she asked".
func (d *decoder) trails(i int) bool {
	if i <= d.window.first || i >= d.window.last {
		return false
	}
	toks := d.doc.Tokens
	form := toks[i].Form
	if closer(form) {
		return !toks[i-1].Spaced && (toks[i].Spaced || i+1 < d.window.last && closer(toks[i+1].Form))
	}
	return strings.Trim(form, ".!?") == "" && !strings.HasPrefix(form, "..") || len(form) > 1 && strings.IndexByte(":;=", form[0]) >= 0 && strings.IndexByte(")(DPp", form[len(form)-1]) >= 0
}

// missingBlank reports whether a sentence may end with token i though no blank
// follows: "He left.She stayed", not "example.doc" nor the mark that opens a
// quotation.
func (d *decoder) missingBlank(i int) bool {
	toks := d.doc.Tokens
	if i == d.window.first || closer(toks[i].Form) && toks[i-1].Spaced {
		return false
	}
	r, _ := utf8.DecodeRuneInString(toks[i+1].Form)
	return !unicode.IsLower(r) && strings.Trim(toks[i].Form, ".!?…*)]\"”’") == ""
}

// seesEnd reports whether the net sees a sentence end with token i. It learned
// from ends inside paragraphs alone, which are rarer than it meets them, so
// that it hesitates: it misses two ends for each that it invents. Leaning
// towards an end gains on both treebanks (sentences of EWT dev 86.6 to 87.9,
// GUM dev 92.6 to 93.2).
func (d *decoder) seesEnd(i int) bool {
	const lean = 1.5 // of the score
	scores := d.at(nn.End, i)
	return scores[d.end]+lean > scores[1-d.end]
}

// given decodes the given sentences of the window. A sentence too long for any
// window comes in pieces, each with a tree: the later ones hang on the first.
func (d *decoder) given() {
	for units := d.room.units; d.unit < len(units); d.unit++ {
		u := units[d.unit]
		first, last := max(u.first, d.window.first), min(u.last, d.window.last)
		if first >= last {
			break
		}
		d.sentence(first, last)
		if first > u.first {
			d.join(u.first, first, last)
		}
		if last < u.last {
			break
		}
	}
	d.propose()
}

// join hangs the root of the tree over the tokens first to last on the root of
// the tree that begins with token start.
func (d *decoder) join(start, first, last int) {
	toks, root := d.doc.Tokens, start
	for toks[root].Head != annalist.None {
		root = toks[root].Head
	}
	for i := first; i < last; i++ {
		if toks[i].Head == annalist.None {
			toks[i].Head, toks[i].Rel = root, "parataxis"
		}
	}
}

// sentence decodes the words of one sentence.
func (d *decoder) sentence(first, last int) {
	toks := d.doc.Tokens
	for i := first; i < last; i++ {
		tok := &toks[i]
		tok.Tag = d.tag(tok.Form, d.at(nn.Tag, i))
		tok.Feats = d.feats[argmax(d.at(nn.Feats, i))]
		if tok.Lemma = d.table.find(tok.Form, tok.Tag); tok.Lemma == "" {
			tok.Lemma = d.lemma(tok.Form, d.at(nn.Lemma, i))
		}
	}
	d.tree(first, last)
	known := len(d.doc.Names)
	d.names(first, last)
	d.tidyNames(known)
}

// tag is the likeliest tag, but a rare verb in its past form is none of the closed
// classes that nets put unseen words in: "has failed to", "severed". It must not
// take short words ("need") nor "used".
func (d *decoder) tag(form string, scores []float32) annalist.Tag {
	best := argmax(scores)
	if len(form) < 5 || !strings.HasSuffix(form, "ed") {
		return d.tags[best]
	}
	switch d.tags[best] {
	case annalist.AUX, annalist.PART, annalist.CCONJ:
		return annalist.VERB
	}
	return d.tags[best]
}

// lemma is what the likeliest rule makes of a form, unless the rule cuts off what
// is no ending ("launch" is not of "lau"), or makes no word the vocabulary knows
// where one of the next rules does: "clashes" is of "clash", not "clashe"; a
// rare name keeps what the first rule gives.
func (d *decoder) lemma(form string, scores []float32) string {
	const tries, chance = 6, 7
	best := argmax(scores)
	if first := d.lemmas[best]; first.plain() || first.fits(form) && d.voc.known(first.apply(form)) {
		return first.apply(form)
	}
	fitting := ""
	for _, k := range d.likeliest(scores, tries) {
		rule := d.lemmas[k]
		if scores[k] < scores[best]-chance || !rule.fits(form) {
			continue
		}
		lemma := rule.apply(form)
		if len(lemma) > 1 && d.voc.known(lemma) && (!rule.plain() || fitting == "") {
			return lemma
		}
		if fitting == "" {
			fitting = lemma
		}
	}
	if fitting == "" {
		return strings.ToLower(form)
	}
	return fitting
}

// likeliest lists the n best labels, best first.
func (d *decoder) likeliest(scores []float32, n int) []int {
	d.best = d.best[:0]
	for range min(n, len(scores)) {
		next := -1
		for i, s := range scores {
			if (next < 0 || s > scores[next]) && !slices.Contains(d.best, i) {
				next = i
			}
		}
		d.best = append(d.best, next)
	}
	return d.best
}

// tree sets heads and relations.
func (d *decoder) tree(first, last int) {
	r, n, offset := d.room, last-first, d.window.first
	r.scores = resize(r.scores, max(n*(n+1), n*len(d.relations)))
	d.scores.Arcs(first-offset, last-offset, r.scores[:n*(n+1)])
	heads := r.forest.best(n, r.scores[:n*(n+1)])[1 : n+1]
	r.heads = resize(r.heads, n)
	for i, h := range heads {
		r.heads[i] = annalist.None
		d.doc.Tokens[first+i].Head = annalist.None
		if h > 0 {
			r.heads[i] = first - offset + h - 1
			d.doc.Tokens[first+i].Head = first + h - 1
		}
	}
	count := len(d.relations)
	d.scores.Relations(first-offset, r.heads, r.scores[:n*count])
	for i, h := range heads {
		best := d.root
		if h > 0 {
			best = argmaxBut(r.scores[i*count:][:count], d.root)
		}
		d.doc.Tokens[first+i].Rel = d.relations[best]
	}
}

// argmaxBut is argmax without one of the scores.
func argmaxBut(scores []float32, but int) int {
	best := -1
	for i, s := range scores {
		if i != but && (best < 0 || s > scores[best]) {
			best = i
		}
	}
	return best
}
