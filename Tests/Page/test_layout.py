"""Widths, themes and habits of a reader's screen."""

import re

from selenium.webdriver import Keys

import projects
from browser import PageTest

SHARED = "#show=coverage:mobilite-solidaire&commune=91200&km=12.5"
WIDTHS = [320, 375, 768, 1280]


def luminance(colour):
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in colour)]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


class LayoutTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()

    def colour(self, selector, of):
        return [float(n) for n in re.findall(r"[\d.]+", self.js("return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]", selector, of))[:3]]

    def test_no_horizontal_scroll(self):
        for script in [True, False]:
            for width in WIDTHS if not projects.SHORT else [320]:
                with self.subTest(width=width, script=script):
                    self.open(self.atlas, SHARED, width=width, script=script)
                    if script:
                        self.js("document.getElementById('search').focus()")
                        self.press("saint", Keys.ARROW_DOWN)
                    self.js("for (const d of document.querySelectorAll('details')) d.open = true")
                    self.assertLessEqual(self.js("return document.documentElement.scrollWidth"), width, self.js("""
                      return [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1
                        && !e.closest('.wide, .sheet, svg')).map((e) => e.outerHTML.slice(0, 80)).slice(0, 5)"""))

    def test_nothing_is_cut_or_covered(self):
        self.only_in_full()
        for width in WIDTHS:
            with self.subTest(width=width):
                self.open(self.atlas, SHARED, width=width)
                cut = self.js("""
                  return [...document.querySelectorAll('#explore button, #explore p, #explore dd, #explore h3, #explore code, #explore label')]
                    .filter((e) => e.checkVisibility() && !e.matches('.heard') && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
                    .map((e) => e.outerHTML.slice(0, 100))""")
                self.assertEqual(cut, [])
                overlaps = self.js("""
                  const boxes = ['#map', '#legend', '#commune', '#what-if', '#list', '.tools'].map((s) => [s, document.querySelector(s).getBoundingClientRect()]);
                  return boxes.flatMap(([a, x], i) => boxes.slice(i + 1).filter(([, y]) => x.left < y.right - 1 && y.left < x.right - 1
                    && x.top < y.bottom - 1 && y.top < x.bottom - 1).map(([b]) => a + b))""")
                self.assertEqual(overlaps, [])

    def test_targets_and_letters_are_large_enough(self):
        self.open(self.atlas, SHARED, width=375, touch=True)
        small = self.js("""return [...document.querySelectorAll('#explore button:not(.link), #explore select, #explore input, #explore summary')]
          .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 24).map((e) => e.outerHTML.slice(0, 80))""")
        self.assertEqual(small, [])
        tiny = self.js("""return [...document.querySelectorAll('#explore *:not(svg *)')].filter((e) => e.childNodes.length && e.checkVisibility()
          && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && parseFloat(getComputedStyle(e).fontSize) < 12)
          .map((e) => e.outerHTML.slice(0, 80))""")
        self.assertEqual(tiny, [])

    def test_touch(self):
        self.open(self.atlas, width=375, height=800, touch=True)
        self.js("document.getElementById('map').scrollIntoView()")
        at = self.js("const b = document.querySelector('#map [data-insee=\"91223\"]').getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]")
        def touch(kind, points):
            self.command("Input.dispatchTouchEvent", type=kind, touchPoints=[{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)])
        touch("touchStart", [at])
        touch("touchEnd", [])
        self.wait(lambda: self.chosen() == ["91223"])
        # Two fingers that part enlarge the map.
        touch("touchStart", [(at[0] - 20, at[1]), (at[0] + 20, at[1])])
        for step in range(1, 8):
            touch("touchMove", [(at[0] - 20 - 6 * step, at[1]), (at[0] + 20 + 6 * step, at[1])])
        touch("touchEnd", [])
        scale = lambda: float((self.js("return document.getElementById('camera').getAttribute('transform') ?? 'scale(1)'")).split("scale(")[1].rstrip(")"))
        self.wait(lambda: scale() > 1.5)
        self.assertEqual(self.chosen(), ["91223"], "a pinch chooses nothing")

    def test_dark(self):
        for script in [True, False]:
            self.open(self.atlas, SHARED, script=script, prefers_color_scheme="dark")
            paper, ink = luminance(self.colour("body", "backgroundColor")), luminance(self.colour("body", "color"))
            self.assertLess(paper, 0.1)
            self.assertGreater((ink + 0.05) / (paper + 0.05), 7)
            if script:
                # Every fill of the map stands off its ground, and the two sides differ.
                fills = self.js("return [...new Set([...document.querySelectorAll('#map [data-insee]')].map((p) => getComputedStyle(p).fill))]")
                self.assertGreater(len(fills), 1)
        self.open(self.atlas, SHARED)
        self.assertGreater(luminance(self.colour("body", "backgroundColor")), 0.9)

    def test_a_dark_page_is_printed_light(self):
        self.open(self.atlas, SHARED, prefers_color_scheme="dark")
        self.command("Emulation.setEmulatedMedia", media="print", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        self.assertGreater(luminance(self.colour("body", "backgroundColor")), 0.9)
        self.assertLess(luminance(self.colour("body", "color")), 0.1)

    def test_reduced_motion(self):
        self.open(self.atlas, prefers_reduced_motion="reduce")
        self.js("document.querySelector('#map [tabindex=\"0\"]').focus()")
        self.press("+")
        self.assertEqual(self.js("return document.getAnimations().length"), 0)
        self.assertEqual(self.js("return getComputedStyle(document.documentElement).scrollBehavior"), "auto")

    def test_forced_colours(self):
        self.open(self.atlas, SHARED, forced_colors="active")
        # Swatches and fills keep their colours; borders, names and rings take the reader's.
        fills = self.js("return [...new Set([...document.querySelectorAll('#map [data-insee]')].map((p) => getComputedStyle(p).fill))]")
        self.assertGreater(len(fills), 1)
        swatches = self.js("return [...document.querySelectorAll('#explore [data-class] svg .swatch')].map((p) => getComputedStyle(p).fill)")
        self.assertGreaterEqual(len(set(swatches)), 2)
        self.assertEqual(set(swatches) - set(fills), set())
        system = self.js("""const e = document.createElement('p'); document.body.append(e);
          const of = (c) => { e.style.color = c; return getComputedStyle(e).color; };
          const found = [of('CanvasText'), of('Highlight'), of('Canvas')]; e.remove(); return found""")
        text, highlight, canvas = system
        name = self.js("const s = getComputedStyle(document.querySelector('#names text')); return [s.fill, s.stroke]")
        self.assertEqual(name, [text, canvas])
        self.assertEqual(self.js("return getComputedStyle(document.getElementById('pinned')).stroke"), highlight)
