"""Splits each edge of a polygon shapefile in eight, bending it a little, the same from both sides.

    python3 densify.py IN.shp OUT.shp [--pieces 8] [--seed 1]

For timing `convert --simplify` on a layer of many vertices; borders that run close together may come to cross. Each
new point leaves the straight edge by at most 2 % of the edge's length, by a number hashed from the seed, the two ends
(in lexicographic order) and its place between them: neighbours that shared the edge share every new point, bit for
bit. Needs numpy. The .dbf, .prj and .cpg are copied.
"""
import argparse
import pathlib
import shutil
import struct

import numpy as np


def hashed(*words):
    """SplitMix64's finisher over several 64-bit words, as numbers in [-1, 1)."""
    state = np.zeros(np.broadcast(*words).shape, np.uint64)
    for word in words:
        state = (state + word) * np.uint64(0x9E3779B97F4A7C15)
        state = (state ^ (state >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        state = (state ^ (state >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        state ^= state >> np.uint64(31)
    return state.astype(np.float64) / 2.0**63 - 1


def densified(points, pieces, seed):
    """The points of one closed ring, each edge in so many pieces."""
    start, end = points[:-1], points[1:]
    turned = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    low = np.where(turned[:, None], end, start)
    high = np.where(turned[:, None], start, end)
    along = np.arange(1, pieces)
    along = np.where(turned[:, None], pieces - along, along)
    bits = [np.ascontiguousarray(end[:, axis]).view(np.uint64)[:, None] for end in (low, high) for axis in (0, 1)]
    bend = 0.02 * hashed(np.uint64(seed), *bits, along.astype(np.uint64))
    step = high - low
    share = along / pieces
    out = np.empty((len(start), pieces, 2))
    out[:, 0] = start
    out[:, 1:, 0] = low[:, 0, None] + share * step[:, 0, None] - bend * step[:, 1, None]
    out[:, 1:, 1] = low[:, 1, None] + share * step[:, 1, None] + bend * step[:, 0, None]
    return np.concatenate([out.reshape(-1, 2), points[-1:]])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=pathlib.Path)
    parser.add_argument("target", type=pathlib.Path)
    parser.add_argument("--pieces", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    shp = options.source.read_bytes()
    records, index, at, total = [], [], 100, 0
    length = 100
    np.seterr(over="ignore")
    while at < len(shp):
        number, words = struct.unpack_from(">ii", shp, at)
        kind = struct.unpack_from("<i", shp, at + 8)[0]
        content = shp[at + 8 : at + 8 + 2 * words]
        if kind == 5:
            parts, count = struct.unpack_from("<ii", content, 36)
            starts = list(struct.unpack_from(f"<{parts}i", content, 44)) + [count]
            points = np.frombuffer(content, "<f8", 2 * count, 44 + 4 * parts).reshape(-1, 2)
            rings = [densified(points[a:b], options.pieces, options.seed) for a, b in zip(starts, starts[1:])]
            offsets = np.cumsum([0] + [len(ring) for ring in rings])
            every = np.concatenate(rings)
            total += len(every)
            box = struct.pack("<4d", *every.min(axis=0), *every.max(axis=0))
            head = struct.pack("<i", 5) + box + struct.pack("<ii", parts, len(every))
            content = head + offsets[:-1].astype("<i4").tobytes() + every.astype("<f8").tobytes()
        elif kind != 0:
            raise SystemExit(f"record {number}: shape type {kind}, not a polygon")
        records.append(struct.pack(">ii", number, len(content) // 2) + content)
        index.append(struct.pack(">ii", length // 2, len(content) // 2))
        length += len(records[-1])
        at += 8 + 2 * words
    header = shp[:24]
    rest = shp[28:100]
    options.target.write_bytes(header + struct.pack(">i", length // 2) + rest + b"".join(records))
    entries = b"".join(index)
    options.target.with_suffix(".shx").write_bytes(header + struct.pack(">i", 50 + len(entries) // 2) + rest + entries)
    for suffix in (".dbf", ".prj", ".cpg"):
        if options.source.with_suffix(suffix).exists():
            shutil.copy(options.source.with_suffix(suffix), options.target.with_suffix(suffix))
    print(f"{len(records)} features, {total} vertices")


if __name__ == "__main__":
    main()
