package nn

func vectorKernel(Kernel) *kernel { return nil }
