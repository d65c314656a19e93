"""Small inputs of every reader, whole and right, built from nothing: what the mutations start from."""
import gzip
import io
import json
import sqlite3
import struct
import zipfile
import zlib

CODES = [f"9100{n}" for n in range(1, 7)]


def _communes():
    for n, code in enumerate(CODES):
        x, y = 2 + 0.02 * (n % 3), 48.4 + 0.02 * (n // 3)
        ring = [[x, y], [x, y + 0.02], [x + 0.02, y + 0.02], [x + 0.02, y], [x, y]]
        yield code, f"Commune {'éÎç'[n % 3]}{n}", 500 + 300 * n, round(x + 0.01, 4), round(y + 0.01, 4), ring


def geojson():
    features = [
        {
            "type": "Feature",
            "properties": {"INSEE_COM": code, "NOM": name, "POPULATION": people, "LON": lon, "LAT": lat,
                           "INSEE_DEP": "91", "taux": people / 7},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for code, name, people, lon, lat, ring in _communes()
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    return json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}, ensure_ascii=False).encode()


WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],'
    'UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)


def shapefile():
    """Bytes by extension."""
    records, offset, index = b"", 50, b""
    box = [1e9, 1e9, -1e9, -1e9]
    for number, (_, _, _, _, _, ring) in enumerate(_communes()):
        xs, ys = [p[0] for p in ring], [p[1] for p in ring]
        own = [min(xs), min(ys), max(xs), max(ys)]
        box = [min(box[0], own[0]), min(box[1], own[1]), max(box[2], own[2]), max(box[3], own[3])]
        content = struct.pack("<i4diii", 5, *own, 1, len(ring), 0) + b"".join(struct.pack("<2d", *p) for p in ring)
        records += struct.pack(">2i", number + 1, len(content) // 2) + content
        index += struct.pack(">2i", offset, len(content) // 2)
        offset += 4 + len(content) // 2

    def header(words):
        return struct.pack(">7i", 9994, 0, 0, 0, 0, 0, words) + struct.pack("<2i8d", 1000, 5, *box, 0, 0, 0, 0)

    fields = [("INSEE_COM", "C", 5, 0), ("NOM", "C", 20, 0), ("POPULATION", "N", 8, 0), ("LON", "N", 12, 5),
              ("LAT", "N", 12, 5), ("taux", "F", 14, 4)]
    width = 1 + sum(f[2] for f in fields)
    dbf = struct.pack("<4BIHH20x", 3, 124, 1, 1, len(CODES), 32 * len(fields) + 33, width)
    for name, kind, length, decimals in fields:
        dbf += name.encode().ljust(11, b"\0") + kind.encode() + bytes(4) + bytes([length, decimals]) + bytes(14)
    dbf += b"\r"
    for code, name, people, lon, lat, _ in _communes():
        dbf += b" " + code.encode().ljust(5) + name.encode().ljust(20)
        dbf += b"%8d%12.5f%12.5f%14.4f" % (people, lon, lat, people / 7)
    return {
        "shp": header(50 + len(records) // 2) + records,
        "shx": header(50 + len(index) // 2) + index,
        "dbf": dbf + b"\x1a",
        "prj": WGS84.encode(),
        "cpg": b"UTF-8",
    }


def geopackage(path):
    base = sqlite3.connect(path)
    base.executescript(
        """
        PRAGMA application_id = 1196444487; PRAGMA user_version = 10300; PRAGMA page_size = 512; VACUUM;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT,
          organization_coordsys_id INTEGER, definition TEXT, description TEXT);
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, description TEXT,
          last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT, geometry_type_name TEXT,
          srs_id INTEGER, z INTEGER, m INTEGER);
        CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, INSEE_COM TEXT, NOM TEXT, POPULATION INTEGER, LON REAL,
          LAT REAL, taux REAL);
        INSERT INTO gpkg_contents VALUES ('a', 'features', 'a', '', '2024-01-01T00:00:00Z', 2, 48.4, 2.06, 48.44, 4326);
        INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 'POLYGON', 4326, 0, 0);
        """
    )
    base.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, ?, '')", (WGS84,))
    for code, name, people, lon, lat, ring in _communes():
        blob = b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BIII", 1, 3, 1, len(ring))
        blob += b"".join(struct.pack("<2d", *p) for p in ring)
        row = (blob, code, name, people, lon, lat, people / 7)
        base.execute("INSERT INTO a VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)", row)
    base.commit()
    base.close()


def _csv(header, rows, mark=","):
    return "\n".join([header] + [mark.join(str(cell) for cell in row) for row in rows]).encode() + b"\n"


def values():
    return _csv("code,taux,nb,cat,taux2",
                [(c, f"{1.5 + n * 0.37:.2f}", 3 + n * n, "xyz"[n % 3], f"{-2 + n * 1.1:.1f}") for n, c in enumerate(CODES)])


def counts():
    rows = []
    for n, code in enumerate(CODES):
        for family in ("association", "cooperative"):
            rows.append((code, family, "establishments", 3 + n, "", "", "", "2021", "2024"))
            rows.append((code, family, "jobs", 20 + 7 * n, "", 3 + n, 9, "2021", "2024"))
    return _csv("insee,family,measure,value,value_status,units,largest,date,cog", rows)


def areas():
    return _csv("insee,area", [(code, "nord" if n < 3 else "sud") for n, code in enumerate(CODES)])


def population():
    return _csv("insee,population", [(code, 700 + n) for n, code in enumerate(CODES)])


def jobs():
    return _csv("commune,emplois,siren", [(code, 3 + n, f"10000000{n}") for n, code in enumerate(CODES)])


def archive(method, wide=False):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as out:
        for name, data in (("jobs.csv", jobs()), ("lisez-moi.txt", b"synthetic")):
            entry = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            entry.compress_type = method
            with out.open(entry, "w", force_zip64=wide) as file:
                file.write(data)
    return packed.getvalue()


def gzipped():
    return gzip.compress(jobs(), mtime=0)


def sirene_units():
    return _csv(
        "siren,statutDiffusionUniteLegale,etatAdministratifUniteLegale,categorieJuridiqueUniteLegale,"
        "economieSocialeSolidaireUniteLegale,caractereEmployeurUniteLegale",
        [(f"10000000{n}", "O", "A", (9220, 5458, 6411, 5710, 9300, 1000)[n], "ONO OO"[n].strip(), "O") for n in range(6)])


def sirene_establishments():
    return _csv(
        "siren,nic,siret,statutDiffusionEtablissement,codeCommuneEtablissement,etatAdministratifEtablissement,"
        "caractereEmployeurEtablissement,trancheEffectifsEtablissement",
        [(f"10000000{n}", "00001", f"10000000{n}00001", "O", code, "A", "O", "01") for n, code in enumerate(CODES)])


def flores():
    rows = []
    for code in CODES:
        for form, jobs_, sites in (("_T", 500, 40), ("92", 90, 12), ("5", 60, 9), ("5458", 20, 2)):
            rows.append((code, "COM", "_T", "_T", form, "EMPL3112", "A", 2022, jobs_))
            rows.append((code, "COM", "_T", "_T", form, "UNIT_LOC", "A", 2022, sites))
    return _csv("GEO;GEO_OBJECT;ACTIVITY;NUMBER_EMPL;LEGAL_FORM_WITH_PUBLIC;FLORES_MEASURE;OBS_STATUS;TIME_PERIOD;OBS_VALUE",
                rows, ";")


def times():
    return _csv("from,to,minutes", [(a, b, abs(i - j) * 4 + 1) for i, a in enumerate(CODES) for j, b in enumerate(CODES)])


def events():
    return _csv("date,kind,before,after,names,source",
                [("2016-01-01", "merge", "91006 91007", "91006", "Six + Sept → Six", "synthetic"),
                 ("2018-01-01", "split", "91005", "91005 91008", "Cinq → Cinq + Huit", "synthetic")])


def cantons():
    return _csv("canton_code,canton,insee_2008,commune_2008,insee_2025,in_territory",
                [("9101" if n < 3 else "9102", "Nord" if n < 3 else "Sud", c, f"Commune {n}", c, 1) for n, c in enumerate(CODES)])


def figures():
    head = "area_code,area,level,family,measure,value,unit,reference,published,publisher,title,perimeter,note"
    rows = [
        (11, "Île-de-France", "region", "all", "establishments", 31000, "employer establishments", "2007-12-31", "2010-10",
         "Insee", "Titre", "associations+coopératives", ""),
        (91, "Essonne", "departement", "all", "jobs", 20000, "salaried jobs", "2015-10", "2016", "Insee", "Titre", "", ""),
        (91, "Essonne", "departement", "association", "establishments", 2347, "employer establishments", "2015-10", "2016",
         "Insee", "Titre", "", "plus de"),
        (11, "Île-de-France", "region", "all", "population", 11852851, "inhabitants", "2011-01-01", "2013", "Insee", "T", "", ""),
        (91, "Essonne", "departement", "all", "population", 1225191, "inhabitants", "2011-01-01", "2013", "Insee", "T", "", ""),
    ]
    return _csv(head, rows)


def pole():
    return """# A project of six communes.
schema: 1
title: Le Pôle d’essai
territory:
  name: Essai
  layer: a.geojson
  cog: 2008
  basis: assumption
  reason: Six carrés.
figures: figures.csv
sites:
  - id: siege
    name: Le siège
    insee: "91001"
    basis: declared
    by: quelqu’un
    date: 2024-05
    position:
      latitude: 48.41
      longitude: 2.01
      basis: assumption
      reason: Au milieu.
actions:
  - id: epicerie
    title: Épicerie solidaire
    status: realised
    basis: source
    reach:
      basis: assumption
      reason: Supposé.
      rules:
        - within_km: { site: siege, km: 2.5 }
        - communes: ["91003", "91006"]
  - id: navette
    title: Navette
    status: planned
    basis: source
    reach:
      basis: assumption
      reason: Supposé.
      rules:
        - within_minutes: { commune: "91002", minutes: 9 }
        - neighbours: { commune: "91005", order: 1 }
  - id: compta
    title: Comptabilité partagée
    status: realised
    basis: source
    no_rule: internal
visibility:
  threshold: 1/3
  basis: assumption
  reason: Un seuil de lecture.
  channels:
    - id: lieu
      name: Le lieu
      strength: 0.6
      decay: { kind: exponential, s_km: 3 }
      sources: [{ site: siege }]
      basis: assumption
      reason: Supposé.
    - id: site-internet
      name: Site internet
      strength: 0.1
      decay: { kind: none }
      basis: assumption
      reason: Supposé.
""".encode()


def scenario():
    return """schema: 1
title: Une épicerie de plus
note: Et si elle ouvrait ailleurs ?
actions:
  - id: epicerie
    reach:
      basis: assumption
      reason: Simulation.
      rules:
        - within_km: { commune: "91004", km: 3 }
channels:
  - id: lieu
    decay: { kind: gaussian, s_km: 4 }
    reason: Simulation.
siting: { action: epicerie, objective: cover, count: 1, radius_km: 3 }
""".encode()


def svg_logo():
    return (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><style>.a{fill:#e00}</style>'
            b'<rect class="a" width="40" height="20"/><path d="M2 2 L10 18 C 12,3 14,3 20,10 Z" fill="blue"/>'
            b'<text x="3" y="15">P&#233;</text></svg>')


def png_logo():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = b"".join(b"\0" + bytes([40 * row, 80, 200]) * 8 for row in range(6))
    head = struct.pack(">IIBBBBB", 8, 6, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(pixels)) + chunk(b"IEND", b"")
