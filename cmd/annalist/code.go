package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"

	"annalist"
	"annalist/data"
	"annalist/internal/event"
	"annalist/internal/format"
	"annalist/internal/pipeline"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// codeCmd codes articles.
type codeCmd struct {
	Files      []string `arg:"" optional:"" help:"Plain text or JSON (objects, one a line or in an array), told apart by content; - or nothing reads standard input."`
	Published  string   `help:"Day of publication (YYYY-MM-DD) of articles that name none." placeholder:"DAY"`
	Source     string   `help:"Outlet of articles that name none." placeholder:"NAME"`
	Format     string   `help:"Output format: jsonl, csv (events only) or table (default: table on a terminal, else jsonl)." placeholder:"NAME"`
	Skipped    bool     `help:"Also write why sentences, clauses and articles gave no event."`
	Statements bool     `help:"Also write who says what."`
	Documents  bool     `help:"Also write each article before its records."`
	coderFlags
	Workers int `help:"Articles coded side by side (default: one per core)." placeholder:"N"`
}

// coderFlags are shared by the commands that code.
type coderFlags struct {
	Coder string `help:"Whose proposals count: rules, net or both." enum:"rules,net,both" default:"both"`
	Data  string `help:"Folder of your own with codebook, tables and model in place of the built-in ones." placeholder:"DIR"`
}

// load makes a coder from the built-in data or the user's folder.
func (c coderFlags) load() (*pipeline.Coder, error) {
	fsys := data.Files()
	if c.Data != "" {
		var err error
		if fsys, err = data.Over(c.Data); err != nil {
			return nil, err
		}
	}
	return pipeline.New(fsys, pipeline.Version, pipeline.Options{Coder: event.Coder(c.Coder)})
}

// Run codes the files one after the other and writes records as they come.
func (c *codeCmd) Run(ctx context.Context, io streams) error {
	name := c.Format
	if name == "" {
		name = "jsonl"
		if io.terminal {
			name = "table"
		}
	}
	out, err := format.NewWriter(name, io.out)
	if err != nil {
		return err
	}
	if format.OnlyEvents(name) && (c.Statements || c.Skipped || c.Documents) {
		return fmt.Errorf("--format %s holds events only: leave out --statements, --skipped and --documents, or write --format jsonl", name)
	}
	if _, ok := format.Day(c.Published); !ok {
		return fmt.Errorf("--published %q: write the day as YYYY-MM-DD", c.Published)
	}
	coder, err := c.load()
	if err != nil {
		return err
	}
	job := &codeJob{coder: coder, out: out, io: io, want: pipeline.Wanted{
		Documents: c.Documents, Statements: c.Statements, Skipped: c.Skipped,
	}}
	job.bar = progress(io, c.Files)
	files := c.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	workers := c.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	src := &sources{io: io, files: files, fill: format.Defaults{Published: c.Published, Source: c.Source}, next: job.file}
	err = coder.Run(ctx, workers, src.article, job.result)
	if err := errors.Join(err, out.Close()); err != nil {
		return err
	}
	return job.outcome(len(files))
}

// codeJob writes results and counts them.
type codeJob struct {
	coder             *pipeline.Coder
	out               format.Writer
	io                streams
	want              pipeline.Wanted
	bar               *progressbar.ProgressBar
	articles, skipped int
	unread            int // inputs
}

// outcome says how much of the input was not coded.
func (j *codeJob) outcome(files int) error {
	if j.unread == files && j.articles == 0 {
		return errNoInput
	}
	if j.unread > 0 {
		fmt.Fprintf(j.io.err, "annalist: %d of %d inputs not read\n", j.unread, files)
	}
	if j.skipped > 0 {
		fmt.Fprintf(j.io.err, "annalist: %d of %d articles skipped\n", j.skipped, j.articles)
	}
	if j.unread+j.skipped > 0 {
		return errSome
	}
	return nil
}

func (j *codeJob) file() {
	if j.bar != nil {
		j.bar.Add(1) //nolint:errcheck // a bar that cannot draw must not stop the work
	}
}

// result writes what became of one article. What could not be read or was
// refused is named on stderr, and with --skipped as a record too.
func (j *codeJob) result(res pipeline.Result) error {
	var bad *format.Error
	var file *notRead
	switch {
	case errors.As(res.Err, &file):
		j.unread++
		return j.notCoded("", format.NotRead, file)
	case errors.As(res.Err, &bad):
		j.articles++
		j.skipped++
		return j.notCoded(bad.ID, bad.Reason, bad)
	case res.Err != nil:
		return res.Err
	}
	j.articles++
	recs := j.coder.Records(res.Doc, j.want)
	if len(res.Doc.Skips) > 0 && res.Doc.Skips[0].Sentence == annalist.None {
		j.skipped++
		skip := res.Doc.Skips[0]
		fmt.Fprintf(j.io.err, "annalist: article %s: %s: %s\n", res.Doc.ID, skip.Reason, skip.Note)
	}
	return j.write(recs)
}

// notCoded tells of what gave no article.
func (j *codeJob) notCoded(id string, reason annalist.SkipReason, err error) error {
	fmt.Fprintln(j.io.err, "annalist:", err)
	doc := &annalist.Document{Article: annalist.Article{ID: id}, Skips: []annalist.Skip{
		{Sentence: annalist.None, Reason: reason, Note: err.Error()},
	}}
	return j.write(j.coder.Records(doc, pipeline.Wanted{Skipped: j.want.Skipped}))
}

func (j *codeJob) write(recs []annalist.Record) error {
	for _, rec := range recs {
		if err := j.out.Write(rec); err != nil {
			return err
		}
	}
	// A reader at the other end of a pipe sees each article when it is done.
	return j.out.Flush()
}

// sources gives the articles of several files one after the other.
type sources struct {
	io    streams
	files []string
	fill  format.Defaults
	next  func() // called when a file is done

	open io.ReadCloser
	name string
	in   *format.Reader
}

// article is a pipeline.Source. An input that cannot be read is an error of its
// own, and the next one follows.
func (s *sources) article() (annalist.Article, error) {
	for {
		if s.in == nil {
			if len(s.files) == 0 {
				return annalist.Article{}, io.EOF
			}
			f, name, err := s.io.open(s.files[0])
			s.files = s.files[1:]
			if err != nil {
				s.next()
				return annalist.Article{}, &notRead{name, err}
			}
			s.open, s.name, s.in = f, name, format.NewReader(f, name, s.fill)
		}
		art, err := s.in.Next()
		var bad *format.Error
		if err == nil || errors.As(err, &bad) {
			return art, err
		}
		if errors.Is(err, io.EOF) {
			err = nil
		}
		err = errors.Join(err, s.close())
		s.next()
		if err != nil {
			return annalist.Article{}, &notRead{s.name, err}
		}
	}
}

func (s *sources) close() error {
	if s.open == nil {
		return nil
	}
	err := s.open.Close()
	s.open, s.in = nil, nil
	return err
}

// progress shows a bar on a terminal when there are many files.
func progress(io streams, files []string) *progressbar.ProgressBar {
	f, ok := io.err.(*os.File)
	if len(files) < 3 || !ok || !term.IsTerminal(int(f.Fd())) || io.terminal {
		return nil
	}
	return progressbar.NewOptions(len(files), progressbar.OptionSetWriter(f),
		progressbar.OptionSetDescription("coding"), progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
}
