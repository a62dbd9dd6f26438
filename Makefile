# The project's few commands. DATA is where the shared data folder lies; only
# eval, train and the tests behind the build tag "shared" need it.
DATA ?= ../shared/data
PYTHON ?= python3
export CGO_ENABLED = 0

.PHONY: check lint test shared bench eval train kernels world

## check: everything that must hold before a commit
check: lint test

## lint: format and vet
lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); echo 'run gofmt -w on these'; exit 1; }
	go vet ./...
	GOARCH=arm64 go build ./...

## test: the tests that need nothing but the repository
test:
	go test ./...

## shared: the tests that also read the shared data
shared:
	go test -tags shared ./...

## bench: words a second and memory, beside spaCy's small model (see bench/README.md)
bench:
	bench/run

## eval: the figures on the committed gold
eval:
	go run ./cmd/annalist eval testdata/gold/dev.jsonl

## train: the net, from the shared data, on two cores (see train/README.md)
train:
	$(MAKE) -C train DATA=$(abspath $(DATA)) PYTHON=$(PYTHON)

## kernels: generate the assembly of internal/syntax/nn again
kernels:
	cd internal/syntax/nn/gen && go generate ./...

## world: make the tables of data/world again
world:
	$(PYTHON) data/scripts/world.py $(DATA)
	$(PYTHON) data/scripts/places.py $(DATA)
