#!/usr/bin/env python3
"""A SYNTHETIC list of establishments over ten communes of the Essonne, and its count, by code that is not the program's.

    lists.py [OUT]

Writes synthetic-list.csv and synthetic-list-oracle.csv into Tests/ImportsTests/Fixtures, or OUT. Points are placed by
Shapely, SIRET numbers are checked by python-stdnum, addresses are matched by the names of the layer.
Needs geopandas, shapely and python-stdnum. No establishment in the list exists.
"""
import collections
import csv
import pathlib
import random
import sys

import geopandas
import shapely
from stdnum.fr import siret as check

root = pathlib.Path(__file__).resolve().parents[3]
out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "Tests" / "ImportsTests" / "Fixtures"
communes = geopandas.read_file(root / "GeoData" / "ile-de-france.shp").to_crs(4326)
code = communes["INSEE_COM"].tolist()
name = dict(zip(code, communes["NOM"]))
TEN = ["91223", "91200", "91359", "91405", "91540", "91593", "91433", "91137", "91546", "91507"]
FAMILY = {"9220": "association", "9300": "fondation", "5558": "cooperative", "8210": "mutuelle", "5710": "company", "": "other"}
tree = shapely.STRtree(communes.geometry)


def holds(point):
    found = [i for i in tree.query(point) if communes.geometry.iloc[i].contains(point)]
    assert len(found) <= 1
    return code[found[0]] if found else None


def number(draw, siren=None):
    while True:
        digits = siren or f"{draw.randrange(100_000_000, 1_000_000_000)}"
        if siren is None and not check.siren.is_valid(digits):
            continue
        whole = digits + f"{draw.randrange(1, 400):05d}"
        if check.is_valid(whole):
            return whole


draw = random.Random(91)
rows = []
seen = {}
units = collections.defaultdict(collections.Counter)
outside = repeats = 0
sirens = []
for index in range(400):
    c = draw.choice(TEN)
    category = draw.choice(list(FAMILY))
    if index % 11 == 0:
        s = number(draw, "356000000")
    elif sirens and draw.random() < 0.3:
        s = number(draw, draw.choice(sirens))
    else:
        s = number(draw)
        sirens.append(s[:9])
    row = {"siret": s, "categorie_juridique": category, "insee": "", "code_postal": "", "ville": "", "longitude": "", "latitude": ""}
    kind = index % 3
    if kind == 0:
        row["insee"] = c
    elif kind == 1:
        row["code_postal"] = f"91{draw.randrange(100, 999)}"
        row["ville"] = draw.choice([name[c], name[c].upper(), name[c].replace("Saint", "St"), name[c] + " CEDEX 2"])
    else:
        shape = communes.geometry.iloc[code.index(c)]
        west, south, east, north = shape.bounds
        # One point in four lies around the commune, perhaps in another one.
        while True:
            point = shapely.Point(round(draw.uniform(west, east), 6), round(draw.uniform(south, north), 6))
            if draw.random() < 0.25 or shape.contains(point):
                break
        if index % 50 == 2:
            point = shapely.Point(0.5, 45.0)
        row["longitude"], row["latitude"] = point.x, point.y
        c = holds(point)
    rows.append(row)
    if draw.random() < 0.05:
        rows.append(dict(row))
        repeats += c is not None or kind == 2
    if s in seen:
        repeats += 1
        continue
    seen[s] = c
    if c is None:
        outside += 1
        continue
    units[c, FAMILY[category]][s[:9]] += 1

with open(out / "synthetic-list.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
families = sorted({family for _, family in units})
with open(out / "synthetic-list-oracle.csv", "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["insee", "family", "value", "units", "largest"])
    for c in sorted({c for c, _ in units}):
        for family in families:
            held = units.get((c, family), {})
            writer.writerow([c, family, sum(held.values()), len(held), max(held.values(), default=0)])
print(f"{len(rows)} rows, {sum(map(lambda u: sum(u.values()), units.values()))} counted, {repeats} repeated, {outside} outside")
