#!/usr/bin/env python3
"""The table of `cartopole import sirene` by Python's csv module alone: shares nothing with the program or with SQL.

    plain-count.py UNITS ESTABLISHMENTS CATEGORIES OUT
        [--keep employers|active|all] [--arrondissements fold|keep] [--date DATE] [--cog YEAR]
"""
import argparse
import csv
from collections import Counter

parser = argparse.ArgumentParser()
for name in ("units", "establishments", "categories", "out"):
    parser.add_argument(name)
parser.add_argument("--keep", default="employers")
parser.add_argument("--arrondissements", default="fold")
parser.add_argument("--date", default="")
parser.add_argument("--cog", default="")
a = parser.parse_args()
FAMILIES = ["association", "company", "cooperative", "fondation", "mutuelle", "other"]
WORDS = {
    "employers": "active employer establishments", "active": "active establishments",
    "all": "establishments, closed ones included",
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def city(code):
    """Paris, Lyon or Marseille for one of its arrondissements."""
    number = int(code) if code.isdigit() else 0
    for first, last, whole in ((75101, 75120, "75056"), (69381, 69389, "69123"), (13201, 13216, "13055")):
        if first <= number <= last:
            return whole
    return code


listed = {row["code"]: row["family"] for row in rows(a.categories)}
family = {}
for row in rows(a.units):
    if row["economieSocialeSolidaireUniteLegale"] == "O":
        category = row["categorieJuridiqueUniteLegale"]
        found = [listed[category[:n]] for n in range(len(category), 0, -1) if category[:n] in listed]
        family[row["siren"]] = found[0] if found else "other"

communes, counted = set(), set()
for row in rows(a.establishments):
    code = row["codeCommuneEtablissement"]
    if code in ("", "[ND]") or code.startswith("99"):
        continue
    code = city(code) if a.arrondissements == "fold" else code
    communes.add(code)
    if a.keep != "all" and row["etatAdministratifEtablissement"] != "A":
        continue
    if a.keep == "employers" and row["caractereEmployeurEtablissement"] != "O":
        continue
    if row["siret"][:9] in family:
        counted.add((code, row["siret"]))

contributions = Counter((code, siret[:9]) for code, siret in counted)
cells = {}
for (code, siren), count in contributions.items():
    cells.setdefault((code, family[siren]), []).append(count)
perimeter = f"sirene: {WORDS[a.keep]}, ESS flag O" + (", arrondissements kept" if a.arrondissements == "keep" else "")
with open(a.out, "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(
        "insee family measure value value_status units largest unit date cog perimeter source".split())
    for code in sorted(communes):
        for name in FAMILIES:
            counts = cells.get((code, name), [])
            writer.writerow([
                code, name, "establishments", sum(counts), "", len(counts), max(counts, default=0), "", a.date, a.cog,
                perimeter, "Insee, base Sirene des entreprises et de leurs établissements"])
