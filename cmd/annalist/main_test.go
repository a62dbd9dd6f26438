package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"annalist": func() { os.Exit(run(os.Args[1:], newStreams())) },
	})
}

// TestExitStatus: 0 all is done, 1 not for all of the input, 2 not at all.
func TestExitStatus(t *testing.T) {
	given := filepath.Join(t.TempDir(), "given.conllu")
	row := "1\tRwanda\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
	if err := os.WriteFile(given, []byte(row), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		files []string
		want  int
	}{
		{"read", []string{given}, 0},
		{"one of two missing", []string{"missing.conllu", given}, 1},
		{"missing", []string{"missing.conllu"}, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			io := streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard}
			if got := run(append([]string{"parse", "--tokens"}, test.files...), io); got != test.want {
				t.Errorf("got status %d, want %d", got, test.want)
			}
		})
	}
}

// TestScripts runs the command line as people do; each script names what it guards.
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("EXAMPLES", examples)
			return nil
		},
	})
}
