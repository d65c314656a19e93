#!/usr/bin/env python3
"""Draws a folder of SVGs with every viewer found on this machine and measures how far each is from Chromium.

For each picture and viewer: the share of the picture, in per cent, that a reader would see is different. Both are averaged
over squares of 4 px, which takes the antialiasing out; a square differs when its red, green or blue is more than 32 of 255
outside everything the other picture has in the 3 × 3 squares around, which takes the hinting of letters out. Exit code 1
when a share passes --limit. Contact sheets (one row a picture, one column a viewer) go beside the PNGs.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import numpy
from PIL import Image, ImageDraw

THRESHOLD = 32
SQUARE = 4
THUMBNAIL = 480
ROWS = 6
ROOT = re.compile(r'(<svg[^>]*?) width="([\d.]+)" height="([\d.]+)"')


def size(svg, scale):
    found = ROOT.search(svg.read_text())
    return round(float(found[2]) * scale), round(float(found[3]) * scale)


def enlarged(svg, width, height, folder):
    """A copy that asks for its size in px of the picture: browsers take their screenshots one to one."""
    copy = folder / svg.name
    root = rf'\g<1> width="{width}" height="{height}"'
    copy.write_text(ROOT.sub(root, svg.read_text(), count=1))
    return copy


def chromium(program, svg, png, width, height, folder):
    copy = enlarged(svg, width, height, folder)
    # --no-sandbox: Chromium does not start for root without it.
    return [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={folder}/chromium", f"--window-size={width},{height}", f"--screenshot={png}",
            copy.as_uri()]


def firefox(program, svg, png, width, height, folder):
    copy = enlarged(svg, width, height, folder)
    profile = folder / "firefox"
    profile.mkdir(exist_ok=True)
    return [program, "--headless", "--profile", str(profile), "--screenshot", str(png),
            f"--window-size={width},{height}", copy.as_uri()]


def inkscape(program, svg, png, width, height, folder):
    return [program, "--export-type=png", f"--export-width={width}", f"--export-filename={png}", str(svg)]


def libreoffice(program, svg, png, width, height, folder):
    value = '{"PixelWidth":{"type":"long","value":"%d"},"PixelHeight":{"type":"long","value":"%d"}}' % (width, height)
    return [program, f"-env:UserInstallation={(folder / 'libreoffice').as_uri()}", "--headless", "--convert-to",
            "png:draw_png_Export:" + value, "--outdir", str(png.parent), str(svg)]


def rsvg(program, svg, png, width, height, folder):
    return [program, "-w", str(width), "-o", str(png), str(svg)]


VIEWERS = [("chromium", ["chromium", "google-chrome"], chromium), ("firefox", ["firefox", "firefox-esr"], firefox),
           ("inkscape", ["inkscape"], inkscape), ("libreoffice", ["soffice", "libreoffice"], libreoffice),
           ("rsvg", ["rsvg-convert"], rsvg)]


def picture(png, width, height):
    """The PNG on white, at the size asked for: a viewer may round the height its own way."""
    image = Image.open(png).convert("RGBA")
    ground = Image.new("RGBA", (width, height), "white")
    ground.alpha_composite(image.crop((0, 0, width, height)))
    return ground.convert("RGB")


def squares(image):
    width, height = image.width // SQUARE * SQUARE, image.height // SQUARE * SQUARE
    values = numpy.asarray(image, dtype=numpy.float32)[:height, :width]
    return values.reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE, 3).mean(axis=(1, 3))


def outside(values, others):
    """By how much each square is outside what the others have around it."""
    height, width = values.shape[:2]
    padded = numpy.pad(others, ((1, 1), (1, 1), (0, 0)), mode="edge")
    around = numpy.stack([padded[y:y + height, x:x + width] for y in range(3) for x in range(3)])
    return numpy.maximum(values - around.max(axis=0), around.min(axis=0) - values).max(axis=2)


def difference(one, other):
    one, other = squares(one), squares(other)
    return 100 * (numpy.maximum(outside(one, other), outside(other, one)) > THRESHOLD).mean()


def sheet(rows, names, path):
    cell = [max(image.height for image in row[1]) * THUMBNAIL // row[1][0].width + 18 for row in rows]
    out = Image.new("RGB", (THUMBNAIL * len(names), sum(cell)), "white")
    top = 0
    for (title, images), height in zip(rows, cell):
        for column, image in enumerate(images):
            thumb = image.resize((THUMBNAIL, image.height * THUMBNAIL // image.width), Image.LANCZOS)
            out.paste(thumb, (column * THUMBNAIL, top + 16))
            ImageDraw.Draw(out).text((column * THUMBNAIL + 4, top + 2), f"{title}: {names[column]}", fill="black")
        top += height
    out.save(path)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("svgs", type=pathlib.Path, nargs="+", help="SVG files, or folders of them")
    options.add_argument("-o", "--output", type=pathlib.Path, required=True, help="folder for PNGs and sheets")
    options.add_argument("--scale", type=float, default=2, help="px of the PNGs for one px of the picture")
    options.add_argument("--limit", type=float, help="largest share, in per cent, that is still the same picture")
    options = options.parse_args()
    found = [(name, next(filter(None, map(shutil.which, programs)), None), call) for name, programs, call in VIEWERS]
    missing = [name for name, program, _ in found if not program]
    viewers = [viewer for viewer in found if viewer[1]]
    if missing:
        print("not on this machine: " + ", ".join(missing), file=sys.stderr)
    if not viewers or viewers[0][0] != "chromium":
        sys.exit("Chromium is what the others are measured against: install it")
    names = [name for name, _, _ in viewers]
    files = [file for path in options.svgs for file in (sorted(path.glob("*.svg")) if path.is_dir() else [path])]
    print("picture".ljust(32) + "".join(name.rjust(13) for name in names[1:]))
    worst = dict.fromkeys(names[1:], 0.0)
    rows = []
    with tempfile.TemporaryDirectory() as temporary:
        for file in files:
            width, height = size(file, options.scale)
            images = []
            for name, program, call in viewers:
                folder = options.output.resolve() / name
                folder.mkdir(parents=True, exist_ok=True)
                png = folder / (file.stem + ".png")
                png.unlink(missing_ok=True)
                command = call(program, file.resolve(), png, width, height, pathlib.Path(temporary))
                run = subprocess.run(command, capture_output=True, text=True)
                if not png.exists():
                    sys.exit(f"{name} drew nothing of {file}: {run.stderr.strip()}")
                images.append(picture(png, width, height))
            shares = [difference(images[0], image) for image in images[1:]]
            for name, share in zip(names[1:], shares):
                worst[name] = max(worst[name], share)
            print(file.stem.ljust(32) + "".join(f"{share:13.2f}" for share in shares), flush=True)
            rows.append((file.stem, images))
            if len(rows) == ROWS:
                sheet(rows, names, options.output / f"sheet-{file.stem}.png")
                rows = []
        if rows:
            sheet(rows, names, options.output / f"sheet-{rows[-1][0]}.png")
    print("worst".ljust(32) + "".join(f"{share:13.2f}" for share in worst.values()))
    if options.limit is not None and max(worst.values(), default=0) > options.limit:
        sys.exit(1)


if __name__ == "__main__":
    main()
