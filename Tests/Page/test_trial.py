"""The what-if: its numbers are those of `cartopole reach`, and it says everywhere that nothing is decided."""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import time

import projects
from browser import PageTest, plain

NOTHING = "Essai : rien n’est décidé."


class TrialTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()

    def said(self):
        """Communes, inhabitants and names that the trial announces."""
        text = self.js("return document.getElementById('trial-said').textContent")
        counts = re.search(r"(\d+) communes?, où vi(?:ven)?t(?: au moins)? ([\d ]+) habitant", plain(text))
        names = self.js("return document.querySelector('#trial-said details p')?.textContent ?? ''")
        return (int(counts[1]), int(counts[2].replace(" ", "")), names) if counts else (0, 0, "")

    def test_counts_equal_reach(self):
        kilometres = [km / 2 for km in range(1, 81)] if not projects.SHORT else [0.5, 5, 12.5, 15, 27, 40]
        starts = {"site:etampes": "site: etampes", "91200": 'commune: "91200"', "91016": 'commune: "91016"', "91378": 'commune: "91378"'}
        expected = projects.reaches(list(starts.values()), kilometres)
        self.open(self.atlas)
        inside = set(projects.data(self.atlas)["communes"]["code"])
        wrong = []
        for start, value in enumerate(starts):
            self.start_from(value)
            for km in kilometres:
                self.pull(km)
                communes = [c for c in expected[f"essai-{start}-{int(2 * km)}"]["communes"] if c["insee"] in inside]
                wanted = (len(communes), sum(c["population"] for c in communes))
                count, people, names = self.said()
                if (count, people) != wanted or sorted(names.split(", ")) != sorted(c["name"] for c in communes):
                    wrong.append((value, km, (count, people), wanted))
        self.assertEqual(wrong, [])

    def test_no_kilometre(self):
        """A radius of nothing reaches a commune that is the start, and no more."""
        self.open(self.atlas)
        self.start_from("91200")
        self.pull(0)
        self.assertEqual(self.said()[0], 1)
        self.assertFalse(self.one("#line").is_displayed(), "no action can have this radius: no line is offered")

    def test_says_that_nothing_is_decided(self):
        self.open(self.atlas)
        self.assertIn(NOTHING, self.text("#what-if"), "before anything is tried")
        self.show("coverage:mobilite-solidaire")
        self.pull(12.5)
        self.wait(lambda: "km=12.5" in self.address())
        wanted = r"Essai : rien n’est décidé\. 12,5 km à vol d’oiseau depuis .*Étampes ; le projet garde 15 km"
        top = [e for e in self.all("#explore p, #explore div") if e.is_displayed() and re.match(wanted, plain(e.text))]
        self.assertTrue(top, "on screen")
        below = self.js("""const m = document.getElementById('map').getBoundingClientRect().top;
          return arguments[0].some((e) => e.getBoundingClientRect().bottom <= m && m - e.getBoundingClientRect().bottom < 80)""", top)
        self.assertTrue(below, "right above the map that shows it")
        link = self.js("return location.hash")
        self.assertRegex(re.sub(r"\s+", "", self.printed()), wanted.replace(" ", ""), "on paper")
        name, content = self.download()
        self.assertIn("rien n’est décidé", content.decode("utf-8-sig").splitlines()[0])
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        self.assertEqual(sum(row[-1] == "dans le rayon" for row in rows), self.said()[0])
        self.assertIn("essai", name, "the name of the file says it too")
        self.open(self.atlas, link)
        self.assertTrue([e for e in self.all("#explore p") if e.is_displayed() and re.match(wanted, plain(e.text))], "behind a shared link")

    def test_in_english(self):
        """English has its own signs and names of places keep theirs."""
        self.only_in_full()
        self.open(projects.atlas(projects.shipped(), "--lang", "en"), "#show=coverage:mobilite-solidaire&commune=91223&km=12.5")
        banner = self.text("#trial-banner")
        self.assertRegex(banner, r"^A trial: nothing is decided\. 12\.5 km as the crow flies from .*Étampes; the project keeps 15 km")
        self.assertEqual(self.js("return document.documentElement.lang"), "en")
        self.assertIn("nothing is decided", self.download()[1].decode("utf-8-sig").splitlines()[0])
        self.assertNotRegex(self.text("#explore .side") + self.text("#what-if"), r"\w [:;] |\bhabitants|vol d’oiseau|rien n’est")

    def test_what_ten_per_cent_would_change(self):
        self.only_in_full()
        self.open(self.atlas)
        self.pull(20)
        said = self.text("#trial-said")
        reach = projects.reaches(["site: etampes"], [18, 22])
        for km in (18, 22):
            communes = reach[f"essai-0-{2 * km}"]["communes"]
            self.assertRegex(said, rf"{km} km : {len(communes)} communes")

    def test_compared_with_the_project(self):
        self.open(self.atlas)
        self.show("coverage:mobilite-solidaire")
        self.pull(15)
        self.assertIn("mêmes communes", self.text("#trial-said"))
        reach = projects.reaches(["site: etampes"], [12.5, 15])
        lost = {c["name"] for c in reach["essai-0-30"]["communes"]} - {c["name"] for c in reach["essai-0-25"]["communes"]}
        self.pull(12.5)
        (line,) = [p for p in self.text("#trial-said").splitlines() if p.startswith("En moins")]
        self.assertEqual(set(line.split(" : ", 1)[1].split(", ")), lost)

    def test_ending_it(self):
        for pause in (0, 1):  # before and after the trial was said aloud
            self.open(self.atlas, "#show=coverage:mobilite-solidaire&km=12.5")
            time.sleep(pause)
            self.one("#stop").click()
            self.wait(lambda: "km" not in self.address())
            self.assertFalse(self.one("#trial-banner").is_displayed())
            self.wait(lambda: "Essai terminé" in self.text("body"))
            self.assertNotIn("rien n’est décidé. 12,5", self.text("body"))
        self.assertNotIn("rien n’est décidé", self.download()[1].decode("utf-8-sig"))

    def test_the_line_works_in_a_shell(self):
        folder, programs = projects.WORK / "lined", projects.WORK / "programs"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(projects.shipped(), folder)
        programs.mkdir(exist_ok=True)
        (programs / "cartopole").unlink(missing_ok=True)
        (programs / "cartopole").symlink_to(projects.PROGRAM)
        environment = os.environ | {"PATH": f"{programs}:{os.environ['PATH']}", "CARTOPOLE_DATA": str(projects.DATA)}
        self.open(self.atlas)
        # D'Huison-Longueville has an apostrophe, and 60 km is as far as it goes.
        for start, km in [("site:etampes", 12.5), ("91198", 0.5), ("91200", 60)]:
            self.start_from(start)
            self.pull(km)
            line = self.one("#line").text
            run = subprocess.run(["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True)
            self.assertEqual(run.returncode, 0, f"{line}: {run.stderr}")
            name = re.match(r"cartopole action add (\S+)", line)[1]
            (row,) = [r for r in json.loads(projects.cartopole("reach", "--all", "--project", folder, "--format", "json")) if r["action"] == name]
            self.assertEqual((row["basis"], row["status"], len(row["communes"])), ("assumption", "planned", self.said()[0]))
            self.assertIn("rien n’est décidé", row["reason"])
