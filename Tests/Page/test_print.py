"""On paper everything stands, whatever is folded on screen and whether or not a script ran."""

import re

import projects
from browser import PageTest


def packed(text):
    return re.sub(r"[\s\u00ad]+", "", text)


class PrintTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()

    def tables(self):
        return self.js("""return [...document.querySelectorAll('main table')].filter((t) => !t.closest('#explore .side'))
          .map((t) => [t.getAttribute('aria-label') ?? t.closest('article, section')?.id ?? '', [...t.rows].map((r) => [...r.cells].map((c) => {
            const copy = c.cloneNode(true); copy.querySelectorAll('[aria-hidden]').forEach((e) => e.remove()); return copy.textContent; }))])""")

    def look(self, script, address=""):
        self.open(self.atlas, address, script=script)
        tables = self.tables()
        paper = packed(self.printed())
        self.assertGreater(len(tables), 10)
        missing = []
        for name, rows in tables:
            for row in rows[1:]:
                if not all(packed(cell) in paper for cell in row) or packed("".join(row)) not in paper:
                    missing.append((name, row))
        self.assertEqual(missing[:5], [], f"{len(missing)} rows of {sum(len(r) for _, r in tables)}")
        for figure in self.js("return [...document.querySelectorAll('figure')].map((f) => [...f.querySelectorAll('svg text')].map((t) => t.textContent))"):
            self.assertTrue(any(packed(text) in paper for text in figure))

    def test_every_row_with_a_script(self):
        self.only_in_full()
        self.look(True)

    def test_every_row_without(self):
        self.look(False)

    def test_a_filter_and_a_trial_are_said_on_paper(self):
        """A list that is filtered on screen is printed as it is shown, and says so."""
        self.open(self.atlas, "#show=coverage:mobilite-solidaire&commune=91200&km=12.5&classes=0")
        paper = packed(self.printed())
        self.assertIn(packed("Essai : rien n’est décidé. 12,5 km"), paper)
        self.assertIn(packed("9 communes montrées sur 132"), paper)

    def test_no_colour_is_lost(self):
        """Backgrounds that a browser leaves out on paper carry no meaning: maps are drawings."""
        self.open(self.atlas, "#show=coverage")
        self.command("Emulation.setEmulatedMedia", media="print")
        self.assertEqual(self.js("return [...document.querySelectorAll('#legend [data-class] svg')].filter((s) => !s.checkVisibility()).length"), 0)


class WithoutScriptTest(PageTest):
    def test_maps_have_their_colours(self):
        """What stands once and is used often is drawn as each map says, also on a dark page."""
        for scheme, ink in [("light", (32, 38, 46)), ("dark", (236, 239, 243))][: 1 if projects.SHORT else 2]:
            self.open(projects.shipped_atlas(), script=False, prefers_color_scheme=scheme)
            for figure in ["coverage-mobilite-solidaire", "coverage", "territory"]:
                found = self.colours(f"#{figure} svg")
                self.assertLess(found.get(ink, 0), 0.1, f"{figure} is not covered by its outline")
                fills = self.js("""const n = {}; for (const u of document.querySelectorAll('#' + arguments[0] + ' use')) {
                    if (!/^#o\\d+$/.test(u.getAttribute('href'))) continue;
                    const f = getComputedStyle(u).fill; n[f] = (n[f] ?? 0) + 1; } return n""", figure)
                self.assertGreater(sum(fills.values()), 130)
                for fill, count in fills.items():
                    if count >= 9 and fill.startswith("rgb"):
                        colour = tuple(int(n) for n in re.findall(r"\d+", fill))
                        self.assertGreater(found.get(colour, 0), 0.005, f"{figure}: {fill} of {count} communes")

    def test_every_map_stands(self):
        atlas = projects.shipped_atlas()
        self.open(atlas, script=False)
        self.assertFalse(self.one("#explore").is_displayed(), "what only a script can do is not shown")
        figures = self.js("""return [...document.querySelectorAll('figure')].map((f) => { const s = f.querySelector('svg');
          return [f.id, s?.getBoundingClientRect().width ?? 0, s?.getAttribute('role'), s?.getAttribute('aria-label') ?? s?.querySelector('title')?.textContent ?? ''] })""")
        self.assertGreaterEqual(len(figures), 15)
        for name, width, role, label in figures:
            self.assertGreater(width, 300, name)
            self.assertEqual(role, "img", name)
            self.assertGreater(len(label), 10, name)
        # Communes, or the dots of a chart, are drawn, not only announced.
        drawn = self.js("""return [...document.querySelectorAll('figure svg')].map((s) => [...s.querySelectorAll('use, circle')]
          .filter((u) => u.getBBox().width > 0).length)""")
        self.assertTrue(all(count > 0 for count in drawn if count is not None), drawn)
        views = self.js("return [...document.querySelectorAll('#show option')].map((o) => o.textContent)")
        self.assertGreaterEqual(len(figures), len(views), "what the live map shows stands as a still one")
        links = self.js("return [...document.querySelectorAll('a[href^=\"#\"]')].filter((a) => !document.getElementById(a.getAttribute('href').slice(1))).map((a) => a.outerHTML)")
        self.assertEqual(links, [], "every link leads somewhere")
