"""Distances, azimuths and areas on GRS80 by GeographicLib's Python implementation.

    python Tests/Oracles/geography/geodesics.py      needs geographiclib, pyproj, geopandas (README.md)

geodesics.csv: pairs of points, from a metre to nearly antipodal, with distance and first azimuth.
areas.csv: geodesic area and perimeter of each of the 132 communes of GeoData/sud-essonne.
pyproj.Geod (PROJ's C code) is only compared with, and must agree.
"""
import csv
import random

from geographiclib.geodesic import Geodesic
from pyproj import Geod

from layer import communes, projections

grs80 = Geodesic(6378137, 1 / 298.257222101)
proj = Geod(ellps="GRS80")
random.seed(20080601)

pairs = [
    (2.162222, 48.435, 2.162222, 48.435),
    (2.162222, 48.435, 2.0091667, 48.5291667),  # Étampes, Dourdan
    (2.162222, 48.435, 2.162235, 48.435),  # a metre
    (0, 0, 0, 90), (0, 0, 1, 0), (0, 0, 179.5, 0.5), (0, 30, 179.8, -29.9), (179.9, 10, -179.9, 11),
    (55.45, -20.88, 2.35, 48.85), (-52.3, 4.9, 45.2, -12.8), (0, -90, 30, 90),
]
for _ in range(40):  # inside France
    pairs.append((random.uniform(-5, 8), random.uniform(42, 51), random.uniform(-5, 8), random.uniform(42, 51)))
for reach in (1e-5, 1e-3, 0.05, 0.5):  # around Étampes
    for _ in range(10):
        pairs.append((2.162222, 48.435, 2.162222 + random.uniform(-reach, reach), 48.435 + random.uniform(-reach, reach)))
for _ in range(30):  # anywhere
    pairs.append((random.uniform(-180, 180), random.uniform(-90, 90), random.uniform(-180, 180), random.uniform(-90, 90)))

worst = 0
with open(projections / "geodesics.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["longitude1", "latitude1", "longitude2", "latitude2", "metres", "azimuth"])
    for lon1, lat1, lon2, lat2 in pairs:
        g = grs80.Inverse(lat1, lon1, lat2, lon2)
        out.writerow([repr(float(v)) for v in (lon1, lat1, lon2, lat2, g["s12"], g["azi1"])])
        worst = max(worst, abs(proj.inv(lon1, lat1, lon2, lat2)[2] - g["s12"]))
print(f"{len(pairs)} pairs; pyproj differs by at most {worst:.1e} m")

worst = total = 0
with open(projections / "areas.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["insee", "area_m2", "perimeter_m"])
    layer = communes()
    for insee, shape in zip(layer.INSEE_COM, layer.geometry):
        assert shape.geom_type == "Polygon" and not shape.interiors
        polygon = grs80.Polygon()
        for lon, lat in list(shape.exterior.coords)[:-1]:
            polygon.AddPoint(lat, lon)
        _, perimeter, area = polygon.Compute(False, True)
        out.writerow([insee, repr(abs(area)), repr(perimeter)])
        total += abs(area)
        worst = max(worst, abs(abs(proj.geometry_area_perimeter(shape)[0]) / abs(area) - 1))
print(f"total {total / 1e6:.6f} km²; pyproj differs by at most {worst:.1e} of an area")
