# `make help` lists the targets. GDAL=on|off decides whether formats beyond GeoPackage, GeoJSON and
# CSV are built in; by default they are where GDAL's development files are found.

PREFIX ?= /usr/local
DEMO ?= kulan-demo
SECONDS ?= 60
SIZE ?= medium
GDAL ?= $(shell pkg-config --exists gdal && echo on || echo off)
TRAITS = $(if $(filter on,$(GDAL)),--traits GDAL,--disable-default-traits)
COVERAGE = $(TRAITS) --scratch-path .build/coverage
RELEASE = $(TRAITS) -c release --product kulan
BENCHMARKS = $$(swift build $(TRAITS) -c release --show-bin-path)/Benchmarks
SOURCES = Sources Tests Benchmarks Package.swift

.PHONY: help dependencies demo build test lint format docs release install coverage fuzz clean
.PHONY: bench bench-build bench-check bench-record bench-results

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 16

dependencies: ## install the system packages that are missing; GDAL=on includes GDAL
	@scripts/install-dependencies $(if $(filter on,$(GDAL)),--gdal)

demo: dependencies ## build kulan and run the whole job on the data it carries with it
	swift build $(RELEASE)
	$$(swift build $(RELEASE) --show-bin-path)/kulan demo --out $(DEMO) --overwrite

build: dependencies ## build everything for development
	swift build $(TRAITS)

test: dependencies ## run all tests
	swift test $(TRAITS)

lint: ## check the format of the sources
	swift format lint --strict --recursive $(SOURCES)

format: ## format the sources
	swift format --in-place --recursive $(SOURCES)

docs: dependencies ## make the documentation of the library in .build/docs
	scripts/make-docs $(TRAITS)

bench: bench-build ## run the benchmarks of SIZE (small, medium or all); one JSON line per case
	$(BENCHMARKS) $(CASE) --size $(SIZE)

bench-check: bench-build ## compare checksums, ratios and instructions with those recorded
	$(BENCHMARKS) --size small --runs 1 --check Benchmarks/expected.json
	scripts/check-instructions $(BENCHMARKS)

bench-record: bench-build ## record checksums, ratios and instructions
	$(BENCHMARKS) --size small --record Benchmarks/expected.json
	scripts/check-instructions $(BENCHMARKS) --record

bench-results: bench-build ## run all benchmarks (an hour) and write Benchmarks/results.md
	$(BENCHMARKS) --size all --markdown Benchmarks/results.md

bench-build: dependencies
	swift build $(TRAITS) -c release --product Benchmarks
	swift build $(RELEASE)

release: dependencies ## make dist/kulan, which needs no Swift where it runs
	swift build $(RELEASE) --static-swift-stdlib
	install -D -s -m 755 $$(swift build $(RELEASE) --show-bin-path)/kulan dist/kulan

install: release ## install kulan below PREFIX (default /usr/local)
	install -D -m 755 dist/kulan $(DESTDIR)$(PREFIX)/bin/kulan

coverage: dependencies ## print the part of the lines that the tests reach
	swift test $(COVERAGE) --enable-code-coverage
	scripts/print-coverage "$$(swift build $(COVERAGE) --show-bin-path)"

fuzz: dependencies ## look for bytes that break a reader, SECONDS (default 60) for each reader
	scripts/fuzz $(SECONDS) $(TRAITS)

clean: ## remove what was built
	rm -rf .build dist $(DEMO)
