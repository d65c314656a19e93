"""Neighbours of each commune of GeoData/sud-essonne: borders in common of positive length.

    python Tests/Oracles/geography/neighbours.py     needs geopandas, shapely (README.md)

neighbours.csv: commune, order 1 to 3, codes of those that many steps away or fewer, itself left out. Orders 2 and
3 for five communes, order 1 for all.
"""
import csv

from layer import communes, reach

layer = communes()
codes = list(layer.INSEE_COM)
shapes = list(layer.geometry)
near = {code: set() for code in codes}
points = 0
for i in range(len(codes)):
    for j in range(i + 1, len(codes)):
        if not shapes[i].intersects(shapes[j]):
            continue
        if shapes[i].boundary.intersection(shapes[j].boundary).length > 0:
            near[codes[i]].add(codes[j])
            near[codes[j]].add(codes[i])
        else:
            points += 1


def within(code, order):
    seen = {code}
    for _ in range(order):
        seen |= {other for one in seen for other in near[one]}
    return sorted(seen - {code})


with open(reach / "neighbours.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["insee", "order", "neighbours"])
    for code in codes:
        for order in (1, 2, 3) if code in ("91223", "91200", "91390", "91222", "91405") else (1,):
            out.writerow([code, order, " ".join(within(code, order))])
print(sum(map(len, near.values())) // 2, "pairs of neighbours,", points, "pairs that touch in points only")
