package main

import (
	"fmt"
	"io/fs"
	"os"

	"annalist/data"
	"annalist/internal/codebook"
)

// checkCmd checks a codebook.
type checkCmd struct {
	Dir string `arg:"" optional:"" help:"Folder of a codebook, or the folder that --data takes (default: the built-in codebook)."`
}

// Run lists every error as file:line:col.
func (c *checkCmd) Run(io streams) error {
	fsys, dir := data.Files(), "codebook"
	if c.Dir != "" {
		info, err := os.Stat(c.Dir)
		if err != nil {
			return err
		}
		if !info.IsDir() {
			return fmt.Errorf("%s is a file: give the folder of a codebook", c.Dir)
		}
		fsys, dir = os.DirFS(c.Dir), "."
		if sub, err := fs.Stat(fsys, "codebook"); err == nil && sub.IsDir() {
			dir = "codebook" // the folder that --data takes
		}
	}
	errs := codebook.Check(fsys, dir)
	for _, err := range errs {
		fmt.Fprintln(io.out, err)
	}
	if len(errs) > 0 {
		fmt.Fprintf(io.err, "annalist: %d errors\n", len(errs))
		return errSome
	}
	fmt.Fprintln(io.err, "annalist: no errors")
	return nil
}
