"""Writes Tests/Fixtures/siting-optima.csv: optimal values of location problems by solvers that are not ours.

The 132 communes of Sud Essonne as demand and candidates: spopt's models solved by CBC. All 1,266 communes of
Île-de-France: every pair and every triple of sites tried with NumPy (triples take some ten minutes), and maximal
covering with p = 5 by spopt and CBC.
Positions LON, LAT and weights POPULATION out of GeoData/*.dbf (IGN ADMIN EXPRESS, Insee; Licence Ouverte 2.0);
geodesic kilometres on GRS80 by pyproj. Columns: layer, objective, radius (km, empty without), count (empty for
set-cover), value, solver.

Needs spopt, pulp, pyproj, pyshp, numpy (tested with spopt 0.7.0, PuLP 3.3.2, pyproj 3.7.2, pyshp 3.1.6).
Run from the repository's root: python3 Tests/Oracles/siting.py
"""

import csv

import numpy as np
import pulp
import shapefile
from pyproj import Geod
from spopt.locate import LSCP, MCLP, PCenter, PMedian


def load(layer):
    records = [r.as_dict() for r in shapefile.Reader("GeoData/" + layer).records()]
    records.sort(key=lambda r: r["INSEE_COM"])
    lon, lat, weight = (np.array([float(r[k]) for r in records]) for k in ("LON", "LAT", "POPULATION"))
    n = len(records)
    i, j = np.meshgrid(np.arange(n), np.arange(n), indexing="ij")
    metres = Geod(ellps="GRS80").inv(lon[i].ravel(), lat[i].ravel(), lon[j].ravel(), lat[j].ravel())[2]
    return weight, metres.reshape(n, n) / 1000


def solved(model):
    model.solve(pulp.PULP_CBC_CMD(msg=False, gapRel=0, gapAbs=1e-9))
    assert pulp.LpStatus[model.problem.status] == "Optimal"
    return [j for j, v in enumerate(model.fac_vars) if v.value() > 0.5]


def small(rows):
    layer = "sud-essonne"
    weight, cost = load(layer)
    for p in range(1, 6):
        sites = solved(PMedian.from_cost_matrix(cost, weight, p_facilities=p))
        rows.append((layer, "median", "", p, float((weight * cost[:, sites].min(1)).sum()), "spopt CBC"))
        sites = solved(PCenter.from_cost_matrix(cost, p_facilities=p))
        rows.append((layer, "centre", "", p, float(cost[:, sites].min(1).max()), "spopt CBC"))
        rows.append(covering(layer, weight, cost, 10, p))
    for radius in (5, 8, 10, 15):
        sites = solved(LSCP.from_cost_matrix(cost, radius))
        rows.append((layer, "set-cover", radius, "", float(len(sites)), "spopt CBC"))


def covering(layer, weight, cost, radius, p):
    sites = solved(MCLP.from_cost_matrix(cost, weight, radius, p_facilities=p))
    covered = float(weight[(cost[:, sites] <= radius).any(1)].sum())
    return (layer, "cover", radius, p, covered, "spopt CBC")


def large(rows):
    layer = "ile-de-france"
    weight, cost = load(layer)
    rows.append(covering(layer, weight, cost, 10, 5))
    columns = np.ascontiguousarray((weight[:, None] * cost).T)

    def best_pair(nearest, start):
        lowered = np.minimum(columns[start:], nearest)
        return min(np.minimum(lowered[k], lowered[k + 1 :]).sum(1).min() for k in range(len(lowered) - 1))

    n = len(weight)
    rows.append((layer, "median", "", 2, float(best_pair(np.full(n, np.inf), 0)), "NumPy, every pair"))
    value = min(best_pair(columns[first], first + 1) for first in range(n - 2))
    rows.append((layer, "median", "", 3, float(value), "NumPy, every triple"))


def main():
    rows = []
    small(rows)
    large(rows)
    with open("Tests/Fixtures/siting-optima.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("layer", "objective", "radius", "count", "value", "solver"))
        writer.writerows(rows)


main()
