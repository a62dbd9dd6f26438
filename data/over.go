package data

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// Files is the built-in data.
func Files() fs.FS { return FS }

// Over is the built-in data with a user's folder laid over it: whichever of
// codebook, world and model the folder has is taken from there as a whole.
func Over(dir string) fs.FS { return over{os.DirFS(dir), FS} }

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
