"""Texts of .prj files as other programs write them.

    python Tests/Oracles/geography/prj.py            needs pyproj (README.md)

prj.csv: EPSG code, dialect, text. The ESRI dialect is what a shapefile has beside it.
"""
import csv

from pyproj import CRS

from layer import projections

codes = [2154, 4326, 4171, 4258, 27572, 3949, 3857, 2975, 32631, 2972]
with open(projections / "prj.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["epsg", "dialect", "text"])
    for code in codes:
        for dialect in ("WKT1_ESRI", "WKT1_GDAL", "WKT2_2019") if code in (2154, 4326) else ("WKT1_ESRI",):
            out.writerow([code, dialect, CRS.from_epsg(code).to_wkt(dialect)])
