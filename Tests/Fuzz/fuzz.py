#!/usr/bin/env python3
"""Damaged inputs against the program: it may refuse them, and nothing else may happen.

    CARTOPOLE=.build/release/cartopole Tests/Fuzz/fuzz.py --seconds 45
    CARTOPOLE=… Tests/Fuzz/fuzz.py --runs 100000 --seed 7 [--first 25000] [--reader geojson]
    CARTOPOLE=… Tests/Fuzz/fuzz.py --again geojson:7:1234        one run again, its files kept

Each run starts from a small whole input (seeds.py), damages it (mutations.py) and reads it (readers.py) under a limit of
memory and time. Wrong are: an exit code that is not of the list or says « our bug », a signal, more than 1.5 GB or 20 s,
not exactly one line `error:` with a code other than 0, a line on stderr that is none of ours, an output beside an error, a
temporary left, an input changed, an output that does not parse. What is wrong is kept in .build/fuzz and printed.
"""
import argparse
import csv
import hashlib
import io
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import xml.dom.minidom
from pathlib import Path

from readers import READERS, Folder

PACKAGE = Path(__file__).resolve().parents[2]
KEPT = PACKAGE / ".build" / "fuzz"
CODES = {0, 64, 65, 66, 69, 73, 74}
MEMORY = 6 << 30
RESIDENT = 1_500_000
CPU_SECONDS = 20
# A run that sleeps for ever is a hang; one that waits for a busy machine is none.
SECONDS = 600
NUMBERS = {"d", "points", "transform", "viewBox", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height",
           "font-size", "stroke-width"}
OWN_LINE = re.compile(r"error: |warning: |usage:|aide : |see '|help: |projet livré : | {2,}", re.I)
OF_LIBRARIES = re.compile(r"fatal|grdb|proj:|proj_|sqlite|glib|rsvg|swift|runtime|sanitizer|shapelib", re.I)


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 5))


def contents(folder):
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.md5(path.read_bytes()).hexdigest() for path in files}


def execute(program, words, folder):
    """Exit code (negative: signal), largest memory in kB, seconds of processor, stdout, stderr."""
    own = Path(folder) / "GeoData"
    data = str(own if own.exists() else PACKAGE / "GeoData")
    env = {**os.environ, "CARTOPOLE_DATA": data, "SWIFT_BACKTRACE": "enable=no", "NO_COLOR": "1"}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([program, *words], cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=env,
                                   preexec_fn=limit)
        alarm = threading.Timer(SECONDS, process.kill)
        alarm.start()
        _, status, usage = os.wait4(process.pid, 0)
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return process.returncode, usage.ru_maxrss, usage.ru_utime + usage.ru_stime, out.read(), err.read()


def refuse_constant(word):
    raise ValueError(word)


def unreadable(name, data):
    """Why an output does not parse, None where it does."""
    text = data.lstrip()
    try:
        if name.endswith((".json", ".geojson")) or (name == "out.x" and text[:1] in (b"{", b"[")):
            json.loads(data, parse_constant=refuse_constant)
        elif name.endswith(".svg"):
            drawn = xml.dom.minidom.parseString(data)
            # Texts may say anything; numbers stand in attributes.
            for element in drawn.getElementsByTagName("*"):
                for attribute in element.attributes.values():
                    if attribute.name in NUMBERS and re.search(r"\b(nan|inf)\b", attribute.value):
                        return f"nan or inf in {attribute.name} of an SVG"
        elif name.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
            if len({len(row) for row in rows}) > 1:
                return "rows of different lengths in a CSV"
    except Exception as error:  # whatever a parser throws is what is wrong
        return f"{name}: {type(error).__name__} {error}"
    return None


def faults(words, before, folder, result):
    code, memory, seconds, out, err = result
    found = []
    if code < 0:
        found.append(f"signal {signal.Signals(-code).name}")
    elif code not in CODES:
        found.append(f"exit code {code}")
    if memory > RESIDENT:
        found.append(f"{memory // 1024} MB")
    if seconds > CPU_SECONDS * 0.75:
        found.append(f"{seconds:.0f} s")
    try:
        lines = err.decode().splitlines()
    except UnicodeDecodeError:
        found.append("stderr is not UTF-8")
        lines = err.decode(errors="replace").splitlines()
    errors = sum(line.startswith("error: ") for line in lines)
    if code in CODES and errors != (0 if code == 0 else 1):
        found.append(f"{errors} lines « error: » with code {code}")
    # What a run that went well says of itself is free; what a library says never belongs there.
    stray = [
        line for line in lines
        if line and not OWN_LINE.match(line) and (code not in (0, 64) or OF_LIBRARIES.search(line))
    ]
    if stray:
        found.append(f"on stderr: {stray[0][:120]}")
    if b"\x1b" in err:
        found.append("an escape on stderr")
    after = contents(folder)
    new = sorted(set(after) - set(before))
    if any(".cartopole-" in name for name in new):
        found.append("a temporary is left")
    elif code != 0 and new:
        found.append(f"an output beside an error: {', '.join(new)}")
    edited = {"pole.yaml"} if words[0] == "action" and code == 0 else set()
    changed = sorted(name for name in before if after.get(name) != before[name] and name not in edited)
    if changed:
        found.append(f"an input changed: {', '.join(changed)}")
    if code == 0:
        for name in new:
            why = unreadable(name, (Path(folder) / name).read_bytes())
            if why:
                found.append(why)
        if words[0] == "inspect" and "json" in words and unreadable("out.json", out):
            found.append("stdout is no JSON")
    return found


def one(program, reader, seed, number, keep=False):
    """Runs one case; its faults and, where there are some, the folder its files are kept in."""
    name = f"{reader}:{seed}:{number}"
    with tempfile.TemporaryDirectory(prefix="cartopole-fuzz-") as folder:
        words = READERS[reader](Folder(folder, random.Random(name)))
        before = contents(folder)
        given = {file: (Path(folder) / file).read_bytes() for file in before}
        result = execute(program, words, folder)
        found = faults(words, before, folder, result)
        if found or keep:
            kept = KEPT / name.replace(":", "-")
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir(parents=True)
            for file, data in given.items():
                (kept / file).parent.mkdir(exist_ok=True)
                (kept / file).write_bytes(data)
            (kept / "COMMAND").write_text("cartopole " + " ".join(words) + "\n")
            (kept / "STDERR").write_bytes(result[4][-4000:])
        return name, result[0], words, found


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--runs", type=int, help="so many runs over all readers")
    options.add_argument("--seconds", type=float, default=45, help="runs until then (45), without --runs")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--first", type=int, default=0, help="the run to begin with, where an earlier call was ended")
    options.add_argument("--reader", choices=sorted(READERS), action="append")
    options.add_argument("--again", metavar="READER:SEED:NUMBER")
    chosen = options.parse_args()
    program = os.environ.get("CARTOPOLE") or str(PACKAGE / ".build" / "debug" / "cartopole")
    program = str(Path(program).resolve())
    if chosen.again:
        reader, seed, number = chosen.again.split(":")
        name, code, words, found = one(program, reader, seed, number, keep=True)
        print(f"{name}: cartopole {' '.join(words)}\nexit code {code}; {'; '.join(found) or 'nothing wrong'}")
        return 1 if found else 0
    readers = chosen.reader or list(READERS)
    end = time.monotonic() + chosen.seconds
    lock = threading.Lock()
    tally = {"next": chosen.first, "codes": {}, "wrong": 0}

    def work():
        while True:
            with lock:
                number = tally["next"]
                is_done = number >= chosen.runs if chosen.runs else time.monotonic() > end
                if is_done or tally["wrong"] >= 50:
                    return
                tally["next"] += 1
                if number % 5000 == 0 and number > chosen.first:
                    print(f"{time.strftime('%H:%M:%S')} run {number}, {tally['wrong']} wrong", flush=True)
            name, code, words, found = one(program, readers[number % len(readers)], chosen.seed, number // len(readers))
            with lock:
                tally["codes"][code] = tally["codes"].get(code, 0) + 1
                if found:
                    tally["wrong"] += 1
                    print(f"{name}: {'; '.join(found)}\n  cartopole {' '.join(words)}", flush=True)

    workers = [threading.Thread(target=work) for _ in range(os.cpu_count() or 1)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    codes = ", ".join(f"{code}: {count}" for code, count in sorted(tally["codes"].items()))
    print(f"{tally['next'] - chosen.first} runs of {len(readers)} readers, seed {chosen.seed}; exit codes {codes}; {tally['wrong']} wrong")
    if tally["wrong"]:
        print(f"kept in {KEPT}; one again: Tests/Fuzz/fuzz.py --again READER:SEED:NUMBER")
    return 1 if tally["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
