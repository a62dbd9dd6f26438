package annalist_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"annalist"

	"github.com/google/go-cmp/cmp"
)

// TestRecordsAreDocumented holds docs/records.md to the record types, both ways:
// what is written is documented, and what is documented is written.
func TestRecordsAreDocumented(t *testing.T) {
	page := recordsPage(t)
	for _, section := range []struct {
		heading string
		typ     reflect.Type
		prose   bool // fields stand in a sentence, not in the first column of a table
	}{
		{"## Every record", reflect.TypeFor[annalist.Head](), false},
		{"## kind `event`", reflect.TypeFor[annalist.EventRecord](), false},
		{"## kind `statement`", reflect.TypeFor[annalist.StatementRecord](), false},
		{"## kind `article`", reflect.TypeFor[annalist.ArticleRecord](), true},
		{"## kind `skip`", reflect.TypeFor[annalist.SkipRecord](), false},
	} {
		t.Run(section.heading, func(t *testing.T) {
			text := behind(t, page, section.heading, "\n## ")
			_, text, _ = strings.Cut(text, "\n") // the rest of the heading
			text, _, _ = strings.Cut(text, "\n**")
			var got []string
			for line := range strings.Lines(text) {
				if cells := strings.Split(line, "|"); len(cells) > 2 {
					got = append(got, quotedNames(cells[1])...)
				} else if section.prose {
					got = append(got, quotedNames(line)...)
				}
			}
			want := fields(section.typ)
			slices.Sort(got)
			slices.Sort(want)
			if diff := cmp.Diff(got, want); diff != "" {
				t.Errorf("documented - written +\n%s", diff)
			}
		})
	}
}

// TestPartsAreDocumented does the same for what several records hold. There names
// of fields stand among values and other fields, which are listed here.
func TestPartsAreDocumented(t *testing.T) {
	page := recordsPage(t)
	span := fields(reflect.TypeFor[annalist.SpanRecord]())
	for _, part := range []struct {
		heading string
		typ     reflect.Type
		others  []string
	}{
		{"**Entity**", reflect.TypeFor[annalist.EntityRecord](), []string{"actors", "recipients", "attribution[].source", "speaker", "addressee"}},
		{"**Date**", reflect.TypeFor[annalist.Date](), values(annalist.Day, annalist.Week, annalist.Month, annalist.Year, annalist.Range,
			annalist.FromPublication, annalist.FromNothing, "YYYY-MM-DD", "YYYY-Www", "YYYY-MM", "YYYY", "A/B")},
		{"**Place**", reflect.TypeFor[annalist.PlaceRecord](), values(annalist.CountryLevel, annalist.Admin1Level, annalist.Admin2Level, annalist.CityLevel,
			annalist.SiteLevel, annalist.RegionLevel)},
		{"**Attribution**", reflect.TypeFor[annalist.AttributionRecord](), append(span, values(annalist.Direct, annalist.Mixed, annalist.Indirect,
			annalist.Asserts, annalist.Alleges, annalist.Denies, "UNK")...)},
		{"| `size` |", reflect.TypeFor[annalist.Size](), append(fields(reflect.TypeFor[annalist.Count]()), "size")},
		{"| `votes` |", reflect.TypeFor[annalist.Votes](), []string{"votes"}},
		{"| `why` |", reflect.TypeFor[annalist.Why](), []string{"why"}},
		{"| `trigger` |", reflect.TypeFor[annalist.SpanRecord](), []string{"trigger"}},
	} {
		t.Run(part.heading, func(t *testing.T) {
			end := "\n\n"
			if strings.HasPrefix(part.heading, "|") {
				end = "\n"
			}
			got := quotedNames(part.heading + behind(t, page, part.heading, end))
			want := fields(part.typ)
			for _, name := range want {
				if !slices.Contains(got, name) {
					t.Errorf("%s is written and not documented", name)
				}
			}
			for _, name := range got {
				if !slices.Contains(want, name) && !slices.Contains(part.others, name) {
					t.Errorf("%s is documented and not written", name)
				}
			}
		})
	}
}

// TestNoPartIsForgotten: every struct below a record has its line in one of the
// two tests above, or stands in the line of another (Count, Reading, Place).
func TestNoPartIsForgotten(t *testing.T) {
	var got []string
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || slices.Contains(got, typ.Name()) {
			return
		}
		got = append(got, typ.Name())
		for i := range typ.NumField() {
			walk(typ.Field(i).Type)
		}
	}
	for _, rec := range []annalist.Record{
		&annalist.ArticleRecord{}, &annalist.EventRecord{}, &annalist.StatementRecord{}, &annalist.SkipRecord{},
	} {
		walk(reflect.TypeOf(rec))
	}
	slices.Sort(got)
	want := []string{
		"ArticleRecord", "AttributionRecord", "Count", "Date", "EntityRecord", "EventRecord", "Head", "Place", "PlaceRecord",
		"Reading", "Size", "SkipRecord", "Span", "SpanRecord", "StatementRecord", "Votes", "Why",
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

// TestReasonsAreDocumented: the reasons of skips are those in the code.
func TestReasonsAreDocumented(t *testing.T) {
	row := behind(t, recordsPage(t), "| `reason` |", "\n")
	var got []string
	for _, reason := range quotedNames(row) {
		reason, _, _ = strings.Cut(reason, ":") // blocked-by:<rule>
		got = append(got, reason)
	}
	want := append(reasons(t, "event.go"), reasons(t, "internal/format/format.go")...)
	for i, reason := range want {
		if reason == string(annalist.SkipBlocked) {
			want[i] = "blocked-by" // written with the rule that blocks
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("documented - written +\n%s", diff)
	}
}

func recordsPage(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("docs/records.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// behind is what stands behind a heading of the page, up to end.
func behind(t *testing.T, page, heading, end string) string {
	t.Helper()
	_, after, found := strings.Cut(page, "\n"+heading)
	if !found {
		t.Fatalf("docs/records.md has no %q", heading)
	}
	text, _, _ := strings.Cut(after, end)
	return text
}

var backquoted = regexp.MustCompile("`([^`]+)`")

func quotedNames(text string) []string {
	var names []string
	for _, m := range backquoted.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	return names
}

// fields lists the names a struct is written with. The head of a record has a
// section of its own; other embedded structs are written as part of theirs.
func fields(typ reflect.Type) []string {
	var names []string
	for i := range typ.NumField() {
		f := typ.Field(i)
		switch name, _, _ := strings.Cut(f.Tag.Get("json"), ","); {
		case f.Anonymous && f.Type != reflect.TypeFor[annalist.Head]():
			names = append(names, fields(f.Type)...)
		case name != "" && name != "-":
			names = append(names, name)
		}
	}
	return names
}

// values turns constants of several types into the strings they are.
func values(consts ...any) []string {
	var out []string
	for _, c := range consts {
		out = append(out, reflect.ValueOf(c).String())
	}
	return out
}

// reasons lists the constants of type SkipReason in a file.
func reasons(t *testing.T, path string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Type == nil {
			return true
		}
		name := ""
		switch typ := spec.Type.(type) {
		case *ast.Ident:
			name = typ.Name
		case *ast.SelectorExpr:
			name = typ.Sel.Name
		}
		if name == "SkipReason" {
			for _, v := range spec.Values {
				if lit, ok := v.(*ast.BasicLit); ok {
					s, err := strconv.Unquote(lit.Value)
					if err != nil {
						t.Fatal(err)
					}
					out = append(out, s)
				}
			}
		}
		return true
	})
	if len(out) == 0 {
		t.Fatalf("%s has no reasons", path)
	}
	return out
}
