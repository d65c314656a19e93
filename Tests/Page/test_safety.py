"""Nothing but the page's own script can run, nothing is asked for, and no withheld number is in the page."""

import base64
import csv
import functools
import hashlib
import io
import json
import os
import re
import subprocess
from html.parser import HTMLParser

import hostile
import projects
from browser import PageTest


@functools.cache
def hostile_atlas():
    found = projects.features("sud-essonne", "INSEE_CAN=9108")
    others = projects.features("sud-essonne", "INSEE_CAN=9117")
    found = (found + others)[: len(hostile.NAMES)]
    for feature, name in zip(found, hostile.NAMES):
        feature["properties"]["NOM"] = name
        feature["properties"]["NOM_EPCI"] = name
    code = found[0]["properties"]["INSEE_COM"]
    sites = f"sites:\n  - id: lieu\n    name: {json.dumps(hostile.SITE)}\n    insee: \"{code}\"\n    basis: assumption\n    reason: essai\n"
    body = "actions:\n" + projects.action("essai", "within_km: { site: lieu, km: 8 }", hostile.TITLE)
    return projects.atlas(projects.project("hostile", found, body, hostile.TITLE, sites))


@functools.cache
def secret_atlas():
    """The canton of Étampes with counts of jobs, some of which one or two employers have."""
    found = projects.features("sud-essonne", "INSEE_CAN=9108")
    codes = [feature["properties"]["INSEE_COM"] for feature in found]
    body = "statistics: jobs.csv\nactions:\n" + projects.action("essai", 'within_km: { commune: "91223", km: 8 }')
    folder = projects.project("secret", found, body)
    rows = ["insee,measure,value,units,largest,date,cog"]
    for number, code in enumerate(codes):
        jobs = [(7919, 1, 7919), (6563, 2, 6000), (8713, 9, 8600)][number] if number < 3 else (300 + number, 10, 50)
        rows += [f"{code},establishments,{number + 3},,,2017-01-01,2008", f"{code},jobs,{jobs[0]},{jobs[1]},{jobs[2]},2017-01-01,2008"]
    (folder / "jobs.csv").write_text("\n".join(rows) + "\n")
    return projects.atlas(folder)


class Reader(HTMLParser):
    """Scripts, styles, handlers and addresses of a page."""

    def __init__(self, text):
        super().__init__()
        self.policy, self.inline, self.events, self.styled, self.loaded, self.order = None, [], [], [], [], []
        self.current = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.order.append(tag)
        if tag == "meta" and given.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = given["content"]
            self.before = list(self.order)
        if tag in ("script", "style"):
            self.current = (tag, given.get("type", ""), [])
        self.events += [f"{tag} {name}" for name, _ in attributes if name.startswith("on")]
        self.styled += [tag for name, _ in attributes if name == "style"]
        self.loaded += [f"{tag} {value}" for name, value in attributes
                        if name in ("src", "srcset", "data", "poster") or (name in ("href", "xlink:href") and tag in ("link", "use", "image", "base") and not value.startswith("#"))]

    def handle_data(self, text):
        if self.current:
            self.current[2].append(text)

    def handle_endtag(self, tag):
        if self.current and tag == self.current[0]:
            self.inline.append((self.current[0], self.current[1], "".join(self.current[2])))
            self.current = None


def hashes(texts):
    return {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts}


class PolicyTest(PageTest):
    def look(self, atlas):
        page = Reader((atlas / "index.html").read_bytes().decode())
        parts = {part.split()[0]: part.split()[1:] for part in page.policy.split(";")}
        self.assertEqual(parts["default-src"], ["'none'"])
        self.assertEqual(set(parts["script-src"]), hashes(text for tag, kind, text in page.inline if tag == "script" and "json" not in kind))
        self.assertEqual(set(parts["style-src"]), hashes(text for tag, _, text in page.inline if tag == "style"))
        self.assertEqual((parts["base-uri"], parts["form-action"]), (["'none'"], ["'none'"]))
        self.assertEqual(set(parts) - {"default-src", "script-src", "style-src", "base-uri", "form-action", "img-src"}, set())
        self.assertFalse({"script", "style", "link"} & set(page.before), "the policy stands before what it rules")
        self.assertEqual((page.events, page.styled), ([], []))
        self.assertEqual([u for u in page.loaded if "data:" not in u], [])
        (text,) = [text for tag, kind, text in page.inline if tag == "script" and "json" in kind]
        self.assertFalse(set("<\u2028\u2029") & set(text))
        return json.loads(text)

    def test_hashes(self):
        for atlas in [projects.shipped_atlas(), hostile_atlas(), secret_atlas()]:
            self.look(atlas)

    def test_nothing_else_can_run(self):
        self.open(projects.shipped_atlas())
        self.js("""const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s);
          const p = document.createElement('p'); p.setAttribute('onclick', 'window.hacked = 2'); document.body.append(p); p.click();
          const i = document.createElement('img'); i.src = 'https://refused.invalid/a.png'; document.body.append(i);""")
        self.assertIsNone(self.js("return window.hacked ?? null"))
        self.assertGreater(len(self.driver.get_log("browser")), 1, "and the browser says that it refused")

    def test_no_globals(self):
        self.open(projects.shipped_atlas())
        own = self.js("const f = document.createElement('iframe'); document.body.append(f); const there = new Set(Object.keys(f.contentWindow)); f.remove();"
                      "return Object.keys(window).filter((k) => !there.has(k) && !/^(cdc_|ret_nodes)/.test(k))")
        self.assertEqual(own, [])


class HostileTest(PageTest):
    def test_nothing_runs_and_names_are_shown(self):
        atlas = hostile_atlas()
        communes = projects.data(atlas)["communes"]
        for script in [True, False]:
            self.open(atlas, script=script)
            self.assertIsNone(self.js("return window.hacked ?? null"))
            self.assertEqual(self.js("return document.querySelectorAll('img, iframe, object, svg script, [onload], [onerror], [onfocus], a[href^=\"javascript\"]').length"), 0)
            self.assertEqual(self.js("return document.querySelectorAll('script').length"), 2)
            shown = self.js("return [...document.querySelectorAll('#table-communes tbody tr')].map((r) => r.cells[1].textContent)")
            self.assertEqual(sorted(shown), sorted(communes["name"]), "the table and the script say the same")
            self.assertFalse(re.search("[\u202a-\u202e\u2066-\u2069]", self.js("return document.body.textContent")), "controls are shown, not obeyed")
        self.open(atlas)
        for code, name in zip(communes["code"], communes["name"]):
            self.js("document.querySelector(`#map [data-insee=\"${arguments[0]}\"]`).dispatchEvent(new MouseEvent('click', { bubbles: true }))", code)
            self.assertTrue(self.js("return document.querySelector('#commune h3').textContent").startswith(name))
            self.start_from(code)
            self.pull(5)
            self.assertIn(name, self.js("return document.getElementById('trial-said').textContent"))
            self.js("const s = document.getElementById('search'); s.value = arguments[0]; s.dispatchEvent(new Event('input', { bubbles: true }))", name)
            found = self.js("return [...document.querySelectorAll('#found [role=option]')].map((o) => o.textContent)")
            self.assertTrue(any(name in item for item in found), f"{name!r} is found by its name: {found}")
        for view in [option.get_attribute("value") for option in self.all("#show option")]:
            self.show(view)
            for button in self.all("#explore [data-class]"):
                self.js("arguments[0].click()", button)
        self.assertIsNone(self.js("return window.hacked ?? null"))

    def test_a_name_turns_no_line_around(self):
        """Where a name stands beside other text, its direction is its own."""
        self.open(hostile_atlas())
        row = next(i for i, name in enumerate(projects.data(hostile_atlas())["communes"]["name"]) if "שלום" in name)
        code = projects.data(hostile_atlas())["communes"]["code"][row]
        self.js("document.querySelector(`#map [data-insee=\"${arguments[0]}\"]`).dispatchEvent(new MouseEvent('click', { bubbles: true }))", code)
        isolated = self.js("""const e = document.querySelector('#commune h3').firstElementChild;
          return e.textContent === arguments[0] && getComputedStyle(e).unicodeBidi === 'isolate'""", projects.data(hostile_atlas())["communes"]["name"][row])
        self.assertTrue(isolated)

    def test_file_and_line(self):
        atlas = hostile_atlas()
        self.open(atlas)
        rows = list(csv.reader(io.StringIO(self.download()[1].decode("utf-8-sig")), delimiter=";"))
        for row in rows[1:]:
            for cell in row:
                self.assertNotRegex(cell, r"^[=+@\t\r-](?![\d\s.,]+$)", "no cell becomes a formula")
        shown = self.js("return [...document.querySelectorAll('#communes tbody tr')].map((r) => r.cells[1].textContent)")
        for row, name in zip(rows[1:], shown):
            self.assertIn(row[1], {name, "'" + name})
        programs = projects.WORK / "programs"
        programs.mkdir(exist_ok=True)
        (programs / "cartopole").unlink(missing_ok=True)
        (programs / "cartopole").symlink_to(projects.PROGRAM)
        folder = projects.WORK / "hostile"
        for start in [option.get_attribute("value") for option in self.all("#what-if select option")]:
            self.start_from(start)
            self.pull(7)
            line = self.js("return document.getElementById('line').textContent")
            (folder / "pole.yaml").write_text(re.sub(r"\n  - id: essai-7-km\n(    .*\n|\n)*", "\n", (folder / "pole.yaml").read_text()))
            run = subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True,
                                 env=os.environ | {"PATH": f"{programs}:{os.environ['PATH']}", "CARTOPOLE_DATA": str(projects.DATA)})
            self.assertFalse((folder / "ran").exists(), line)
            self.assertEqual(run.returncode, 0, f"{line}: {run.stderr}")


class SecretTest(PageTest):
    def test_no_withheld_number(self):
        """7919 jobs have one employer, 6563 two, and of 8713 one has nearly all."""
        atlas = secret_atlas()
        text = (atlas / "index.html").read_text()
        for number in ["7919", "6563", "8713"]:
            self.assertNotRegex(text, rf"(?<!\d){number[0]}[\s\u00a0\u202f]?{number[1:]}(?!\d)")
        published = [str(300 + number) for number in range(3, 30)]
        self.assertTrue(any(re.search(rf"(?<!\d){number}(?!\d)", text) for number in published), "what is not withheld is there")

    def test_no_withheld_number_in_what_a_reader_takes(self):
        self.open(secret_atlas())
        for view in [option.get_attribute("value") for option in self.all("#show option")]:
            self.show(view)
            said = self.js("return document.body.innerText + [...document.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel).join(' ')")
            said = re.sub(r"[\s\u00a0\u202f.,]", "", said) + re.sub(r"[\s;]", "", self.download()[1].decode("utf-8-sig"))
            for number in ["7919", "6563", "8713"]:
                self.assertNotIn(number, said)
