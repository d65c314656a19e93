"""The address holds the state: back, forward, and a link that is sent."""

from selenium.webdriver import Keys
from selenium.webdriver.support.select import Select

import projects
from browser import PageTest


class StateTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()

    def look(self):
        """What a reader sees of the state."""
        return self.js("""return [document.getElementById('show').value,
          [...document.querySelectorAll('#map [aria-selected=true]')].map((o) => o.dataset.insee),
          document.getElementById('commune').innerText, document.querySelector('#what-if').innerText,
          document.querySelector('#what-if select').value, document.getElementById('km').value,
          [...document.querySelectorAll('#communes tbody tr')].filter((r) => r.checkVisibility()).length,
          [...document.querySelectorAll('#explore [aria-pressed]')].map((b) => b.getAttribute('aria-pressed')),
          document.querySelector('#explore h3').textContent]""")

    def settle(self, part):
        self.wait(lambda: part in self.address())

    def test_back_and_forward(self):
        """By real presses: browsers pass over steps that no reader made."""
        self.open(self.atlas)
        first = self.look()
        Select(self.one("#show")).select_by_value("coverage:mobilite-solidaire")
        self.settle("show=coverage:mobilite-solidaire")
        second = self.look()
        self.js("document.getElementById('search').focus()")
        self.press("dourdan", Keys.ENTER)
        self.settle("commune=91200")
        third = self.look()
        self.driver.back()
        self.wait(lambda: self.look() == second)
        self.driver.back()
        self.wait(lambda: self.look() == first)
        self.driver.forward()
        self.driver.forward()
        self.wait(lambda: self.look() == third)

    def test_shared_link(self):
        self.open(self.atlas)
        self.show("coverage:mobilite-solidaire")
        self.js("document.querySelector('#map [data-insee=\"91200\"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))")
        self.start_from("91016")
        self.pull(12.5)
        self.all("#explore [data-class]")[0].click()
        self.settle("12.5")
        self.settle("classes=")
        sent, address = self.look(), self.js("return location.hash")
        self.open(self.atlas, address)
        self.wait(lambda: self.look() == sent)
        self.assertEqual(self.js("return location.hash"), address, "reading a link does not rewrite it")

    def test_the_link_of_the_specification(self):
        self.open(self.atlas, "#show=coverage:mobilite-solidaire&commune=91200&km=12.5")
        look = self.look()
        self.assertEqual((look[0], look[1], look[5]), ("coverage:mobilite-solidaire", ["91200"], "12.5"))
        self.assertIn("Dourdan", look[2])
        self.assertIn("12,5", look[3])

    def test_links_that_make_no_sense(self):
        for address in ["#show=nothing&commune=99999&km=abc", "#show=%ZZ", "#commune=__proto__", "#km=1e9", "#km=-3", "#show=constructor",
                        "#km=12.5&from=toString", "#commune=91200&classes=99.x.-1", "#" + "a" * 5000, "#show=coverage&commune=<img src=x>"][: 3 if projects.SHORT else None]:
            with self.subTest(address[:40]):
                self.open(self.atlas, address)
                self.assertEqual(len(self.all("#map [role=option]")), 132)
                self.assertLessEqual(len(self.chosen()), 1)
                self.assertIn(self.look()[0], [o.get_attribute("value") for o in self.all("#show option")])
                self.assertNotIn("NaN", self.text("main"))

    def test_anchors_still_work(self):
        self.open(self.atlas, "#show=coverage&commune=91200")
        before = self.chosen()
        self.js("document.querySelector('nav a[href^=\"#\"]').click()")
        self.assertEqual(self.chosen(), before, "a link to a part of the page keeps what is chosen")

    def test_pulling_makes_no_hundred_steps_back(self):
        self.open(self.atlas)
        self.show("coverage")
        self.settle("show=coverage")
        before = self.js("return history.length")
        for km in range(5, 45):
            self.pull(km)
        self.settle("km=44")
        self.assertLessEqual(self.js("return history.length"), before + 1)
