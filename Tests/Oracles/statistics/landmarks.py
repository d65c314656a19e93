"""The derived total of the Essonne, its density, and the landmarks of Sud Essonne, in exact fractions.

    python3 Tests/Oracles/statistics/landmarks.py

Reads GeoData/ess-figures.csv and the populations of the shipped layers (their .dbf), and writes landmarks.csv beside
this script. Shares no code with the Swift sources.
"""
import csv
import datetime as dt
import struct
from fractions import Fraction as F
from pathlib import Path

here = Path(__file__).parent
data = here.parents[2] / "GeoData"
with open(data / "ess-figures.csv", encoding="utf-8") as f:
    figures = list(csv.DictReader(f))


def people(layer, departement=None):
    raw = (data / (layer + ".dbf")).read_bytes()
    count, head, size = struct.unpack("<IHH", raw[4:12])
    columns, at, start = {}, 32, 1
    while raw[at] != 13:
        columns[raw[at : at + 11].split(b"\0")[0].decode()] = (start, start + raw[at + 16])
        start += raw[at + 16]
        at += 32

    def field(row, name):
        a, b = columns[name]
        return raw[head + row * size + a : head + row * size + b].decode().strip()

    return sum(
        int(field(row, "POPULATION")) for row in range(count) if departement in (None, field(row, "INSEE_DEP")))


def days(text):
    """The day, or the middle of the month, since 1970-01-01."""
    parts = [int(p) for p in text.split("-")]
    epoch = dt.date(1970, 1, 1)
    if len(parts) == 3:
        return F((dt.date(*parts) - epoch).days)
    start, end = dt.date(parts[0], parts[1], 1), dt.date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return F((start - epoch).days + (end - epoch).days, 2)


families = [f for f in figures if f["area_code"] == "91" and f["measure"] == "establishments"]
assert sorted(f["family"] for f in families) == ["association", "cooperative", "fondation", "mutuelle"]
total = sum(int(f["value"]) for f in families)
own, essonne, region = people("sud-essonne"), people("ile-de-france", "91"), people("ile-de-france")
rate = F(total, essonne)

# The région's figure of October 2014 over its inhabitants then, between the counts of 2009 and 2017.
count = next(f for f in figures if f["area_code"] == "11" and f["published"] == "2014-10" and f["measure"] == "establishments")
before = next(f for f in figures if f["measure"] == "population" and f["reference"] == "2009-01-01")
share = (days("2014-10") - days("2009-01-01")) / (days("2017-01-01") - days("2009-01-01"))
inhabitants = int(before["value"]) + share * (region - int(before["value"]))

with open(here / "landmarks.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["what", "value"])
    out.writerow(["derived_establishments", total])
    out.writerow(["derived_per_10000", repr(float(rate * 10_000))])
    out.writerow(["own_inhabitants", own])
    out.writerow(["departement_inhabitants", essonne])
    out.writerow(["region_inhabitants", region])
    out.writerow(["landmark_departement", repr(float(rate * own))])
    out.writerow(["landmark_region", repr(float(F(count["value"]) / inhabitants * own))])
