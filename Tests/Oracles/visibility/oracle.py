"""Expected values for VisibilityTests: the visibility of the shipped project, what moves it, minutes and next starts.

    python3 -m venv VENV && VENV/bin/pip install numpy scipy pyshp geographiclib
    VENV/bin/python Tests/Oracles/visibility/oracle.py          about a minute

Reads positions and populations from GeoData/sud-essonne.dbf and writes the tables beside this script. It shares no
code with the Swift sources: distances are Karney's GeographicLib in Python, τ-b is SciPy's, the Gini is half the
relative mean difference over all pairs, and the channels are typed again from GeoData/pole.yaml.
"""
import csv
import itertools
import math
import random
from pathlib import Path

import numpy as np
import shapefile
from geographiclib.geodesic import Geodesic
from scipy.stats import kendalltau, rankdata

here = Path(__file__).parent
geodata = here.parents[2] / "GeoData"
grs80 = Geodesic(6378137.0, 1 / 298.257222101)
with shapefile.Reader(str(geodata / "sud-essonne.shp"), encoding="utf-8") as reader:
    records = sorted((r.as_dict() for r in reader.records()), key=lambda r: r["INSEE_COM"])
codes = [r["INSEE_COM"] for r in records]
at = {code: i for i, code in enumerate(codes)}
people = np.array([r["POPULATION"] or 0 for r in records], dtype=float)
points = [(r["LAT"], r["LON"]) for r in records]
site = (48.435, 2.162222)
town, angerville = points[at["91223"]], points[at["91016"]]
canton = [r["INSEE_CAN"] == "9108" for r in records]


def kilometres(a, b):
    return grs80.Inverse(*a, *b)["s12"] / 1000


def write(name, header, rows):
    with open(here / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([["" if v is None else repr(v) if isinstance(v, float) else v for v in row] for row in rows])


def plain(value):
    return None if value is None or math.isnan(value) else float(value)


# id, p, decay, s, sources, limited to the canton
channels = [
    ("lieu", 0.6, "exponential", 3.0, [site], False),
    ("plaquette", 0.3, "gaussian", 10.0, [site], False),
    ("journal", 0.25, "threshold", 10.0, [town], False),
    ("site-internet", 0.1, "none", None, [], False),
    ("journee-solidaire", 0.4, "gaussian", 6.0, [town], False),
    ("ecoles", 0.2, "none", None, [], True),
]


def terms(channel):
    _, p, decay, s, sources, limited = channel
    out = []
    for i, point in enumerate(points):
        d = min((kilometres(source, point) for source in sources), default=0.0)
        g = {"none": lambda: 1.0, "exponential": lambda: math.exp(-d / s),
             "gaussian": lambda: math.exp(-d**2 / (2 * s**2)), "threshold": lambda: float(d <= s)}[decay]()
        out.append(0.0 if limited and not canton[i] else p * g)
    return np.array(out)


def visibility(model):
    t = np.array([terms(c) for c in model])
    return 1 - np.prod(1 - t, axis=0), t


def mean(v):
    return float(np.dot(v, people) / people.sum())


def gini(values, weights):
    values, weights = np.asarray(values, float), np.asarray(weights, float)
    if weights.sum() <= 0 or np.dot(values, weights) <= 0:
        return None
    difference = np.abs(values[:, None] - values[None, :]) * weights[:, None] * weights[None, :]
    return float(difference.sum() / (2 * weights.sum() * np.dot(values, weights)))


def low(v):
    return [i for i, x in enumerate(v) if x < 1 / 3]


def summary(name, v):
    return [name, mean(v), gini(v, people), len(low(v)), int(people[low(v)].sum())]


v, t = visibility(channels)
ranks = rankdata(-v, method="min").astype(int)
rest = [np.prod(np.delete(1 - t, k, axis=0), axis=0) for k in range(len(channels))]
ids = [c[0] for c in channels]
write("communes.csv", ["insee", "visibility", "rank"] + ["t_" + i for i in ids] + ["c_" + i for i in ids],
      [[code, float(v[i]), int(ranks[i])] + [float(x) for x in t[:, i]]
       + [float(t[k, i] * rest[k][i]) for k in range(len(channels))] for i, code in enumerate(codes)])

# Two simulations: a second place at Angerville; the journal everywhere.
relais = [c if c[0] != "lieu" else c[:4] + ([site, angerville],) + c[5:] for c in channels]
mairies = [c if c[0] != "journal" else (c[0], c[1], "none", None, [], False) for c in channels]
after = {"relais-angerville": visibility(relais)[0], "journal-mairies": visibility(mairies)[0]}
write("summary.csv", ["model", "mean", "gini", "low", "low_population"],
      [summary("shipped", v)] + [summary(name, w) for name, w in after.items()])
write("simulations.csv", ["insee"] + list(after), [[c] + [float(w[i]) for w in after.values()]
                                                  for i, c in enumerate(codes)])


def moved(model, number, place, factor):
    value = model[number][place] * factor
    used = min(1.0, value) if place == 1 else value
    changed = list(model)
    changed[number] = model[number][:place] + (used,) + model[number][place + 1:]
    w = visibility(changed)[0]
    base = visibility(model)[0]
    return [model[number][0], "strength" if place == 1 else "s_km", factor, used, int(used < value),
            mean(w) - mean(base), plain(kendalltau(base, w, variant="b").statistic), len(low(w))]


def sensitivity(model):
    return [moved(model, n, place, factor) for n, c in enumerate(model)
            for place in ([1, 3] if c[3] is not None else [1]) for factor in (0.8, 1.2)]


strong = [("lieu", 0.9) + channels[0][2:]] + channels[1:]
write("sensitivity.csv", ["model", "channel", "parameter", "factor", "value", "capped", "mean_change", "tau", "low"],
      [["shipped"] + row for row in sensitivity(channels)] + [["strong"] + row for row in sensitivity(strong)[:4]])

# All parameters at once, each multiplied by a factor between 1/2 and 2 whose logarithm is uniform.
generator = np.random.default_rng(11)
nearest = [np.array([min((kilometres(s, p) for s in c[4]), default=0.0) for p in points]) for c in channels]
served = [np.array(canton) if c[5] else np.ones(len(codes), bool) for c in channels]
decay = {"none": lambda d, s: np.ones_like(d), "exponential": lambda d, s: np.exp(-d / s),
         "gaussian": lambda d, s: np.exp(-d**2 / (2 * s**2)), "threshold": lambda d, s: (d <= s).astype(float)}
counts = []
for _ in range(200_000):
    rest = np.ones(len(codes))
    for c, d, at_all in zip(channels, nearest, served):
        p = min(1.0, c[1] * 2 ** generator.uniform(-1, 1))
        s = c[3] and c[3] * 2 ** generator.uniform(-1, 1)
        rest *= 1 - p * decay[c[2]](d, s) * at_all
    counts.append(int((1 - rest < 1 / 3).sum()))
# 1,000 draws put 2.5 % of them below a number whose true share is 1 to 4.5 % (three standard deviations).
write("together.csv", ["least", "q010", "q045", "q955", "q990", "most"],
      [[min(counts)] + [float(np.quantile(counts, q)) for q in (0.01, 0.045, 0.955, 0.99)] + [max(counts)]])

# Small cases, values joined by spaces.
draw = random.Random(7)
pairs = [([1, 2, 3], [1, 2, 3]), ([1, 2, 3], [3, 2, 1]), ([1, 1, 2], [1, 2, 3]), ([0, 0, 0], [1, 2, 3]), ([1], [1]),
         ([1, 1, 2, 2], [1, 2, 1, 2])]
pairs += [([draw.randint(0, k) for _ in range(n)], [draw.randint(0, k) for _ in range(n)])
          for n, k in [(5, 2), (12, 3), (40, 5), (40, 1000)]]
write("kendall.csv", ["left", "right", "tau"],
      [[" ".join(map(str, a)), " ".join(map(str, b)),
        plain(kendalltau(a, b, variant="b").statistic) if len(a) > 1 else None] for a, b in pairs])
cases = [([1, 1, 1], [1, 2, 3]), ([0, 0, 1], [1, 1, 1]), ([0, 0], [1, 1]), ([1, 2], [0, 0]), ([3, 1, 2], [1, 1, 1]),
         ([2, 2, 5, 5, 1], [3, 4, 0, 2, 7]), ([5], [2]), ([0.25, 0.75, 0.75], [10, 0, 30]), ([], [])]
cases += [([draw.random() for _ in range(n)], [draw.randint(0, 500) for _ in range(n)]) for n in (7, 60)]
write("gini.csv", ["values", "weights", "gini"],
      [[" ".join(map(repr, a)), " ".join(map(repr, b)), gini(a, b)] for a, b in cases])

# Estimated minutes to Étampes: distance × 1.3 ÷ 45 km/h.
rows = []
for name, source in (("site", site), ("commune", town)):
    minutes = np.array([kilometres(p, source) * 1.3 / 45 * 60 for p in points])
    for limit in (0, 5, 12.5, 20, 40, 60):
        for change in (-0.1, -0.05, 0, 0.05, 0.1):
            reached = minutes <= limit * (1 + change)
            rows.append([name, limit, change, int(reached.sum()), int(people[reached].sum()),
                         round(float(np.abs(minutes - limit * (1 + change)).min()), 9)])
write("minutes.csv", ["from", "minutes", "change", "communes", "population", "nearest_to_limit"], rows)

# The next start of a radius around some communes: brute force.
between = np.array([[kilometres(p, q) if p != q else 0.0 for q in points] for p in points])
rows = []
for starts, radius in itertools.product((["91223"], ["91016", "91200"], ["91223", "91386", "91200", "91016"]),
                                        (0.0, 2.0, 5.0, 10.0, 15.0, 30.0, 100.0)):
    reached = np.min([between[at[s]] for s in starts], axis=0) <= radius
    gain = [int(people[(between[i] <= radius) & ~reached].sum()) for i in range(len(codes))]
    best = max(range(len(codes)), key=lambda i: (gain[i], -i))
    found = gain[best] > 0
    rows.append([" ".join(starts), radius, codes[best] if found else None, gain[best] if found else None,
                 int(((between[best] <= radius) & ~reached).sum()) if found else None])
write("next-best.csv", ["starts", "km", "insee", "population", "communes"], rows)
