"""Five territories from the pinned package of all communes, each from a list and a layer to its atlas in two commands.

The layers have the columns of IGN's ADMIN EXPRESS 4.0 and of geo.api.gouv.fr, the lists those of Insee and of
spreadsheets. What the program says is compared with the package's own numbers and with PROJ's geodesics.
"""
import argparse
import csv
import importlib.machinery
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from pyproj import Geod

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "GeoData"
CACHE = HERE.parent.parent / ".build" / "elsewhere"
GRS80 = Geod(ellps="GRS80")
FOREIGN = ("Essonne", "Île-de-France", "lpdt91", "fiche du Pôle", "canton (2008)", "Projection Lambert-93 (EPSG:2154)")


def rebuild():
    loader = importlib.machinery.SourceFileLoader("rebuild", str(DATA / "rebuild"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("rebuild", loader))
    sys.modules["rebuild"] = module
    loader.exec_module(module)
    return module


def package(module, wheel):
    if wheel is None:
        CACHE.mkdir(parents=True, exist_ok=True)
        found = sorted(CACHE.glob("*.whl"))
        wheel = found[0] if found else module.fetch_wheel(CACHE)
    return module.Package(Path(wheel))


class France:
    """The communes and arrondissements of the package."""

    def __init__(self, wheel):
        module = rebuild()
        tables = package(module, wheel)
        self.communes = {}
        self.areas = {}
        for kind in ("COM", "ARM"):
            for code, row in tables.of_type(kind).items():
                if row["geometry"] is None:
                    continue
                commune = tables.commune(row)
                if commune.polygons:
                    self.communes[code] = commune

    def of(self, test):
        return [commune for code, commune in sorted(self.communes.items()) if test(code, commune.columns)]


def area(commune):
    """Square kilometres with geodesic edges, holes left out."""
    total = 0
    for polygon in commune.polygons:
        for index, ring in enumerate(polygon):
            size = abs(GRS80.polygon_area_perimeter([x for x, _ in ring], [y for _, y in ring])[0])
            total += size if index == 0 else -size
    return total / 1e6


def features(communes, columns):
    return json.dumps({
        "type": "FeatureCollection",
        "features": [{
            "type": "Feature", "properties": columns(commune.columns),
            "geometry": {"type": "MultiPolygon", "coordinates": commune.polygons},
        } for commune in communes],
    })


def ign(columns):
    return {
        "code_insee": columns["INSEE_COM"], "nom_officiel": columns["NOM"], "population": columns["POPULATION"],
        "code_insee_du_departement": columns["INSEE_DEP"], "code_insee_de_la_region": columns["INSEE_REG"],
        "codes_siren_des_epci": columns["SIREN_EPCI"] or None,
    }


def geo_api(columns):
    return {
        "code": columns["INSEE_COM"], "nom": columns["NOM"], "population": columns["POPULATION"],
        "codeDepartement": columns["INSEE_DEP"], "codeRegion": columns["INSEE_REG"],
        "codeEpci": columns["SIREN_EPCI"] or None,
    }


def geo_package(path, communes, crs="EPSG:4326"):
    """A file like IGN's: communes, arrondissements, departements, town halls, EPCIs."""
    own = [commune for commune in communes if not is_part(commune.code)]
    parts = [commune for commune in communes if is_part(commune.code)]
    layers = {"departement": features(own[:1], lambda c: {"code_insee": c["INSEE_DEP"]}), "commune": features(own, ign)}
    if parts:
        layers["arrondissement_municipal"] = features(parts, ign)
    layers["chflieu_commune"] = json.dumps({
        "type": "FeatureCollection",
        "features": [{
            "type": "Feature", "properties": {"code_insee_de_la_commune": commune.code},
            "geometry": {"type": "Point", "coordinates": [commune.columns["LON"], commune.columns["LAT"]]},
        } for commune in communes],
    })
    names = {c.columns["SIREN_EPCI"]: c.columns["NOM_EPCI"] for c in communes if c.columns["SIREN_EPCI"]}
    layers["epci"] = json.dumps({
        "type": "FeatureCollection",
        "features": [{
            "type": "Feature", "properties": {"code_siren": code, "nom_officiel": name},
            "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]},
        } for code, name in sorted(names.items())],
    })
    for index, (name, text) in enumerate(layers.items()):
        source = path.with_name(f"{path.stem}-{name}.geojson")
        source.write_text(text, encoding="utf-8")
        subprocess.run(
            ["ogr2ogr", "-f", "GPKG", *(["-update"] if index else []), "-t_srs", crs, "-nln", name, path, source],
            check=True)


def is_part(code):
    return code.startswith(("751", "132", "6938")) and code != "69123" and len(code) == 5 and (
        "75101" <= code <= "75120" or "13201" <= code <= "13216" or "69381" <= code <= "69389")


class Wrong(Exception):
    pass


def expect(what, got, wanted):
    if got != wanted:
        raise Wrong(f"{what}: {got!r} instead of {wanted!r}")


class Territory:
    def __init__(self, name, title, site, crs, codes, layer, options, listed, inset, around=True):
        self.name, self.title, self.site, self.crs = name, title, site, crs
        self.codes, self.layer, self.options, self.listed = codes, layer, options, listed
        self.inset, self.around = inset, around


def territories(france):
    redon = [c.code for c in france.of(lambda code, c: c["SIREN_EPCI"] == "243500741")]
    reunion = [c.code for c in france.of(lambda code, c: c["INSEE_DEP"] == "974")]
    martinique = [c.code for c in france.of(lambda code, c: c["INSEE_DEP"] == "972")]
    corsica = [c.code for c in france.of(lambda code, c: c["SIREN_EPCI"] == "200073252")]
    marseille = [str(code) for code in range(13201, 13217)]

    def names(codes):
        return [france.communes[code].columns["NOM"] for code in codes]

    west = france.of(lambda code, c: c["INSEE_REG"] in ("53", "52"))
    south = france.of(lambda code, c: c["INSEE_DEP"] in ("13", "83", "84"))
    return [
        Territory(
            "martinique", "La Martinique solidaire", "Fort-de-France", 5490, martinique,
            lambda path: geo_package(path, [france.communes[code] for code in martinique], "EPSG:5490"), [],
            ("Commune\r\n" + "\r\n".join(names(martinique)) + "\r\n").encode(), None, around=False),
        Territory(
            "redon", "Pays de Redon", "Redon", 2154, redon, lambda path: geo_package(path, west), [],
            ("\ufeffCODGEO;LIBGEO;POP\r\n" + "".join(
                f"{code};{name};1\r\n" for code, name in zip(redon, names(redon)))).encode(),
            "dans les Pays de la Loire, en Bretagne"),
        Territory(
            "reunion", "ESS à La Réunion", "Saint-Denis", 2975, reunion,
            lambda path: path.write_text(
                features([france.communes[code] for code in reunion], geo_api), encoding="utf-8"),
            [], ("Liste du Pôle\n\nNuméro,Code INSEE\n" + "".join(
                f"{index},{code}\n" for index, code in enumerate(reunion))).encode(), None, around=False),
        Territory(
            "castagniccia", "Castagniccia-Casinca", "Vescovato", 2154, corsica,
            lambda path: geo_package(path, france.of(lambda code, c: c["INSEE_REG"] == "94")), [],
            ("insee\n" + "\n".join(code.lower() for code in corsica)).encode(), "en Corse"),
        Territory(
            "marseille", "Marseille solidaire", "13203", 2154, marseille, lambda path: geo_package(path, south),
            ["--layer", "arrondissement_municipal"], ("arrondissement\n" + "\n".join(marseille)).encode(), None),
    ]


def look(program, france, territory, folder):
    folder.mkdir()
    layer = folder / ("ign.geojson" if territory.name == "reunion" else "ign.gpkg")
    territory.layer(layer)
    (folder / "communes.csv").write_bytes(territory.listed)

    def run(*words):
        done = subprocess.run(
            [program, *words], cwd=folder, capture_output=True, text=True, env={"CARTOPOLE_DATA": str(DATA)})
        if done.returncode:
            raise Wrong(f"cartopole {' '.join(words)}: {done.returncode}\n{done.stderr}")
        return done

    said = run(
        "init", "pole", "--communes", "communes.csv", "--geo", layer.name, "--title", territory.title, "--site",
        territory.site, *territory.options)
    if "cartopole atlas --project pole" not in said.stderr:
        raise Wrong(f"the next step is not said: {said.stderr}")
    run("atlas", "--project", "pole", "-o", "before", "--no-pictures")
    if "Aucune action" not in (folder / "before/maps/coverage.svg").read_text():
        raise Wrong("a project without actions does not say so on its map")
    page = (folder / "before/index.html").read_text(encoding="utf-8")
    if "questions restent ouvertes" not in page or "<code>cartopole action add" not in page:
        raise Wrong("the page does not say what is missing")
    run(
        "action", "add", "essai", "--title", "Essai", "--status", "realised", "--within-km", "15", "--site", "siege",
        "--reason", "essai", "--project", "pole")
    run("atlas", "--project", "pole", "-o", "atlas", "--no-pictures")

    wanted = {code: france.communes[code] for code in territory.codes}
    with open(folder / "atlas/tables/communes.csv", encoding="utf-8") as file:
        rows = {row["insee"]: row for row in csv.DictReader(file)}
    expect("communes", sorted(rows), sorted(wanted))
    for code, commune in wanted.items():
        expect(f"population of {code}", rows[code]["population"], str(commune.columns["POPULATION"]))
        if abs(float(rows[code]["area_km2"]) / area(commune) - 1) > 1e-6:
            raise Wrong(f"area of {code}: {rows[code]['area_km2']} instead of {area(commune)}")
        expect(f"EPCI of {code}", rows[code]["epci"].replace("’", "'"), commune.columns["NOM_EPCI"].replace("’", "'"))
    expect("a canton", {row["canton"] for row in rows.values()}, {""})

    texts = {path: path.read_text(encoding="utf-8") for path in (folder / "atlas").rglob("*")
             if path.suffix in (".svg", ".csv", ".md", ".html")}
    for path, text in texts.items():
        for word in FOREIGN[: -1 if territory.crs == 2154 else None]:
            if word in text:
                at = text.index(word)
                raise Wrong(f"« {word} » in {path.relative_to(folder)}: {text[max(0, at - 80):at + 80]!r}")
    map_ = texts[folder / "atlas/maps/territory.svg"]
    units = "arrondissements" if is_part(territory.codes[0]) else "communes"
    if f"{len(wanted)} {units}" not in map_:
        raise Wrong(f"no « {len(wanted)} {units} » on the map")
    departements = {commune.columns["INSEE_DEP"] for commune in wanted.values()}
    if ("limite de département" in map_) != (len(departements) > 1):
        raise Wrong(f"limits inside the territory: {departements}")
    expect("the CRS on the map", re.search(r"EPSG:(\d+)", map_).group(1), str(territory.crs))
    if territory.inset and territory.inset not in map_:
        raise Wrong(f"« {territory.inset} » is not on the map")
    expect("surroundings", (folder / "pole/alentours.gpkg").exists(), territory.around)
    expect("an inset", (folder / "pole/region.gpkg").exists(), territory.inset is not None)

    if territory.name == "reunion":
        # This layer gives no town halls, and the map says so.
        for name in ("territory", "coverage-essai"):
            if "depuis un point intérieur de chaque commune" not in (folder / f"atlas/maps/{name}.svg").read_text():
                raise Wrong(f"{name}.svg does not say from where distances are")
        print(f"{territory.name}: {len(wanted)} communes, no town halls, EPSG:{territory.crs}")
        return

    start = next(
        commune.columns for code, commune in wanted.items()
        if territory.site in (code, commune.columns["NOM"]))
    near = sorted(
        code for code, commune in wanted.items()
        if GRS80.inv(start["LON"], start["LAT"], commune.columns["LON"], commune.columns["LAT"])[2] <= 15000)
    reach = json.loads(run("reach", "essai", "--project", "pole", "--format", "json").stdout)[0]
    expect("reach", [commune["insee"] for commune in reach["communes"]], near)
    people = sum(wanted[code].columns["POPULATION"] for code in near)
    expect("people reached", reach["totals"]["population"], people)
    print(f"{territory.name}: {len(wanted)} communes, {len(near)} within 15 km, EPSG:{territory.crs}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--short", action="store_true", help="the smallest territory only")
    parser.add_argument("--wheel", help="the package, already at hand")
    parser.add_argument("--keep", help="folder in which the projects stay")
    options = parser.parse_args()
    program = str(Path(options.program).resolve())
    france = France(options.wheel)
    all_ = territories(france)
    with tempfile.TemporaryDirectory() as temporary:
        place = Path(options.keep or temporary)
        place.mkdir(exist_ok=True)
        failed = 0
        for territory in all_[:1] if options.short else all_:
            try:
                look(program, france, territory, place / territory.name)
            except Wrong as problem:
                failed += 1
                print(f"{territory.name}: {problem}", file=sys.stderr)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
