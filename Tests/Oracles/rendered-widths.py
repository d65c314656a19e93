"""Draws the texts of Tests/Fixtures/text-widths.csv with rsvg-convert and compares the ink with HarfBuzz's widths.

Prints, for each font, by how much ink passes the width at most (in em, side bearings included: a little below 0 is
right), and ends with 1 when a text is drawn wider than its figure by more than 0.02 em: the font is not the one named.
Run from the repository's root: python3 Tests/Oracles/rendered-widths.py
"""

import csv
import html
import struct
import subprocess
import sys
import zlib

SIZE, ROW, WIDTH = 24, 40, 1400
NAMES = {"inter": "Inter", "liberation": "Liberation Sans"}


def extents(png, rows):
    """For each text row, the first and last column that is not white, in px."""
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour = struct.unpack(">IIBB", png[at + 8:at + 18])
            assert depth == 8 and colour in (2, 6)
        if kind == b"IDAT":
            data += png[at + 8:at + 8 + length]
        at += 12 + length
    step = 3 if colour == 2 else 4
    raw, stride = zlib.decompress(data), width * step
    previous, found = bytearray(stride), [None] * rows
    for y in range(height):
        kind = raw[y * (stride + 1)]
        line = bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for i in range(stride):
            a = line[i - step] if i >= step else 0
            b, c = previous[i], previous[i - step] if i >= step else 0
            if kind == 1:
                line[i] = (line[i] + a) & 255
            elif kind == 2:
                line[i] = (line[i] + b) & 255
            elif kind == 3:
                line[i] = (line[i] + (a + b) // 2) & 255
            elif kind == 4:
                p = a + b - c
                nearest = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
                line[i] = (line[i] + nearest) & 255
        ink = [x for x in range(width) if line[x * step] < 200]
        row = y // ROW
        if ink and row < rows:
            old = found[row] or (width, 0)
            found[row] = (min(old[0], ink[0]), max(old[1], ink[-1] + 1))
        previous = line
    return found


texts = {}
for row in csv.DictReader(open("Tests/Fixtures/text-widths.csv")):
    if float(row["width_em"]) * SIZE < WIDTH - 20:
        texts.setdefault((row["family"], row["weight"]), []).append((row["text"], float(row["width_em"])))
failed = False
for (family, weight), entries in texts.items():
    lines = "".join(
        f'<text x="10" y="{ROW * i + 28}" xml:space="preserve">{html.escape(text)}</text>'
        for i, (text, _) in enumerate(entries))
    height = ROW * len(entries)
    svg = (f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" font-size="{SIZE}" '
           f'font-family="\'{NAMES[family]}\'" font-weight="{weight}"><rect width="100%" height="100%" fill="#fff"/>'
           f"{lines}</svg>")
    png = subprocess.run(["rsvg-convert"], input=svg.encode(), stdout=subprocess.PIPE, check=True).stdout
    excess = [((right - 10) / SIZE - width, text) for (text, width), (_, right) in
              zip(entries, extents(png, len(entries)))]
    print(family, weight, "ink beyond the width: most %.3f em (%s), least %.3f em (%s)" % (*max(excess), *min(excess)))
    failed = failed or max(excess)[0] > 0.02
sys.exit(failed)
