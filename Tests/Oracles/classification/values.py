"""Columns to classify: communes of GeoData and made-up ones. Writes values.csv."""
import random
from pathlib import Path

import shapefile
from pyproj import Geod

root = Path(__file__).resolve().parents[3]
fixtures = root / "Tests" / "ClassificationTests" / "Fixtures"
geod = Geod(ellps="GRS80")


def area(shape):
    """Square metres; holes have the other winding, so signed areas add up."""
    parts = list(shape.parts) + [len(shape.points)]
    total = 0.0
    for start, end in zip(parts, parts[1:]):
        points = shape.points[start:end]
        total += geod.polygon_area_perimeter([p[0] for p in points], [p[1] for p in points])[0]
    return abs(total)


def communes(name):
    reader = shapefile.Reader(str(root / "GeoData" / name), encoding="utf-8")
    people = [record["POPULATION"] for record in reader.records()]
    dense = [round(p / (area(s) / 1e6), 2) for p, s in zip(people, reader.shapes())]
    return people, dense


random.seed(5)
columns = {}
columns["population-132"], columns["density-132"] = communes("sud-essonne")
columns["population-1266"], columns["density-1266"] = communes("ile-de-france")
columns["skewed"] = [round(random.lognormvariate(3, 1.6), 3) for _ in range(300)]
columns["tied"] = [random.choice([0, 0, 0, 1, 1, 2, 3, 5, 8, 13]) for _ in range(200)]
columns["negative"] = [round(random.gauss(-40, 60), 1) for _ in range(150)]
columns["tiny"] = [random.random() * 1e-290 for _ in range(80)]
columns["huge"] = [random.gauss(0, 1) * 1e290 for _ in range(80)]
columns["offset"] = [1e9 + random.randrange(4000) for _ in range(120)]
with open(fixtures / "values.csv", "w") as out:
    out.write("column,value\n")
    for name, values in columns.items():
        for value in values:
            out.write(f"{name},{value!r}\n")
