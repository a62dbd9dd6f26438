package world

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"
	"unicode/utf8"

	"annalist"
)

// row is one line of a table.
type row struct {
	file   string
	line   int
	fields []string
}

func (r row) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

// readTable reads a tab-separated table with exactly the given header and hands
// each row to take. Lines are as many fields wide as the header; a line that
// begins with # is a comment. Errors of all lines are joined.
func readTable(fsys fs.FS, name, header string, take func(row) error) error {
	raw, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read table: %w", err)
	}
	if !utf8.Valid(raw) {
		return fmt.Errorf("%s:1: not UTF-8", name)
	}
	want := strings.Fields(header)
	var errs []error
	seen := false
	line := 0
	for text := range strings.SplitSeq(strings.TrimSuffix(string(raw), "\n"), "\n") {
		line++
		if strings.HasPrefix(text, "#") {
			continue
		}
		r := row{file: name, line: line, fields: strings.Split(text, "\t")}
		if !seen {
			seen = true
			if got := strings.Join(r.fields, " "); got != strings.Join(want, " ") {
				return r.errorf("header is %q, want %q", got, strings.Join(want, " "))
			}
			continue
		}
		if err := r.check(len(want)); err != nil {
			errs = append(errs, err)
			continue
		}
		if err := take(r); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (r row) check(width int) error {
	if len(r.fields) != width {
		return r.errorf("%d fields, want %d", len(r.fields), width)
	}
	for i, f := range r.fields {
		if f != strings.TrimSpace(f) {
			return r.errorf("field %d has white space around it: %q", i+1, f)
		}
	}
	return nil
}

// country checks a code of a state of the tables, or of a body above states.
func (w *World) country(r row, s string, empty bool) (annalist.Country, error) {
	c := annalist.Country(s)
	if s == "" && empty || w.states[c] != nil || above[c] {
		return c, nil
	}
	return "", r.errorf("unknown country %q", s)
}

// above are the codes that are no states.
var above = map[annalist.Country]bool{
	"IGO": true, "UNO": true, "EUR": true, "NGO": true, "ISM": true, "IMG": true, "MNC": true,
}

// known are the sectors of the coding manual, and NON, which no entity has: it
// marks names and role nouns that stand for no party.
var known = map[annalist.Sector]bool{
	"GOV": true, "LEG": true, "JUD": true, "MIL": true, "COP": true, "SPY": true, "PTY": true,
	"OPP": true, "REB": true, "PRM": true, "UAF": true, "PRE": true, "UNK": true, "AGR": true,
	"BUS": true, "CRM": true, "CVL": true, "EDU": true, "ELI": true, "JRN": true, "LAB": true,
	"MED": true, "REF": true, "REL": true, "SOC": true,
}

func sectors(r row, s string) ([]annalist.Sector, error) {
	var out []annalist.Sector
	for _, f := range list(s) {
		if !known[annalist.Sector(f)] {
			return nil, r.errorf("unknown sector %q", f)
		}
		out = append(out, annalist.Sector(f))
	}
	return out, nil
}

// day checks a date; empty means open.
func day(r row, s string) (string, error) {
	if s == "" {
		return "", nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return "", r.errorf("%q is no date (YYYY-MM-DD)", s)
	}
	return s, nil
}
