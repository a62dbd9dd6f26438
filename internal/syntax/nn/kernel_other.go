//go:build !amd64

package nn

// vectorKernel has nothing to offer on this architecture.
func vectorKernel(Kernel) *kernel { return nil }
