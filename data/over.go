package data

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
)

// Files is the built-in data.
func Files() fs.FS { return FS }

// parts are the folders that a user's folder may replace.
var parts = []string{"codebook", "lang", "model", "world"}

// Over is the built-in data with a user's folder laid over it: whichever of
// codebook, lang, model and world the folder has is taken from there as a whole.
// A folder that has none of them is an error: it would change nothing.
func Over(dir string) (fs.FS, error) {
	user := os.DirFS(dir)
	for _, part := range parts {
		if info, err := fs.Stat(user, part); err == nil && info.IsDir() {
			return over{user, FS}, nil
		}
	}
	return nil, fmt.Errorf("%s has none of the folders %s: give the folder that holds them", dir, strings.Join(parts, ", "))
}

type over struct{ user, built fs.FS }

// Open opens a file of the user's, or a built-in one where the user's folder
// lacks the first element of its path.
func (o over) Open(name string) (fs.File, error) {
	top, _, _ := strings.Cut(path.Clean(name), "/")
	if top != "." {
		if _, err := fs.Stat(o.user, top); err == nil {
			return o.user.Open(name)
		}
	}
	return o.built.Open(name)
}
