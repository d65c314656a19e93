#!/usr/bin/env python3
"""Intervals an outsider deduces in small random linked tables, by SciPy's HiGHS (numpy, scipy 1.9 or later).

Writes cells.csv (table, cell, printed or empty, low, high) and sums.csv (table, total, parts). Tables have
3 to 6 communes, 2 or 3 families and overlapping areas, all invented from a fixed seed; a random third of the
cells is withheld. low and high are linear programming bounds, not rounded; `inf` where nothing bounds a cell.
"""

import csv
import random

import numpy as np
from scipy.optimize import linprog

random.seed(20240607)


def table():
    communes, families = random.randint(3, 6), random.randint(2, 3)
    areas = [list(range(communes))]
    for _ in range(random.randint(1, 3)):
        areas.append(sorted(random.sample(range(communes), random.randint(2, communes))))
    values = [[random.choice([0, 1, 2, 3, 5, 8, 13, 40]) for _ in range(families)] for _ in range(communes)]
    for area in areas:
        values.append([sum(values[c][f] for c in area) for f in range(families)])
    width = families + 1
    cells = [v for row in values for v in row + [sum(row)]]
    sums = []
    for place in range(len(values)):
        sums.append((place * width + families, [place * width + f for f in range(families)]))
    for index, area in enumerate(areas):
        for f in range(families):
            sums.append(((communes + index) * width + f, [c * width + f for c in area]))
    withheld = {c for c, v in enumerate(cells) if v > 0 and random.random() < random.choice([0.2, 0.4, 0.7])}
    return cells, sums, withheld


def bounds(cells, sums, withheld):
    columns = sorted(withheld)
    where = {c: i for i, c in enumerate(columns)}
    rows, right = [], []
    for total, parts in sums:
        row, rest = np.zeros(len(columns)), 0.0
        for cell, sign in [(total, -1.0)] + [(p, 1.0) for p in parts]:
            if cell in where:
                row[where[cell]] += sign
            else:
                rest -= sign * cells[cell]
        if row.any():
            rows.append(row)
            right.append(rest)
    result = {}
    for cell in columns:
        ends = []
        for sense in (1.0, -1.0):
            cost = np.zeros(len(columns))
            cost[where[cell]] = sense
            answer = linprog(cost, A_eq=np.array(rows) if rows else None, b_eq=right if rows else None,
                             bounds=(0, None), method="highs")
            ends.append(sense * answer.fun if answer.status == 0 else float("inf"))
        result[cell] = ends
    return result


with open("cells.csv", "w", newline="") as cells_file, open("sums.csv", "w", newline="") as sums_file:
    out, links = csv.writer(cells_file, lineterminator="\n"), csv.writer(sums_file, lineterminator="\n")
    out.writerow(["table", "cell", "printed", "low", "high"])
    links.writerow(["table", "total", "parts"])
    for number in range(40):
        cells, sums, withheld = table()
        intervals = bounds(cells, sums, withheld)
        for cell, value in enumerate(cells):
            low, high = intervals.get(cell, (value, value))
            out.writerow([number, cell, "" if cell in withheld else value, f"{low + 0.0:.9g}", f"{high:.9g}"])
        for total, parts in sums:
            links.writerow([number, total, " ".join(map(str, parts))])
