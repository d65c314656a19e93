"""What `compare --chart` marks: density and share of jobs by area and date, in exact fractions.

    python3 Tests/Oracles/compare/chart.py

Reads GeoData/ess-figures.csv, GeoData/ess-share-of-jobs.csv and the inhabitants of 2017 (the .dbf of the région’s layer) and 2021, and
writes chart.csv beside this script, a row a mark: the panel, the area, the year as the row is labelled, value, ends of
the rounding interval (shares only), the reference's value on the same row, and the sign. Shares no code with the Swift
sources.
"""
import csv
import datetime as dt
import struct
from decimal import ROUND_HALF_UP, Decimal as D
from fractions import Fraction as F
from pathlib import Path

here = Path(__file__).parent
data = here.parents[2] / "GeoData"
home = {"75", "77", "78", "91", "92", "93", "94", "95"}


def table(name):
    with open(data / name, encoding="utf-8") as f:
        return list(csv.DictReader(f))


def layer():
    """Inhabitants of 2017 by département."""
    raw = (data / "ile-de-france.dbf").read_bytes()
    count, head, size = struct.unpack("<IHH", raw[4:12])
    columns, at, start = {}, 32, 1
    while raw[at] != 13:
        columns[raw[at : at + 11].split(b"\0")[0].decode()] = (start, start + raw[at + 16])
        start += raw[at + 16]
        at += 32
    people = {}
    for row in range(count):
        a, b = columns["INSEE_DEP"]
        code = raw[head + row * size + a : head + row * size + b].decode().strip()
        a, b = columns["POPULATION"]
        people[code] = people.get(code, 0) + int(raw[head + row * size + a : head + row * size + b])
    return people


def days(text):
    """The day, or the middle of the month or year, since 1970-01-01."""
    parts = [int(p) for p in text.split("-")]
    epoch = dt.date(1970, 1, 1)
    if len(parts) == 3:
        return F((dt.date(*parts) - epoch).days)
    start = dt.date(parts[0], parts[1] if len(parts) == 2 else 1, 1)
    end = dt.date(start.year + start.month // 12, start.month % 12 + 1, 1) if len(parts) == 2 else dt.date(start.year + 1, 1, 1)
    return F((start - epoch).days + (end - epoch).days, 2)


figures = table("ess-figures.csv")
later = {}
for f in table("populations-ile-de-france-2021.csv"):
    later[f["insee"][:2]] = later.get(f["insee"][:2], 0) + int(f["population"])
known = {}
for date, people in (("2017-01-01", layer()), ("2021-01-01", later)):
    for code, n in people.items():
        known.setdefault(("departement", code), []).append((days(date), F(n)))
    known.setdefault(("region", "11"), []).append((days(date), F(sum(people.values()))))
for f in figures:
    if f["measure"] == "population":
        known.setdefault((f["level"], f["area_code"]), []).append((days(f["reference"]), F(f["value"])))


def inhabitants(key, date):
    """The number at a date, and whether it is interpolated; else the nearest count."""
    points, t = sorted(known[key]), days(date)
    for (a, x), (b, y) in zip(points, points[1:]):
        if a <= t <= b and t not in (a, b):
            return x + (y - x) * (t - a) / (b - a), True
    return min(points, key=lambda p: abs(p[0] - t))[1], False


def label(f):
    return f["reference"][:4] if f["reference"] else "publ. " + f["published"][:4]


counts = [f for f in figures if f["measure"] == "establishments" and f["family"] == "all"]
groups = {}
for f in figures:
    if f["measure"] == "establishments" and f["family"] != "all" and not f["reference"]:
        groups.setdefault((f["level"], f["area_code"], f["published"]), []).append(f)
for parts in groups.values():
    if {p["family"] for p in parts} == {"association", "cooperative", "mutuelle", "fondation"}:
        counts.append(dict(parts[0], value=str(sum(int(p["value"]) for p in parts)), family="all", derived="yes"))

base = next(f for f in counts if f["area_code"] == "11" and f["reference"] == "2007-12-31")
reference = F(base["value"]) / inhabitants(("region", "11"), "2007-12-31")[0] * 10_000
unstated = {"", "as printed"}
rows = []
for f in counts:
    date = f["reference"] or f["published"]
    n, guessed = inhabitants((f["level"], f["area_code"]), date)
    if "BREAK IN SERIES" in f["note"]:
        panel = "density after a break"
    elif f["perimeter"] not in unstated and f["perimeter"] != base["perimeter"]:
        panel = "density, other perimeter"
    else:
        panel = "density"
    sign = "derived" if "derived" in f else "more than" if "more than" in f["note"] else "estimate" if guessed else "published"
    rows.append([panel, f["area"], label(f), float(F(f["value"]) / n * 10_000), "", "",
                 float(reference) if panel == "density" else "", sign])


def printed(text):
    """A share, and the interval of its rounding; a spreadsheet's division counts as printed to 0.01 %."""
    value = D(text)
    if -value.as_tuple().exponent > 9:
        value = value.quantize(D("0.0001"), ROUND_HALF_UP)
    half = D(1).scaleb(value.as_tuple().exponent) / 2
    return value, value - half, value + half


shares = [f for f in table("ess-share-of-jobs.csv")
          if f["level"] == "departement" and f["area_code"] in home or f["level"] == "region" and f["area_code"] == "11"]
for f in shares:
    region = next(g for g in shares if g["level"] == "region" and g["reference"] == f["reference"])
    value, low, high = printed(f["value"])
    rows.append(["shares", f["area"], f["reference"], float(value), float(low), float(high), float(printed(region["value"])[0]), "published"])

with open(here / "chart.csv", "w", newline="", encoding="utf-8") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["panel", "area", "label", "value", "lower", "upper", "reference", "sign"])
    out.writerows(rows)
