# Two commands do everything on a bare Debian 12 or Ubuntu with Swift 6.1 or later:
#   make atlas   every map and table, in ./atlas
#   make test    every test
#   make fuzz    damaged inputs of every reader, 45 seconds or RUNS=100000

# The only list of system packages: what is linked or loaded, then what draws and writes PNG and PDF, then what tests and
# notebooks use.
PACKAGES = libshp-dev libproj-dev proj-data zlib1g-dev libsqlite3-dev coinor-libclp1 pkg-config \
           librsvg2-dev libqpdf-dev libxlsxwriter-dev fonts-inter \
           proj-bin gdal-bin poppler-utils qpdf python3-venv

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# Program and tests share one optimised build: -enable-testing lets tests see what is internal. `swift test` without
# --skip-build would build everything once more, with flags of its own.
OPTIMISED = -c release -Xswiftc -enable-testing
RELEASE = swift build $(OPTIMISED) --product cartopole
BINARY = $$($(RELEASE) --show-bin-path)/cartopole

.PHONY: atlas test fuzz deps build release bench bench-guard disclosure-attack kill-test page-test commands docs sanitize notebooks scale lint format clean

atlas: build
	"$(BINARY)" atlas

test: deps
	swift build --build-tests $(OPTIMISED)
	swift test --skip-build $(OPTIMISED)

# What is wrong is kept in .build/fuzz with the command that shows it.
fuzz: build
	CARTOPOLE="$(BINARY)" python3 Tests/Fuzz/fuzz.py $(if $(RUNS),--runs $(RUNS),--seconds 45) $(if $(SEED),--seed $(SEED))

# Does nothing when every package is there.
define install
@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
if [ -n "$$missing" ]; then \
  $(SUDO) apt-get update -qq && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
fi
endef

deps:
	$(call install,$(PACKAGES))

build: deps
	$(RELEASE)

# A binary that needs no Swift runtime beside it, and starts faster.
STATIC = swift build -c release --product cartopole --static-swift-stdlib --scratch-path .build-static
release: deps
	$(STATIC)

# Whole runs beside plain C and the peers that are installed; CARTOPOLE_FRANCE=communes.shp adds France. The table goes
# into docs/performance.md. Microbenchmarks: swift package --package-path Benchmarks benchmark
bench: release
	CARTOPOLE="$$($(STATIC) --show-bin-path)/cartopole" Benchmarks/run

# Half a minute; fails when a run has become slow beside plain C.
bench-guard: build
	CARTOPOLE="$(BINARY)" Benchmarks/run --guard

# Ends runs at every step that changes the disk and looks at what is left (strace; a quarter of an hour). KILL=--short
# tries a few steps of each kind.
kill-test: build
	Tests/Reliability/kill $(KILL) "$(BINARY)"

# The atlas's page in Chromium, driven as a reader uses it; a quarter of an hour. PAGE=--short takes a minute.
BROWSER = chromium chromium-driver
page-test: build
	$(call install,$(BROWSER))
	Tests/Page/run "$(BINARY)" $(PAGE)

# A minute; FILES=2000 for a long run. Fails when answers of one file, put together, give a secret away.
FILES = 60
disclosure-attack: build
	Tests/Oracles/disclosure/attack "$(BINARY)" --files $(FILES)

# The page of every command and option, from what the program says of itself.
commands: build
	"$(BINARY)" --lang en --experimental-dump-help | docs/write-commands > docs/commands.md

# The library's pages, in .build/docs; a warning is an error.
docs: deps
	docs/build

# What several threads do at once, under the thread sanitizer; ten minutes.
sanitize: deps
	swift test --sanitize=thread --disable-xctest --scratch-path .build-thread \
	  --filter 'BytesTests|CartographyTests|ProjectedLayersTests|ImportsTests|SimplificationTests|PicturesTests'

# Runs every notebook in an environment of its own and keeps its outputs.
notebooks: build
	CARTOPOLE="$(BINARY)" Notebooks/run

# The count of import sirene on DuckDB and on Spark too, by one SQL text, on a generated sample (docs/scale.md). Spark
# needs Java 17 or later, which nothing else does.
scale: build
	$(call install,$(shell command -v java >/dev/null || echo default-jre-headless))
	CARTOPOLE="$(BINARY)" Notebooks/run scale

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

format:
	swift format --in-place --recursive Sources Tests Package.swift

clean:
	rm -rf .build .build-* atlas .venv-notebooks .venv-scale
