package format

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"annalist"
)

// csvColumns are the columns of the CSV form: events only, several parties or
// sources in one cell divided by "; ".
var csvColumns = []string{
	"id", "article", "published", "source", "url", "sentence",
	"type", "mode", "quad", "score", "cameo", "contexts", "realis", "historical",
	"trigger", "trigger_start", "trigger_end",
	"actors", "actor_countries", "actor_sectors",
	"recipients", "recipient_countries", "recipient_sectors",
	"date", "date_start", "date_end", "date_basis",
	"place", "place_country", "place_admin1", "lat", "lon", "place_precision",
	"attribution", "attribution_countries", "stance", "dead", "injured", "confidence", "coder", "book",
}

// csvWriter writes event records; the other kinds have no row in this form and
// are an error.
type csvWriter struct {
	out  *csv.Writer
	head bool
}

func newCSV(w io.Writer) Writer { return &csvWriter{out: csv.NewWriter(w)} }

func (c *csvWriter) Write(rec annalist.Record) error {
	ev, ok := rec.(*annalist.EventRecord)
	if !ok {
		return fmt.Errorf("write record: CSV has no form for a %T", rec)
	}
	if err := c.header(); err != nil {
		return err
	}
	row := csvRow(ev)
	for i := range row {
		row[i] = safe(row[i])
	}
	if err := c.out.Write(row); err != nil {
		return fmt.Errorf("write record: %w", err)
	}
	return nil
}

func (c *csvWriter) header() error {
	if c.head {
		return nil
	}
	c.head = true
	return c.out.Write(csvColumns)
}

func (c *csvWriter) Close() error {
	if err := c.header(); err != nil {
		return err
	}
	return c.Flush()
}

func (c *csvWriter) Flush() error {
	c.out.Flush()
	return c.out.Error()
}

// safe keeps a spreadsheet from taking a cell of text for a formula. Numbers
// keep their minus sign.
func safe(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

func csvRow(ev *annalist.EventRecord) []string {
	actors, recipients := parties(ev.Actors), parties(ev.Recipients)
	sources := make([]annalist.EntityRecord, len(ev.Attribution))
	stances := make([]string, len(ev.Attribution))
	for i, att := range ev.Attribution {
		sources[i], stances[i] = att.Source, string(att.Stance)
	}
	from := parties(sources)
	contexts := make([]string, len(ev.Contexts))
	for i, c := range ev.Contexts {
		contexts[i] = string(c)
	}
	row := []string{
		ev.ID, ev.Article, ev.Published, ev.Source, ev.URL, strconv.Itoa(ev.Sentence),
		string(ev.Type), string(ev.Mode), strconv.Itoa(ev.Quad), number(ev.Score), ev.CAMEO,
		strings.Join(contexts, "; "), string(ev.Realis), strconv.FormatBool(ev.Historical),
		ev.Trigger.Text, strconv.Itoa(ev.Trigger.Start), strconv.Itoa(ev.Trigger.End),
	}
	row = append(row, actors[:]...)
	row = append(row, recipients[:]...)
	row = append(row, ev.Date.Value, ev.Date.Start, ev.Date.End, string(ev.Date.Basis))
	row = append(row, placeCells(ev.Place)...)
	row = append(row, from[0], from[1], strings.Join(stances, "; "))
	row = append(row, sizeCells(ev.Size)...)
	return append(row, number(ev.Confidence), ev.Coder, ev.Book)
}

// parties joins names, countries and sectors of several entities.
func parties(es []annalist.EntityRecord) [3]string {
	var names, countries, sectors []string
	for _, e := range es {
		name := e.Name
		if name == "" {
			name = e.Text
		}
		codes := make([]string, len(e.Sectors))
		for i, s := range e.Sectors {
			codes[i] = string(s)
		}
		names = append(names, name)
		countries = append(countries, string(e.Country))
		sectors = append(sectors, strings.Join(codes, "+"))
	}
	return [3]string{strings.Join(names, "; "), strings.Join(countries, "; "), strings.Join(sectors, "; ")}
}

func placeCells(p *annalist.PlaceRecord) []string {
	if p == nil {
		return make([]string, 6)
	}
	lat, lon := "", ""
	if p.Lat != 0 || p.Lon != 0 {
		lat, lon = number(p.Lat), number(p.Lon)
	}
	return []string{p.Name, string(p.Country), p.Admin1, lat, lon, string(p.Precision)}
}

func sizeCells(s *annalist.Size) []string {
	if s == nil {
		return []string{"", ""}
	}
	return []string{count(s.Dead), count(s.Injured)}
}

func count(c *annalist.Count) string {
	switch {
	case c == nil:
		return ""
	case c.Max == 0:
		return fmt.Sprintf("%d+", c.Min)
	case c.Max == c.Min:
		return strconv.Itoa(c.Min)
	default:
		return fmt.Sprintf("%d-%d", c.Min, c.Max)
	}
}

func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
