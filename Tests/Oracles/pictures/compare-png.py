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
import shutil
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "viewers"))
sys.dont_write_bytecode = True
import compare  # noqa: E402


def drawn(viewer, program, svg, width, height, folder):
    """What a viewer makes of a drawing at the size of ours, and how large its file is."""
    png = folder / f"{svg.stem}.png"
    subprocess.run(viewer(program, svg, png, width, height, folder), capture_output=True, check=True)
    return Image.open(png).convert("RGB"), png.stat().st_size


def pixels(ours, theirs):
    """The share off by more than the threshold in a channel, per cent."""
    one, other = (numpy.asarray(image, dtype=numpy.int16) for image in (ours, theirs))
    return 100 * (abs(one - other).max(axis=2) > compare.THRESHOLD).mean()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("pngs", type=pathlib.Path, help="folder of our PNGs")
    options.add_argument("svgs", type=pathlib.Path, nargs="+", help="folders of their SVGs")
    options.add_argument("--chromium", action="store_true", help="compare with Chromium too")
    options.add_argument("--limit", type=float, help="largest share, in per cent, that is still the same picture")
    options = options.parse_args()
    svgs = {svg.stem: svg for folder in options.svgs for svg in sorted(folder.glob("*.svg"))}
    others = [("rsvg", compare.rsvg, "rsvg-convert")]
    if options.chromium:
        others.append(("chromium", compare.chromium, "chromium"))
    print("picture".ljust(40) + "size".rjust(8) + "".join(f"{name + ' px':>14}{'seen':>8}" for name, _, _ in others))
    worst = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for png in sorted(options.pngs.glob("*.png")):
            if png.stem not in svgs:
                continue
            if shutil.which("pngcheck"):
                subprocess.run(["pngcheck", "-q", png], check=True)
            ours = Image.open(png).convert("RGB")
            line = png.stem.ljust(40)
            for name, viewer, program in others:
                folder = pathlib.Path(temporary) / name
                folder.mkdir(exist_ok=True)
                theirs, size = drawn(viewer, program, svgs[png.stem], *ours.size, folder)
                if theirs.size != ours.size:
                    sys.exit(f"{png}: {ours.size} px, {name} has {theirs.size}")
                seen = compare.difference(ours, theirs)
                worst = max(worst, seen)
                if name == "rsvg":
                    line += f"{png.stat().st_size / size:8.2f}"
                line += f"{pixels(ours, theirs):14.3f}{seen:8.3f}"
            print(line, flush=True)
    print(f"worst seen: {worst:.3f} %")
    if options.limit is not None and worst > options.limit:
        sys.exit(1)


main()
