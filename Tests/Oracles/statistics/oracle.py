"""Expected values for StatisticsTests, computed from the register with exact fractions and Python's own dates.

    python3 Tests/Oracles/statistics/oracle.py

Reads GeoData/ess-figures.csv and writes intervals.csv, pairs.csv and indicators.csv beside this script. It shares
no code with the Swift sources: rounding intervals come from decimal strings, dates from datetime.
"""
import csv
import datetime as dt
from fractions import Fraction as F
from itertools import combinations
from pathlib import Path

here = Path(__file__).parent
register = here.parents[2] / "GeoData" / "ess-figures.csv"
rows = []
with open(register, encoding="utf-8") as f:
    reader = csv.DictReader(f)
    for row in reader:
        row["line"] = reader.line_num
        rows.append(row)


def interval(text, note):
    if "'more than" in note:
        return F(text), None
    if "." in text:
        half = F(1, 2 * 10 ** len(text.split(".")[1]))
    else:
        zeros = len(text) - len(text.rstrip("0"))
        half = F(10**zeros, 2)
    return max(F(0), F(text) - half), F(text) + half


def midpoint(text):
    """Days since 1970-01-01: the day, or the middle of the month or year."""
    parts = [int(p) for p in text.split("-")]
    epoch = dt.date(1970, 1, 1)
    if len(parts) == 3:
        return F((dt.date(*parts) - epoch).days)
    if len(parts) == 2:
        start = dt.date(parts[0], parts[1], 1)
        end = dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    else:
        start, end = dt.date(parts[0], 1, 1), dt.date(parts[0] + 1, 1, 1)
    return F((start - epoch).days + (end - epoch).days, 2)


def population(area, when):
    known = sorted((midpoint(r["reference"]), F(r["value"])) for r in rows
                   if r["area_code"] == area and r["measure"] == "population")
    if not known:
        return None
    t = midpoint(when)
    for (t0, p0), (t1, p1) in zip(known, known[1:]):
        if t0 <= t <= t1:
            return p0 + (p1 - p0) * (t - t0) / (t1 - t0)
    return min(known, key=lambda k: abs(k[0] - t))[1]


with open(here / "intervals.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["line", "lower", "upper"])
    for r in rows:
        low, high = interval(r["value"], r["note"])
        out.writerow([r["line"], repr(float(low)), "" if high is None else repr(float(high))])

with open(here / "pairs.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["kind", "first", "second"])
    for a, b in combinations(rows, 2):
        if any(a[k] != b[k] for k in ("area_code", "measure", "family", "perimeter")):
            continue
        va, vb = F(a["value"]), F(b["value"])
        if a["reference"] and a["reference"] == b["reference"]:
            (la, ha), (lb, hb) = interval(a["value"], a["note"]), interval(b["value"], b["note"])
            if (ha is not None and ha < lb) or (hb is not None and hb < la):
                out.writerow(["contradiction", a["line"], b["line"]])
        elif not (a["reference"] and b["reference"]) and a["published"] and b["published"]:
            years = abs(midpoint(a["published"]) - midpoint(b["published"])) / F("365.25")
            if years <= 4 and abs(va - vb) / min(va, vb) > F(1, 10):
                out.writerow(["incompatible", a["line"], b["line"]])

base = F(31000) / population("11", "2007-12-31")
base_jobs = F(374000) / population("11", "2007-12-31")
with open(here / "indicators.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["area", "line", "population", "per_1000", "expected_establishments", "expected_jobs"])
    for r in rows:
        if r["measure"] != "establishments" or r["family"] != "all":
            continue
        p = population(r["area_code"], r["reference"] or r["published"])
        values = [] if p is None else [p, F(r["value"]) / p * 1000, base * p, base_jobs * p]
        out.writerow([r["area_code"], r["line"]] + ([repr(float(v)) for v in values] or [""] * 4))
