"""Lets MapServer read the .sld of `cartopole convert --style` and holds its classes against those of the style.

    /usr/bin/python3 in-mapserver.py LAYER.gpkg LAYER.sld

Needs the package python3-mapscript. MapServer parses the descriptor and classes every feature by its own expressions; the
colour of that class must be the one that the rules of the file, read by `read.py`, give the feature. Ends with 1 at a
difference.
"""

import os
import sqlite3
import sys

import mapscript

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from read import descriptor, holds  # noqa: E402


def main(package, sld):
    database = sqlite3.connect(f"file:{package}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    table = database.execute("SELECT table_name FROM gpkg_geometry_columns").fetchone()[0]
    text = open(sld, encoding="utf-8").read()
    rules = descriptor(text)
    name = text.split("<se:Name>", 1)[1].split("<", 1)[0]
    drawing = mapscript.mapObj()
    drawing.setExtent(-180, -90, 180, 90)
    layer = mapscript.layerObj(drawing)
    layer.name, layer.type, layer.status = name, mapscript.MS_LAYER_POLYGON, mapscript.MS_ON
    layer.setConnectionType(mapscript.MS_OGR, "")
    layer.connection, layer.data = package, table
    layer.setProcessingKey("CLOSE_CONNECTION", "DEFER")
    drawing.applySLD(text)
    rows = {row["fid"]: dict(row) for row in database.execute(f'SELECT * FROM "{table}"')}
    layer.open()
    layer.whichShapes(drawing.extent)
    seen, colours = 0, set()
    while shape := layer.nextShape():
        row = rows[shape.index if shape.index in rows else shape.index + 1]
        expected = next(colour for _, test, colour in rules if holds(test, row))
        number = layer.getClassIndex(drawing, shape) if hasattr(layer, "getClassIndex") else shape.classindex
        colour = layer.getClass(number).getStyle(0).color.toHex()[:7]
        assert colour == expected, ({k: v for k, v in row.items() if k != "geom"}, colour, expected)
        seen += 1
        colours.add(colour)
    assert seen == len(rows), (seen, len(rows))
    print(f"{mapscript.msGetVersion().split()[2]}: {layer.numclasses} classes, {seen} features, {len(colours)} colours")


if __name__ == "__main__":
    main(*sys.argv[1:])
