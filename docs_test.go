package annalist_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"annalist"
)

// TestRecordsAreDocumented holds docs/records.md to the record types: every
// field that is written stands there in backquotes.
func TestRecordsAreDocumented(t *testing.T) {
	page, err := os.ReadFile("docs/records.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for i := range typ.NumField() {
			f := typ.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "" && !strings.Contains(string(page), "`"+name+"`") {
				t.Errorf("%s.%s: `%s` is not in docs/records.md", typ.Name(), f.Name, name)
			}
			walk(f.Type)
		}
	}
	for _, rec := range []annalist.Record{
		&annalist.ArticleRecord{}, &annalist.EventRecord{}, &annalist.StatementRecord{}, &annalist.SkipRecord{},
	} {
		walk(reflect.TypeOf(rec))
	}
	if len(seen) < 10 {
		t.Errorf("looked at %d types only", len(seen))
	}
}
