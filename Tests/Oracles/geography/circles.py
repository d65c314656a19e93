"""Shares of communes and of synthetic polygons inside unions of geodesic circles.

    python Tests/Oracles/geography/circles.py        needs pyproj, shapely, geopandas (README.md)

Method: every edge of an outline is densified along its geodesic (a point each 20 m, or 2,000 an edge), every
circle is a polygon of 200,000 points at one geodesic distance of its centre; both are projected to the ellipsoidal
Lambert azimuthal equal-area projection centred on the feature, and GEOS intersects them. Polygonal error of a
circle: (2π/200,000)²/6, some 2e-10 of its area.

shares.csv: case, insee, share, for the 132 communes; the cases are in cases.csv (circles as lon lat metres).
synthetic.csv: rings and circles as text, and the share.
"""
import csv
import math

import numpy as np
import shapely
from pyproj import Geod, Transformer

from layer import communes, projections

geod = Geod(ellps="GRS80")
N = 200_000
azimuths = np.arange(N) * (-360.0 / N)  # counter-clockwise rings for GEOS


def transformer(lon, lat):
    crs = f"+proj=laea +lat_0={lat!r} +lon_0={lon!r} +ellps=GRS80 +type=crs"
    return Transformer.from_crs("+proj=longlat +ellps=GRS80 +type=crs", crs, always_xy=True)


def densified(ring, to, step):
    """The ring in the projection, its edges following geodesics."""
    xs, ys = [], []
    for (lon1, lat1), (lon2, lat2) in zip(ring, ring[1:]):
        azimuth, _, length = geod.inv(lon1, lat1, lon2, lat2)
        count = min(2000, max(1, math.ceil(length / step)))
        s = np.arange(count) * (length / count)
        lon, lat, _ = geod.fwd(np.full(count, lon1), np.full(count, lat1), np.full(count, azimuth), s)
        lon[0], lat[0] = lon1, lat1
        xs.extend(lon)
        ys.extend(lat)
    return np.column_stack(to.transform(np.array(xs), np.array(ys)))


circle_points = {}


def circle(lon, lat, radius, to):
    if (lon, lat, radius) not in circle_points:
        full = np.full(N, 1.0)
        circle_points[lon, lat, radius] = geod.fwd(full * lon, full * lat, azimuths, full * radius)[:2]
    return shapely.Polygon(np.column_stack(to.transform(*circle_points[lon, lat, radius])))


def share(polygons, circles, middle, reach=math.inf, step=20):
    """polygons: list of rings lists (outer ring, holes), lon/lat."""
    # A circle farther away than the feature's own extent cannot meet it: spares projecting it.
    near = [c for c in dict.fromkeys(circles) if geod.inv(c[0], c[1], *middle)[2] < c[2] + reach]
    if not near:
        return 0.0
    to = transformer(*middle)
    shape = shapely.MultiPolygon(
        [(densified(rings[0], to, step), [densified(r, to, step) for r in rings[1:]]) for rings in polygons])
    assert shape.is_valid or shapely.make_valid(shape).area == shape.area, shapely.is_valid_reason(shape)
    union = shapely.union_all([circle(*c, to) for c in near])
    return shape.intersection(union).area / shape.area


layer = communes()
position = {r.INSEE_COM: (r.LON, r.LAT) for r in layer.itertuples()}
outline = {r.INSEE_COM: list(r.geometry.exterior.coords) for r in layer.itertuples()}
etampes = (2.162222, 48.435)
(ax, ay), (bx, by) = outline["91223"][3], outline["91223"][4]
cases = {
    "etampes-15": [(*etampes, 15000.0)],
    # Three circles that overlap, one of them twice, and a fourth inside the third.
    "union": [
        (*position["91223"], 8000.0), (*position["91200"], 12000.0), (*position["91390"], 20000.0),
        (*position["91200"], 12000.0), (*position["91390"], 5000.0),
    ],
    "100-km": [(1.0, 49.0, 100000.0)],
    "60-km": [(2.9, 48.2, 60000.0)],
    "far-union": [(1.0, 49.0, 100000.0), (2.9, 48.2, 60000.0), (*etampes, 15000.0)],
    "300-m": [(*place, 300.0) for place in position.values()],
    "on-a-border": [((ax + bx) / 2, (ay + by) / 2, 3000.0)],
    "on-a-vertex": [(ax, ay, 3000.0)],
    # Two circles that nearly coincide, as a site and the commune it is in do.
    "near-twins": [(*etampes, 10000.0), (2.1622222, 48.435, 10000.0), (2.1722222, 48.435, 10000.0)],
}

if __name__ == "__main__":
    with open(projections / "cases.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["case", "circles"])
        for name, circles in cases.items():
            out.writerow([name, " ".join(repr(float(v)) for c in circles for v in c)])

    with open(projections / "shares.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["case", "insee", "share"])
        for name, circles in cases.items():
            for insee, ring in outline.items():
                xs, ys = zip(*ring)
                middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
                reach = 1.2 * max(geod.inv(*middle, x, y)[2] for x, y in ring)
                value = share([[ring]], circles, middle, reach)
                if value > 0:  # a commune that is not in the table has share 0
                    out.writerow([name, insee, f"{value:.10f}"])
            circle_points.clear()
            print(name, flush=True)

    # Unit: thousandths of a degree around 2.2 E, 48.4 N.
    def ring(*points):
        closed = points + points[:1]
        return [(2.2 + x / 1000, 48.4 + y / 1000) for x, y in closed]

    square = ring((-50, -50), (-50, 50), (50, 50), (50, -50))
    hole = ring((-10, -10), (10, -10), (10, 10), (-10, 10))
    east = ring((80, -20), (80, 20), (120, 20), (120, -20))
    spiky = ring((-60, 0), (-5, 5), (0, 60), (5, 5), (60, 0), (5, -5), (0, -60), (-5, -5))
    long = ring((-700, -5), (-700, 5), (700, 5), (700, -5))
    at = lambda x, y, radius: (2.2 + x / 1000, 48.4 + y / 1000, float(radius))
    half = geod.inv(2.2, 48.4, 2.25, 48.4)[2]
    corner = geod.inv(2.2, 48.4, 2.25, 48.45)[2]
    corner_south = geod.inv(2.2, 48.4, 2.25, 48.35)[2]
    shapes = {
        "hole": [[square, hole]], "two-parts": [[square], [east]], "plain": [[square]], "spiky": [[spiky]],
        "long": [[long]], "holed-parts": [[square, hole], [east]],
    }
    synthetic = [
        ("inside the hole", "hole", [at(0, 0, 500)]),
        ("around the hole", "hole", [at(0, 0, 2500)]),
        ("across the hole's border", "hole", [at(10, 3, 400)]),
        ("covers all", "hole", [at(3, 4, 20000)]),
        ("misses all", "hole", [at(300, 0, 5000)]),
        ("two parts", "two-parts", [at(65, 5, 2000)]),
        ("second part only", "two-parts", [at(100, 0, 900)]),
        ("each part its circle", "holed-parts", [at(-30, 30, 1500), at(110, 10, 1500)]),
        ("tangent to an edge, inside", "plain", [at(0, 0, half)]),
        ("through the upper corners", "plain", [at(0, 0, corner)]),
        ("through the lower corners", "plain", [at(0, 0, corner_south)]),
        ("centre on a corner", "plain", [at(50, 50, 1000)]),
        ("centre on an edge", "plain", [at(50, 0, 1000)]),
        ("circles tangent to each other", "plain", [
            at(-20, 0, 1000), (*geod.fwd(2.18, 48.4, 90, 2200)[:2], 1200.0)]),
        ("circles tangent inside", "plain", [at(-20, 0, 2000), (*geod.fwd(2.18, 48.4, 90, 1000)[:2], 1000.0)]),
        ("overlapping by a metre", "plain", [
            at(-20, 0, 1000), (*geod.fwd(2.18, 48.4, 90, 2199)[:2], 1200.0)]),
        ("a ring of circles leaves a gap", "plain", [
            (*geod.fwd(2.2, 48.4, a, 2000)[:2], 1500.0) for a in range(0, 360, 45)]),
        ("three through one point", "plain", [
            (*geod.fwd(2.2, 48.4, a, 1500)[:2], 1500.0) for a in (0, 120, 240)]),
        ("spikes", "spiky", [at(0, 0, 2000)]),
        ("spikes and a far circle", "spiky", [at(0, 0, 2000), (3.4, 48.4, 90000.0)]),
        ("long edges", "long", [at(0, 300, 40000)]),
        ("long edges, 100 km", "long", [at(0, 890, 100000)]),
    ]
    with open(projections / "synthetic.csv", "w", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["case", "parts", "circles", "share"])
        for name, shape, circles in synthetic:
            text = "|".join(
                ";".join(" ".join(repr(float(v)) for p in r for v in p) for r in rings) for rings in shapes[shape])
            value = share(shapes[shape], circles, (2.2, 48.4), step=10)
            out.writerow([name, text, " ".join(repr(float(v)) for c in circles for v in c), f"{value:.10f}"])
            print(name, f"{value:.10f}", flush=True)
