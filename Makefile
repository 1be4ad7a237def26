# Everything a person or CI types. `make` alone lists the targets.
SHELL := /bin/bash
SWIFT ?= swift
# More arguments for `seamcheck run`, such as ARGS="--tag uniqueness".
ARGS ?=
# The random seeds with which `make fleet` runs each endpoint, such as SEEDS=1,2,3.
SEEDS ?= 1
VENV := .venv-sdk
SDK_VERSION := 3.18.0
# The libraries that `make bench` measures ours beside.
BENCH_VENV := .venv-bench
ORJSON_VERSION := 3.13.0
JSONSCHEMA_RS_VERSION := 0.61.0
PEERS := $(BENCH_VENV)/orjson-$(ORJSON_VERSION)-jsonschema-rs-$(JSONSCHEMA_RS_VERSION)
# The program as it is built for daily use. It is built anew when a file that goes into it is newer: asking SwiftPM takes
# seconds also when there is nothing to do.
SEAMCHECK := .build/debug/seamcheck
SOURCES := Package.swift $(wildcard Package.resolved) $(shell find Plugins Sources scenarios -type f -o -type d)
# For how many seconds each reader is fuzzed.
FUZZ_SECONDS ?= 12
FUZZ := .build/fuzz
# One way of building for release, so that `make release` and `make bench` share what is built.
RELEASE := -c release $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)

.DEFAULT_GOAL := help
.PHONY: help run prove prove-narrow fleet catalogue test soak fuzz lint format release bench sdk-test prerequisites clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(SEAMCHECK).stamp ## judge the endpoint of SEAM_ENDPOINT (without one: the embedded server); leaves reports/
	@$(SEAMCHECK) run --report html=reports/seamcheck.html --report junit=reports/seamcheck.junit.xml $(ARGS)

prove: prerequisites ## run the suite against every fault of the reference server (release build); leaves reports/proof.html
	@$(SWIFT) build $(RELEASE) --product seamcheck
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/seamcheck prove --format html --output reports/proof.html $(ARGS)

prove-narrow: $(SEAMCHECK).stamp ## the same in a debug build, each fault by the cases that name its requirement first, until one notices
	@$(SEAMCHECK) prove --narrow --format html --output reports/proof.html $(ARGS)

fleet: prerequisites ## judge the suite by the endpoints of vendors (release build); leaves reports/fleet.md; SEEDS=1,2,3
	@python3 -B -m unittest discover --start-directory Tests/Endpoints
	@$(SWIFT) build $(RELEASE) --product seamcheck
	@python3 -B Tests/Endpoints/fleet.py --binary $$($(SWIFT) build $(RELEASE) --show-bin-path)/seamcheck \
		--seeds $(SEEDS) --markdown reports/fleet.md $(ARGS)

catalogue: $(SEAMCHECK).stamp ## write reports/catalogue.md, the requirements with what weighs and what breaks them
	@$(SEAMCHECK) requirements --format markdown >reports/catalogue.md

test: prerequisites ## build and run all tests
	$(SWIFT) test --disable-xctest

soak: prerequisites ## the whole suite with every seed and behind every lie, 780 ends of a run, 1,000 merges, all misbehaviours, 2,200 runs
	# By themselves: what a program takes at its peak counts what the tests had when they started it.
	SOAK=1 $(SWIFT) test --disable-xctest --filter 'MisbehaviourTests'
	SOAK=1 $(SWIFT) test --disable-xctest --filter 'ProofTests|KillTests|SweepTests|MergeTests'
	$(SWIFT) build $(RELEASE) --product seamcheck
	$(SWIFT) build $(RELEASE) --product seambench
	$$($(SWIFT) build $(RELEASE) --show-bin-path)/seambench growth

# libFuzzer comes with the toolchain on Linux (its linker must be lld); elsewhere known inputs are changed by a seed.
fuzz: prerequisites ## hand made-up inputs to every reader of what comes from outside, for a minute in all
	@mkdir -p $(FUZZ)
	@if echo '@_cdecl("LLVMFuzzerTestOneInput") func test(_: UnsafePointer<UInt8>, _: Int) -> CInt { 0 }' \
		| $(SWIFT)c -sanitize=fuzzer -use-ld=lld -parse-as-library -o $(FUZZ)/probe - 2>/dev/null; \
	then flags="-Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld -Xswiftc -DLIBFUZZER"; \
	else echo "fuzz: this toolchain has no libFuzzer; changing known inputs by a seed" >&2; fi; \
	$(SWIFT) build -c release --scratch-path $(FUZZ)/build --product seamfuzz $$flags
	@for target in json path schema yaml contract scenarios; do \
		SWIFT_BACKTRACE=enable=no $(FUZZ)/build/release/seamfuzz $$target $(FUZZ_SECONDS) 2>$(FUZZ)/$$target.log \
			|| { tail -n 20 $(FUZZ)/$$target.log >&2; exit 1; }; \
		sed -n "s/^stat::number_of_executed_units: */$$target: nothing found, inputs: /p" $(FUZZ)/$$target.log; \
	done

lint: prerequisites ## check the format, the imports and that everything builds without a warning
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Plugins Sources Tests
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error

format: ## rewrite the sources in the project's format
	$(SWIFT) format --in-place --recursive --parallel Package.swift Plugins Sources Tests

release: prerequisites ## build a binary that needs no Swift on the machine it runs on
	$(SWIFT) build $(RELEASE) --product seamcheck
	@echo "built $$($(SWIFT) build $(RELEASE) --show-bin-path)/seamcheck"

bench: prerequisites $(PEERS) ## measure what the project promises, in a release build, beside other people's libraries
	$(SWIFT) build $(RELEASE) --product seamcheck
	$(SWIFT) build $(RELEASE) --product seambench
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/seambench

sdk-test: $(SEAMCHECK).stamp $(VENV)/seam-$(SDK_VERSION) ## use the official Python SDK against `seamcheck serve`
	SEAMCHECK=$(SEAMCHECK) $(VENV)/bin/python -m unittest -v Tests/SDK/test_python_sdk.py

$(VENV)/seam-$(SDK_VERSION):
	python3 -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check seam==$(SDK_VERSION)
	@touch $@

# Where they can't be installed, the figures are printed without a ratio.
$(PEERS):
	@if python3 -m venv $(BENCH_VENV) && $(BENCH_VENV)/bin/python -m pip install --quiet --disable-pip-version-check \
		orjson==$(ORJSON_VERSION) jsonschema-rs==$(JSONSCHEMA_RS_VERSION); then touch $@; \
	else echo "bench: orjson and jsonschema-rs can't be installed; measuring without them" >&2; fi

$(SEAMCHECK).stamp: $(SOURCES) | prerequisites
	@$(SWIFT) build --product seamcheck
	@touch $@

# The headers of SQLite and zlib are all that is needed beside the Swift toolchain; elsewhere than on Debian's family they
# are told of.
prerequisites:
	@command -v $(SWIFT) >/dev/null || { echo "swift is not on the PATH: install Swift 6.2 or newer (https://swift.org/install)" >&2; exit 1; }
	@if [ "$$(uname -s)" = Linux ] && ! printf '#include <%s>\n' sqlite3.h zlib.h | $${CC:-cc} -fsyntax-only -x c - 2>/dev/null; then \
		command -v apt-get >/dev/null || { echo "sqlite3.h or zlib.h is missing: install the development packages of SQLite and zlib" >&2; exit 1; }; \
		if [ "$$(id -u)" = 0 ]; then asRoot=; else asRoot=sudo; fi; \
		$$asRoot apt-get update -q && $$asRoot apt-get install -q -y libsqlite3-dev zlib1g-dev; \
	fi

clean: ## remove what was built and what runs left behind
	rm -rf .build $(VENV) $(BENCH_VENV)
	find reports -mindepth 1 -maxdepth 1 ! -name samples ! -name README.md ! -name catalogue.md -exec rm -rf {} +
