"""One function a reader: puts its files, one of them damaged, into a folder and returns the command that reads them."""
import sqlite3
import struct
import zipfile
from pathlib import Path

import seeds
from mutations import damage_bytes, damage_text

GEO_OUT = ["geojson", "shp", "gpkg", "csv"]
ENCODINGS = [b"UTF-16", b"1252", b"ISO-8859-15", b"//TRANSLIT", b"UTF-8//IGNORE", b"EBCDIC-FR", b"UTF-7", b"\xff\xfe",
             b"a" * 5000, b"SHIFT_JIS", b"ISO-2022-JP", b"65001", b"UTF-32", b"HZ", b""]


class Folder:
    """The folder of one run and the generator its damages are drawn from."""

    def __init__(self, path, draw):
        self.path = Path(path)
        self.draw = draw

    def write(self, name, data):
        (self.path / name).parent.mkdir(exist_ok=True)
        (self.path / name).write_bytes(data)

    def choose(self, *options):
        return self.draw.choice(options)

    def chance(self, share):
        return self.draw.random() < share


def commands_of_layer(f, name):
    """What may be asked of a layer in a file."""
    kind = f.draw.randrange(9)
    if kind < 2:
        return ["inspect", name, "--format", f.choose("json", "table", "markdown")]
    if kind < 5:
        words = ["convert", name, "out." + f.draw.choice(GEO_OUT)]
        if f.chance(0.3):
            words += ["--to", f.choose("EPSG:2154", "EPSG:3857", "EPSG:4326", "EPSG:32631")]
        if f.chance(0.3):
            words += ["--simplify", f.choose("30%", "250m", "1%", "100000m")]
        if f.chance(0.2):
            words += ["--from", f.choose("EPSG:4326", "EPSG:2154")]
        if f.chance(0.2):
            words += ["--where", "POPULATION>=1000"]
        return words
    if kind == 5:
        f.write("values.csv", seeds.values())
        return ["render", "choropleth", "--geo", name, "--key", "INSEE_COM", "--data", "values.csv", "--data-key", "code",
                "--value", "taux", "-o", "out.svg"]
    if kind == 6:
        words = ["render", "symbols", "--geo", name, "--value", "POPULATION", "-o", "out.svg", "--width", f.choose("375", "1000")]
        return words + (["--crs", "EPSG:4326"] if f.chance(0.3) else [])
    if kind == 7:
        return ["site", "--geo", name, "--count", "1", "--objective", f.choose("median", "cover", "centre"), "--radius-km", "10",
                "--format", "json", "-o", "out.json"]
    return ["classify", "--data", name, "--value", "POPULATION", "--compare", "-o", "out.txt"]


def shapefile(f):
    parts = seeds.shapefile()
    for kind in f.choose(["shp"], ["shp"], ["shx"], ["dbf"], ["dbf"], ["prj"], ["cpg"], ["shp", "shx"], ["shp", "dbf"]):
        parts[kind] = f.draw.choice(ENCODINGS) if kind == "cpg" else damage_bytes(parts[kind], f.draw)
    for kind, data in parts.items():
        f.write("a." + kind, data)
    if f.chance(0.15):
        (f.path / ("a." + f.choose("shx", "dbf", "prj", "cpg"))).unlink()
    return commands_of_layer(f, "a.shp")


def geojson(f):
    f.write("a.geojson", damage_text(seeds.geojson(), "json", f.draw))
    return commands_of_layer(f, "a.geojson")


def geopackage(f):
    path = f.path / "a.gpkg"
    seeds.geopackage(path)
    data = bytearray(path.read_bytes())
    if f.chance(0.5):
        data = bytearray(damage_bytes(data, f.draw))
    else:
        used = [place for place in range(100, len(data)) if data[place]]
        for _ in range(f.choose(1, 2, 4, 10)):
            data[f.draw.choice(used)] = f.draw.randrange(256)
    f.write("a.gpkg", bytes(data))
    return commands_of_layer(f, "a.gpkg")


def geopackage_rows(f):
    path = f.path / "a.gpkg"
    seeds.geopackage(path)
    base = sqlite3.connect(path)
    fid, blob = f.draw.choice(base.execute("SELECT fid, geom FROM a").fetchall())
    head = b"GP\0\1" + struct.pack("<i", 4326)
    blobs = [
        damage_bytes(blob, f.draw), damage_bytes(blob, f.draw), damage_bytes(blob[:60], f.draw), "text", 1, None, b"", b"GP",
        blob[:8], head + struct.pack("<BIdd", 1, 1, float("nan"), 1.0), head + struct.pack("<BII", 1, 6, 0xFFFFFFFF),
        head + struct.pack("<BII", 1, 3, 0xFFFFFFFF), head + struct.pack("<BIII", 1, 3, 1, 0xFFFFFFFF),
        head + struct.pack("<BII", 1, 6, 3) + struct.pack("<BII", 1, 6, 1) * 3,
    ]
    base.execute("UPDATE a SET geom = ? WHERE fid = ?", (f.draw.choice(blobs), fid))
    if f.chance(0.3):
        cells = [b"\xff\0", 1e308, float("inf"), 2**63 - 1, -(2**63), "x" * 10, "x" * 100_000, "\0a", "a\nb"]
        column = f.choose("POPULATION", "NOM", "INSEE_COM", "LON", "taux")
        base.execute(f'UPDATE a SET "{column}" = ? WHERE fid = 1', (f.draw.choice(cells),))
    if f.chance(0.2):
        base.execute("UPDATE gpkg_spatial_ref_sys SET definition = ?, organization = ?",
                     (f.choose("", "x", "PROJCS[", 'GEOGCS["a"]' * 100), f.choose("NONE", "EPSG", "X", "")))
    base.commit()
    base.close()
    return commands_of_layer(f, "a.gpkg")


def values(f):
    f.write("values.csv", damage_text(seeds.values(), "csv", f.draw))
    f.write("a.geojson", seeds.geojson())
    kind = f.choose("choropleth", "symbols", "typology", "bivariate", "classify", "classify")
    if kind == "classify":
        method = f.choose("jenks", "quantile", "equal", "headtail", "stddev", "geometric", "pretty", "maximum-breaks", "boxplot")
        words = ["classify", "--data", "values.csv", "--value", f.choose("taux", "nb", "taux2"), "--method", method,
                 "--classes", f.choose("2", "5", "9"), "-o", "out.txt", "--format", f.choose("table", "json", "csv", "markdown")]
        return words + (["--compare"] if f.chance(0.2) else ["--plot", "out.svg"] if f.chance(0.2) else [])
    columns = {"choropleth": ["--value", "taux"], "symbols": ["--value", "nb", "--fill", "taux"],
               "typology": ["--value", "cat"], "bivariate": ["--value", "taux", "--value2", "taux2"]}[kind]
    return ["render", kind, "--geo", "a.geojson", "--key", "INSEE_COM", "--data", "values.csv", "--data-key", "code",
            *columns, "-o", "out.svg"]


def counts(f):
    files = {"counts.csv": seeds.counts(), "areas.csv": seeds.areas(), "population.csv": seeds.population()}
    damaged = f.choose("counts.csv", "counts.csv", "areas.csv", "population.csv")
    files[damaged] = damage_text(files[damaged], "csv", f.draw)
    for name, data in files.items():
        f.write(name, data)
    f.write("a.geojson", seeds.geojson())
    base = ["--data", "counts.csv", "--geo", "a.geojson"]
    if f.chance(0.3):
        return ["render", "density", *base, "-o", "out.svg"]
    words = ["compare", *base, "--level", "commune", "--format", f.choose("json", "csv", "table", "geojson"), "-o", "out.x"]
    if f.chance(0.4) or damaged == "areas.csv":
        words += ["--areas", "areas.csv", "--level", "area"]
    if f.chance(0.3) or damaged == "population.csv":
        words += ["--population", "population.csv"]
    return words + (["--moran", "--permutations", "99"] if f.chance(0.2) else ["--funnel", "out.svg"] if f.chance(0.3) else [])


def imports(f):
    keep = ["--keep-going"] if f.chance(0.4) else []
    table = ["--key", "commune", "--value", "emplois", "--unit", "siren", "--measure", "jobs", "--date", "2022", "-o", "out.csv"]
    kind = f.draw.randrange(6)
    if kind == 0:
        f.write("t.csv", damage_text(seeds.jobs(), "csv", f.draw))
        return ["import", "table", "t.csv", *table, *keep]
    if kind == 1:
        packed = seeds.gzipped()
        f.write("t.gz", damage_bytes(packed, f.draw) if f.chance(0.7) else packed[:f.draw.randrange(1, len(packed))])
        return ["import", "table", "t.gz", *table, *keep]
    if kind == 2:
        method = f.choose(zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED)
        f.write("t.zip", damage_bytes(seeds.archive(method, wide=f.chance(0.4)), f.draw))
        return ["import", "table", "t.zip", *table, *keep]
    if kind == 3:
        f.write("f.csv", damage_text(seeds.flores(), "csv", f.draw))
        return ["import", "flores", "f.csv", "--cog", "2024", "-o", "out.csv"]
    units, sites = seeds.sirene_units(), seeds.sirene_establishments()
    if kind == 4:
        units = damage_text(units, "csv", f.draw)
    else:
        sites = damage_text(sites, "csv", f.draw)
    f.write("u.csv", units)
    f.write("e.csv", sites)
    return ["import", "sirene", "--units", "u.csv", "--establishments", "e.csv", "-o", "out.csv", *keep]


def project(f, **files):
    """A whole project, with some of its files replaced."""
    whole = {"pole.yaml": seeds.pole(), "a.geojson": seeds.geojson(), "figures.csv": seeds.figures()}
    for name, data in {**whole, **{name.replace("_", "."): data for name, data in files.items()}}.items():
        f.write(name, data)


def pole(f):
    project(f, pole_yaml=damage_text(seeds.pole(), "yaml", f.draw))
    kind = f.draw.randrange(8)
    if kind < 3:
        return ["reach", "--project", ".", "--format", f.choose("json", "table", "csv", "markdown", "geojson"), "-o", "out.x"]
    if kind == 5:
        return ["render", f.choose("territory", "coverage", "visibility"), "--project", ".", "-o", "out.svg"]
    if kind == 7:
        return ["action", "add", "zz-test", "--title", "Zz", "--status", "planned", "--communes", "91002", "--reason", "r",
                "--project", "."]
    return [f.choose("visibility", "audit", "compare"), "--project", ".", "-o", "out.x"]


def scenario(f):
    project(f)
    f.write("s.yaml", damage_text(seeds.scenario(), "yaml", f.draw))
    if f.chance(0.5):
        return ["visibility", "--project", ".", "--scenario", "s.yaml", "--format", "json", "-o", "out.json"]
    return ["render", "coverage", "--project", ".", "--scenario", "s.yaml", "-o", "out.svg"]


def figures(f):
    project(f, figures_csv=damage_text(seeds.figures(), "csv", f.draw))
    return [f.choose("compare", "audit"), "--project", ".", "-o", "out.x", "--format", f.choose("json", "csv", "table")]


def cantons(f):
    text = seeds.pole().replace(b"  cog: 2008\n", b"  cog: 2008\n  list: cantons.csv\n")
    project(f, pole_yaml=text, cantons_csv=damage_text(seeds.cantons(), "csv", f.draw))
    return ["reach", "--project", ".", "--all", "-o", "out.x"]


def events(f):
    f.write("a.geojson", seeds.geojson())
    f.write("events.csv", damage_text(seeds.events(), "csv", f.draw))
    f.write("counts.csv", seeds.counts().replace(b"2024", b"2015"))
    return ["compare", "--data", "counts.csv", "--geo", "a.geojson", "--events", "events.csv", "--level", "commune",
            "-o", "out.x"]


def times(f):
    f.write("a.geojson", seeds.geojson())
    f.write("times.csv", damage_text(seeds.times(), "csv", f.draw))
    objective = f.choose("median", "cover", "centre", "set-cover")
    words = ["site", "--geo", "a.geojson", "--objective", objective, "--radius-km", "10", "--times", "times.csv", "-o", "out.x",
             "--format", f.choose("json", "table")]
    words += [] if objective == "set-cover" else ["--count", f.choose("1", "2", "5")]
    return words + (["--access", f.choose("apl", "e2sfca")] if f.chance(0.3) else [])


def logo(f):
    name = f.choose("l.svg", "l.png")
    data = seeds.svg_logo() if name == "l.svg" else seeds.png_logo()
    box = f.choose(b"0 0 1e308 1e-308", b"0 0 inf inf", b"0 0 1 inf", b"0 0 5e-324 1", b"0,0,1,1", b"0 0 1e-10 1e10", b"0 0 1e300 1")
    if name == "l.svg" and f.chance(0.4):
        data = data.replace(b"0 0 40 20", box)
    else:
        data = damage_bytes(data, f.draw)
    f.write(name, data)
    f.write("a.geojson", seeds.geojson())
    out = "out." + f.choose("svg", "svg", "svg", "png", "pdf")
    return ["render", "symbols", "--geo", "a.geojson", "--value", "POPULATION", "-o", out, "--logo", name]


READERS = {reader.__name__: reader for reader in (
    shapefile, geojson, geopackage, geopackage_rows, values, counts, imports, pole, scenario, figures, cantons, events, times,
    logo)}
