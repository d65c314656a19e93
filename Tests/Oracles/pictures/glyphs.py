"""Advance widths, areas and bounds of glyphs by fontTools, for Tests/PicturesTests/Fixtures/glyphs.csv.

python3 -m venv V && V/bin/pip install fonttools && V/bin/python glyphs.py FONT... > glyphs.csv

FONT: the files that fontconfig gives for Inter in regular, bold and italic, and for Liberation Sans:
  for f in Inter Inter:bold Inter:italic 'Liberation Sans'; do fc-match -f '%{file}\n' "$f"; done

Units of the font; the area has the sign of the way around. `checksum` is head.checkSumAdjustment: another version
of a font has other glyphs.
"""

import sys

from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

CHARACTERS = "AaÀéçÉœ10 7gŒ-–’«%&@ßm²€"

print("file,checksum,units_per_em,character,glyph,advance,area,min_x,min_y,max_x,max_y")
for path in sys.argv[1:]:
    font = TTFont(path)
    glyphs = font.getGlyphSet()
    cmap = font.getBestCmap()
    head = font["head"]
    for character in CHARACTERS:
        name = cmap[ord(character)]
        area, bounds = AreaPen(glyphs), BoundsPen(glyphs)
        glyphs[name].draw(area)
        glyphs[name].draw(bounds)
        box = bounds.bounds or (0, 0, 0, 0)
        print(
            path.split("/")[-1], format(head.checkSumAdjustment, "x"), head.unitsPerEm, f"U+{ord(character):04X}",
            font.getGlyphID(name), font["hmtx"][name][0], round(area.value, 1), *(round(v, 1) for v in box), sep=",")
