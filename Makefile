# Two commands do everything on a bare Debian 12 with Swift 6.1 or later:
#   make atlas   every map and table, in ./atlas
#   make test    every test
#   make fuzz    damaged inputs of every reader, 45 seconds or RUNS=100000
# and a third one the program for every folder:
#   make install PREFIX=$HOME/.local

# The only list of system packages: what is linked or loaded, then what draws and writes PNG and PDF, then what tests and
# notebooks use.
PACKAGES = libshp-dev libproj-dev proj-data zlib1g-dev libsqlite3-dev coinor-libclp1 pkg-config \
           librsvg2-dev libqpdf-dev libxlsxwriter-dev fonts-inter \
           proj-bin gdal-bin poppler-utils qpdf python3-venv

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# What `cartopole --version` adds to its number; a + says that files have been changed since.
export CARTOPOLE_COMMIT := $(shell git describe --always --exclude='*' --dirty=+ 2>/dev/null)
RELEASE = swift build -c release --product cartopole
BINARY = $$($(RELEASE) --show-bin-path)/cartopole
# Tests have a build of their own, quicker as a whole than one for speed: CARTOPOLE_TESTS tells Package.swift which targets
# need none of it, -enable-testing lets tests see what is internal, and no debugger asks for the lines.
TESTING = -c release -Xswiftc -enable-testing -Xswiftc -gnone --scratch-path .build-tests

.PHONY: atlas test fuzz swift deps build release install uninstall deb deb-test fresh-test docs-test library-test postgis-test bench bench-guard \
        disclosure-attack kill-test page-test elsewhere-test commands docs sanitize notebooks scale lint format clean

atlas: build
	"$(BINARY)" atlas

# FILTER=MapsTests runs a part. Six tests at a time, since most wait for a run of the program: with as many as processors one
# of them stood idle.
test: export CARTOPOLE_TESTS = 1
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH = 6
test: swift deps
	swift build --build-tests $(TESTING)
	swift test --skip-build $(TESTING) $(if $(FILTER),--filter '$(FILTER)')

# What is wrong is kept in .build/fuzz with the command that shows it.
fuzz: build
	CARTOPOLE="$(BINARY)" python3 Tests/Fuzz/fuzz.py $(if $(RUNS),--runs $(RUNS),--seconds 45) $(if $(SEED),--seed $(SEED))

# Before anything is installed: without Swift nothing can be built.
swift:
	@version=$$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p'); \
	if [ -z "$$version" ] || [ "$$(printf '6.1\n%s\n' "$$version" | sort -V | head -n 1)" != 6.1 ]; then \
	  echo "Il manque Swift 6.1 ou plus récent (ici : $${version:-aucun}) / Swift 6.1 or later is missing (here: $${version:-none})" >&2; \
	  echo "https://www.swift.org/install/linux/" >&2; exit 69; \
	fi

# Does nothing when every package is there; who may not install any gets the line for the administrator.
define install
@command -v dpkg-query >/dev/null || { echo "Only Debian and Ubuntu are known here; install the like of: $(1)" >&2; exit 69; }; \
missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done); \
missing=$$(echo $$missing); \
[ -z "$$missing" ] || { { [ -z "$(SUDO)" ] || command -v sudo >/dev/null; } && \
  $(SUDO) apt-get update -qq && \
  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; } || \
{ echo "Il manque des paquets ; l’administrateur de la machine les installe par / packages are missing; the administrator installs them by:" >&2; \
  echo "apt-get update && apt-get install -y --no-install-recommends $$missing" >&2; exit 69; }
endef

deps:
	$(call install,$(PACKAGES))

build: swift deps
	$(RELEASE)

# A program that needs no Swift beside it, starts faster and holds no symbols.
STATIC = swift build -c release --product cartopole --static-swift-stdlib --disable-local-rpath -Xlinker -s --scratch-path .build-static
PROGRAM = .build-static/release/cartopole
release: swift deps
	$(STATIC)

# Program, data, manual and completions below PREFIX; uninstall takes away what install has put there. Who has no Swift
# (sudo hides it) installs what `make release` has built.
PREFIX = /usr/local
install:
	@case "$(PREFIX)" in /*) ;; *) echo "PREFIX=$(PREFIX): give a whole path, such as PREFIX=\$$HOME/.local" >&2; exit 64 ;; esac
	@if command -v swift >/dev/null || [ ! -x $(PROGRAM) ]; then $(MAKE) release; fi
	@Packaging/install $(PROGRAM) "$(PREFIX)" "$(DESTDIR)"

uninstall:
	@Packaging/install --remove "$(PREFIX)" "$(DESTDIR)"

# A package for the release of Debian or Ubuntu that it is built on, in .build/deb; an error of lintian is one.
deb: release
	$(call install,dpkg-dev lintian)
	rm -rf .build/deb
	Packaging/deb $(PROGRAM) .build/deb
	lintian --fail-on error .build/deb/*.deb

# The package in a bare Debian without Swift (root); its atlas is held against one written here.
deb-test: deb
	$(call install,debootstrap)
	cd .build/deb && rm -rf atlas && CARTOPOLE_DATA=../../GeoData ../../$(PROGRAM) atlas --quiet
	Packaging/deb-test .build/deb/*.deb .build/deb/atlas

# Both commands of the README on a bare Debian, as root and as an ordinary user (root; half an hour). FRESH="--suite noble
# --user root --commands atlas" builds on Ubuntu 24.04.
fresh-test:
	$(call install,debootstrap)
	Tests/Fresh/run $(FRESH)

# Types every example of README, help and docs.
docs-test: build
	Tests/Docs/run "$(BINARY)"

# Compiles and runs the Swift sample of README in a package of its own.
library-test: swift deps
	Tests/Docs/library

# docs/postgis.md in a database server of its own, its answers held against the program's.
postgis-test: build
	$(call install,postgresql postgresql-$(shell apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$$/\1/p')-postgis-3)
	Tests/Docs/postgis "$(BINARY)"

# Whole runs beside plain C and the peers that are installed; CARTOPOLE_FRANCE=communes.shp adds France. The table goes
# into docs/performance.md. Microbenchmarks: swift package --package-path Benchmarks benchmark
bench: release
	CARTOPOLE="$(PROGRAM)" Benchmarks/run

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

# Five territories outside the Essonne, from a list and a layer to their atlases; two minutes. ELSEWHERE=--short makes the
# smallest.
elsewhere-test: build
	Tests/Elsewhere/run "$(BINARY)" $(ELSEWHERE)

# A minute; FILES=2000 for a long run. Fails when answers of one file, put together, give a secret away.
FILES = 60
disclosure-attack: build
	Tests/Oracles/disclosure/attack "$(BINARY)" --files $(FILES)

# The page of every command and option, from what the program says of itself.
commands: build
	"$(BINARY)" --lang en --experimental-dump-help | docs/write-commands > docs/commands.md

# The library's pages, in .build/docs; a warning is an error.
docs: swift deps
	docs/build

# Memory (address), threads at once (thread) and what C leaves undefined (undefined: our few lines of C, which trap; Swift has
# no such sanitizer on Linux), each in a build of its own; ten minutes or more each. SANITIZE=thread for one. The first finding
# ends the run. Leaks are not looked for: the runtime keeps what it has once made.
SANITIZE = address thread undefined
SANITIZED = BytesTests|GeometryTests|ShapefilesTests|InterchangeTests|ProjectionsTests|CartographyTests|ProjectedLayersTests|ImportsTests|SimplificationTests|PicturesTests
sanitize: swift deps
	for kind in $(SANITIZE); do \
	  case $$kind in undefined) how="-Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined" ;; *) how=--sanitize=$$kind ;; esac; \
	  ASAN_OPTIONS=detect_leaks=0 TSAN_OPTIONS=halt_on_error=1 swift test $$how --disable-xctest --scratch-path .build-$$kind --filter '$(SANITIZED)' || exit 1; \
	done

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
