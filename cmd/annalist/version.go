package main

import (
	"bufio"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"annalist/data"
	"annalist/internal/pipeline"
)

// versionCmd prints the version, or the notices of the data.
type versionCmd struct {
	Licences bool `help:"Print the licence notices of everything that is built in."`
}

// Run prints.
func (c *versionCmd) Run(io streams) error {
	if c.Licences {
		return licences(io)
	}
	return version(io)
}

// versionFlag is what many try first: annalist --version.
type versionFlag bool

// errVersionShown ends the parsing of arguments: there is nothing more to do.
var errVersionShown = errors.New("the version is shown")

// BeforeReset prints the version before anything else is asked of the arguments.
func (versionFlag) BeforeReset(io streams) error {
	if err := version(io); err != nil {
		return err
	}
	return errVersionShown
}

func version(io streams) error {
	hash, err := pipeline.Hash(data.Files())
	if err != nil {
		return err
	}
	fmt.Fprintf(io.out, "annalist %s (book %s, %s, %s/%s)\n", pipeline.Version, hash, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}

// licences prints data/NOTICE and, file by file, origin and licence.
func licences(io streams) error {
	notice, err := data.FS.ReadFile("NOTICE")
	if err != nil {
		return fmt.Errorf("read notices: %w", err)
	}
	fmt.Fprintln(io.out, strings.TrimSpace(string(notice)))
	table, err := data.FS.Open("SOURCES.tsv")
	if err != nil {
		return fmt.Errorf("read sources: %w", err)
	}
	defer table.Close()
	fmt.Fprintln(io.out, "\nFiles, origins and licences")
	lines := bufio.NewScanner(table)
	for first := true; lines.Scan(); first = false {
		f := strings.Split(lines.Text(), "\t")
		if first || len(f) < 3 {
			continue
		}
		fmt.Fprintf(io.out, "  %s: %s. %s\n", f[0], f[1], f[2])
	}
	return lines.Err()
}
