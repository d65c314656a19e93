"""By keyboard alone, and what axe-core finds."""

import re

from selenium.webdriver import Keys

import projects
from browser import PageTest

SHARED = "#show=coverage:mobilite-solidaire&commune=91200&km=12.5"


def scriptless(atlas):
    """A copy of a page that has no script: axe-core itself needs a browser in which scripts run."""
    folder = projects.WORK / "scriptless"
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(re.sub(r"<script.*?</script>", "", (atlas / "index.html").read_text(), flags=re.S))
    return folder


class AccessTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()

    def tab_to(self, selector, most=80):
        for presses in range(most):
            if self.js("return document.activeElement.matches(arguments[0])", selector):
                return presses
            self.press(Keys.TAB)
        self.fail(f"{selector} is not among the next {most} tab stops")

    def test_from_search_to_a_file(self):
        self.open(self.atlas)
        self.tab_to("#search")
        self.press("dourdan", Keys.ENTER)
        self.assertEqual(self.chosen(), ["91200"])
        self.press_with(Keys.SHIFT, Keys.TAB)
        self.assertEqual(self.js("return document.activeElement.id"), "show")
        # A letter chooses the action in the native list.
        self.press("Mobi")
        self.wait(lambda: "mobilite" in self.js("return document.getElementById('show').value"))
        self.tab_to("#map [data-insee]", 3)
        self.assertEqual(self.focused(), "91200")
        self.press(Keys.ARROW_RIGHT)
        self.assertNotEqual(self.focused(), "91200")
        self.tab_to("#explore [data-class]", 6)
        self.press(Keys.SPACE)
        shown = self.shown_codes()
        self.assertLess(len(shown), 132)
        self.tab_to("#km", 30)
        self.press(Keys.ARROW_RIGHT)
        self.assertIn("15,5 km", self.text("#trial-banner"))
        self.tab_to("#download", 10)
        self.press(Keys.ENTER)
        _, content = self.downloaded()
        self.assertEqual([line.split(";")[0] for line in content.decode("utf-8-sig").splitlines()[1:]], shown)
        # The table is a few tab stops, not one a commune.
        self.tab_to("#explore ~ * a, footer a", 25)

    def test_focus_is_seen(self):
        self.only_in_full()
        self.open(self.atlas)
        for _ in range(40):
            self.press(Keys.TAB)
            seen = self.js("""const e = document.activeElement; if (e === document.body) return true;
              const s = getComputedStyle(e);
              return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2)
                || (e.matches('[data-insee]') && document.getElementById('ring').getAttribute('d') === e.getAttribute('d'))""")
            self.assertTrue(seen, self.js("return document.activeElement.outerHTML.slice(0, 200)"))

    def test_axe(self):
        for script in [True, False]:
            for scheme in ["light", "dark"]:
                if projects.SHORT and (script, scheme) != (True, "light"):
                    continue
                with self.subTest(script=script, scheme=scheme):
                    self.open(self.atlas if script else scriptless(self.atlas), SHARED if script else "", prefers_color_scheme=scheme)
                    self.assertEqual(self.axe(), [])

    def test_axe_on_a_phone_with_a_list_open(self):
        self.only_in_full()
        self.open(self.atlas, SHARED, width=375)
        self.js("document.getElementById('search').focus()")
        self.press("bo", Keys.ARROW_DOWN)
        self.assertEqual(self.axe(), [])
