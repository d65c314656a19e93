#!/usr/bin/env python3
"""Times `cartopole import sirene` against DuckDB's join and count of the same files, turn about, two threads each.

    benchmark.py CARTOPOLE UNITS ESTABLISHMENTS [--runs 5]

Prints wall time, processor time and peak memory of every run, then the ratio of the medians.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import time

here = pathlib.Path(__file__).resolve().parent
parser = argparse.ArgumentParser()
parser.add_argument("cartopole")
parser.add_argument("units")
parser.add_argument("establishments")
parser.add_argument("--runs", type=int, default=5)
a = parser.parse_args()
categories = here.parents[2] / "GeoData" / "legal-categories.csv"
commands = {
    "cartopole": [a.cartopole, "import", "sirene", "--quiet", "--units", a.units,
                  "--establishments", a.establishments, "-o", os.devnull],
    "duckdb": [sys.executable, str(here / "duckdb-join.py"), a.units, a.establishments, str(categories), "-",
               "--count-only"],
}
times = {name: [] for name in commands}
for _ in range(a.runs):
    for name, command in commands.items():
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
        answer = process.stdout.read().decode().split()
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{name} failed")
        wall = time.perf_counter() - start
        # DuckDB's own time, without starting Python and loading the library.
        seconds = float(answer[0]) if name == "duckdb" else wall
        times[name].append(seconds)
        cpu = usage.ru_utime + usage.ru_stime
        print(f"{name:10} {seconds:6.2f} s  {cpu:6.2f} s processor  {usage.ru_maxrss // 1024:4} MB", flush=True)
medians = {name: statistics.median(values) for name, values in times.items()}
print(f"medians {medians['cartopole']:.2f} s and {medians['duckdb']:.2f} s, ratio "
      f"{medians['cartopole'] / medians['duckdb']:.2f}")
