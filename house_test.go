package annalist_test

import (
	"bufio"
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Limits of the house style.
const (
	maxFileLines     = 700
	maxFunctionLines = 80
)

// goFiles lists the project's own Go files; generated ones are left out.
func goFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(".", func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "out") {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") && !generated(t, path) {
			files = append(files, path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 20 {
		t.Fatalf("found only %d Go files: the walk is broken", len(files))
	}
	return files
}

func generated(t *testing.T, path string) bool {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for range 5 {
		if lines.Scan() && strings.Contains(lines.Text(), "Code generated") {
			return true
		}
	}
	return false
}

func TestFilesAndFunctionsStayShort(t *testing.T) {
	for _, path := range goFiles(t) {
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(src, []byte("\n")); n > maxFileLines {
			t.Errorf("%s has %d lines, at most %d: split it by concept", path, n, maxFileLines)
		}
		fset := token.NewFileSet()
		file, err := parser.ParseFile(fset, path, src, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			f, ok := n.(*ast.FuncDecl)
			if !ok || f.Body == nil {
				return true
			}
			if lines := length(fset, f); lines > maxFunctionLines {
				t.Errorf("%s: function %s has %d lines, at most %d", fset.Position(f.Pos()), f.Name.Name, lines, maxFunctionLines)
			}
			return true
		})
	}
}

// length counts the lines of a function; the rows of a table inside it are data
// and do not count.
func length(fset *token.FileSet, f *ast.FuncDecl) int {
	span := func(n ast.Node) int { return fset.Position(n.End()).Line - fset.Position(n.Pos()).Line }
	lines := span(f) + 1
	ast.Inspect(f, func(n ast.Node) bool {
		table, ok := n.(*ast.CompositeLit)
		if ok {
			lines -= span(table)
		}
		return !ok
	})
	return lines
}

// layers says which of the project's packages each may import; tests are free
// to import what they test with. "" is the root package.
var layers = map[string][]string{
	"":                       {},
	"data":                   {},
	"internal/lang":          {},
	"internal/codebook":      {""},
	"internal/format":        {""},
	"internal/world":         {""},
	"internal/syntax/nn":     {},
	"internal/syntax":        {"", "internal/lang", "internal/syntax/nn"},
	"internal/when":          {"", "internal/lang"},
	"internal/place":         {"", "internal/lang", "internal/world"},
	"internal/actor":         {"", "internal/lang", "internal/world"},
	"internal/event":         {"", "internal/lang", "internal/world", "internal/codebook"},
	"internal/quote":         {"", "internal/lang"},
	"internal/pipeline":      {"", "internal/lang", "internal/world", "internal/codebook", "internal/syntax", "internal/when", "internal/place", "internal/actor", "internal/event", "internal/quote"},
	"internal/eval":          {"", "internal/pipeline"},
	"internal/doctest":       {""},
	"internal/syntax/nn/gen": {},
}

func TestImportsFollowTheLayers(t *testing.T) {
	for _, path := range goFiles(t) {
		dir := filepath.ToSlash(filepath.Dir(path))
		if dir == "." {
			dir = ""
		}
		if strings.HasSuffix(path, "_test.go") || strings.HasPrefix(dir, "cmd/") || dir == "bench" {
			continue
		}
		allowed, ok := layers[dir]
		if !ok {
			t.Errorf("package %s has no layer: add it to the table in this test and to docs/ARCHITECTURE.md", dir)
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range file.Imports {
			name := strings.Trim(imp.Path.Value, `"`)
			own, isOwn := strings.CutPrefix(name, "annalist/")
			if name == "annalist" {
				own, isOwn = "", true
			}
			if isOwn && !contains(allowed, own) {
				t.Errorf("%s imports %s, which its layer does not allow", path, name)
			}
			if dir == "" && strings.Contains(strings.SplitN(name, "/", 2)[0], ".") {
				t.Errorf("%s imports %s: the vocabulary uses the standard library alone", path, name)
			}
		}
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
