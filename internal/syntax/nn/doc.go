// Package nn runs the net of the syntax package: it reads weights and
// multiplies, nothing else.
//
// Read loads net.json and net.safetensors; Model.Run takes windows of words
// already cut into word pieces and leaves in a Workspace the scores of every
// head for every word. Arcs, relations and links are scored on demand, because
// which words may be joined is only known once the sentence ends are.
//
// The package splits no text, knows no label's meaning and decodes nothing.
// Weights are int8 with int32 accumulation, and every kernel (AVX-512 VNNI,
// AVX2, plain Go) yields the same bits: sums of integers have no order, and
// float arithmetic is done in one fixed order with every product rounded before
// it is added (no fused multiply-add). A Model is immutable and may be shared
// by goroutines; a Workspace belongs to one.
package nn

//go:generate go -C gen run . -out ../kernels_amd64.s -stubs ../kernels_amd64.go -pkg nn
