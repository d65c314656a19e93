#!/usr/bin/env python3
"""What an outsider can deduce from several answers of one file put together, by HiGHS (highspy, numpy).

    attack.py PROGRAM [--files 40] [--seed 1] [--jobs 2] [--insiders 40] [--keep FOLDER]

Invents small layers (communes in cantons, EPCI that cross them, départements, régions) and files of every kind: units
by name or by number, with and without the largest, zeros with and without units, families with and without their
total, jobs of the ESS beside all salaried jobs, establishments under protection, classes of headcounts published of
some rows. Asks each file several questions,
one run each, and judges all that is printed, in all of them, as one linear system over what no answer prints:

- no cell of fewer than three units, or of which one holds more than 85 %, is printed, nor confined within
  [0.9 v, 1.1 v], for the public or for a contributor who knows its own part (0 of one named unit: nor known); of the
  pairs of a contributor and a cell, `--insiders` are drawn from each file, 0 for all of them;
- no cell withheld for others' sake is a point;
- where published classes alone leave less doubt than that, no more than they do is asked for;
- `--check-disclosure` says the same.

Nothing of the program is shared: units are counted from what was invented. Ends with 1 when something leaks, and
keeps the file then.
"""

import argparse
import concurrent.futures
import csv
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import highspy
import numpy as np

LEVELS = ["commune", "canton", "epci", "departement", "region"]
FAMILIES = ["association", "cooperative", "mutuelle", "fondation"]
DOMINANCE, UNITS, PROTECTION = 0.85, 3, 0.10
# Classes of headcounts, as SIRENE has them.
CLASSES = [0, 1, 3, 6, 10, 20, 50, 100, 200, 250, 500, 1000]


class Case:
    """One invented layer and file. `holdings[commune][family]` is a list of (unit, value)."""

    def __init__(self, seed):
        self.seed = seed
        r = self.random = random.Random(seed)
        n = r.randint(3, 8)
        self.communes = [f"630{i + 1:02d}" for i in range(n)]
        cantons, epcis = r.randint(1, max(1, n // 2)), r.randint(1, 3)
        self.of = {
            "commune": {c: c for c in self.communes},
            "epci": {c: f"E{r.randrange(epcis)}" for c in self.communes},
        }
        departements = r.choice([1, 1, 2])
        self.of["departement"] = {c: ["63", "03"][r.randrange(departements)] for c in self.communes}
        # A canton lies in one département, whose code begins its own.
        self.of["canton"] = {c: f"{self.of['departement'][c]}K{r.randrange(cantons)}" for c in self.communes}
        self.of["region"] = {c: "84" for c in self.communes}
        self.population = {c: 1000 * r.randint(1, 9) for c in self.communes}
        self.measure = r.choice(["jobs", "jobs", "jobs", "pay", "establishments"])
        self.families = r.choice([[], FAMILIES[:2], FAMILIES[:3], FAMILIES])
        self.has_total = bool(self.families) and r.random() < 0.3
        self.columns = r.choice(["unit", "unit", "units,largest", "units,largest", "units"])
        self.zero = r.choice(["empty", "zero", "any"])
        self.has_missing = r.random() < 0.25
        self.has_everybody = self.measure == "jobs" and r.random() < 0.5
        self.everybody_has_units = r.random() < 0.75
        self.shares = self.columns == "unit" and r.random() < 0.6
        self.named_zeros = self.columns == "unit" and r.random() < 0.3
        self.classes = r.random() < 0.3
        # What is published of the rows of a commune and column: (unit, least, greatest), the unit None for all of them.
        self.published = {}
        self.invent()

    # What is true

    def amount(self):
        draw = self.random.uniform(0.05, 1)
        value = 1 + int(2 / draw ** 2)
        return value + self.random.choice([0, 0.5]) if self.measure == "pay" else value

    def units(self, commune, family):
        r = self.random
        count = r.choice([0, 0, 1, 1, 2, 3, 4, 5, 6])
        held = {}
        for number in range(count):
            name = f"{family[:2]}{commune}{number}"
            if self.shares and r.random() < 0.2:
                name = f"{family[:2]}common{r.randrange(3)}"
            value = 0 if self.named_zeros and r.random() < 0.15 else self.amount()
            held[name] = held.get(name, 0) + value
        return held

    def invent(self):
        families = self.families or ["all"]
        self.hidden = ["other"] if self.has_total and self.random.random() < 0.5 else []
        self.holdings = {(c, f): self.units(c, f) for c in self.communes for f in families + self.hidden}
        self.missing = {k for k in self.holdings if self.has_missing and k[1] not in self.hidden
                        and self.random.random() < 0.25}
        # A family of which the file has no row is none of its families.
        present = [f for f in self.families if any((c, f) not in self.missing for c in self.communes)]
        if self.families and not present:
            self.missing, present = set(), self.families
        self.families = present
        self.others = {}
        if self.has_everybody:
            self.others = {c: self.units(c, "x") for c in self.communes}
        # Atoms: what nothing printed is a part of.
        self.atoms = [k for k in self.holdings if k not in self.missing and (k[1] != "other" or self.total(k[0]))]
        if self.has_everybody:
            self.atoms += [(c, "beside") for c in self.communes]
        self.place = {k: i for i, k in enumerate(self.atoms)}

    def total(self, commune):
        """Whether the file says the total of a commune."""
        return self.has_total

    def held(self, atom):
        return self.others[atom[0]] if atom[1] == "beside" else self.holdings[atom]

    def value(self, atoms):
        return sum(sum(self.held(a).values()) for a in atoms)

    def parts(self, atoms):
        merged = {}
        for atom in atoms:
            for unit, value in self.held(atom).items():
                merged[unit] = merged.get(unit, 0) + value
        return merged

    def atoms_of(self, communes, column):
        """The atoms of a printed number; None when the file does not have it whole."""
        found = []
        for c in communes:
            if column in ("all", "everybody"):
                if self.families:
                    own = [(c, f) for f in self.families if (c, f) in self.place]
                    if self.has_total:
                        own += [(c, f) for f in self.hidden]
                        # A family without a row hides in the rest of the total.
                    elif len(own) < len(self.families):
                        return None
                else:
                    own = [(c, "all")] if (c, "all") in self.place else None
                    if own is None:
                        return None
                found += own
                if column == "everybody":
                    found.append((c, "beside"))
            else:
                if (c, column) not in self.place:
                    return None
                found.append((c, column))
        return found

    # What is written

    def write(self, folder):
        features = []
        for i, c in enumerate(self.communes):
            a, b = 2 + 0.1 * i, 2.1 + 0.1 * i
            properties = {"INSEE_COM": c, "NOM": "N" + c, "POPULATION": self.population[c],
                          "INSEE_CAN": self.of["canton"][c][2:], "SIREN_EPCI": self.of["epci"][c],
                          "INSEE_DEP": self.of["departement"][c], "INSEE_REG": "84"}
            ring = [[a, 45], [b, 45], [b, 45.1], [a, 45.1], [a, 45]]
            features.append({"type": "Feature", "properties": properties,
                             "geometry": {"type": "Polygon", "coordinates": [ring]}})
        with open(os.path.join(folder, "c.geojson"), "w") as file:
            json.dump({"type": "FeatureCollection", "features": features}, file)
        rows = []
        for (c, f), held in self.holdings.items():
            if (c, f) in self.missing or f in self.hidden:
                continue
            rows += self.rows(c, f, self.measure, held, column=f)
        if self.has_total:
            for c in self.communes:
                rows += self.rows(c, "all", self.measure, self.parts([(c, f) for f in self.families + self.hidden
                                                                      if (c, f) in self.place]), column="all")
        if self.has_everybody:
            for c in self.communes:
                atoms = self.atoms_of([c], "everybody") or [k for k in self.atoms if k[0] == c]
                rows += self.rows(c, "all", "all_salaried_jobs", self.parts(atoms), self.everybody_has_units,
                                  column="everybody")
        with open(os.path.join(folder, "t.csv"), "w", newline="") as file:
            out = csv.writer(file, lineterminator="\n")
            head = ["insee", "family", "measure", "value", "unit", "units", "largest"]
            out.writerow(head + (["published_min", "published_max"] if self.classes else []))
            out.writerows(rows)

    def rows(self, c, f, measure, held, has_units=True, column=None):
        rows = self.plain_rows(c, f, measure, held, has_units)
        if not self.classes:
            return rows
        known = self.published[c, column] = []
        for row in rows:
            low, high = self.bounds(row[3]) if row[3] else ("", "")
            row += [low, high]
            if not held:
                continue
            known.append((row[4] or None, low or 0, np.inf if high == "" else high))
        return rows

    def bounds(self, value):
        """The class of a value; of some nobody says it."""
        if self.random.random() < 0.2:
            return "", ""
        place = max(i for i, low in enumerate(CLASSES) if value >= low)
        if place + 1 == len(CLASSES):
            return CLASSES[place], ""
        return CLASSES[place], CLASSES[place + 1] - (0.5 if self.measure == "pay" else 1)

    def plain_rows(self, c, f, measure, held, has_units=True):
        value = sum(held.values())
        if not has_units:
            return [[c, f, measure, value, "", "", ""]]
        if self.columns == "unit" and held:
            return [[c, f, measure, v, u, "", ""] for u, v in held.items()]
        if value == 0:
            zero = self.random.choice(["empty", "zero"]) if self.zero == "any" else self.zero
            return [[c, f, measure, 0, "", "" if zero == "empty" else 0, "" if zero == "empty" else 0]]
        largest = max(held.values()) if self.columns != "units" else ""
        return [[c, f, measure, value, "", len(held), largest]]

    # What is asked

    def questions(self):
        own = [["--level", level] for level in LEVELS]
        both = ["--family", "all"] + [w for f in self.families for w in ("--family", f)]
        asked = [q for q in own] + [[]]
        for level in self.random.sample(LEVELS, 3):
            asked.append(["--level", level] + both)
        for f in self.families:
            asked.append(["--level", self.random.choice(LEVELS), "--family", f])
        asked.append(["--level", "commune", "--level", "canton", "--level", "departement"] + both)
        asked.append(["--level", "commune", "--reference", self.of["canton"][self.communes[0]]])
        return asked

    def options(self):
        options = []
        if self.measure == "establishments":
            options.append("--protect-counts")
        if self.has_everybody and not self.everybody_has_units:
            options += ["--published-by", "Insee"]
        return options


class Leak(Exception):
    pass


def run(program, folder, words, ok=(0,)):
    done = subprocess.run([program] + words, cwd=folder, capture_output=True, text=True)
    if done.returncode not in ok:
        raise Leak(f"{' '.join(words)}: {done.returncode} {done.stderr.strip()[-300:]}")
    return done


def printed(case, program, folder):
    """Every number any answer prints, by (level, area, column)."""
    found, seen = {}, set()
    measures = {case.measure: None, "all_salaried_jobs": "everybody"}
    for words in case.questions():
        base = ["compare", "--geo", "c.geojson", "--data", "t.csv", "--quiet", "--format", "json"]
        answer = json.loads(run(program, folder, base + words + case.options()).stdout)
        for row in answer["rows"]:
            for measure, column in measures.items():
                if measure not in row:
                    continue
                key = (row["level"], row["area_code"], column or row["family"])
                seen.add(key)
                value = row[measure]
                if value is None:
                    # What is made of it would tell it.
                    for name in ("jobs_per_establishment", "establishments_per_10000", "share_of_jobs"):
                        made = {"establishments": ["jobs_per_establishment", "establishments_per_10000"],
                                "jobs": ["jobs_per_establishment", "share_of_jobs"],
                                "all_salaried_jobs": ["share_of_jobs"]}.get(measure, [])
                        if name in made and row.get(name) is not None:
                            raise Leak(f"{key}: {name} printed beside a number withheld")
                    continue
                if key in found and found[key] != value:
                    raise Leak(f"{key} is {found[key]} and {value}")
                found[key] = value
            # A share beside its jobs is the jobs of everybody.
            if case.has_everybody:
                key = (row["level"], row["area_code"], "everybody")
                share, own = row.get("share_of_jobs"), row.get("jobs")
                if share is not None and own is None:
                    raise Leak(f"{key}: a share printed beside jobs withheld")
                if share and own:
                    value = round(own / share, 6)
                    if key in found and abs(found[key] - value) > 1e-6 * value:
                        raise Leak(f"{key} is {found[key]} and {value}")
                    found[key] = value
        reference = answer["reference"]
        if case.measure == "establishments" and reference["establishments"] is not None:
            found[("reference", reference["area_code"], "all")] = reference["establishments"]
    if case.measure == "establishments":
        run(program, folder, ["render", "density", "--geo", "c.geojson", "--data", "t.csv", "--quiet", "-o", "m.svg"]
            + case.options(), ok=(0, 65))
        path = os.path.join(folder, "m.svg")
        drawn = open(path).read() if os.path.exists(path) else ""
        for code, value in re.findall(r'data-insee="(\w+)"[^>]*data-value="([0-9.e+-]+)"', drawn):
            found[("commune", code, "all")] = found.get(("commune", code, "all"), True)
    return found, seen


class Judge:
    def __init__(self, case, found, seen):
        self.case = case
        self.count = len(case.atoms)
        self.rows, self.right = [], []
        self.lower = np.zeros(self.count)
        self.upper = np.full(self.count, np.inf)
        # A zero nobody is behind is known to be one.
        for i, atom in enumerate(case.atoms):
            if not case.held(atom):
                self.upper[i] = 0
        self.cells = {}
        self.solver = self.blind = None
        # What is published beside what is printed: its atoms, and for each unit, or for all, its bounds.
        self.classes = []
        for (c, column), known in case.published.items():
            atoms = case.atoms_of([c], column)
            if known and atoms:
                self.classes.append((atoms, known))
        self.seen = seen
        self.printed = set()
        for level in LEVELS:
            for area in set(case.of[level].values()):
                communes = [c for c in case.communes if case.of[level][c] == area]
                for column in ["all"] + case.families + (["everybody"] if case.has_everybody else []):
                    atoms = case.atoms_of(communes, column)
                    if atoms is None:
                        continue
                    key = (level, area, column)
                    self.cells[key] = atoms
                    if key in found:
                        self.tell(key, atoms, found[key])
                if case.has_everybody and case.atoms_of(communes, "everybody"):
                    self.cells[(level, area, "beside")] = [(c, "beside") for c in communes]
        if case.has_everybody and not case.everybody_has_units:
            # Published elsewhere, whatever is asked.
            for c in case.communes:
                atoms = case.atoms_of([c], "everybody")
                if atoms:
                    self.tell(("commune", c, "everybody"), atoms, True)
        for key, value in found.items():
            if key[0] == "reference":
                self.reference(key[1], value)

    def tell(self, key, atoms, value):
        truth = self.case.value(atoms)
        if value is not True and abs(value - truth) > 1e-9 * max(1, truth):
            raise Leak(f"{key} is printed {value}, it is {truth}")
        self.printed.add(key)
        row = np.zeros(self.count)
        for atom in atoms:
            row[self.case.place[atom]] += 1
        self.rows.append(row)
        self.right.append(truth)

    def reference(self, code, value):
        """The area everything is compared with, without its communes that have no count."""
        case = self.case
        for level in LEVELS:
            communes = [c for c in case.communes if case.of[level][c] == code]
            counted = [c for c in communes if case.atoms_of([c], "all") is not None]
            atoms = case.atoms_of(counted, "all") if counted else None
            if atoms is not None and abs(case.value(atoms) - value) < 1e-9:
                self.tell(("reference", code, "all"), atoms, value)
                return

    def is_primary(self, key):
        atoms = self.cells[key]
        parts = self.case.parts(atoms)
        if key[2] == "beside" and not self.case.everybody_has_units:
            return False
        if key[2] == "everybody" and not self.case.everybody_has_units:
            return False
        if not parts:
            return False
        value = sum(parts.values())
        return len(parts) < UNITS or max(parts.values()) > DOMINANCE * value

    def programme(self):
        """Everything printed, as a programme that is solved again and again."""
        programme = highspy.Highs()
        programme.setOptionValue("output_flag", False)
        for low, high in zip(self.lower, self.upper):
            programme.addVar(low, high)
        for row, right in zip(self.rows, self.right):
            columns = np.flatnonzero(row).astype(np.int32)
            programme.addRow(right, right, len(columns), columns, row[columns])
        return programme

    def with_classes(self, programme):
        for atoms, known in self.classes:
            columns = np.array(sorted(self.case.place[a] for a in atoms), dtype=np.int32)
            low, high = sum(k[1] for k in known), sum(k[2] for k in known)
            programme.addRow(low, high, len(columns), columns, np.ones(len(columns)))
        return programme

    def interval(self, atoms, lower=None, fixed=None, unit=None, is_blind=False):
        """What can be deduced of a sum of atoms, from classes alone when blind."""
        if self.solver is None:
            self.solver = self.with_classes(self.programme())
            rows, right, self.rows, self.right = self.rows, self.right, [], []
            self.blind = self.with_classes(self.programme())
            self.rows, self.right = rows, right
        solver = self.blind if is_blind else self.solver
        first = 0 if is_blind else len(self.rows)
        for number, (members, known) in enumerate(self.classes):
            ends = []
            for end in (1, 2):
                ends.append(sum(k[end] for k in known if k[0] is None or k[0] != unit))
            own = self.case.parts(members).get(unit, 0) if any(k[0] == unit for k in known) else 0
            solver.changeRowBounds(first + number, ends[0] + own, ends[1] + own)
        every = np.arange(self.count, dtype=np.int32)
        cost = np.zeros(self.count)
        for atom in atoms:
            cost[self.case.place[atom]] += 1
        low, high = self.lower.copy(), self.upper.copy()
        for i, part in (lower or {}).items():
            low[i] = max(low[i], part)
        for i, part in (fixed or {}).items():
            low[i] = high[i] = part
        solver.changeColsBounds(self.count, every, low, high)
        ends = []
        for sense in (1, -1):
            solver.changeColsCost(self.count, every, sense * cost)
            solver.run()
            status = solver.getModelStatus()
            if status == highspy.HighsModelStatus.kUnknown:
                # Left by a basis that has become singular: from the beginning.
                solver.clearSolver()
                solver.run()
                status = solver.getModelStatus()
            if status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
                ends.append(np.inf)
            elif status == highspy.HighsModelStatus.kOptimal:
                ends.append(sense * solver.getInfo().objective_function_value)
            else:
                raise Leak(f"the judge's programme has no solution ({solver.modelStatusToString(status)})")
        return ends

    def judge(self, insiders):
        tally = {"primary": 0, "complementary": 0, "insiders": 0}
        primaries = []
        for key, atoms in self.cells.items():
            value = self.case.value(atoms)
            sensitive = self.is_primary(key)
            if key in self.printed:
                if sensitive:
                    raise Leak(f"{key}: {value} printed")
                continue
            if not self.case.parts(atoms):
                continue
            low, high = self.interval(atoms)
            known = self.interval(atoms, is_blind=True) if self.classes else [0, np.inf]
            near = 1e-6 * max(1, value)
            if sensitive:
                tally["primary"] += 1
                primaries.append(key)
                self.require(key, value, low, high, 0, "anyone", known)
            elif key in self.seen:
                tally["complementary"] += 1
                if high - low <= near < known[1] - known[0]:
                    raise Leak(f"{key}: {value} withheld, and known exactly")
        tally["insiders"] = self.insiders(primaries, insiders)
        return tally

    def require(self, key, value, low, high, own, who, known):
        near = 1e-6 * max(1, value)
        if value == 0:
            if high < min(1, known[1]) - near:
                raise Leak(f"{key}: a secret 0 is known to {who}")
            return
        below, above = max(own, (1 - PROTECTION) * value, known[0]), min((1 + PROTECTION) * value, known[1])
        if low > below + near or high < above - near:
            raise Leak(f"{key}: {value} within [{low:g}, {high:g}] for {who}")

    def insiders(self, primaries, most):
        """Contributors who know their own part and, alone in a cell, the cell."""
        case = self.case
        units = sorted({u for atom in case.atoms for u in case.held(atom)})
        pairs = [(key, unit) for key in primaries for unit in units]
        pairs = [p for p in pairs if not (len(case.parts(self.cells[p[0]])) == 1
                                          and p[1] in case.parts(self.cells[p[0]]))]
        tried = 0
        for key, unit in case.random.sample(pairs, min(most or len(pairs), len(pairs))):
            atoms = self.cells[key]
            lower, fixed = {}, {}
            for i, atom in enumerate(case.atoms):
                held = case.held(atom)
                if unit in held:
                    (fixed if len(held) == 1 else lower)[i] = held[unit]
            if not case.everybody_has_units and unit.startswith("x"):
                continue
            low, high = self.interval(atoms, lower, fixed, unit)
            known = self.interval(atoms, lower, fixed, unit, is_blind=True) if self.classes else [0, np.inf]
            tried += 1
            self.require(key, case.value(atoms), low, high, case.parts(atoms).get(unit, 0), unit, known)
        return tried


def attempt(arguments):
    program, seed, keep, insiders = arguments
    folder = tempfile.mkdtemp(prefix="disclosure-")
    case = Case(seed)
    try:
        case.write(folder)
        check = ["compare", "--geo", "c.geojson", "--data", "t.csv", "--quiet", "--check-disclosure"] + case.options()
        first = subprocess.run([program] + check[:-1 - len(case.options())] + case.options(), cwd=folder,
                               capture_output=True, text=True)
        if first.returncode == 65 and "impossible à protéger" in first.stderr:
            return seed, "refused, " + first.stderr.strip()[-200:], {"refused": 1}
        found, seen = printed(case, program, folder)
        tally = Judge(case, found, seen).judge(insiders)
        run(program, folder, check)
        tally.update(files=1, answers=len(case.questions()), printed=len(found))
        return seed, None, tally
    except Leak as leak:
        if keep:
            shutil.copytree(folder, os.path.join(keep, str(seed)), dirs_exist_ok=True)
        kind = f"{case.measure} {case.columns} families {len(case.families)}{'+total' if case.has_total else ''}" \
               f"{' everybody' if case.has_everybody else ''}{' classes' if case.classes else ''}"
        return seed, f"{leak} ({kind})", {"leaks": 1}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--insiders", type=int, default=40, help="attacks of contributors a file, 0 for all")
    parser.add_argument("--keep", help="folder for files that leak")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    totals = {}
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        tasks = ((program, options.seed + i, options.keep, options.insiders) for i in range(options.files))
        for seed, leak, tally in pool.map(attempt, tasks):
            if leak:
                print(f"seed {seed}: {leak}", flush=True)
            for key, value in tally.items():
                totals[key] = totals.get(key, 0) + value
    print(", ".join(f"{value} {key}" for key, value in totals.items()))
    sys.exit(1 if totals.get("leaks") else 0)


if __name__ == "__main__":
    main()
