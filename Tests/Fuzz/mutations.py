"""Small damages to bytes and to texts, all drawn from one generator, so that a seed tells them."""
import re
import struct

BYTES = [0, 1, 0x7F, 0x80, 0xFF, 0x20, 0x0A, 0x22, 0x2C, 0x3B, 0x2D, 0x27, 0x5C]
WORDS = [0, 1, 2, 3, 4, 50, 100, 0xFFFF, 0x10000, 1 << 28, 0x40000000, 0x7FFFFFFE, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF0,
         0xFFFFFFFF]
LONGS = [0x7FFFFFFFFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x8000000000000000, 0xFFFFFFFF, 0x7FFFFFFFFFFFFFF0, 1 << 40]
DOUBLES = [float("inf"), -float("inf"), float("nan"), 1e308, -1e308, 1e160, 1e16, 1e-160, 1e-320, 0.0, -0.0, 180.0, 90.0,
           -91.0, 2.0**53]

TOKENS = {
    "json": [
        "null", "true", "[]", "{}", "[", "]", "{", "}", ",", ":", '"', "\\u0000", "\\ud800", "\\", "1e309", "1e308", "-1e308",
        "1e160", "1e16", "1e-200", "-0", "NaN", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "0.1",
        "01", "1e-400", '"type":"Feature",', '"geometry":null,', '"Point"', '"MultiPolygon"', '"GeometryCollection"',
        '"LineString"', '"MultiPoint"', '"coordinates":[],', '"crs":null,', '"id":"91001",',
        '"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::2154"}},', "180", "-180", "90", "91", "\u202e",
        "\u0301", "\n",
    ],
    "yaml": [
        "\n", ": ", "- ", "&a ", "*a", "!!int ", "<<: *a", "|\n", ">-\n", '"', "'", "[", "]", "{", "}", "---\n", "...\n", "\t",
        "#", "~", "null", "1e309", "1e308", "nan", ".inf", "-1", "0", "999999999999999999999", "9999-99-99", "0000", "-5",
        "1e-300", "source", "assumption", "declared", "true", "\u202e", "\0", "\ufeff", "../../etc/passwd", "/dev/zero",
        "99999", "4000", "1e18", "-1e18", "0.0000001", "2009-02-31", "infinity", "0x10", "1_000",
    ],
    "csv": [
        ",", ";", '"', "\n", "\r", "\r\n", "\t", '""', '"a\nb"', "1e309", "-1", "0", "nan", "inf", "9223372036854775808",
        "99999999999999999999999", "1e308", "-1e308", "s", "n", "z", "///", "\ufeff", "\0", "=1+1", '="91001"', "2A004", "91003",
        "01001", "75101", "1 000", "1\u00a0000", "1,5", '"1,234"', "\u202e", "5e-324", "0.1", "x" * 300,
    ],
}
INVALID = [b"\xff", b"\xc3", b"\x80"]


def damage_bytes(data, draw):
    data = bytearray(data)
    for _ in range(draw.choice([1, 1, 1, 2, 3, 6, 15])):
        if not data:
            data = bytearray(b"\0")
        place = draw.randrange(len(data))
        kind = draw.randrange(11)
        if kind == 0:
            data[place] ^= 1 << draw.randrange(8)
        elif kind == 1:
            data[place] = draw.choice(BYTES)
        elif kind == 2:
            data[place] = draw.randrange(256)
        elif kind == 3 and len(data) >= 4:
            place = draw.randrange(len(data) - 3)
            data[place:place + 4] = struct.pack(draw.choice("<>") + "I", draw.choice(WORDS))
        elif kind == 4 and len(data) >= 2:
            place = draw.randrange(len(data) - 1)
            data[place:place + 2] = struct.pack(draw.choice("<>") + "H", draw.choice([0, 1, 32, 33, 0x7FFF, 0x8000, 0xFFFF]))
        elif kind == 5 and len(data) >= 8:
            place = draw.randrange(len(data) - 7) & ~3
            data[place:place + 8] = struct.pack("<d", draw.choice(DOUBLES))
        elif kind == 6:
            del data[place:place + draw.choice([1, 2, 4, 8, 16, 100])]
        elif kind == 7:
            data[place:place] = bytes(draw.randrange(256) for _ in range(draw.choice([1, 2, 4, 8, 32])))
        elif kind == 8:
            start = draw.randrange(len(data))
            data[place:place] = data[start:start + draw.choice([4, 8, 32, 128])]
        elif kind == 9 and draw.random() < 0.4:
            data = data[:place]
        elif kind == 10 and len(data) >= 8:
            place = draw.randrange(len(data) - 7)
            struct.pack_into("<Q", data, place, draw.choice(LONGS))
    return bytes(data)


def damage_text(data, kind, draw):
    data = bytearray(data)

    def token():
        return draw.choice(INVALID) if draw.random() < 0.03 else draw.choice(TOKENS[kind]).encode()

    for _ in range(draw.choice([1, 1, 1, 2, 3, 5])):
        if not data:
            data = bytearray(b"a")
        place = draw.randrange(len(data))
        way = draw.randrange(9)
        if way == 0:
            data[place:place] = token()
        elif way == 1:
            new = token()
            data[place:place + len(new)] = new
        elif way in (2, 3):
            words = list(re.finditer(rb"-?\d+(\.\d+)?|[A-Za-z_]+", bytes(data)))
            if words:
                word = draw.choice(words)
                data[word.start():word.end()] = token() if draw.random() < 0.7 else draw.choice(words).group()
        elif way == 4:
            data[place] = draw.randrange(256)
        elif way == 5:
            del data[place:place + draw.choice([1, 1, 2, 5, 20, 100])]
        elif way in (6, 7):
            lines = bytes(data).split(b"\n")
            one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
            if way == 7:
                del lines[one]
            elif draw.random() < 0.5:
                lines[one:one] = [lines[other]]
            else:
                lines[one], lines[other] = lines[other], lines[one]
            data = bytearray(b"\n".join(lines))
        elif way == 8 and draw.random() < 0.3:
            data = data[:place]
    return bytes(data)
