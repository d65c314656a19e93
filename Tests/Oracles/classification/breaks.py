"""What mapclassify and exact fractions make of values.csv. Writes breaks.csv, jenks.csv and summaries.csv."""
import collections
import csv
import itertools
import math
import random
import warnings
from fractions import Fraction
from pathlib import Path

import mapclassify
import numpy
import pandas

warnings.simplefilter("ignore")
fixtures = Path(__file__).resolve().parents[3] / "Tests" / "ClassificationTests" / "Fixtures"
columns, texts = {}, {}
with open(fixtures / "values.csv") as file:
    for row in csv.DictReader(file):
        columns.setdefault(row["column"], []).append(float(row["value"]))
        texts.setdefault(row["column"], []).append(row["value"])


def fisher(values, classes):
    """Upper bounds of the best partition, lexicographically smallest, and its cost; values are fractions."""
    distinct = sorted(set(values))
    m = len(distinct)
    classes = min(classes, m)
    counter = collections.Counter(values)
    weights = [counter[v] for v in distinct]
    # Whole numbers: multiplied by the common denominator, squares by its square.
    scale = math.lcm(*[v.denominator for v in distinct])
    centre = int(sum(v * w for v, w in zip(distinct, weights)) * scale / sum(weights))
    whole = [int(v * scale) - centre for v in distinct]
    w, s, q = [0], [0], [0]
    for value, weight in zip(whole, weights):
        w.append(w[-1] + weight)
        s.append(s[-1] + weight * value)
        q.append(q[-1] + weight * value * value)

    def cost(i, j):
        total = s[j] - s[i]
        return Fraction((q[j] - q[i]) * (w[j] - w[i]) - total * total, w[j] - w[i])

    best = [cost(i, m) for i in range(m)] + [Fraction(0)]
    cuts = []
    # Floats narrow the candidates down; the exact comparison is among those within 1e-9 of the best.
    unit = 1 << max(abs(value) for value in whole).bit_length()
    wf = numpy.array(w, dtype=float)
    sf = numpy.array([float(Fraction(x, unit)) for x in s])
    qf = numpy.array([float(Fraction(x, unit * unit)) for x in q])
    for k in range(2, classes + 1):
        row, cut = [None] * m, [None] * m
        bestf = numpy.array([float(b / unit / unit) if b is not None else math.inf for b in best[:m]])
        for i in range(m - k + 1):
            ends = numpy.arange(i + 1, m - k + 2)
            total = sf[ends] - sf[i]
            approximate = (qf[ends] - qf[i]) - total * total / (wf[ends] - wf[i]) + bestf[ends]
            near = ends[approximate <= approximate.min() + 1e-9 * qf[-1]]
            row[i], cut[i] = min((cost(i, int(j)) + best[int(j)], int(j)) for j in near)
        best = row + [None]
        cuts.append(cut)
    ends, start = [], 0
    for cut in reversed(cuts):
        start = cut[start]
        ends.append(start)
    ends.append(m)
    return [distinct[e - 1] for e in ends], best[0] / scale / scale


def brute(values, classes):
    distinct = sorted(set(values))
    found = None
    for cuts in itertools.combinations(range(1, len(distinct)), classes - 1):
        bounds = [distinct[c - 1] for c in cuts] + [distinct[-1]]
        cost, low = Fraction(0), None
        for bound in bounds:
            members = [v for v in values if v <= bound and (low is None or v > low)]
            mean = sum(members) / len(members)
            cost += sum((v - mean) ** 2 for v in members)
            low = bound
        if found is None or (cost, bounds) < found:
            found = (cost, bounds)
    return found[1]


def words(numbers):
    return " ".join(repr(float(n)) for n in numbers)


with open(fixtures / "jenks.csv", "w") as out:
    out.write("values,classes,bounds\n")
    random.seed(11)
    for case in range(120):
        places = case % 3
        size = random.randrange(3, 11)
        span = random.choice([4, 9, 30])
        values = [Fraction(random.randrange(-span, span + 1), 10 ** places) for _ in range(size)]
        if case % 5 == 0:
            values = [Fraction(i, 10 ** places) for i in range(size)]
        distinct = len(set(values))
        if distinct < 2:
            continue
        classes = random.randrange(2, min(distinct, 5) + 1)
        bounds = brute(values, classes)
        assert fisher(values, classes)[0] == bounds, (values, classes)
        out.write(f"{words(values)},{classes},{words(bounds)}\n")

makers = {
    "quantile": lambda y, k: mapclassify.Quantiles(y, k),
    "equal": lambda y, k: mapclassify.EqualInterval(y, k),
    "headtail": lambda y, k: mapclassify.HeadTailBreaks(y),
    "stddev": lambda y, k: mapclassify.StdMean(y),
    "maximum-breaks": lambda y, k: mapclassify.MaximumBreaks(y, k),
    "boxplot": lambda y, k: mapclassify.BoxPlot(y),
}
with open(fixtures / "breaks.csv", "w") as out:
    out.write("column,method,classes,source,breaks,counts,adcm\n")

    def write(name, method, k, source, made):
        counts = " ".join(str(c) for c in made.counts)
        out.write(f"{name},{method},{k},{source},{words(made.bins)},{counts},{float(made.get_adcm())!r}\n")

    for name, values in columns.items():
        y = numpy.array(values)
        for method, make in makers.items():
            for k in ((3, 5, 7) if method in ("quantile", "equal", "maximum-breaks") else (5,)):
                made = make(y, k)
                if method == "maximum-breaks" and name == "tied":
                    continue  # equal gaps: mapclassify says itself that its breaks are random
                if len(set(made.bins)) < len(made.bins) or (method == "quantile" and len(made.bins) < k):
                    continue
                write(name, method, k, "mapclassify", made)
        for k in (3, 5, 9):
            if name in ("tiny", "huge"):
                exact = [Fraction(v) for v in values]
            else:
                exact = [Fraction(t) for t in texts[name]]
            bounds, cost = fisher(exact, k)
            made = mapclassify.UserDefined(y, [float(b) for b in bounds])
            own = None
            if len(values) < 400 and name not in ("tiny", "huge"):
                own = mapclassify.FisherJenks(y, min(k, len(set(values)))).bins
            same = own is not None and numpy.array_equal(own, made.bins)
            write(name, "jenks", k, "both" if same else "exact", made)

with open(fixtures / "summaries.csv", "w") as out:
    out.write("column,n,min,q1,median,q3,max,mean,sd,skewness\n")
    for name, values in columns.items():
        if name in ("tiny", "huge"):
            continue
        s = pandas.Series(values)
        numbers = [s.min(), *numpy.percentile(s, [25, 50, 75]), s.max(), s.mean(), s.std(ddof=1), s.skew()]
        out.write(f"{name},{len(s)},{','.join(repr(float(n)) for n in numbers)}\n")
