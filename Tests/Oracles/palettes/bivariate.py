"""The colours of BivariatePalettes.swift: even steps in CIELAB (D65) from a grey that is 8 in L* away from the ground.

python3 bivariate.py prints each scheme, whether it lies in sRGB, and the smallest difference of L* between two colours.
"""
import itertools

# First colour's L*, step of L* for the first and the second measure, (a*, b*) at the end of each.
SCHEMES = {
    "BlueOrange on light": (86.5, -8.2, -24.6, (22, 56), (2, -34)),
    "BlueOrange on dark": (23.3, 8.4, 25.0, (11, 34), (-1, -31)),
    "PinkTeal on light": (86.5, -14, -14, (44, -14), (-27, -10)),
    "PinkTeal on dark": (23.5, 14, 14, (40, -10), (-27, -7)),
}


def rgb(L, a, b):
    fy = (L + 16) / 116
    inverse = lambda t: t**3 if t > 6 / 29 else 3 * (6 / 29) ** 2 * (t - 4 / 29)
    X, Y, Z = 0.95047 * inverse(fy + a / 500), inverse(fy), 1.08883 * inverse(fy - b / 200)
    light = (
        3.2404542 * X - 1.5371385 * Y - 0.4985314 * Z,
        -0.9692660 * X + 1.8760108 * Y + 0.0415560 * Z,
        0.0556434 * X - 0.2040259 * Y + 1.0572252 * Z,
    )
    curve = lambda v: 12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055
    inside = all(-0.002 <= v <= 1.002 for v in light)
    return [min(255, round(255 * curve(max(v, 0)))) for v in light], inside


for name, (L, first, second, A, B) in SCHEMES.items():
    steps = [(i, j) for j in range(3) for i in range(3)]
    made = [rgb(L + first * i + second * j, (A[0] * i + B[0] * j) / 2, (A[1] * i + B[1] * j) / 2) for i, j in steps]
    levels = [L + first * i + second * j for i, j in steps]
    least = min(abs(x - y) for x, y in itertools.combinations(levels, 2))
    print(name, " ".join("%02x%02x%02x" % tuple(c) for c, _ in made), all(ok for _, ok in made), round(least, 2))
