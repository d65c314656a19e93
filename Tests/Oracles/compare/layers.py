"""Attributes of the shipped layers, read without any of the program's code."""
import os
import struct

import pandas as pd

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..")


def inhabitants2021():
    """Inhabitants on 1 January 2021 by code, the date nearest to that of the counts."""
    frame = pd.read_csv(os.path.join(ROOT, "GeoData", "populations-ile-de-france-2021.csv"), dtype={"insee": str})
    return frame.set_index("insee").population.astype(float)


def table(name):
    data = open(os.path.join(ROOT, "GeoData", name + ".dbf"), "rb").read()
    count, head, size = struct.unpack("<IHH", data[4:12])
    columns, at = [], 32
    while data[at] != 13:
        columns.append((data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    rows = []
    for index in range(count):
        record = data[head + index * size : head + (index + 1) * size]
        at, row = 1, {}
        for column, width in columns:
            row[column] = record[at : at + width].decode().strip()
            at += width
        rows.append(row)
    frame = pd.DataFrame(rows)
    frame["POPULATION"] = frame["POPULATION"].astype(float)
    return frame
