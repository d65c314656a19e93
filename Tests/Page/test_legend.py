"""The legend filters, the table sorts, rows and communes select each other, and the table is given as a file."""

import csv
import io
import unicodedata

from selenium.webdriver import Keys

import projects
from browser import PageTest, plain


def number(text):
    try:
        return float(plain(text).replace(" ", "").replace("−", "-").replace(",", ".").replace("%", ""))
    except ValueError:
        return None


def folded(text):
    letters = (c for c in unicodedata.normalize("NFD", text.lower().replace("œ", "oe")) if not unicodedata.combining(c))
    return "".join(c if c.isalnum() else " " for c in letters)


class LegendTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()
        self.codes = projects.data(self.atlas)["communes"]["code"]

    def lit(self):
        """Codes of the communes that stand out: filled like nothing were pressed."""
        return set(self.js("""return [...document.querySelectorAll('#map [data-insee]')]
          .filter((p) => Number(getComputedStyle(p).fillOpacity) === 1).map((p) => p.dataset.insee)"""))

    def test_rows_light_and_filter(self):
        self.open(self.atlas)
        tried = 0
        for view in [option.get_attribute("value") for option in self.all("#show option")][: 3 if projects.SHORT else None]:
            self.show(view)
            buttons = self.all("#explore [data-class]")
            self.assertGreater(len(buttons), 0, view)
            seen = set()
            for button in buttons:
                self.assertEqual(button.tag_name, "button")
                self.js("arguments[0].focus()", button)
                self.press(Keys.SPACE)
                self.assertEqual(button.get_attribute("aria-pressed"), "true")
                lit = self.lit()
                self.assertEqual(set(self.shown_codes()), lit, f"{view}: {button.text}")
                seen |= lit
                tried += 1
                self.press(Keys.SPACE)
            self.assertEqual(self.lit(), set(self.codes), view)
            self.assertEqual(seen, set(self.codes), f"{view}: every commune belongs to a row of the legend")
        self.assertGreater(tried, 8 if projects.SHORT else 20)

    def test_counts_of_the_legend(self):
        self.open(self.atlas, "#show=coverage:mobilite-solidaire")
        reached = projects.reaches(["site: etampes"], [15])["essai-0-30"]["communes"]
        # The rows of a map around one place stand for rings of distance: all but the last are within reach.
        rows = self.all("#explore [data-class]")
        for row in rows[:-1]:
            row.click()
        self.assertEqual(set(self.shown_codes()), {c["insee"] for c in reached if c["insee"] in self.codes})
        self.assertIn("hors de portée", rows[-1].text)
        status = lambda: self.js("return [...document.querySelectorAll('[role=status]')].map((s) => s.textContent).join('')")
        self.wait(lambda: str(len(reached)) in status())
        self.show("coverage")
        self.assertEqual(len(self.shown_codes()), len(self.codes), "another map starts without a filter")

    def test_sort_by_each_column(self):
        self.only_in_full()
        self.open(self.atlas)
        heads = self.all("#communes thead th")
        for column, head in enumerate(heads):
            for direction in ["ascending", "descending"]:
                self.js("arguments[0].focus()", head.find_element("css selector", "button"))
                self.press(Keys.ENTER)
                said = [h.get_attribute("aria-sort") for h in heads]
                self.assertEqual([s for s in said if s], [direction])
                self.assertEqual(said[column], direction)
                cells = self.js("return [...document.querySelectorAll('#communes tbody tr')].map((r) => r.cells[arguments[0]].textContent)", column)
                numbers = [number(c) for c in cells]
                if sum(n is not None for n in numbers) > len(cells) / 2:
                    known = [n for n in numbers if n is not None]
                    self.assertEqual(known, sorted(known, reverse=direction == "descending"), head.text)
                    self.assertEqual([n is None for n in numbers], sorted(n is None for n in numbers), "what has no number stands last")
                else:
                    keys = [folded(c) for c in cells]
                    ordered = sorted(keys, reverse=direction == "descending")
                    differ = [pair for pair in zip(keys, ordered) if pair[0] != pair[1]]
                    self.assertEqual(differ, [], head.text)

    def test_rows_and_communes_select_each_other(self):
        self.open(self.atlas)
        row = self.js("return [...document.querySelectorAll('#communes tbody tr')].find((r) => r.cells[0].textContent === '91200')")
        self.js("arguments[0].querySelector('td, th').click()", row)
        self.assertEqual(self.chosen(), ["91200"])
        self.assertIn("Dourdan", self.text("#commune"))
        self.js("document.querySelector('#map [data-insee=\"91223\"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
        marked = self.js("return [...document.querySelectorAll('#communes tbody tr')].filter((r) => r.matches('.chosen, [aria-selected=true], [aria-current]')).map((r) => r.cells[0].textContent)")
        self.assertEqual(marked, ["91223"])

    def test_a_row_is_chosen_by_keyboard(self):
        self.open(self.atlas)
        control = self.js("""const r = [...document.querySelectorAll('#communes tbody tr')].find((r) => r.cells[0].textContent === '91200');
          return r.querySelector('button, a, [tabindex]')""")
        self.assertIsNotNone(control, "a row has something that takes the focus")
        self.js("arguments[0].focus()", control)
        self.press(Keys.ENTER)
        self.assertEqual(self.chosen(), ["91200"])
        said = self.js("return document.querySelector('#communes .chosen').querySelector('[aria-pressed=true], [aria-current]') !== null"
                       " || document.querySelector('#communes .chosen').hasAttribute('aria-current')")
        self.assertTrue(said, "what is chosen is said, not only drawn")

    def test_download(self):
        self.open(self.atlas, "#show=coverage:mobilite-solidaire")
        name, content = self.download()
        self.assertTrue(name.endswith(".csv"))
        text = content.decode("utf-8-sig")
        self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
        rows = list(csv.reader(io.StringIO(text), delimiter=";"))
        heads = [plain(h.text) for h in self.all("#communes thead th")]
        self.assertEqual(len(rows[0]), len(heads))
        self.assertEqual([r[0] for r in rows[1:]], self.shown_codes())
        self.assertEqual({len(r) for r in rows}, {len(heads)})
        # Numbers are numbers: what the table prints, without its spaces.
        cells = self.js("return [...document.querySelectorAll('#communes tbody tr')].map((r) => [...r.cells].map((c) => c.textContent))")
        for row, shown in zip(rows[1:], cells):
            for cell, text in zip(row, shown):
                self.assertIn(cell, {text, plain(text), plain(text).replace(" ", "")})
        # What is filtered and sorted is what is given.
        self.all("#explore [data-class]")[0].click()
        self.js("document.querySelectorAll('#communes thead button')[2].click()")
        filtered = list(csv.reader(io.StringIO(self.download()[1].decode("utf-8-sig")), delimiter=";"))
        self.assertEqual([r[0] for r in filtered[1:]], self.shown_codes())
        self.assertLess(len(filtered), len(rows))
