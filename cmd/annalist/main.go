// Command annalist reads news and writes down who did what to whom, when,
// where, and on whose word.
//
// stdout is for records, stderr for people. Exit status: 0 all is coded, 1 some
// articles were skipped or something was found wrong, 2 it could not run.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// cli lists the commands; each is a file of its own.
type cli struct {
	Code     codeCmd     `cmd:"" help:"Code articles: events, statements and skips as records."`
	Explain  explainCmd  `cmd:"" help:"Show the text with what was found, the rules that fired and why sentences gave no event."`
	Parse    parseCmd    `cmd:"" help:"Parse text to CoNLL-U."`
	Check    checkCmd    `cmd:"" help:"Check a codebook and list every error."`
	Eval     evalCmd     `cmd:"" help:"Score coded events or statements against a gold file."`
	Coverage coverageCmd `cmd:"" help:"List the predicates with a party that were left uncoded most often."`
	Version  versionCmd  `cmd:"" help:"Print the version, or the notices the data asks for."`

	ShowVersion versionFlag `name:"version" help:"Print the version and stop."`
}

// streams are what a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
	terminal bool // out is a terminal
}

// errSome says that the work is done, but not for all of the input (exit 1).
var errSome = errors.New("some articles were skipped")

func main() { os.Exit(run(os.Args[1:], newStreams())) }

// run is main without the process around it, for tests of the command line.
func run(args []string, io streams) int {
	var c cli
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	parser, err := kong.New(&c, kong.Name("annalist"),
		kong.Description("Reads news and writes down who did what to whom, when, where, and on whose word."),
		kong.Writers(io.out, io.err), kong.UsageOnError(), kong.Bind(io), kong.BindTo(ctx, (*context.Context)(nil)))
	if err != nil {
		fmt.Fprintln(io.err, "annalist:", err)
		return 2
	}
	cmd, err := parser.Parse(args)
	if errors.Is(err, errVersionShown) {
		return 0
	}
	if err != nil {
		fmt.Fprintln(io.err, "annalist:", err)
		return 2
	}
	switch err := cmd.Run(); {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return 0
	case errors.Is(err, errSome):
		return 1
	default:
		fmt.Fprintln(io.err, "annalist:", err)
		return 2
	}
}
