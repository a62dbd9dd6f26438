package syntax

import (
	"fmt"
	"io"
	"io/fs"
	"sync"

	"annalist"
	"annalist/internal/lang"
	"annalist/internal/syntax/nn"
)

// Parser reads texts. It is immutable and may be used by many goroutines.
type Parser struct {
	lex    *lexicon
	voc    *vocabulary
	table  *lemmaTable
	model  *nn.Model
	labels *labels
	rooms  sync.Pool // of *room
}

// New reads the net from the folder model of fsys, and lang/lemmas.tsv.
func New(fsys fs.FS) (*Parser, error) {
	const dir = "model"
	model, err := nn.Read(fsys, dir)
	if err != nil {
		return nil, err
	}
	voc, err := readVocabulary(fsys, dir+"/vocab.txt")
	if err != nil {
		return nil, err
	}
	lab, err := readLabels(model.Labels())
	if err != nil {
		return nil, fmt.Errorf("read net %s/net.json: %w", dir, err)
	}
	table, err := readLemmas(fsys, "lang/lemmas.tsv")
	if err != nil {
		return nil, err
	}
	return newParser(model, lab, words{voc, table}), nil
}

// words is what is known of words beside the net.
type words struct {
	voc   *vocabulary
	table *lemmaTable
}

func newParser(model *nn.Model, lab *labels, known words) *Parser {
	p := &Parser{lex: newLexicon(lang.English), voc: known.voc, table: known.table, model: model, labels: lab}
	p.rooms.New = func() any { return new(room) }
	return p
}

// WithKernel returns a parser that runs the net on another kernel, or an error
// where the processor cannot. All kernels give the same document.
func (p *Parser) WithKernel(kind nn.Kernel) (*Parser, error) {
	model, err := p.model.WithKernel(kind)
	if err != nil {
		return nil, fmt.Errorf("choose kernel: %w", err)
	}
	return newParser(model, p.labels, words{p.voc, p.table}), nil
}

// Kernel is the kernel in use.
func (p *Parser) Kernel() nn.Kernel { return p.model.Kernel() }

// room is what a parse works in; it is kept for the next one.
type room struct {
	net     nn.Workspace
	words   []word
	starts  []int // first word of each paragraph
	units   []unit
	windows []window
	pieces  []int32
	ends    []int // end of each token's pieces
	inputs  []nn.Word
	batch   []nn.Window
	scores  []float32
	heads   []int
	forest  forest
	path    viterbi
}

// Parse fills Sentences, Tokens, Names, Proposals and Cues from the text.
func (p *Parser) Parse(doc *annalist.Document) {
	r := p.rooms.Get().(*room)
	defer p.rooms.Put(r)
	text := doc.Article.Text
	r.words, r.starts, r.units = r.words[:0], r.starts[:0], r.units[:0]
	for _, par := range paragraphs(text) {
		before := len(r.words)
		r.words = p.lex.scan(r.words, text, par.Start, par.End)
		if len(r.words) > before {
			r.starts = append(r.starts, before)
		}
	}
	doc.Tokens = make([]annalist.Token, len(r.words))
	for i := range r.words {
		w := &r.words[i]
		doc.Tokens[i] = annalist.Token{Span: annalist.Span{Start: w.start, End: w.end}, Form: text[w.start:w.end],
			Head: annalist.None, Multi: w.multi, Spaced: w.spaced}
	}
	for k, start := range r.starts {
		end := len(r.words)
		if k+1 < len(r.starts) {
			end = r.starts[k+1]
		}
		r.units = likelyUnits(r.units, doc.Tokens, start, end)
	}
	doc.Sentences = nil
	p.run(doc, r, (*decoder).sentences)
}

// ParseTokens fills what Parse does of a document whose sentences and tokens
// are given: Lemma, Tag, Feats, Head, Rel and Kids of its tokens, and Names,
// Proposals and Cues.
func (p *Parser) ParseTokens(doc *annalist.Document) {
	r := p.rooms.Get().(*room)
	defer p.rooms.Put(r)
	r.units = r.units[:0]
	for _, sent := range doc.Sentences {
		// Where its bounds are known the net reads a sentence best alone (0.7
		// points of LAS on EWT dev): its neighbours serve to find the bounds.
		r.units = append(r.units, unit{first: sent.First, last: sent.Last, opens: true})
	}
	p.run(doc, r, (*decoder).given)
}

// run takes the units through the net and decodes each window.
func (p *Parser) run(doc *annalist.Document, r *room, decode func(*decoder)) {
	doc.Names, doc.Proposals, doc.Cues = nil, nil, nil
	if len(doc.Tokens) == 0 {
		return
	}
	r.cutPieces(p.voc, doc.Tokens)
	r.pack(p.model.MaxPieces()-2, p.model.Positions()-2)
	d := decoder{labels: p.labels, voc: p.voc, table: p.table, room: r, doc: doc}
	const batch = 16
	for start := 0; start < len(r.windows); start += batch {
		windows := r.windows[start:min(start+batch, len(r.windows))]
		r.batch = r.batch[:0]
		for _, w := range windows {
			r.batch = append(r.batch, nn.Window{Words: r.inputs[w.first:w.last]})
		}
		if err := p.model.Run(&r.net, r.batch); err != nil {
			panic(fmt.Errorf("syntax: run net: %w", err)) // the windows are of our making
		}
		for i, w := range windows {
			d.scores, d.window = r.net.Scores(i), w
			decode(&d)
		}
	}
	fillKids(doc, 0, len(doc.Tokens))
}

// Reparse reads CoNLL-U and writes it again with the parser's own tags, lemmas,
// features, heads and relations; sentences, tokens and comments stay.
func (p *Parser) Reparse(in io.Reader, name string, out io.Writer) error {
	bank, err := ReadCoNLLU(in, name)
	if err != nil {
		return err
	}
	p.ParseTokens(bank.Doc)
	return bank.Write(out)
}
