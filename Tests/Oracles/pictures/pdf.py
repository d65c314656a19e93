"""Looks and words of the PDF of an atlas beside rsvg-convert's, page by page.

python3 -m venv V && V/bin/pip install pillow numpy && V/bin/python pdf.py atlas.pdf page-01.svg page-02.svg ...

Needs pdftotext and pdftocairo (poppler-utils), mutool (mupdf-tools) and rsvg-convert. The SVGs are the pages in their
order. Prints, for each page, the share of pixels that differ by more than 48 and 96 of 255 in a channel from the page
of a PDF that rsvg-convert makes, both drawn at 192 dpi by one program (the rest is where figures are tabular and where
glyphs are snapped to the grid), then words of the SVG's texts that pdftotext or mutool does not find as often
(pdftotext joins words of neighbouring labels now and then; mutool does not).
"""

import html
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
from PIL import Image


def pages(pdf, folder, name):
    subprocess.run(["pdftocairo", "-png", "-r", "192", pdf, f"{folder}/{name}"], check=True)
    return [np.asarray(Image.open(f).convert("RGB")).astype(int) for f in sorted(Path(folder).glob(f"{name}-*.png"))]


def words(text):
    return Counter(text.split())


pdf, svgs = sys.argv[1], sys.argv[2:]
with tempfile.TemporaryDirectory() as folder:
    theirs = f"{folder}/rsvg.pdf"
    subprocess.run(["rsvg-convert", "--format", "pdf", "--output", theirs, *svgs], check=True)
    for number, (a, b) in enumerate(zip(pages(pdf, folder, "own"), pages(theirs, folder, "rsvg"), strict=True), 1):
        height, width = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
        apart = np.abs(a[:height, :width] - b[:height, :width]).max(axis=2)
        shares = ", ".join(f"{(apart > limit).mean():.2%} by more than {limit}" for limit in (48, 96))
        source = Path(svgs[number - 1]).read_text()
        wanted = words(" ".join(html.unescape(t) for t in re.findall(r"<text[^>]*>([^<]*)</text>", source)))
        print(f"page {number}: {shares}")
        for command in (["pdftotext", "-layout", "-f", str(number), "-l", str(number), pdf, "-"],
                        ["mutool", "draw", "-q", "-F", "txt", pdf, str(number)]):
            found = words(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
            for label, rest in (("missing", wanted - found), ("too many", found - wanted)):
                if rest:
                    print(f"  {command[0]} {label}: {dict(rest)}")
