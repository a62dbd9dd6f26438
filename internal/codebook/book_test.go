package codebook_test

import (
	"os"
	"testing"

	"annalist/internal/codebook"
)

// The shipped codebook loads without a fault.
func TestShipped(t *testing.T) {
	for _, err := range codebook.Check(os.DirFS("../../data"), "codebook") {
		t.Error(err)
	}
}
