// Command bench times the coder on articles and prints words a second.
//
//	bench -articles FILE [-code] [-kernel NAME] [-rounds N]
//
// It loads everything first, then parses (or codes) all articles on one thread,
// round after round, and prints the best round: words (runs of non-space
// characters) a second of wall time, and the peak of resident memory. bench/run
// calls it beside spaCy on the same articles and prints the ratios.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"annalist"
	"annalist/data"
	"annalist/internal/format"
	"annalist/internal/pipeline"
	"annalist/internal/syntax"
	"annalist/internal/syntax/nn"
)

// report is what is printed, as one JSON object.
type report struct {
	What     string  `json:"what"`
	Kernel   string  `json:"kernel"`
	Articles int     `json:"articles"`
	Words    int     `json:"words"`
	WordsSec float64 `json:"words_per_second"`
	PeakMiB  float64 `json:"peak_mib"`
}

func main() {
	path := flag.String("articles", "", "articles, JSON Lines")
	code := flag.Bool("code", false, "code, not only parse")
	kernel := flag.String("kernel", "", "kernel of the net (default: the fastest)")
	rounds := flag.Int("rounds", 3, "rounds; the best counts")
	list := flag.Bool("kernels", false, "only list the kernels this processor has")
	flag.Parse()
	if *list {
		for _, k := range nn.Kernels() {
			fmt.Println(k)
		}
		return
	}
	runtime.GOMAXPROCS(1)
	if err := run(*path, *code, *kernel, *rounds); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(path string, code bool, kernel string, rounds int) error {
	articles, words, err := read(path)
	if err != nil {
		return err
	}
	rep := report{What: "parse", Articles: len(articles), Words: words}
	parser, err := syntax.New(data.Files())
	if err != nil {
		return err
	}
	if kernel != "" {
		if parser, err = choose(parser, kernel); err != nil {
			return err
		}
	}
	work := func(art annalist.Article) error {
		parser.Parse(&annalist.Document{Article: art})
		return nil
	}
	if code {
		rep.What = "code"
		coder, err := pipeline.New(data.Files(), "bench", pipeline.Options{})
		if err != nil {
			return err
		}
		coder = coder.WithParser(parser)
		work = func(art annalist.Article) error {
			doc, err := coder.Code(context.Background(), art)
			if err == nil {
				coder.Records(doc, pipeline.Wanted{Statements: true})
			}
			return err
		}
	}
	rep.Kernel = parser.Kernel().String()
	for range rounds {
		start := time.Now()
		for _, art := range articles {
			if err := work(art); err != nil {
				return err
			}
		}
		rep.WordsSec = max(rep.WordsSec, float64(words)/time.Since(start).Seconds())
	}
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return fmt.Errorf("read memory use: %w", err)
	}
	rep.PeakMiB = float64(usage.Maxrss) / 1024
	return json.NewEncoder(os.Stdout).Encode(rep)
}

func choose(parser *syntax.Parser, name string) (*syntax.Parser, error) {
	for _, k := range nn.Kernels() {
		if k.String() == name {
			return parser.WithKernel(k)
		}
	}
	return nil, fmt.Errorf("this processor has no kernel %q: it has %v", name, nn.Kernels())
}

func read(path string) ([]annalist.Article, int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	in := format.NewReader(f, path, format.Defaults{})
	var articles []annalist.Article
	words := 0
	for {
		art, err := in.Next()
		if errors.Is(err, io.EOF) {
			return articles, words, nil
		}
		if err != nil {
			return nil, 0, err
		}
		articles = append(articles, art)
		words += len(strings.Fields(art.Text))
	}
}
