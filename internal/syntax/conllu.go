package syntax

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"annalist"
)

// Treebank is a file in CoNLL-U: its sentences as a document, whose text is
// put together from the forms, and the comment lines before each sentence.
type Treebank struct {
	Doc      *annalist.Document
	Comments [][]string // by sentence, with their "#"
}

// ReadCoNLLU reads a treebank. Multiword tokens keep their surface form in the
// text, empty nodes are left out, and a paragraph begins at "# newpar" and
// "# newdoc". All faulty lines are reported at once, as name:line.
func ReadCoNLLU(r io.Reader, name string) (*Treebank, error) {
	in := conlluReader{name: name, bank: &Treebank{Doc: &annalist.Document{}}}
	lines := bufio.NewReaderSize(r, 1<<16)
	for {
		line, err := lines.ReadString('\n')
		if line != "" {
			in.at++
			in.line(strings.TrimRight(line, "\r\n"))
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	in.close()
	if err := errors.Join(in.faults...); err != nil {
		return nil, err
	}
	in.bank.Doc.Article.Text = in.text.String()
	in.bank.Doc.Article.ID = name
	return in.bank, nil
}

// conlluReader holds the sentence that is being read.
type conlluReader struct {
	name      string
	at        int
	bank      *Treebank
	text      strings.Builder
	comments  []string
	first     int // index of the sentence's first token
	heads     []int
	lines     []int
	paragraph int
	gap       bool // white space stands before the next token
	breaks    bool // a paragraph begins
	multi     multiword
	faults    []error
}

// multiword is a range line such as "3-4 don't" and what is left of it.
type multiword struct {
	first, last int // ids
	span        annalist.Span
	form        string
	used        int // bytes of the form given to words
	spaced      bool
}

func (in *conlluReader) fault(format string, args ...any) {
	const most = 50
	if len(in.faults) < most {
		in.faults = append(in.faults, fmt.Errorf("%s:%d: "+format, append([]any{in.name, in.at}, args...)...))
	}
}

func (in *conlluReader) line(line string) {
	switch {
	case line == "":
		in.close()
	case line[0] == '#':
		if len(in.bank.Doc.Tokens) > in.first { // a comment inside a sentence
			return
		}
		in.comments = append(in.comments, line)
		if strings.HasPrefix(line, "# newpar") || strings.HasPrefix(line, "# newdoc") {
			in.breaks = true
		}
	default:
		in.row(strings.Split(line, "\t"))
	}
}

func (in *conlluReader) row(cols []string) {
	if len(cols) != 10 {
		in.fault("%d columns, want 10 separated by tabs", len(cols))
		return
	}
	if strings.Contains(cols[0], ".") {
		return
	}
	if cols[1] == "" {
		in.fault("empty form")
		return
	}
	if a, b, ok := strings.Cut(cols[0], "-"); ok {
		in.span(a, b, cols)
		return
	}
	in.word(cols)
}

// span reads the line of a multiword token.
func (in *conlluReader) span(a, b string, cols []string) {
	first, err1 := strconv.Atoi(a)
	last, err2 := strconv.Atoi(b)
	if next := len(in.bank.Doc.Tokens) - in.first + 1; err1 != nil || err2 != nil || first != next || last <= first {
		in.fault("range %s does not follow word %d", cols[0], next-1)
		return
	}
	start := in.put(cols[1])
	in.multi = multiword{first: first, last: last, form: cols[1], spaced: spaced(cols[9]),
		span: annalist.Span{Start: start, End: start + len(cols[1])}}
	in.gap = in.multi.spaced
}

// put writes a surface form to the text, with the white space before it.
func (in *conlluReader) put(form string) int {
	switch {
	case in.breaks && in.text.Len() > 0:
		in.text.WriteString("\n\n")
		in.paragraph++
	case in.gap && in.text.Len() > 0:
		in.text.WriteByte(' ')
	}
	in.breaks = false
	start := in.text.Len()
	in.text.WriteString(form)
	return start
}

func spaced(misc string) bool {
	for field := range strings.SplitSeq(misc, "|") {
		if field == "SpaceAfter=No" {
			return false
		}
	}
	return true
}

func (in *conlluReader) word(cols []string) {
	doc := in.bank.Doc
	id, err := strconv.Atoi(cols[0])
	if want := len(doc.Tokens) - in.first + 1; err != nil || id != want {
		in.fault("word number %q, want %d", cols[0], want)
		return
	}
	head := 0
	if cols[6] != "_" {
		if head, err = strconv.Atoi(cols[6]); err != nil || head < 0 || head == id {
			in.fault("head %q of word %d", cols[6], id)
			head = 0
		}
	}
	tok := annalist.Token{Form: cols[1], Lemma: cols[2], Tag: annalist.Tag(cols[3]), Feats: parseFeats(cols[5]),
		Head: annalist.None, Rel: annalist.Relation(cols[7]), Sent: len(doc.Sentences)}
	if id <= in.multi.last {
		in.part(&tok, id)
	} else {
		start := in.put(cols[1])
		tok.Span = annalist.Span{Start: start, End: start + len(cols[1])}
		tok.Spaced = spaced(cols[9])
		in.gap = tok.Spaced
	}
	doc.Tokens = append(doc.Tokens, tok)
	in.heads, in.lines = append(in.heads, head), append(in.lines, in.at)
}

// part gives a word its share of the multiword token it belongs to: the bytes
// that spell it, or the whole token where the words do not spell it.
func (in *conlluReader) part(tok *annalist.Token, id int) {
	m := &in.multi
	if id == m.first {
		tok.Multi = m.last - m.first + 1
	}
	tok.Span = m.span
	if rest := m.form[min(m.used, len(m.form)):]; m.used >= 0 && strings.HasPrefix(rest, tok.Form) && (id < m.last || rest == tok.Form) {
		tok.Span = annalist.Span{Start: m.span.Start + m.used, End: m.span.Start + m.used + len(tok.Form)}
		m.used += len(tok.Form)
	} else {
		for k := 1; k <= id-m.first; k++ {
			in.bank.Doc.Tokens[len(in.bank.Doc.Tokens)-k].Span = m.span
		}
		m.used = len(m.form) + 1
	}
	tok.Spaced = id == m.last && m.spaced
}

// close ends the sentence: its heads become indices of the document.
func (in *conlluReader) close() {
	doc := in.bank.Doc
	last := len(doc.Tokens)
	if last == in.first {
		return // comments wait for the next sentence
	}
	if in.multi.last > last-in.first {
		in.fault("range %d-%d goes past the sentence", in.multi.first, in.multi.last)
	}
	for k, head := range in.heads {
		if head > last-in.first {
			in.faults = append(in.faults, fmt.Errorf("%s:%d: head %d of word %d is outside its sentence", in.name, in.lines[k], head, k+1))
			continue
		}
		if head > 0 {
			doc.Tokens[in.first+k].Head = in.first + head - 1
		}
	}
	doc.Sentences = append(doc.Sentences, annalist.Sentence{Span: doc.SpanOf(in.first, last), First: in.first, Last: last, Paragraph: in.paragraph})
	in.bank.Comments = append(in.bank.Comments, in.comments)
	fillKids(doc, in.first, last)
	in.first, in.comments, in.heads, in.lines, in.multi = last, nil, in.heads[:0], in.lines[:0], multiword{}
}

// parseFeats reads the features that the vocabulary keeps.
func parseFeats(column string) (f annalist.Feats) {
	for field := range strings.SplitSeq(column, "|") {
		key, value, ok := strings.Cut(field, "=")
		if !ok {
			continue
		}
		switch key {
		case "Mood":
			f.Mood = value
		case "Number":
			f.Number = value
		case "Person":
			f.Person = value
		case "Tense":
			f.Tense = value
		case "VerbForm":
			f.VerbForm = value
		case "Voice":
			f.Voice = value
		case "Degree":
			f.Degree = value
		case "Polarity":
			f.Polarity = value
		}
	}
	return f
}

// fillKids lists the dependents of the tokens first to last, whose heads are set.
func fillKids(doc *annalist.Document, first, last int) {
	counts := make([]int, last-first+1)
	for i := first; i < last; i++ {
		if h := doc.Tokens[i].Head; h != annalist.None {
			counts[h-first]++
		}
	}
	kids, at := make([]int, last-first), 0
	for i := first; i < last; i++ {
		n := counts[i-first]
		doc.Tokens[i].Kids = kids[at : at : at+n]
		at += n
	}
	for i := first; i < last; i++ {
		if h := doc.Tokens[i].Head; h != annalist.None {
			doc.Tokens[h].Kids = append(doc.Tokens[h].Kids, i)
		}
	}
}
