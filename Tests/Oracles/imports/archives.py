#!/usr/bin/env python3
"""Writes the small SYNTHETIC archives of Tests/ImportsTests/Fixtures: one table, packed in every way we read."""
import gzip
import pathlib
import zipfile

folder = pathlib.Path(__file__).resolve().parents[2] / "ImportsTests" / "Fixtures"
table = "".join(["code,n\n"] + [f"{91001 + i},{i % 7}\n" for i in range(600)]).encode()
stamp = (2024, 1, 1, 0, 0, 0)


def pack(name, entries, method, zip64=False):
    with zipfile.ZipFile(folder / name, "w") as archive:
        for entry, data in entries:
            info = zipfile.ZipInfo(entry, stamp)
            info.compress_type = method
            with archive.open(info, "w", force_zip64=zip64) as out:
                out.write(data)


(folder / "synthetic-table.csv").write_bytes(table)
half = len(table) // 2
(folder / "synthetic-table.csv.gz").write_bytes(
    gzip.compress(table[:half], mtime=0) + gzip.compress(table[half:], mtime=0))
metadata = b"COD_VAR;LIB_VAR\n" * 900
pack("synthetic-table.zip", [("a_metadata.csv", metadata), ("a_data.csv", table), ("read.me", b"x" * 9000)], zipfile.ZIP_DEFLATED)
pack("synthetic-stored.zip", [("a_data.csv", table)], zipfile.ZIP_STORED)
# As if these few bytes passed four gigabytes.
zipfile.ZIP64_LIMIT = 100
pack("synthetic-zip64.zip", [("a_data.csv", table)], zipfile.ZIP_DEFLATED, zip64=True)
