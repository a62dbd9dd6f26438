package syntax

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"annalist"
)

// WriteCoNLLU writes the sentences of a document: "# newdoc" and "# newpar"
// where they begin, "# sent_id" and "# text" of each, ranges for multiword
// tokens and SpaceAfter=No.
func WriteCoNLLU(w io.Writer, doc *annalist.Document) error {
	out := bufio.NewWriter(w)
	for i, sent := range doc.Sentences {
		if i == 0 {
			fmt.Fprintf(out, "# newdoc id = %s\n", oneLine(doc.Article.ID))
		}
		if i == 0 || doc.Sentences[i-1].Paragraph != sent.Paragraph {
			out.WriteString("# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", oneLine(doc.Article.ID), i+1, oneLine(doc.Text(sent.Span)))
		writeSentence(out, doc, sent)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

// Write writes the treebank with the comments it was read with.
func (b *Treebank) Write(w io.Writer) error {
	out := bufio.NewWriter(w)
	for i, sent := range b.Doc.Sentences {
		for _, comment := range b.Comments[i] {
			out.WriteString(comment)
			out.WriteByte('\n')
		}
		writeSentence(out, b.Doc, sent)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write CoNLL-U: %w", err)
	}
	return nil
}

// oneLine makes white space single blanks, as a comment needs it.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func writeSentence(out *bufio.Writer, doc *annalist.Document, sent annalist.Sentence) {
	for i := sent.First; i < sent.Last; i++ {
		tok := &doc.Tokens[i]
		id := i - sent.First + 1
		inside := false
		if tok.Multi > 1 {
			end := &doc.Tokens[i+tok.Multi-1]
			surface := annalist.Span{Start: tok.Span.Start, End: end.Span.End}
			fmt.Fprintf(out, "%d-%d\t%s\t_\t_\t_\t_\t_\t_\t_\t%s\n", id, id+tok.Multi-1, column(doc.Text(surface)), misc(end.Spaced))
		}
		for k := i; k >= sent.First && k > i-8 && !inside; k-- {
			inside = doc.Tokens[k].Multi > i-k
		}
		writeToken(out, tok, id, sent.First, inside)
	}
	out.WriteByte('\n')
}

func writeToken(out *bufio.Writer, tok *annalist.Token, id, first int, inside bool) {
	head := 0
	if tok.Head != annalist.None {
		head = tok.Head - first + 1
	}
	after := "_"
	if !inside {
		after = misc(tok.Spaced)
	}
	out.WriteString(strconv.Itoa(id))
	for _, field := range [...]string{tok.Form, tok.Lemma, string(tok.Tag), "_", featsColumn(tok.Feats), strconv.Itoa(head), string(tok.Rel), "_", after} {
		out.WriteByte('\t')
		out.WriteString(column(field))
	}
	out.WriteByte('\n')
}

func misc(spaced bool) string {
	if spaced {
		return "_"
	}
	return "SpaceAfter=No"
}

// column makes a field fit for its column: never empty, no tabs or breaks.
func column(s string) string {
	if s == "" {
		return "_"
	}
	if strings.ContainsAny(s, "\t\n\r") {
		return oneLine(s)
	}
	return s
}

// featsColumn writes features in the order of the alphabet.
func featsColumn(f annalist.Feats) string {
	var b strings.Builder
	for _, kv := range [...][2]string{
		{"Degree", f.Degree}, {"Mood", f.Mood}, {"Number", f.Number}, {"Person", f.Person},
		{"Polarity", f.Polarity}, {"Tense", f.Tense}, {"VerbForm", f.VerbForm}, {"Voice", f.Voice},
	} {
		if kv[1] == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('|')
		}
		b.WriteString(kv[0])
		b.WriteByte('=')
		b.WriteString(kv[1])
	}
	return b.String()
}
