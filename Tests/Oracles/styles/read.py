"""Reads the styles that `cartopole convert --style` writes with no code of ours and holds them against a map.

    read.py LAYER.gpkg LAYER.sld MAP.svg KEY

For each row of the GeoPackage, by the standard library alone: the colour that QGIS would give it by the QML in
`layer_styles` (first range or category that fits), the one by the SLD (whose rules must fit one at a time), and the one on
the map that `cartopole render` has drawn of the same column, by its code in column KEY. All three must be the same, and so
must the words of the legend. Prints the number of rows of each colour; ends with 1 at a difference.
"""

import html
import re
import sqlite3
import sys
import xml.etree.ElementTree as ET

SLD, SE, OGC = ("{http://www.opengis.net/%s}" % name for name in ("sld", "se", "ogc"))
# The columns of the table as QGIS 3.22 makes them.
COLUMNS = """id f_table_catalog f_table_schema f_table_name f_geometry_column styleName styleQML styleSLD useAsDefault
description owner ui update_time""".split()


def number(value):
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def holds(test, row):
    """Whether a filter of the SLD holds for a row (OGC 04-095)."""
    name = test.tag.removeprefix(OGC)
    if name == "And":
        return all(holds(part, row) for part in test)
    if name == "Not":
        return not holds(test[0], row)
    value = row[test.find(OGC + "PropertyName").text]
    if name == "PropertyIsNull":
        return value is None
    if value is None:
        return False
    literal = test.find(OGC + "Literal").text
    if not isinstance(value, str):
        literal = float(literal)
    return {
        "PropertyIsEqualTo": value == literal,
        "PropertyIsGreaterThan": value > literal,
        "PropertyIsGreaterThanOrEqualTo": value >= literal,
        "PropertyIsLessThanOrEqualTo": value <= literal,
    }[name]


def descriptor(text):
    """The rules of an SLD: label, filter, colour."""
    root = ET.fromstring(text)
    assert root.tag == SLD + "StyledLayerDescriptor" and root.get("version") == "1.1.0"
    rules = []
    for rule in root.iter(SE + "Rule"):
        colour = next(p.text for p in rule.iter(SE + "SvgParameter") if p.get("name") in ("fill", "stroke"))
        rules.append((rule.find(f"{SE}Description/{SE}Title").text, rule.find(OGC + "Filter")[0], colour))
    return rules


def qgis(text, database):
    """The renderer of a QML: a function of rows that gives the colour, and the labels."""
    renderer = ET.fromstring(text[text.index("<qgis") :]).find("renderer-v2")
    colours = {}
    for symbol in renderer.find("symbols"):
        ground = symbol.find("layer")
        options = {option.get("name"): option.get("value") for option in ground.find("Option")}
        props = {prop.get("k"): prop.get("v") for prop in ground.findall("prop")}
        assert options == props, "two forms of one symbol differ"
        red, green, blue, alpha = map(int, options.get("color", options.get("line_color")).split(","))
        assert alpha == 255
        colours[symbol.get("name")] = f"#{red:02x}{green:02x}{blue:02x}"
    attribute = renderer.get("attr")
    if renderer.get("type") == "graduatedSymbol":
        ranges = [
            (float(r.get("lower")), float(r.get("upper")), colours[r.get("symbol")], r.get("label"))
            for r in renderer.find("ranges")
        ]
        # The expressions used are SQL as well, once a bare name is quoted.
        sql = attribute if re.match(r"CASE |coalesce\(", attribute) else '"' + attribute.replace('"', '""') + '"'
        values = dict(database.execute(f"SELECT fid, {sql} FROM layer"))

        def colour(row):
            value = values[row["fid"]]
            return next((c for low, high, c, _ in ranges if value is not None and low <= value <= high), None)

        return colour, [label for *_, label in ranges]
    assert renderer.get("type") == "categorizedSymbol"
    categories = [(c.get("value"), colours[c.get("symbol")], c.get("label")) for c in renderer.find("categories")]

    def colour(row):
        value = row[attribute]
        for wanted, colour, _ in categories:
            if wanted == "" or (wanted == value if isinstance(value, str) else value is not None and float(wanted) == value):
                return colour
        return None

    return colour, [label for *_, label in categories]


def drawn(svg):
    """The colour of each feature of a map, by its code; patterns count by their ground."""
    css = dict(re.findall(r"\.([a-z0-9-]+)\{fill:(#[0-9a-f]{6})", svg))
    colours = {}
    for style, code in re.findall(r'class="area ([a-z0-9-]+)"[^>]*? data-insee="([^"]*)"', svg):
        colours[html.unescape(code)] = css.get("ground-" + style) or css[style]
    return colours


def main(package, sld, map_file, key):
    database = sqlite3.connect(f"file:{package}?mode=ro", uri=True)
    assert [row[1] for row in database.execute("PRAGMA table_info(layer_styles)")] == COLUMNS
    table, geometry = database.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchone()
    kinds = dict(database.execute("SELECT table_name, data_type FROM gpkg_contents"))
    assert kinds == {table: "features", "layer_styles": "attributes"}, kinds
    [(of, of_geometry, qml, stored, default)] = database.execute(
        "SELECT f_table_name, f_geometry_column, styleQML, styleSLD, useAsDefault FROM layer_styles"
    )
    assert (of, of_geometry, default) == (table, geometry, 1)
    assert stored == open(sld, encoding="utf-8").read(), "the SLD in the file is not the one beside"
    database.execute(f'CREATE TEMP VIEW layer AS SELECT * FROM main."{table}"')
    database.row_factory = sqlite3.Row
    rows = [dict(row) for row in database.execute("SELECT * FROM layer")]
    database.row_factory = None

    svg = open(map_file, encoding="utf-8").read()
    on_map, rules = drawn(svg), descriptor(stored)
    in_qgis, labels = qgis(qml, database)
    assert labels == [label for label, *_ in rules], "QML and SLD have other words"
    legend = {html.unescape(text) for text in re.findall(r">([^<>]+)</text>", svg)}
    for label in labels:
        assert label in legend or any(label.startswith(line.rstrip("…")) for line in legend if len(line) > 3), label
    counts = {}
    for row in rows:
        fitting = [colour for _, test, colour in rules if holds(test, row)]
        assert len(fitting) == 1, (row[key], fitting)
        three = (in_qgis(row), fitting[0], on_map[row[key]])
        assert len(set(three)) == 1, (row[key], three)
        counts[fitting[0]] = counts.get(fitting[0], 0) + 1
    assert len(rows) == len(on_map)
    print(len(rows), "rows;", ", ".join(f"{colour} {count}" for colour, count in sorted(counts.items())))


if __name__ == "__main__":
    main(*sys.argv[1:])
