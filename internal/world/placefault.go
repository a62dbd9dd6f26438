package world

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// placesFile is where the rows of the gazetteer stand.
const placesFile = "world/places.tsv"

// maxPlaceFaults bounds how many faults of the table are told at once: a table
// of another form has one in every line.
const maxPlaceFaults = 20

// cut finds the rows of the gazetteer's text and looks each over, so that a
// user's table gives an error at its line and never a fault in an article.
func (g *Gazetteer) cut() error {
	g.starts = make([]uint32, 0, strings.Count(g.text, "\n")+1)
	var errs []error
	before := ""
	for at := 0; at < len(g.text) && len(errs) < maxPlaceFaults; {
		g.starts = append(g.starts, uint32(at))
		n := strings.IndexByte(g.text[at:], '\n')
		if n < 0 {
			errs = append(errs, g.fault("the line does not end (end the file with a line feed)"))
			break
		}
		row := g.text[at : at+n]
		fault := placeFault(row)
		if fault == "" && row < before && keyOfRow(row) < keyOfRow(before) {
			fault = fmt.Sprintf("key %q stands after %q (sort the rows by key, in the order of bytes)", keyOfRow(row), keyOfRow(before))
		}
		if fault != "" {
			errs = append(errs, g.fault(fault))
		} else {
			before = row
		}
		at += n + 1
	}
	g.starts = append(g.starts, uint32(len(g.text)))
	return errors.Join(errs...)
}

// fault is an error at the row found last.
func (g *Gazetteer) fault(problem string) error {
	return fmt.Errorf("%s:%d: %s", placesFile, len(g.starts), problem)
}

func keyOfRow(row string) string {
	key, _, _ := strings.Cut(row, "\t")
	return key
}

// placeFault says what is wrong with a row; empty when nothing is.
func placeFault(row string) string {
	var f [placeFields]string
	rest := row
	for k := range placeFields - 1 {
		at := strings.IndexByte(rest, '\t')
		if at < 0 {
			return fmt.Sprintf("%d fields, want %d (key, name, country, first division, feature, population, latitude, longitude, GeoNames id; a tab between)", k+1, placeFields)
		}
		f[k], rest = rest[:at], rest[at+1:]
	}
	f[placeFields-1] = rest
	switch {
	case strings.IndexByte(rest, '\t') >= 0:
		return fmt.Sprintf("more than %d fields", placeFields)
	case !utf8.ValidString(f[1]):
		return "the name is not UTF-8 (convert the file, e.g. with iconv)"
	case !isKey(f[0]):
		return fmt.Sprintf("key %q (write lower-case ASCII letters and digits with one space between words)", f[0])
	case f[2] != "" && !isCode(f[2]):
		return fmt.Sprintf("country %q (write an ISO 3166 code of three capital letters, or leave it empty)", f[2])
	case len(f[4]) != 1 || strings.IndexByte(features, f[4][0]) < 0:
		return fmt.Sprintf("feature %q (write one of %s)", f[4], features)
	case !isCount(f[5]):
		return fmt.Sprintf("population %q is no number", f[5])
	case !isDegree(f[6], 90):
		return fmt.Sprintf("latitude %q is no number from -90 to 90", f[6])
	case !isDegree(f[7], 180):
		return fmt.Sprintf("longitude %q is no number from -180 to 180", f[7])
	case !isCount(f[8]):
		return fmt.Sprintf("GeoNames id %q is no number (write 0 where there is none)", f[8])
	}
	return ""
}

// features are the letters of the features, see Feature.
const features = "NABCSPXRT"

func isKey(s string) bool {
	space := true // a key begins with no space
	for i := range len(s) {
		c := s[i]
		if c == ' ' && space || c != ' ' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
		space = c == ' '
	}
	return !space
}

func isCode(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) == 3
}

func isCount(s string) bool {
	_, rest := digits(s)
	return s != "" && rest == "" && len(s) < 12
}

// isDegree wants plain decimal degrees of at most limit, such as -0.128. It is
// strconv.ParseFloat written out, for half a million of them are read at every start.
func isDegree(s string, limit int) bool {
	s = strings.TrimPrefix(s, "-")
	whole, rest := digits(s)
	if rest == s || len(s)-len(rest) > 3 || whole > limit {
		return false
	}
	if rest == "" {
		return true
	}
	part, end := digits(rest[1:])
	return rest[0] == '.' && end == "" && len(rest) > 1 && (whole < limit || part == 0)
}

// digits reads the digits a text begins with.
func digits(s string) (n int, rest string) {
	i := 0
	for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n, s[i:]
}
