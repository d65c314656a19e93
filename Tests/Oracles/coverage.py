"""Measures simplified coverages by GEOS, and times `convert --simplify` beside coverage_simplify.

    python3 coverage.py measure LAYER.shp AMOUNT... > Tests/Fixtures/simplified-coverage.csv
    python3 coverage.py time LAYER.shp SHARE [RUNS]

`measure` runs `cartopole convert LAYER.shp --simplify AMOUNT` (its path in the variable CARTOPOLE) and writes a row
for the layer itself and for each result: points, features, invalid geometries, the sum of the features' areas, the
area of their union, parts and holes of the union (a gap between neighbours is a hole), the sum of the areas of
pairwise intersections, pairs of neighbours that share a border of some length and whose shared border is not made
of edges both have, the smallest feature's area. Units of the layer, squared.

`time` runs both programs as whole processes in turns, reading the shapefile and writing one, and prints the median
of each and their ratio. shapely reads with NumPy and gets the tolerance at which as many vertices are left.

The committed CSV: GeoData/ile-de-france.shp, amounts 50% 35% 25% 50m 250m 1000m. Needs shapely and numpy (tested
with shapely 2.2.0, GEOS 3.14.1, numpy 2.4.6).
"""
import os
import pathlib
import statistics
import struct
import subprocess
import sys
import tempfile
import time

import numpy as np
import shapely

CARTOPOLE = os.environ.get("CARTOPOLE", "cartopole")


def load(path):
    """The polygons of a shapefile, a (multi)polygon a record; holes go to the smallest outer ring around them."""
    shp = pathlib.Path(path).read_bytes()
    out, at = [], 100
    while at < len(shp):
        words = struct.unpack_from(">i", shp, at + 4)[0]
        parts, count = struct.unpack_from("<ii", shp, at + 44)
        starts = list(struct.unpack_from(f"<{parts}i", shp, at + 52)) + [count]
        points = np.frombuffer(shp, "<f8", 2 * count, at + 52 + 4 * parts).reshape(-1, 2)
        at += 8 + 2 * words
        shells, holes = [], []
        for a, b in zip(starts, starts[1:]):
            ring = points[a:b]
            from_origin = ring - ring[0]
            area = np.sum(from_origin[:-1, 0] * from_origin[1:, 1] - from_origin[1:, 0] * from_origin[:-1, 1])
            if area < 0:
                shells.append((ring, []))
            else:
                holes.append(ring)
        for hole in holes:
            around = [s for s in shells if len(shells) == 1 or shapely.Polygon(s[0]).covers(shapely.Polygon(hole))]
            min(around, key=lambda s: shapely.Polygon(s[0]).area)[1].append(hole)
        polygons = [shapely.Polygon(ring, inner) for ring, inner in shells]
        out.append(polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons))
    return np.array(out, dtype=object)


def edges(geometry):
    found = set()
    for part in shapely.get_parts(geometry):
        for ring in shapely.get_rings(part):
            points = [tuple(p) for p in shapely.get_coordinates(ring)]
            found |= {(min(a, b), max(a, b)) for a, b in zip(points, points[1:])}
    return found


def measure(geometries):
    valid = shapely.is_valid(geometries)
    sound = np.where(valid, geometries, shapely.make_valid(geometries))
    tree = shapely.STRtree(sound)
    first, second = tree.query(sound, predicate="intersects")
    first, second = first[first < second], second[first < second]
    common = shapely.intersection(sound[first], sound[second])
    uneven = 0
    all_edges = [edges(g) for g in geometries]
    for one, other, shared in zip(first, second, common):
        length = shapely.length(shapely.intersection(shapely.boundary(sound[one]), shapely.boundary(sound[other])))
        drawn = sum(np.hypot(a[0] - b[0], a[1] - b[1]) for a, b in all_edges[one] & all_edges[other])
        uneven += abs(length - drawn) > 1e-9 * max(length, 1e-3)
    union = shapely.union_all(sound)
    return [
        shapely.get_num_coordinates(geometries).sum(), len(geometries), (~valid).sum(),
        repr(float(shapely.area(geometries).sum())), repr(float(union.area)), shapely.get_num_geometries(union),
        sum(len(p.interiors) for p in shapely.get_parts(union)), repr(float(shapely.area(common).sum())), uneven,
        repr(float(shapely.area(geometries).min())),
    ]


def simplify(layer, amount, folder):
    target = pathlib.Path(folder) / "out.shp"
    subprocess.run([CARTOPOLE, "convert", layer, target, "--simplify", amount, "--quiet"], check=True)
    return target


PEER = """
import sys, pathlib
sys.path.insert(0, {here!r})
import coverage, numpy as np, shapely, struct
geometries = coverage.load(sys.argv[1])
thin = shapely.coverage_simplify(geometries, float(sys.argv[2]))
pathlib.Path(sys.argv[3]).write_bytes(b"".join(shapely.to_wkb(thin)))
print(shapely.get_num_coordinates(thin).sum())
"""


def run_peer(layer, tolerance, folder):
    here = str(pathlib.Path(__file__).resolve().parent)
    call = [sys.executable, "-c", PEER.format(here=here), layer, str(tolerance), f"{folder}/out.wkb"]
    return int(subprocess.run(call, check=True, capture_output=True, text=True).stdout)


def clock(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(layer, share, runs):
    wanted = float(share.rstrip("%")) / 100
    geometries = load(layer)
    before = shapely.get_num_coordinates(geometries).sum()
    low, high = 0.0, 0.1
    for _ in range(8):
        middle = (low + high) / 2
        left = shapely.get_num_coordinates(shapely.coverage_simplify(geometries[::7], middle)).sum()
        low, high = (middle, high) if left > wanted * shapely.get_num_coordinates(geometries[::7]).sum() else (low, middle)
    del geometries
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs, left = [], [], 0
        for _ in range(runs):
            ours.append(clock(lambda: simplify(layer, share, folder)))
            start = time.perf_counter()
            left = run_peer(layer, middle, folder)
            theirs.append(time.perf_counter() - start)
    own, peer = statistics.median(ours), statistics.median(theirs)
    print(f"{before} vertices to {share}: cartopole {own:.2f} s (least {min(ours):.2f})")
    print(f"shapely {shapely.__version__} coverage_simplify, {left} vertices left: {peer:.2f} s; ratio {peer / own:.1f}")


def main():
    if sys.argv[1] == "time":
        return compare(sys.argv[2], sys.argv[3], int(sys.argv[4]) if len(sys.argv) > 4 else 5)
    layer = sys.argv[2]
    print("amount,points,features,invalid,sum_area,union_area,parts,holes,overlap,uneven_borders,least_area")
    print("none", *measure(load(layer)), sep=",")
    with tempfile.TemporaryDirectory() as folder:
        for amount in sys.argv[3:]:
            print(amount, *measure(load(simplify(layer, amount, folder))), sep=",", flush=True)


if __name__ == "__main__":
    main()
