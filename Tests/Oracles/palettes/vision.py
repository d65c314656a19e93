"""CIELAB of colours as readers with one kind of cone missing see them, by colorspacious. Writes vision.csv.

    python3 -m venv VENV && VENV/bin/pip install colorspacious==1.1.2 numpy
    VENV/bin/python Tests/Oracles/palettes/vision.py
"""
from pathlib import Path

import numpy
from colorspacious import cspace_convert

fixtures = Path(__file__).resolve().parents[2] / "CartographyTests" / "Fixtures"
colours = ["000000", "ffffff", "777777", "ff0000", "00ff00", "0000ff", "205e7d", "dfd7c3", "b3382c", "fde725", "440154", "1a9850"]
kinds = {"protanopia": "protanomaly", "deuteranopia": "deuteranomaly", "tritanopia": "tritanomaly"}
with open(fixtures / "vision.csv", "w") as out:
    out.write("colour,vision,l,a,b\n")
    for colour in colours:
        rgb = numpy.array([int(colour[i:i + 2], 16) for i in (0, 2, 4)]) / 255
        for name in ["normal", *kinds]:
            seen = rgb
            if name != "normal":
                space = {"name": "sRGB1+CVD", "cvd_type": kinds[name], "severity": 100}
                seen = numpy.clip(cspace_convert(rgb, space, "sRGB1"), 0, 1)
            lab = cspace_convert(seen, "sRGB1", {"name": "CIELab", "XYZ100_w": "D65"})
            out.write(f"{colour},{name},{','.join(f'{v:.4f}' for v in lab)}\n")
