// Package data holds what the coder knows: the codebook, the tables of the
// world, the word lists and the weights of the net, embedded in the binary.
//
// FS is rooted at this folder. A user's own folder of the same shape is read
// through the same fs.FS. SOURCES.tsv gives origin, licence and sum of each file.
package data

import "embed"

// FS is this folder as it was when the binary was built.
//
//go:embed *
var FS embed.FS
