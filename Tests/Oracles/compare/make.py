"""Synthetic counts for the communes of the Essonne (COG 2024), and what comparing them must give.

    python3 make.py        writes synthetic-counts.csv and expected.csv beside itself

Needs pandas, NumPy and SciPy. None of the numbers is real: they are drawn at random, seed fixed.
"""
import csv
import os

import numpy as np
import pandas as pd
from scipy.stats import chi2

from layers import inhabitants2021, table

HERE = os.path.dirname(os.path.abspath(__file__))
random = np.random.default_rng(20260704)

region = table("ile-de-france")
essonne = region[region.INSEE_DEP == "91"].sort_values("INSEE_COM")

# Counts: about 40 establishments per 10,000 inhabitants, three in four of them associations.
counts = pd.DataFrame({"insee": essonne.INSEE_COM.values, "population": essonne.POPULATION.values})
counts["association"] = random.poisson(counts.population * 0.003 * random.gamma(6, 1 / 6, len(counts)))
counts["cooperative"] = random.poisson(counts.population * 0.0008)
counts["establishments"] = counts.association + counts.cooperative
counts["jobs"] = [int(random.negative_binomial(2, 0.15, n).sum()) if n else 0 for n in counts.establishments]
counts["units"] = [int(np.ceil(n * 0.9)) for n in counts.establishments]
counts["largest"] = [
    0 if j == 0 else (j if u == 1 else int(np.ceil(j * (0.3 + 0.4 / u)))) for j, u in zip(counts.jobs, counts.units)
]

# One commune has no row at all: nobody counted there.
absent = "91109"
rows = []
for row in counts.itertuples():
    if row.insee == absent:
        continue
    common = ["2021-12-31", "2024", "synthetic: employers", "Synthetic, not real"]
    for family, value in (("all", row.establishments), ("association", row.association), ("cooperative", row.cooperative)):
        rows.append([row.insee, family, "establishments", value, "", "", "", ""] + common)
    rows.append([row.insee, "all", "jobs", row.jobs, "", row.units, row.largest, ""] + common)
with open(os.path.join(HERE, "synthetic-counts.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("insee family measure value value_status units largest unit date cog perimeter source".split())
    writer.writerows(rows)

# What must come out: the territory's communes (COG 2008), with Estouches inside Le Mérévillois.
territory = table("sud-essonne")
known = counts[counts.insee != absent].set_index("insee")
codes = sorted(set(territory.INSEE_COM) - {"91222"})
people = inhabitants2021()  # Le Mérévillois is one commune by then
population = {code: people[code] for code in codes}


def interval(o, e):
    low = 0.0 if o == 0 else chi2.ppf(0.025, 2 * o) / 2 / e
    return low, chi2.ppf(0.975, 2 * o + 2) / 2 / e


def marshall(o, n):
    m = o.sum() / n.sum()
    s2 = (n * (o / n - m) ** 2).sum() / n.sum()
    a = max(0.0, s2 - m / n.mean())
    return m + (a / (a + m / n) * (o / n - m) if a > 0 else 0 * n)


communes = pd.DataFrame({"insee": codes})
communes["population"] = [population[c] for c in codes]
communes["establishments"] = [known.establishments.get(c, np.nan) for c in codes]
base = communes.dropna()
rate = base.establishments.sum() / base.population.sum()
communes["expected"] = rate * communes.population
communes["oe"] = communes.establishments / communes.expected
bounds = [interval(o, e) if o == o else (np.nan, np.nan) for o, e in zip(communes.establishments, communes.expected)]
communes["lower"] = [b[0] for b in bounds]
communes["upper"] = [b[1] for b in bounds]
communes.loc[communes.establishments.notna(), "smoothed"] = 1e4 * marshall(
    base.establishments.to_numpy(float), base.population.to_numpy(float))
communes["per_10000"] = 1e4 * communes.establishments / communes.population
half = (communes.upper - communes.lower) / 2 / communes.oe
communes["little"] = np.where(communes.establishments.isna(), "", np.where(half > 0.5, "true", "false"))
communes.to_csv(os.path.join(HERE, "expected-communes.csv"), index=False, float_format="%.15g", lineterminator="\n")

# Sums: EPCI that the territory touches, cut by nothing; « … » where a commune has no row.
outside = region[~region.INSEE_COM.isin(known.index)].INSEE_COM
touched = set(region[region.INSEE_COM.isin(codes)].SIREN_EPCI)
sums = []
for epci in sorted(touched):
    members = region[region.SIREN_EPCI == epci]
    missing = members.INSEE_COM.isin(outside).sum()
    total = known.establishments.reindex(members.INSEE_COM).sum()
    sums.append(["epci", epci, len(members), people[members.INSEE_COM].sum(), "" if missing else int(total), int(missing)])
sums.append(["territory", "territory", len(codes), int(sum(population.values())), "", 1])
with open(os.path.join(HERE, "expected-sums.csv"), "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow("level code communes population establishments missing".split())
    writer.writerows(sums)
