#!/usr/bin/env python3
"""Measures how far our PNGs of maps are from what rsvg-convert, and Chromium, draw of the same SVGs.

For each PNG of a folder whose SVG has the same name: the file's size over rsvg-convert's; the share of pixels, in per cent,
off by more than 32 of 255 in a channel; and the share of the picture a reader would see is different, as in
viewers/compare.py: averaged over squares of 4 px, a square differs when it is more than 32 outside everything the other
picture has in the 3 × 3 squares around. Pillow reads every file, so that it is an independent decoder too, and pngcheck
where there is one. Exit code 1 when a share a reader would see passes --limit.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

THRESHOLD = 32
SQUARE = 4
ROOT = re.compile(r'(<svg[^>]*?) width="([\d.]+)" height="([\d.]+)"')


def read(png):
    return numpy.asarray(Image.open(png).convert("RGB"), dtype=numpy.int16)


def rsvg(svg, width, height, png):
    subprocess.run(["rsvg-convert", "--width", str(width), "-o", png, svg], check=True)
    return read(png)


def chromium(svg, width, height, png):
    copy = png.with_suffix(".svg")
    root = rf'\g<1> width="{width}" height="{height}"'
    copy.write_text(ROOT.sub(root, svg.read_text(), count=1))
    # --no-sandbox: Chromium does not start for root without it.
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
               f"--user-data-dir={png.parent}/chromium", f"--window-size={width},{height}", f"--screenshot={png}",
               copy.as_uri()]
    subprocess.run(command, capture_output=True, check=True)
    return read(png)


def squares(values):
    height, width = values.shape[0] // SQUARE * SQUARE, values.shape[1] // SQUARE * SQUARE
    cut = values[:height, :width].astype(numpy.float32)
    return cut.reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE, 3).mean(axis=(1, 3))


def outside(values, others):
    """By how much each square is outside what the others have around it."""
    height, width = values.shape[:2]
    padded = numpy.pad(others, ((1, 1), (1, 1), (0, 0)), mode="edge")
    around = numpy.stack([padded[y:y + height, x:x + width] for y in range(3) for x in range(3)])
    return numpy.maximum(values - around.max(axis=0), around.min(axis=0) - values).max(axis=2)


def shares(ours, theirs):
    exact = 100 * (abs(ours - theirs).max(axis=2) > THRESHOLD).mean()
    ours, theirs = squares(ours), squares(theirs)
    seen = 100 * (numpy.maximum(outside(ours, theirs), outside(theirs, ours)) > THRESHOLD).mean()
    return exact, seen


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pngs", type=pathlib.Path, help="folder of our PNGs")
    options.add_argument("svgs", type=pathlib.Path, nargs="+", help="folders of their SVGs")
    options.add_argument("--chromium", action="store_true", help="compare with Chromium too")
    options.add_argument("--limit", type=float, help="largest share, in per cent, that is still the same picture")
    options = options.parse_args()
    svgs = {svg.stem: svg for folder in options.svgs for svg in sorted(folder.glob("*.svg"))}
    others = [rsvg, chromium] if options.chromium else [rsvg]
    print("picture".ljust(40) + "size".rjust(8) + "".join(f"{other.__name__ + ' px':>14}{'seen':>8}" for other in others))
    worst = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for png in sorted(options.pngs.glob("*.png")):
            if png.stem not in svgs:
                continue
            if shutil.which("pngcheck"):
                subprocess.run(["pngcheck", "-q", png], check=True)
            ours = read(png)
            height, width = ours.shape[:2]
            line = png.stem.ljust(40)
            for other in others:
                made = pathlib.Path(temporary) / f"{other.__name__}.png"
                theirs = other(svgs[png.stem], width, height, made)
                if theirs.shape != ours.shape:
                    sys.exit(f"{png}: {width} × {height} px, {other.__name__} has {theirs.shape[1]} × {theirs.shape[0]}")
                exact, seen = shares(ours, theirs)
                worst = max(worst, seen)
                if other is rsvg:
                    line += f"{png.stat().st_size / made.stat().st_size:8.2f}"
                line += f"{exact:14.3f}{seen:8.3f}"
            print(line, flush=True)
    print(f"worst seen: {worst:.3f} %")
    if options.limit is not None and worst > options.limit:
        sys.exit(1)


main()
