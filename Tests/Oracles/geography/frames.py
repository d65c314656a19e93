"""Scale and convergence of map projections, by PROJ's own factors.

    python Tests/Oracles/geography/frames.py         needs pyproj (README.md)

frames.csv: EPSG code, box (minX, minY, maxX, maxY), parallel scale at the box's middle (map units for one metre of
ground) and the azimuth of the map's vertical there, in degrees clockwise from true north.

PROJ's meridian_convergence is the azimuth of the map's vertical; the script holds it against the azimuth of a
geodesic between two points above each other on the map. For EPSG:3857 PROJ gives the scale of its sphere; the one
on the ellipsoid is a/(N cos φ), written out here.
"""
import csv
import math

from pyproj import Geod, Proj, Transformer

from layer import projections

boxes = [
    (2154, (600000, 6780000, 680000, 6840000)),  # about the Sud Essonne
    (2154, (100000, 6000000, 1200000, 7100000)),  # France
    (3949, (1600000, 8180000, 1700000, 8260000)),
    (3857, (220000, 6120000, 300000, 6220000)),
    (2975, (310000, 7630000, 380000, 7700000)),
    (32631, (400000, 5340000, 470000, 5400000)),
]
with open(projections / "frames.csv", "w", newline="") as f:
    out = csv.writer(f, lineterminator="\n")
    out.writerow(["epsg", "min_x", "min_y", "max_x", "max_y", "scale", "vertical_azimuth"])
    for epsg, box in boxes:
        x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        projection = Proj(f"EPSG:{epsg}")
        lon, lat = projection(x, y, inverse=True)
        factors = projection.get_factors(lon, lat)
        to = Transformer.from_crs(projection.crs, projection.crs.geodetic_crs, always_xy=True)
        (lon1, lon2), (lat1, lat2) = to.transform([x, x], [y - 1, y + 1])
        azimuth = Geod(ellps="GRS80").inv(lon1, lat1, lon2, lat2)[0]
        assert abs(azimuth - factors.meridian_convergence) < 1e-4, (epsg, azimuth, factors.meridian_convergence)
        scale = factors.parallel_scale
        if epsg == 3857:
            sine = math.sin(math.radians(lat))
            scale = math.sqrt(1 - 0.0066943799901413165 * sine * sine) / math.cos(math.radians(lat))
        out.writerow([epsg, *box, repr(scale), repr(factors.meridian_convergence)])
        print(epsg, lon, lat, scale, factors.meridian_convergence, azimuth)
