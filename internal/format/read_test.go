package format_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"annalist"
	"annalist/internal/format"

	"github.com/google/go-cmp/cmp"
)

// outcome is what reading gave, article by article.
type outcome struct {
	Texts  []string
	Errors []string
}

func readAll(t *testing.T, input string, fill format.Defaults) outcome {
	t.Helper()
	var out outcome
	r := format.NewReader(strings.NewReader(input), "in", fill)
	for range 100 {
		art, err := r.Next()
		var bad *format.Error
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &bad):
			out.Errors = append(out.Errors, string(bad.Reason)+" "+bad.Error())
		case err != nil:
			t.Fatal(err)
		default:
			out.Texts = append(out.Texts, art.Text)
		}
	}
	t.Fatal("reading does not end")
	return out
}

const (
	hint    = ` (write each article as {"text": "..."}, one after the other or in one array)`
	isTable = "this is a table (CSV): its first line names columns" +
		` (articles are read as plain text, one a file, or as JSON objects {"text": "..."}, one a line or in one array)`
)

func TestReader(t *testing.T) {
	for _, test := range []struct {
		name  string
		input string
		want  outcome
	}{
		{name: "plain text", input: "A story.\nIts end.", want: outcome{Texts: []string{"A story.\nIts end."}}},
		{name: "byte order mark is no text", input: "\ufeffA story.", want: outcome{Texts: []string{"A story."}}},
		{name: "plain text that begins with a brace", input: "{sic} he wrote.", want: outcome{Texts: []string{"{sic} he wrote."}}},
		{name: "JSON Lines with blank lines", input: "\n {\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}", want: outcome{Texts: []string{"One.", "Two."}}},
		{name: "empty input", input: "", want: outcome{Errors: []string{"empty in:1:1: there is no text (nothing to code)"}}},
		{name: "only white space", input: " \n\t", want: outcome{Errors: []string{"empty in:1:1: there is no text (nothing to code)"}}},
		{name: "binary", input: "PK\x03\x04\nab\x00c", want: outcome{Errors: []string{"binary in:2:3: a zero byte: this is not text (give plain text or JSON Lines in UTF-8)"}}},
		{name: "Latin-1", input: "line\ncaf\xe9 open", want: outcome{Errors: []string{"bad-utf8 in:2:4: byte 0xe9 is not UTF-8 (convert the file to UTF-8, e.g. with iconv)"}}},
		{
			name:  "bad lines do not cost the others",
			input: "{\"text\":\"One.\"}\n{\"text\":\n{\"title\":\"x\"}\n{\"text\":7}\n{\"text\":\"\"}\n{\"text\":\"Six.\",\"published\":\"3 May\"}\n{\"text\":\"Seven.\",\"date\":\"2024-05-03T10:00:00Z\"}\n",
			want: outcome{
				Texts: []string{"One.", "Seven."},
				Errors: []string{
					"bad-json in:2:8: not JSON: unexpected end of JSON input (write each article as {\"text\": \"...\"}, one after the other or in one array)",
					"bad-fields in:3:1: there is no field \"text\" (give {\"id\", \"title\", \"text\", \"published\", \"source\", \"url\", \"language\"}; only text is needed)",
					"bad-json in:4:9: field \"text\" is a JSON number, want a string (write each article as {\"text\": \"...\"}, one after the other or in one array)",
					"empty in:5:1: there is no text (nothing to code)",
					"bad-fields in:6:1: published is \"3 May\" (write it as YYYY-MM-DD, or leave it out)",
				},
			},
		},
		{name: "Latin-1 in a line", input: "{\"text\":\"caf\xe9\"}\n{\"text\":\"Two.\"}", want: outcome{
			Texts:  []string{"Two."},
			Errors: []string{"bad-utf8 in:1:13: byte 0xe9 is not UTF-8 (convert the file to UTF-8, e.g. with iconv)"},
		}},
		{
			name:  "objects over several lines",
			input: "{\n  \"text\": \"One {[.\",\n  \"tags\": [\n    {\"a\": 1}\n  ]\n}\n{\"text\":\"Two.\"}\n{\n\"text\": \"Three.\"\n}",
			want:  outcome{Texts: []string{"One {[.", "Two.", "Three."}},
		},
		{
			name:  "a broken object over several lines is one error",
			input: "{\n  \"text\": \"One\nand a half.\",\n  \"id\": 1\n}\n{\n  \"text\": 7\n}\n{\"text\":\"Three.\"}\n{\n  \"id\": \"4\",\n  \"source\" \"x\"\n}\n",
			want: outcome{Texts: []string{"Three."}, Errors: []string{
				"bad-json in:2:15: not JSON: invalid character '\\n' in string literal" + hint,
				"bad-json in:7:11: field \"text\" is a JSON number, want a string" + hint,
				"bad-json in:12:12: not JSON: invalid character '\"' after object key" + hint,
			}},
		},
		{name: "an array", input: " [{\"text\":\"One.\"},\n{\"text\":\"Two.\"}]\n", want: outcome{Texts: []string{"One.", "Two."}}},
		{
			name:  "an array over several lines, bad elements cost no other",
			input: "[\n  {\n    \"text\": 7\n  },\n  \"Two.\",\n  {\n    \"title\": \"three\"\n  },\n  {\n    \"text\": \"Four.\"\n  }\n]\n",
			want: outcome{Texts: []string{"Four."}, Errors: []string{
				"bad-json in:3:13: field \"text\" is a JSON number, want a string" + hint,
				"bad-json in:5:3: an article is a JSON string, want an object" + hint,
				"bad-fields in:6:3: there is no field \"text\" (give {\"id\", \"title\", \"text\", \"published\", \"source\", \"url\", \"language\"}; only text is needed)",
			}},
		},
		{name: "a broken element is one error and costs no other", input: "[\n{\"text\":\"One.\"},\n{\"text\" \"Two.\"},\n{\"text\":\"Three.\"}\n]", want: outcome{
			Texts: []string{"One.", "Three."}, Errors: []string{"bad-json in:3:9: not JSON: invalid character '\"' after object key" + hint},
		}},
		{name: "no comma between elements", input: "[{\"text\":\"One.\"},\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}]", want: outcome{
			Texts: []string{"One."}, Errors: []string{"bad-json in:3:1: not JSON: invalid character '{' after top-level value" + hint},
		}},
		{name: "an array that does not end", input: "[{\"text\":\"One.\"},\n{\"text\":\"Two", want: outcome{
			Texts: []string{"One."}, Errors: []string{"bad-json in:2:12: not JSON: unexpected end of JSON input" + hint},
		}},
		{name: "an array without its bracket", input: "[{\"text\":\"One.\"}\n", want: outcome{
			Texts: []string{"One."}, Errors: []string{"bad-json in:1:2: the array does not end" + hint},
		}},
		{name: "an array that does not end behind a comma", input: "[{\"text\":\"One.\"},\n", want: outcome{
			Texts: []string{"One."}, Errors: []string{"bad-json in:2:1: the array does not end" + hint},
		}},
		{name: "a comma too many", input: "[{\"text\":\"One.\"}, ]", want: outcome{
			Texts: []string{"One."}, Errors: []string{"bad-json in:1:19: there is no article beside the comma" + hint},
		}},
		{name: "an empty array", input: "[]\n", want: outcome{Errors: []string{"empty in:1:2: the array is empty (nothing to code)"}}},
		{name: "something behind the array", input: "[{\"text\":\"One.\"}]\n{\"text\":\"Two.\"}", want: outcome{
			Texts: []string{"One."}, Errors: []string{"bad-json in:2:1: something stands behind the end of the array" + hint},
		}},
		{name: "an array of texts", input: "[\"One.\", \"Two.\"]", want: outcome{Errors: []string{
			"bad-json in:1:2: an article is a JSON string, want an object" + hint,
			"bad-json in:1:10: an article is a JSON string, want an object" + hint,
		}}},
		{name: "plain text that begins with a bracket", input: "[Reuters] A story.", want: outcome{Texts: []string{"[Reuters] A story."}}},
		{name: "plain text that begins with a quotation in a bracket", input: "[\"We will go,\" he said.]", want: outcome{Texts: []string{"[\"We will go,\" he said.]"}}},
		{name: "a table", input: "id,title,text\n1,x,\"A story.\"\n", want: outcome{Errors: []string{"bad-format in:1:1: " + isTable}}},
		{name: "a table with index, tabs and other names", input: "\tHeadline\tbody\tmy_own\r\n0\tx\tA story.\ty\r\n", want: outcome{Errors: []string{"bad-format in:1:1: " + isTable}}},
		{name: "prose under a line of words", input: "Source, date\nA story.", want: outcome{Texts: []string{"Source, date\nA story."}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(readAll(t, test.input, format.Defaults{}), test.want); diff != "" {
				t.Errorf("got - want +\n%s", diff)
			}
		})
	}
}

func TestReaderFillsWhatIsMissing(t *testing.T) {
	in := `{"text":"One.","published":"2024-01-02T08:00:00Z","source":"Own"}` + "\n" + `{"id":"b","text":"Two."}`
	r := format.NewReader(strings.NewReader(in), "in", format.Defaults{Published: "2025-06-07", Source: "Desk"})
	first, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	second, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	want := []annalist.Article{
		// An article without an id takes the sha256 of its text.
		{ID: fmt.Sprintf("%x", sha256.Sum256([]byte("One."))), Text: "One.", Published: "2024-01-02", Source: "Own"},
		{ID: "b", Text: "Two.", Published: "2025-06-07", Source: "Desk"},
	}
	if diff := cmp.Diff([]annalist.Article{first, second}, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

// TestLongLine: a line beyond the limit is refused without being kept, and the
// next line is read.
func TestLongLine(t *testing.T) {
	long := `{"text":"` + strings.Repeat("word ", 10_000_000) + `"}` + "\n"
	got := readAll(t, long+`{"text":"Two."}`, format.Defaults{})
	if len(got.Errors) != 1 || !strings.HasPrefix(got.Errors[0], "too-long in:1:1") {
		t.Errorf("errors: got %.80q", got.Errors)
	}
	if diff := cmp.Diff(got.Texts, []string{"Two."}); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
	plain := readAll(t, strings.Repeat("word ", 10_000_000), format.Defaults{})
	if len(plain.Errors) != 1 || !strings.HasPrefix(plain.Errors[0], "too-long in:1:1") {
		t.Errorf("plain text: got %.80q", plain.Errors)
	}
}

func FuzzReader(f *testing.F) {
	f.Add("A story.")
	f.Add("{\"text\":\"x\"}\n{")
	f.Add("[{\"text\":\"x\"},\n7]")
	f.Add("id,text\n")
	f.Fuzz(func(t *testing.T, input string) {
		r := format.NewReader(strings.NewReader(input), "in", format.Defaults{})
		for range len(input) + 2 {
			art, err := r.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err == nil && art.ID == "" {
				t.Fatal("an article without id")
			}
		}
		t.Fatal("reading does not end")
	})
}
