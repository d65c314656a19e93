#!/usr/bin/env python3
"""The join and count of `cartopole import sirene`, in SQL: an oracle that shares no code with the program.

    duckdb-join.py UNITS ESTABLISHMENTS CATEGORIES OUT [--threads 2] [--count-only]

Needs duckdb (pip install duckdb). OUT gets insee,family,value,units,largest, zeros included, sorted. With
--count-only nothing is written and only count(*) by commune and category is asked for: the query to time.
"""
import argparse
import csv
import resource
import time

import duckdb

parser = argparse.ArgumentParser()
parser.add_argument("units")
parser.add_argument("establishments")
parser.add_argument("categories")
parser.add_argument("out")
parser.add_argument("--threads", type=int, default=2)
parser.add_argument("--count-only", action="store_true")
a = parser.parse_args()

db = duckdb.connect(config={"threads": a.threads})
read = "read_csv('{}', header=true, all_varchar=true, delim=',', quote='\"', escape='\"')"
fold = """case when c between '75101' and '75120' then '75056' when c between '69381' and '69389' then '69123'
          when c between '13201' and '13216' then '13055' else c end"""
joined = f"""
    from (select siren, siret, codeCommuneEtablissement as c from {read.format(a.establishments)}
          where etatAdministratifEtablissement = 'A' and caractereEmployeurEtablissement = 'O') e
    join (select siren, categorieJuridiqueUniteLegale as category from {read.format(a.units)}
          where economieSocialeSolidaireUniteLegale = 'O') u using (siren)"""
start = time.perf_counter()
if a.count_only:
    rows = db.execute(f"select {fold} as insee, category, count(*) {joined} group by 1, 2").fetchall()
    print(f"{time.perf_counter() - start:.3f} s, {len(rows)} groups,", end=" ")
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    raise SystemExit

# The family of a category: the longest code of the file that begins it, else other.
with open(a.categories, encoding="utf-8", newline="") as file:
    family = {row["code"]: row["family"] for row in csv.DictReader(file)}


def family_of(category):
    return next((family[category[:n]] for n in (4, 3, 2, 1) if category and category[:n] in family), "other")


cells = {}
for insee, category, siren, count in db.execute(
    f"select {fold} as insee, category, siren, count(distinct siret) {joined} group by 1, 2, 3"
).fetchall():
    cells.setdefault((insee, family_of(category)), []).append(count)
communes = [
    row[0]
    for row in db.execute(
        f"select distinct {fold} from (select codeCommuneEtablissement as c from {read.format(a.establishments)})"
    ).fetchall()
    if row[0] and row[0] != "[ND]"
]
with open(a.out, "w", encoding="utf-8", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["insee", "family", "value", "units", "largest"])
    for insee in sorted(communes):
        for name in ["association", "company", "cooperative", "fondation", "mutuelle", "other"]:
            counts = cells.get((insee, name), [])
            writer.writerow([insee, name, sum(counts), len(counts), max(counts, default=0)])
