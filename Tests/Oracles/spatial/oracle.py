"""Expected values for SpatialTests, by SciPy, libpysal, esda, inequality and statsmodels.

    python3 -m venv VENV && VENV/bin/pip install libpysal esda inequality scipy statsmodels geopandas pyshp
    VENV/bin/python Tests/Oracles/spatial/oracle.py          about 1 min

Outlines and populations are those of GeoData/sud-essonne; the counts are synthetic, drawn from a fixed seed with a
trend from south to north, and written to communes.csv with everything computed from them. Shares no code with the
Swift sources.
"""
import csv
import warnings
from pathlib import Path

import geopandas
import numpy as np
from esda.moran import Moran, Moran_Local
from esda.smoothing import Empirical_Bayes, assuncao_rate
from inequality.gini import Gini
from libpysal.weights import W, Queen, Rook
from scipy.stats import chi2, false_discovery_control, poisson
from statsmodels.stats.multitest import multipletests

warnings.filterwarnings("ignore")
here = Path(__file__).parent
root = here.parents[2]
rng = np.random.default_rng(20240601)


def write(name, header, rows):
    def plain(v):
        if v is None:
            return ""
        return repr(float(v)) if isinstance(v, (float, np.floating)) else str(v)

    with open(here / name, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([[plain(v) for v in row] for row in rows])


# Garwood: chi-square quantiles as SciPy gives them.
rows = []
counts = [*range(0, 31), 47, 99, 100, 101, 250, 999, 1000, 1414, 31000, 123456, 1000000, 25000000]
for level in (0.95, 0.998, 0.5):
    tail = (1 - level) / 2
    for o in counts:
        lower = 0.0 if o == 0 else chi2.ppf(tail, 2 * o) / 2
        rows.append([o, level, lower, chi2.isf(tail, 2 * o + 2) / 2])
write("garwood.csv", ["count", "level", "lower", "upper"], rows)

# Exact tails of a Poisson count: P(X <= O) and P(X >= O).
rows = []
for e in (1e-6, 0.0009, 0.02, 0.0797, 0.242, 0.243, 1.0, 2.5, 3.6888, 7.0, 12.3, 33.3, 100.0, 1234.5, 31000.0):
    for step in (-6, -3.5, -2.5, -1.9, -1, 0, 0.5, 1, 1.9, 2.5, 3.5, 6):
        o = max(0, round(e + step * max(1, e**0.5)))
        rows.append([o, e, poisson.cdf(o, e), poisson.sf(o - 1, e)])
write("tails.csv", ["count", "expected", "at_most", "at_least"], rows)

# Funnel limits: Spiegelhalter's interpolation, from SciPy's Poisson functions; none below a count of 0.
rows = []
for level in (0.95, 0.998):
    tail = (1 - level) / 2
    for e in (0.01, 0.3, 1.0, 2.5, 3.6888, 7.0, 10.0, 33.3, 100.0, 1234.5, 31000.0):
        limits = []
        r = int(poisson.ppf(tail, e))
        alpha = (poisson.cdf(r, e) - tail) / poisson.pmf(r, e)
        limits.append((r - alpha) / e)
        r = int(poisson.isf(tail, e))
        alpha = (tail - poisson.sf(r, e)) / poisson.pmf(r, e)
        limits.append((r - alpha) / e)
        rows.append([e, level, *[limit if limit >= 0 else None for limit in limits]])
write("funnel.csv", ["expected", "level", "lower", "upper"], rows)

# The communes, their neighbours and synthetic counts.
layer = geopandas.read_file(root / "GeoData" / "sud-essonne.shp").sort_values("INSEE_COM").reset_index(drop=True)
codes = list(layer.INSEE_COM)
n = len(codes)
people = layer.POPULATION.to_numpy(dtype=float)
queen = Queen.from_dataframe(layer, use_index=False, silence_warnings=True)
rook = Rook.from_dataframe(layer, use_index=False, silence_warnings=True)
metric = layer.to_crs(2154)
trend = (metric.centroid.y - metric.centroid.y.mean()) / metric.centroid.y.std()
count = rng.poisson(people * 0.003 * np.exp(0.6 * trend + rng.normal(0, 0.35, n))).astype(float)
rate = count / people
eb = Empirical_Bayes(count, people)
standard = assuncao_rate(count, people)

for w in (queen, rook):
    w.transform = "r"
PERMUTATIONS = 99_999


def two_sided(observed, simulated):
    """min(1, 2 (min(M+, M-) + 1) / (R + 1)), R in the last axis; ties, to rounding, count on both sides.

    esda's own p_sim is one-sided and counts ties on one side only, hence from its simulated values.
    """
    observed = np.asarray(observed)[..., None]
    margin = 1e-11 * np.abs(simulated).max()
    above = (simulated >= observed - margin).sum(-1)
    below = (simulated <= observed + margin).sum(-1)
    return np.minimum(1, 2 * (np.minimum(above, below) + 1) / (simulated.shape[-1] + 1))


local = {}
globals_ = []
np.random.seed(7)
for name, y in (("raw", rate), ("standardised", standard)):
    for wname, w in (("queen", queen), ("rook", rook)):
        g = Moran(y, w, permutations=PERMUTATIONS if wname == "queen" else 0)
        p = two_sided(g.I, g.sim) if wname == "queen" else None
        globals_.append([name, wname, g.I, g.EI, g.VI_norm, g.VI_rand, g.z_norm, g.z_rand, g.p_norm, g.p_rand, p,
                         PERMUTATIONS])
    local[name] = Moran_Local(y, queen, permutations=PERMUTATIONS, seed=11, n_jobs=1)
write("moran.csv", ["rate", "weights", "I", "expected", "variance_normality", "variance_randomisation", "z_normality",
                    "z_randomisation", "p_normality", "p_randomisation", "p_permutation", "permutations"], globals_)

quad = {1: "HH", 2: "LH", 3: "LL", 4: "HL"}
rows = []
for i in range(n):
    row = [codes[i], people[i], count[i], eb.r[i, 0], standard[i],
           " ".join(codes[j] for j in sorted(queen.neighbors[i])), " ".join(codes[j] for j in sorted(rook.neighbors[i]))]
    for name in ("raw", "standardised"):
        m = local[name]
        row += [m.Is[i], quad[int(m.q[i])], two_sided(m.Is[i], m.rlisas[i])]
    rows.append(row)
write("communes.csv", ["insee", "population", "count", "empirical_bayes", "standardised", "queen", "rook",
                       "raw_index", "raw_quadrant", "raw_p", "standardised_index", "standardised_quadrant",
                       "standardised_p"], rows)

# Île-de-France, where some communes touch in a point only: how many neighbours each has, and the pairs that differ.
region = geopandas.read_file(root / "GeoData" / "ile-de-france.shp").sort_values("INSEE_COM").reset_index(drop=True)
names = list(region.INSEE_COM)
wide = Queen.from_dataframe(region, use_index=False, silence_warnings=True)
narrow = Rook.from_dataframe(region, use_index=False, silence_warnings=True)
write("contacts.csv", ["insee", "queen", "rook", "in_a_point_only"],
      [[names[i], len(wide.neighbors[i]), len(narrow.neighbors[i]),
        " ".join(names[j] for j in sorted(set(wide.neighbors[i]) - set(narrow.neighbors[i])))]
       for i in range(len(names))])

# Moran with weights that are neither equal nor symmetric, islands left out beforehand: a small made-up graph.
rows = []
size = 12
links = {i: sorted(rng.choice([j for j in range(size) if j != i], int(rng.integers(1, 5)), replace=False).tolist())
         for i in range(size)}
values = rng.normal(10, 3, size)
weights = {i: [round(float(v), 3) for v in rng.uniform(0.2, 2, len(links[i]))] for i in links}
w = W(links, weights, silence_warnings=True)
g = Moran(values, w, transformation="r", permutations=0)
for i in range(size):
    rows.append([i, values[i], " ".join(map(str, links[i])), " ".join(map(repr, weights[i])), g.I, g.z_norm, g.z_rand])
write("graph.csv", ["area", "value", "neighbours", "weights", "I", "z_normality", "z_randomisation"], rows)

# Gini with equal weights by PySAL; with whole weights by repeating each value as often as it weighs.
rows = []
for k in (2, 5, 40):
    v = rng.gamma(1.5, 2.0, k)
    rows.append([" ".join(map(repr, map(float, v))), " ".join(["1.0"] * k), Gini(v).g])
    times = rng.integers(1, 9, k)
    rows.append([" ".join(map(repr, map(float, v))), " ".join(f"{t}.0" for t in times), Gini(np.repeat(v, times)).g])
write("gini.csv", ["values", "weights", "gini"], rows)

# Benjamini-Hochberg by SciPy, checked against statsmodels; ties and ones among them.
rows = []
for k in (1, 3, 20, 132):
    p = np.round(rng.beta(0.4, 2.0, k), 3)
    p[p == 0] = 0.001
    adjusted = false_discovery_control(p)
    assert np.allclose(adjusted, multipletests(p, method="fdr_bh")[1], rtol=1e-13)
    rows.append([" ".join(map(repr, map(float, p))), " ".join(map(repr, map(float, adjusted)))])
write("discovery.csv", ["p", "adjusted"], rows)
print("A of Marshall", (people * (rate - count.sum() / people.sum()) ** 2).sum() / people.sum()
      - count.sum() / people.sum() / people.mean(), "queen", queen.n_components, "islands", queen.islands,
      "pairs", queen.nonzero // 2, rook.nonzero // 2)
