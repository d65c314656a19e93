#!/usr/bin/env python3
"""Writes a SYNTHETIC SIRENE stock of any size, in the layout that data.gouv.fr has since December 2025.

    stock.py DIR [--establishments 200000] [--seed 1]

DIR/synthetic-StockUniteLegale_utf8.csv (35 columns) and DIR/synthetic-StockEtablissement_utf8.csv (54), sorted as
Insee's are; units and establishments stand in the ratio of the real files. No unit in them exists; the same arguments
give the same bytes. What makes the real files awkward is in them: withheld values ([ND]), addresses abroad, ceased
units with open establishments, flags that are empty, arrondissements, overseas codes, quotes and commas in names, an
establishment that stands twice.
"""
import argparse
import csv
import pathlib
import random

import generate

UNITS, ESTABLISHMENTS = generate.UNITS, generate.ESTABLISHMENTS
assert UNITS.count(",") == 34 and ESTABLISHMENTS.count(",") == 53

# Rows of the real stock (docs/scale.md): 43,896,818 establishments and 29,922,486 units.
ESTABLISHMENTS_PER_UNIT = 43_896_818 / 29_922_486
# 56.4 % of the units are sole traders (category 1000); the other shares are assumptions.
SOLE_TRADERS, SOCIAL, CEASED, PARTIAL = 0.564, 0.06, 0.42, 0.07
OVERSEAS = "97105 97110 97209 97213 97302 97307 97411 97415 97502 97608 97701 97801 98735 98818".split()
NAMES = ["ASSOCIATION SPORTIVE", "COMITÉ DES FÊTES", "L'ATELIER", "SCI DU MOULIN", "ÉPICERIE DE LA GARE", "GAEC DES PRÉS"]
STREETS = ["DE LA REPUBLIQUE", "DES ECOLES", "DU MOULIN", "DE L EGLISE", "VICTOR HUGO", "DES PRÉS", "JEAN JAURES"]


def communes():
    """34,830 codes: real departments, numbers that run from 1.

    None that ever merged or changed: which of these are in one file would depend on its vintage.
    """
    events = pathlib.Path(__file__).resolve().parents[3] / "GeoData" / "cog-events.csv"
    with open(events, encoding="utf-8", newline="") as file:
        changed = {code for row in csv.DictReader(file) for code in (row["before"] + " " + row["after"]).split()}
    departments = [f"{d:02d}" for d in range(1, 96) if d != 20] + ["2A", "2B"]
    codes = []
    number = 1
    while len(codes) < 34_830:
        for department in departments:
            code = f"{department}{number:03d}"
            if not (department == "75" and number > 1) and len(codes) < 34_830 and code not in changed:
                codes.append(code)
        number += 1
    return codes


def places():
    """65,536 codes to draw from with equal chances: large communes stand in it many times."""
    single, cities = communes(), generate.ARRONDISSEMENTS
    drawn = single + cities * 150 + OVERSEAS * 100
    return drawn + [single[i * i % 4_001] for i in range(65_536 - len(drawn))]


def write(folder, establishments, seed):
    draws = random.Random(seed)
    draw, bits = draws.random, draws.getrandbits
    codes = places()
    social = generate.SOCIAL + ["9210", "8310", ""]
    usual = [category for category in generate.USUAL if category != "1000"]
    step = max(2, int(800_000_000 * ESTABLISHMENTS_PER_UNIT / establishments))
    siren, written, unit = 5_000_000, 0, 0
    more = 1 - 1 / ESTABLISHMENTS_PER_UNIT
    with open(folder / "synthetic-StockUniteLegale_utf8.csv", "w", encoding="utf-8", newline="\n") as units, open(
        folder / "synthetic-StockEtablissement_utf8.csv", "w", encoding="utf-8", newline="\n"
    ) as rows:
        units.write(UNITS + "\n")
        rows.write(ESTABLISHMENTS + "\n")
        while written < establishments:
            unit += 1
            siren += 1 + int(draw() * (step - 1))
            chance, hand = draw(), bits(32)
            sole, status = chance < SOLE_TRADERS, "P" if hand % 1000 < PARTIAL * 1000 else "O"
            is_social = not sole and chance > 1 - SOCIAL
            flag = "O" if is_social else "" if sole or hand & 1 else "N"
            pick = hand >> 10
            category = "1000" if sole else social[pick % len(social)] if is_social else usual[pick % len(usual)]
            state = "C" if draw() < CEASED else "A"
            name = f"{NAMES[pick % 6]} {hand:X}"
            if pick % 211 == 0:
                name = f'"{name}, ""LES AMIS"", ET CIE"'
            year = f"{1950 + pick % 75}-{1 + pick % 12:02d}-01"
            if sole:
                who = ["[ND]", "[ND]", "[ND]"] if status == "P" else ["F" if pick & 1 else "M", "CAMILLE", f"MARTIN {pick:X}"]
                (sex, first, last), name = who, ""
                names = f"{sex},{first},,,,{first},"
            else:
                names, last = ",,,,,,", ""
            purged = "true" if state == "C" and pick % 9 == 0 else ""
            employer = "O" if hand % 10 < 3 else "N" if hand % 10 < 9 else ""
            units.write(
                f"{siren:09d},{status},{purged},{year},,{names},,NN,,2026-0{1 + pick % 9}-03T07:12:33.000,{1 + pick % 5},PME,2023,"
                f"{year},{state},{last},,{name},,,,{category},94.99Z,NAFRev2,00017,{flag},,{employer},94.99Y\n")
            count = 1
            while draw() < more:
                count += 1
            if unit % 40_000 == 0:
                count += 400  # a bank or a retailer; a federation when the flag is O
            for nic in range(17, 17 + 8 * count, 8):
                if written == establishments:
                    break
                written += 1
                hand = bits(48)
                code = codes[hand & 65_535]
                pick = hand >> 16
                town, post, country = "COMMUNE " + code, code[:2] + "000", ","
                if pick % 199 == 0:
                    # Abroad: no commune, or the code of the country in its place.
                    code, town, post, country = "99138" if pick % 7 == 0 else "", "", "", "99138,ALLEMAGNE"
                elif pick % 20_011 == 0:
                    code = "[ND]"
                number, street = 1 + pick % 120, STREETS[pick % 7]
                address = f"{code}{pick % 100_000_000:08d}_B,{pick % 9_999_991 / 10},{6_000_000 + pick % 1_099_997}.{pick % 10}"
                if status == "P":
                    number, street, address = "[ND]", "[ND]", "[ND],[ND],[ND]"
                open_ = "A" if (state == "A" and pick % 100 < 62) or pick % 67 == 0 else "F"
                employs = "O" if pick % 10 < (6 if is_social else 2) else "" if pick % 97 == 0 else "N"
                sign = '"LE ""BON"" COIN, SUITE"' if pick % 331 == 0 else ""
                line = (
                    f"{siren:09d},{nic:05d},{siren:09d}{nic:05d},{status},{year},NN,,,2026-0{1 + pick % 9}-29T09:12:33.000,"
                    f"{'true' if nic == 17 else 'false'},1,,{number},,,,RUE,{street},{post},{town},,,{code},,,{country},"
                    f"{address},,,,,,,,,,,,,,,{year},{open_},{sign},,,,94.99Z,NAFRev2,{employs},94.99Y\n")
                rows.write(line)
                if pick % 50_021 == 0 and written < establishments:
                    written += 1
                    rows.write(line)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--establishments", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    a.folder.mkdir(parents=True, exist_ok=True)
    write(a.folder, a.establishments, a.seed)
