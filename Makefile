# Two commands do everything on a machine that has a Swift 6 toolchain:
#   make annotate   builds the program and annotates seeds/
#   make test       passes all tests
SWIFT ?= swift
PREFIX ?= /usr/local
BUILD := .build/release
GAZETTE := $(BUILD)/gazette
IMAGE := $(BUILD)/en.gazette
ORACLES := .build/oracles
RECORDS := .build/annotated/seeds.jsonl
# Where the development gold lies; it is no part of the project.
GOLD ?= ../shared/gold
LEXICONS := $(shell find lexicons/en -name '*.tsv')

# Homebrew keeps ICU out of pkg-config's default path.
ifeq ($(shell uname),Darwin)
export PKG_CONFIG_PATH := $(shell brew --prefix icu4c 2>/dev/null)/lib/pkgconfig:$(PKG_CONFIG_PATH)
else
STATIC := --static-swift-stdlib
# Where the libraries' archives are gathered: the program needs none of them to be installed.
ARCHIVES := $(abspath .build/archives)
build: export PKG_CONFIG_PATH := $(ARCHIVES):$(PKG_CONFIG_PATH)
endif

.PHONY: annotate test build lexicon packs install measure bench identity endurance spark-test fuzz threads lint clean libraries

annotate: lexicon
	@mkdir -p $(dir $(RECORDS))
	$(GAZETTE) annotate seeds/articles.jsonl --output $(RECORDS) --force --summary

test: lexicon $(ORACLES)
	python3 lexicons/build/count.py --check
	$(SWIFT) test
	python3 Tests/Endurance/run.py

build: libraries
	$(SWIFT) build -c release --product gazette $(STATIC)

lexicon: build $(IMAGE)

$(IMAGE): $(GAZETTE) $(LEXICONS)
	$(GAZETTE) lexicon compile lexicons/en --output $@

$(GAZETTE): build

libraries:
	@scripts/install-libraries
ifdef ARCHIVES
	@scripts/link-archives $(ARCHIVES)
endif

install: lexicon
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gazette
	install -m 755 $(GAZETTE) $(DESTDIR)$(PREFIX)/bin/gazette
	install -m 644 $(IMAGE) $(DESTDIR)$(PREFIX)/share/gazette/en.gazette

# Independent scorers of entities, to check ours against; without them that test is skipped.
$(ORACLES):
	@python3 -m venv $@ && $@/bin/pip install --quiet seqeval==1.2.2 nervaluate==1.2.1 \
	  || { rm -rf $@; echo "seqeval and nervaluate cannot be installed: the scores are not checked against them"; }

# Scores the development sets beside their floors and what other programs reach.
measure: lexicon
	@if [ -d "$(GOLD)" ]; then \
	  $(GAZETTE) evaluate --floors corpora/FLOORS.tsv corpora "$(GOLD)"; \
	else \
	  echo "measure: skipped, there is no development gold in $(GOLD); GOLD=folder names another place"; \
	fi

# Times every step on the project's own texts, checks the answers, and prints the ratio to a bare ICU loop; see Benchmarks/README.md.
bench: lexicon
	@python3 Benchmarks/bench.py $(BENCH)

# Holds the state machine against ICU's iterators on ten million random and hostile texts, and every code point in many contexts.
identity: lexicon
	GAZETTE_LONG_TESTS=1 $(SWIFT) test -c release -Xswiftc -enable-testing --filter BoundaryFinder

# Kills, starves and floods batches and streams; `make test` does it in small.
SIZE ?= 1G
KILLS ?= 50
endurance: lexicon
	python3 Tests/Endurance/run.py --size $(SIZE) --kills $(KILLS)

# Annotates on Apache Spark, alone and on a cluster that loses a worker, and compares; installs pyspark for it.
spark-test: lexicon
	integrations/spark/test

# Feeds the readers and the annotator with inputs that a fuzzer invents, under the address sanitizer; see Tests/Fuzzing/README.md.
MINUTES ?= 5
fuzz: lexicon
	Tests/Fuzzing/fuzz $(MINUTES)

# Runs the test-suite, and the program that it starts, under the thread sanitizer; reports of races lie in .build-tsan/race.*.
TSAN := -c release --scratch-path .build-tsan --sanitize=thread -Xswiftc -enable-testing
threads: lexicon
	$(SWIFT) build $(TSAN) --build-tests
	rm -f .build-tsan/race.* && ln -sf $(abspath $(IMAGE)) .build-tsan/release/en.gazette
	export GAZETTE=$(abspath .build-tsan/release/gazette) TSAN_OPTIONS=log_path=$(abspath .build-tsan/race); \
	  $(SWIFT) test $(TSAN) --skip-build && python3 Tests/Endurance/run.py --size 1M --only 'asked*' --only 'memory*' --only 'a slow*' --only 'killed and*'
	! ls .build-tsan/race.* 2>/dev/null

# The optional packs: villages, other names of cities, airports, listed companies, universities, brands; see lexicons/SOURCES.md.
PACKS ?= .build/packs
packs:
	lexicons/build/packs.sh $(PACKS)

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build
