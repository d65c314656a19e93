"""Location quotients of the shares of jobs with the interval of their rounding, in exact decimals.

    python3 Tests/Oracles/statistics/shares.py

Reads GeoData/ess-share-of-jobs.csv and writes shares.csv beside this script: each area against Île-de-France of the
same year. A share of more than nine decimals is a spreadsheet's division and is taken to 0.01 %, half up.
Shares no code with the Swift sources.
"""
import csv
from decimal import ROUND_HALF_UP, Decimal as D
from fractions import Fraction as F
from pathlib import Path

here = Path(__file__).parent
with open(here.parents[2] / "GeoData" / "ess-share-of-jobs.csv", encoding="utf-8") as f:
    rows = list(csv.DictReader(f))


def printed(text):
    value = D(text)
    if -value.as_tuple().exponent > 9:
        value = value.quantize(D("0.0001"), ROUND_HALF_UP)
    half = F(D(1).scaleb(value.as_tuple().exponent)) / 2
    return F(value), F(value) - half, F(value) + half


base = {r["reference"]: printed(r["value"]) for r in rows if (r["level"], r["area_code"]) == ("region", "11")}
with open(here / "shares.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["level", "area_code", "year", "share", "quotient", "lower", "upper"])
    for r in rows:
        value, low, high = printed(r["value"])
        mean, least, most = base[r["reference"]]
        ends = ["", ""] if (r["level"], r["area_code"]) == ("region", "11") else [low / most, high / least]
        numbers = [value, value / mean] + ends
        out.writerow([r["level"], r["area_code"], r["reference"]] + [x if x == "" else repr(float(x)) for x in numbers])
