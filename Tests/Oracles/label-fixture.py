"""Writes Tests/Fixtures/sud-essonne-1400.csv: the 132 communes of Sud Essonne as a map 1,400 px wide draws them.

Source: GeoData/sud-essonne.shp (outlines IGN ADMIN EXPRESS, populations Insee; Licence Ouverte 2.0), projected
to Lambert-93 by GDAL and fitted into the map frame of 910 x 885 px at (34, 98), y down, to 0.1 px. Columns: pole
of inaccessibility (x, y) and its distance to the border by shapely's polylabel to 0.01 px; box; number of
neighbours by shapely (shared border of positive length); outer ring "x y x y …", closed.
Prints what the tests pin besides: neighbour pairs, area of the union.

Needs ogr2ogr and shapely (tested with 2.2). Run from the repository's root: python3 Tests/Oracles/label-fixture.py
"""

import csv
import json
import subprocess
import tempfile

from shapely.geometry import Polygon, shape
from shapely.ops import polylabel, unary_union

FRAME = (34.0, 98.0, 944.0, 983.0)
MARGIN = 18.0

with tempfile.TemporaryDirectory() as folder:
    path = folder + "/communes.json"
    subprocess.run(
        ["ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:2154", "-lco", "COORDINATE_PRECISION=4", path,
         "GeoData/sud-essonne.shp"], check=True)
    features = json.load(open(path))["features"]

bounds = unary_union([shape(feature["geometry"]) for feature in features]).bounds
scale = min((FRAME[2] - FRAME[0] - 2 * MARGIN) / (bounds[2] - bounds[0]),
            (FRAME[3] - FRAME[1] - 2 * MARGIN) / (bounds[3] - bounds[1]))
left = (FRAME[0] + FRAME[2]) / 2 - scale * (bounds[0] + bounds[2]) / 2
top = (FRAME[1] + FRAME[3]) / 2 + scale * (bounds[1] + bounds[3]) / 2

polygons = []
for feature in features:
    whole = shape(feature["geometry"])
    assert whole.geom_type == "Polygon" and not whole.interiors
    ring = []
    for x, y in whole.exterior.coords:
        point = (round(left + scale * x, 1), round(top - scale * y, 1))
        if not ring or ring[-1] != point:
            ring.append(point)
    polygons.append(Polygon(ring))

degrees = [0] * len(polygons)
for i, a in enumerate(polygons):
    for j, b in enumerate(polygons[:i]):
        if a.intersects(b) and a.intersection(b).length > 0:
            degrees[i] += 1
            degrees[j] += 1

with open("Tests/Fixtures/sud-essonne-1400.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["insee", "name", "population", "x", "y", "distance", "min_x", "min_y", "max_x", "max_y",
                  "neighbours", "outline"])
    for feature, polygon, degree in sorted(
            zip(features, polygons, degrees), key=lambda row: row[0]["properties"]["INSEE_COM"]):
        properties = feature["properties"]
        pole = polylabel(polygon, 0.01)
        distance = polygon.exterior.distance(pole)
        out.writerow(
            [properties["INSEE_COM"], properties["NOM"], properties["POPULATION"], f"{pole.x:.2f}",
             f"{pole.y:.2f}", f"{distance:.2f}", *(f"{value:.1f}" for value in polygon.bounds), degree,
             " ".join(f"{x:.1f} {y:.1f}" for x, y in polygon.exterior.coords)])

union = unary_union(polygons)
print("invalid:", sum(not polygon.is_valid for polygon in polygons))
print("pairs:", sum(degrees) // 2, "union:", union.geom_type, len(union.interiors), "holes, area",
      round(union.area, 2), "length", round(union.length, 2))
