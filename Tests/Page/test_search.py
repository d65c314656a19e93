"""The search: a combobox by ARIA 1.2."""

from selenium.webdriver import Keys

import projects
from browser import PageTest


class SearchTest(PageTest):
    def setUp(self):
        self.data = projects.data(projects.shipped_atlas())
        self.open(projects.shipped_atlas())
        self.input = self.one("#search")

    def type(self, text):
        self.js("arguments[0].value = ''; arguments[0].focus()", self.input)
        self.input.send_keys(text)

    def found(self):
        return [item.text.split("\n")[0] for item in self.all(f"#{self.attribute('aria-controls')} [role=option]")]

    def attribute(self, name):
        return self.input.get_attribute(name)

    def test_accents_and_case_are_optional(self):
        for text in ["étampes", "etampes", "ÉTAMPES", "Etam", "91223", " étampes "]:
            with self.subTest(text):
                self.type(text)
                self.assertTrue(self.found()[0].startswith("Étampes"), self.found())
                self.press(Keys.ENTER)
                self.assertEqual(self.chosen(), ["91223"])
                self.press(Keys.ESCAPE, Keys.ESCAPE)

    def test_many(self):
        self.type("saint-ch")
        found = self.found()
        self.assertIn("Saint-Chéron", " ".join(found))
        self.assertTrue(all("Saint-Ch" in name for name in found), found)
        for same in ["saint ch", "St-Ch", "SAINT CH"]:
            self.type(same)
            self.assertEqual(self.found(), found, same)
        # The beginning of a later word is found too, after the names that begin so.
        self.type("val")
        self.assertTrue(any("Le Val" in name for name in self.found()), self.found())

    def test_combobox(self):
        self.assertEqual(self.attribute("role"), "combobox")
        self.assertEqual(self.attribute("aria-autocomplete"), "list")
        self.assertEqual(self.attribute("aria-expanded"), "false")
        self.assertTrue(self.js("return document.querySelector('label[for=search]') !== null"))
        self.type("bo")
        self.assertEqual(self.attribute("aria-expanded"), "true")
        self.assertIsNone(self.attribute("aria-activedescendant"), "nothing is active before an arrow")
        count = len(self.found())
        self.assertGreater(count, 2)
        def active():
            self.assertEqual(self.js("return document.activeElement.id"), "search", "the focus stays in the field")
            marked = self.js("return [...document.querySelectorAll('[role=option][aria-selected=true]')].filter((o) => !o.dataset.insee).map((o) => o.id)")
            self.assertEqual(marked, [self.attribute("aria-activedescendant")])
            return marked[0]
        self.press(Keys.ARROW_DOWN)
        first = active()
        self.press(Keys.ARROW_UP)
        self.assertNotEqual(active(), first)
        self.press(Keys.ARROW_DOWN)
        self.assertEqual(active(), first, "the list wraps")
        self.press("i")
        self.assertIsNone(self.attribute("aria-activedescendant"), "cleared when the text changes")
        self.press(Keys.ESCAPE)
        self.assertEqual(self.attribute("aria-expanded"), "false")
        self.assertEqual(self.input.get_property("value"), "boi", "the first Escape closes")
        self.press(Keys.ESCAPE)
        self.assertEqual(self.input.get_property("value"), "", "the second clears")

    def test_status(self):
        def status():
            return self.js("return [...document.querySelectorAll('[role=status]')].map((s) => s.textContent).join('').trim()")
        self.type("bo")
        names = [name.replace("-", " ").replace("’", " ").replace("'", " ").lower() for name in self.data["communes"]["name"]]
        count = sum(any(word.startswith("bo") for word in name.split()) for name in names)
        self.wait(lambda: f"{count} communes" in status())
        self.type("zzz")
        self.assertEqual(self.found(), [])
        self.assertEqual(self.attribute("aria-expanded"), "false")
        self.wait(lambda: "Aucune commune" in status())
        self.assertEqual(self.chosen(), [])
        self.press(Keys.ENTER)
        self.assertEqual(self.chosen(), [])

    def test_pointer_and_view(self):
        self.type("guillerval")
        self.all("#found [role=option]")[0].click()
        self.assertEqual(len(self.chosen()), 1)
        self.assertEqual(self.attribute("aria-expanded"), "false")
        inside = self.js("""const m = document.getElementById('map').getBoundingClientRect();
          const b = document.querySelector('#map [aria-selected=true]').getBoundingClientRect();
          return b.left >= m.left && b.right <= m.right && b.top >= m.top && b.bottom <= m.bottom && b.width >= 20""")
        self.assertTrue(inside, "the commune is brought into view")

    def test_leaving_closes_the_list(self):
        self.only_in_full()
        self.type("bo")
        self.press(Keys.TAB)
        self.wait(lambda: self.attribute("aria-expanded") == "false")
        self.assertFalse(self.one("#found").is_displayed())
