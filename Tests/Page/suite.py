"""Opens atlases in Chromium and uses them as a reader does.

    Tests/Page/run PROGRAM [--short] [NAME...]

PROGRAM is cartopole; CARTOPOLE_DATA names its geodata, this project's unless given. --short leaves out large
territories and tries a few radii. A NAME runs only the tests whose name contains it. Every request of the browser is
logged: at the end none may have asked for anything but files, data and blobs.
"""

import argparse
import sys
import unittest
from pathlib import Path

import projects
from browser import Browser

MODULES = ["map", "search", "legend", "state", "trial", "access", "layout", "print", "safety", "size"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_intermixed_args()
    projects.PROGRAM, projects.SHORT = given.program.resolve(), given.short
    loader = unittest.TestLoader()
    loader.testNamePatterns = [f"*{name}*" for name in given.names] or None
    tests = unittest.TestSuite(loader.loadTestsFromName(f"test_{module}") for module in MODULES)
    try:
        result = unittest.TextTestRunner(verbosity=2).run(tests)
        left = Browser.end()
    finally:
        Browser.end()
        projects.remove()
    for url in left:
        print(f"asked for {url}", file=sys.stderr)
    if result.testsRun == 0:
        print("no test has such a name", file=sys.stderr)
    return 0 if result.wasSuccessful() and result.testsRun > 0 and not left else 1


if __name__ == "__main__":
    sys.exit(main())
