"""The colours of StepsPalettes.swift: sets in which every two colours differ in grey too.

    python3 -m venv VENV && VENV/bin/pip install numpy
    VENV/bin/python Tests/Oracles/palettes/steps.py

Steps, for categories: one level of L* a colour, from pale to dark; hues are sought, from fixed starts, that keep the
colours furthest apart (ΔE*ab) for readers with all cones and with one kind missing (Machado, Oliveira & Fernandes
2009, severity 1). BlueRed, for classes on both sides of a middle that no class straddles: the levels of the two arms
alternate, so that no class of one is the grey of a class of the other. Prints each set with its smallest difference
of L* and of ΔE*ab. The same numbers at every run.
"""
import itertools

import numpy as np

MATRICES = np.array([
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
])
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(linear):
    t = linear @ XYZ.T / WHITE
    f = np.where(t > 216 / 24389, np.cbrt(t), (t * 24389 / 27 + 16) / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def linear(L, a, b):
    fy = (L + 16) / 116
    f = np.array([fy + a / 500, fy, fy - b / 200])
    t = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    return np.linalg.solve(XYZ, t * WHITE)


def encoded(light):
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, 12.92 * light, 1.055 * light ** (1 / 2.4) - 0.055)


def decoded(bytes_):
    v = np.asarray(bytes_) / 255
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def colour(L, hue, chroma):
    """The colour of a level and a hue in bytes, with so much chroma as sRGB has at most."""
    angle = np.radians(hue)
    while True:
        light = linear(L, chroma * np.cos(angle), chroma * np.sin(angle))
        if light.min() >= -1e-9 and light.max() <= 1 + 1e-9:
            return np.round(255 * encoded(light)).astype(int)
        chroma -= 1


def seen(bytes_):
    """CIELAB of colours, one row a kind of reader."""
    light = decoded(bytes_)
    return np.stack([lab(np.clip(light @ m.T, 0, 1)) for m in MATRICES])


def least(colours):
    """The smallest difference of L* and of ΔE*ab to any reader."""
    labs = seen(np.array(colours))
    pairs = list(itertools.combinations(range(len(colours)), 2))
    grey = min(abs(labs[0, i, 0] - labs[0, j, 0]) for i, j in pairs)
    return grey, min(np.linalg.norm(labs[:, i] - labs[:, j], axis=1).min() for i, j in pairs)


HUES = np.arange(0, 360, 10)


def categories(levels):
    # Pale colours stay quiet: the commonest categories take them. [level, hue, reader] in CIELAB.
    chroma = np.interp(levels, [32, 45, 60, 75, 92], [48, 56, 54, 46, 26])
    bytes_ = np.array([[colour(L, h, c) for h in HUES] for L, c in zip(levels, chroma)])
    labs = np.moveaxis(seen(bytes_), 0, 2)
    gap = np.linalg.norm(labs[:, :, None, None] - labs[None, None], axis=-1)  # level, hue, level, hue, reader
    # What all cones see counts half: hues should differ more than lightness alone does.
    worth = np.minimum(gap[..., 1:].min(-1), gap[..., 0] / 2)
    n = len(levels)

    def score(hues):
        return sorted(worth[i, hues[i], j, hues[j]] for i, j in itertools.combinations(range(n), 2))

    best = None
    for first, turn in itertools.product(range(0, 36, 3), range(3, 34, 2)):
        hues = [(first + turn * k) % len(HUES) for k in range(n)]
        now = score(hues)
        while True:
            moves = [(score(hues[:k] + [h] + hues[k + 1:]), hues[:k] + [h] + hues[k + 1:]) for k in range(n) for h in range(len(HUES))]
            top = max(moves)
            if top[0] <= now:
                break
            now, hues = top
        if best is None or now > best[0]:
            best = (now, hues)
    return [bytes_[k, h] for k, h in enumerate(best[1])]


def show(name, colours):
    grey, difference = least(colours)
    print(f"{name} {len(colours)}:", " ".join("%02x%02x%02x" % tuple(c) for c in colours), f"L* {grey:.2f} dE {difference:.2f}")


for n, top, bottom in [(3, 86, 50), (4, 87, 46), (5, 88, 42), (6, 89, 39), (7, 90, 36), (8, 91, 32.5)]:
    show("Steps", categories(np.linspace(top, bottom, n)))

# Arms from the middle outwards: a red and a blue at alternating levels.
for n, top, bottom in [(1, 66, 48), (2, 86, 44), (3, 90, 40), (4, 91, 32.5)]:
    levels = np.linspace(top, bottom, 2 * n)
    red = [colour(L, 48 - 16 * k / max(n - 1, 1), c) for k, (L, c) in enumerate(zip(levels[::2], np.linspace(18 if n > 1 else 50, 66, n)))]
    blue = [colour(L, 245 + 25 * k / max(n - 1, 1), c) for k, (L, c) in enumerate(zip(levels[1::2], np.linspace(18 if n > 1 else 40, 50, n)))]
    show("BlueRed", red[::-1] + blue)
