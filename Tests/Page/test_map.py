"""The map as one tab stop: arrows, letters, pinning, and what assistive technology is told."""

import json
from collections import deque

from selenium.webdriver import ActionChains, Keys

import projects
from browser import PageTest

ARROWS = {"ArrowRight": Keys.ARROW_RIGHT, "ArrowDown": Keys.ARROW_DOWN, "ArrowLeft": Keys.ARROW_LEFT, "ArrowUp": Keys.ARROW_UP}
BACK = {"ArrowRight": "ArrowLeft", "ArrowLeft": "ArrowRight", "ArrowUp": "ArrowDown", "ArrowDown": "ArrowUp"}


class MapTest(PageTest):
    def setUp(self):
        self.atlas = projects.shipped_atlas()
        self.data = projects.data(self.atlas)
        self.names = dict(zip(self.data["communes"]["code"], self.data["communes"]["name"]))

    def focus_map(self, code=None):
        self.js("document.querySelector(arguments[0]).focus()", f"#map [data-insee='{code}']" if code else "#map [tabindex='0']")

    def test_one_tab_stop(self):
        self.open(self.atlas)
        def stops():
            return self.js("return [...document.querySelectorAll('#map *')].filter((e) => e.tabIndex >= 0).map((e) => e.dataset.insee)")
        self.assertEqual(stops(), ["91223"], "the biggest commune, while none is chosen")
        inside = lambda: self.js("return document.getElementById('map').contains(document.activeElement)")
        self.js("document.getElementById('search').focus()")
        self.press(Keys.TAB)
        self.assertEqual(self.focused(), "91223", "the first Tab leads to a commune and not to what holds it")
        self.press(Keys.ARROW_RIGHT, Keys.ARROW_DOWN)
        self.assertEqual(stops(), [self.focused()])
        self.press(Keys.TAB)
        self.assertFalse(inside(), "Tab leaves the map")
        self.press_with(Keys.SHIFT, Keys.TAB)
        self.assertEqual(stops(), [self.focused()], "and comes back to the same commune")

    def test_tree(self):
        self.open(self.atlas, "#show=coverage&commune=91200")
        nodes = self.command("Accessibility.getFullAXTree")["nodes"]
        by_id = {node["nodeId"]: node for node in nodes}
        boxes = [n for n in nodes if n.get("role", {}).get("value") == "listbox" and not n["ignored"]]
        (listbox,) = [n for n in boxes if "territoire" in n["name"]["value"]]
        options, open_nodes = [], deque(listbox["childIds"])
        while open_nodes:
            node = by_id[open_nodes.popleft()]
            open_nodes.extend(node.get("childIds", []))
            if node.get("role", {}).get("value") == "option" and not node["ignored"]:
                options.append(node)
        self.assertEqual(len(options), len(self.names))
        said = [n["name"]["value"] for n in options]
        self.assertEqual(len(set(said)), len(said), "names are unique")
        self.assertFalse([text for text in said if text.lower().startswith("commune")], "no name begins with the same word")
        self.assertTrue(all(any(text.startswith(name) for text in said) for name in self.names.values()))
        selected = [n for n in options if any(p["name"] == "selected" and p["value"]["value"] for p in n["properties"])]
        self.assertEqual(len(selected), 1)
        self.assertTrue(selected[0]["name"]["value"].startswith("Dourdan"))

    def test_arrows_there_and_back(self):
        self.open(self.atlas)
        near = dict(zip(self.names, self.data["communes"]["near"]))
        codes = list(self.names)
        neighbours = moved = 0
        for code in ["91223", "91200", "91001", "91016"]:
            for arrow, key in ARROWS.items():
                self.focus_map(code)
                self.press(key)
                there = self.focused()
                if there == code:
                    continue
                moved += 1
                neighbours += codes.index(there) in near[code]
                self.assertEqual(self.chosen(), [there], "selection follows the focus")
                self.assertIn(self.names[there], self.text("#commune"))
                self.press(ARROWS[BACK[arrow]])
                self.assertEqual(self.focused(), code, f"{self.names[code]} {arrow} and back")
        self.assertGreaterEqual(moved, 13)
        self.assertGreaterEqual(neighbours, moved - 2, "an arrow leads to a neighbour wherever one lies that way")

    def test_arrows_lie_that_way(self):
        """Compared with the positions: right is never to the left."""
        at, arrows, box = (self.data["communes"][key] for key in ("at", "arrows", "box"))
        wrong = 0
        for row in range(len(self.names)):
            middle = [(box[4 * row + side] + box[4 * row + side + 2]) / 2 for side in (0, 1)]
            for direction, (dx, dy) in enumerate([(1, 0), (0, 1), (-1, 0), (0, -1)]):
                other = arrows[4 * row + direction]
                if other >= 0:
                    there = [(box[4 * other + side] + box[4 * other + side + 2]) / 2 for side in (0, 1)]
                    wrong += (there[0] - middle[0]) * dx + (there[1] - middle[1]) * dy <= 0
        # The program takes the middles of outlines, and gives a few arrows to communes that no other arrow would reach.
        self.assertLessEqual(wrong, len(arrows) // 50)

    def test_every_commune_is_reachable(self):
        """The keys are pressed in a page, breadth first, from one commune; the table is read for all others."""
        self.only_in_full()
        arrows = self.data["communes"]["arrows"]
        count = len(self.names)
        def reached(table):
            found, queue = {0}, deque([0])
            while queue:
                for other in table(queue.popleft()):
                    if other >= 0 and other not in found:
                        found.add(other)
                        queue.append(other)
            return found
        self.assertEqual(len(reached(lambda row: arrows[4 * row: 4 * row + 4])), count)
        backwards = [[] for _ in range(count)]
        for at, other in enumerate(arrows):
            if other >= 0:
                backwards[other].append(at // 4)
        self.assertEqual(len(reached(lambda row: backwards[row])), count, "and the first from all others")
        self.open(self.atlas)
        walked = self.js("""
          const press = (e, key) => e.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
          const found = new Set(['91223']); const queue = ['91223'];
          while (queue.length) {
            const code = queue.shift();
            for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
              const path = document.querySelector(`#map [data-insee="${code}"]`);
              path.focus(); press(path, 'Home'); path.focus(); press(path, key);
              const there = document.activeElement.dataset.insee;
              if (!found.has(there)) { found.add(there); queue.push(there); }
            }
          }
          return found.size""")
        self.assertEqual(walked, count)

    def test_home_end_letters_enter_escape(self):
        self.open(self.atlas)
        ordered = sorted(self.names, key=lambda c: self.names[c].replace("É", "E").replace("-", " "))
        self.focus_map()
        self.press(Keys.HOME)
        self.assertEqual(self.names[self.focused()], self.names[ordered[0]])
        self.press(Keys.END)
        self.assertEqual(self.names[self.focused()], self.names[ordered[-1]])
        self.press("e", "t", "a", "m", "p")
        self.assertEqual(self.names[self.focused()], "Étampes")
        self.wait(lambda: not self.js("return new Promise((r) => setTimeout(() => r(false), 1000))"))
        self.press("s", "a", "i", "n", "t", "-", "h")
        self.assertEqual(self.names[self.focused()], "Saint-Hilaire", "a name is typed with its hyphen")
        self.press(Keys.ENTER)
        self.assertIn("gardée", self.text("#commune"))
        self.press(Keys.ESCAPE)
        self.assertNotIn("gardée", self.text("#commune"))
        self.assertIsNotNone(self.focused(), "Escape keeps the focus on the map")
        self.assertEqual(self.chosen(), [])

    def test_a_letter_alone_acts_only_in_the_map(self):
        self.open(self.atlas)
        self.js("document.activeElement.blur()")
        self.press("d", "+", "0", Keys.ARROW_RIGHT, Keys.END)
        self.assertEqual(self.chosen(), [])
        self.assertEqual(self.js("return document.getElementById('camera').getAttribute('transform') ?? ''").count("scale(1.6"), 0)

    def test_pointer(self):
        self.open(self.atlas, height=1400)
        def over(code):
            ActionChains(self.driver, duration=0).move_to_element(self.one(f"#map [data-insee='{code}']")).perform()
        over("91223")
        self.assertIn("Étampes", self.text("#commune"))
        self.assertEqual(self.chosen(), [], "a hover chooses nothing")
        before = self.one("#map").rect
        ActionChains(self.driver, duration=0).click().perform()
        self.assertEqual(self.chosen(), ["91223"])
        self.assertEqual(self.one("#map").rect, before, "the map does not move under the pointer")
        over("91200")
        self.assertIn("Étampes", self.text("#commune"), "a pinned commune stays")
        self.assertEqual(self.js("""
          const m = document.getElementById('map').getBoundingClientRect(), c = document.getElementById('commune').getBoundingClientRect();
          return c.left < m.right && c.right > m.left && c.top < m.bottom && c.bottom > m.top"""), False, "the panel covers nothing")
        self.press(Keys.ESCAPE)
        self.assertEqual(self.chosen(), [])

    def test_zoom(self):
        self.open(self.atlas)
        def state():
            return self.js("""const c = document.getElementById('camera').getAttribute('transform') ?? '';
              return [Number((c.match(/scale\\(([\\d.]+)/) ?? [0, 1])[1]), [...document.querySelectorAll('#names text')].map((t) => t.textContent)]""")
        self.js("document.getElementById('map').scrollIntoView({ block: 'center' })")
        self.wait(lambda: state()[1])
        whole = state()[1]
        buttons = self.all(".zoom button, #map ~ * button[aria-label]")[:3]
        self.js("arguments[0].focus()", buttons[0])
        self.press(Keys.ENTER)
        self.wait(lambda: state()[0] > 1.2)
        self.press(Keys.SPACE)
        self.wait(lambda: state()[0] > 2)
        self.js("arguments[0].focus()", buttons[2])
        self.press(Keys.ENTER)
        self.wait(lambda: state()[0] == 1)
        self.focus_map()
        self.press("+")
        self.wait(lambda: state()[0] > 1.2)
        self.press("0")
        self.wait(lambda: state()[0] == 1 and state()[1] == whole)
        # A wheel alone scrolls the page, Ctrl and the wheel enlarge about the pointer.
        self.command("Input.dispatchMouseEvent", type="mouseWheel", x=300, y=400, deltaX=0, deltaY=-120)
        self.assertEqual(state()[0], 1)
        self.js("document.getElementById('map').scrollIntoView({ block: 'center' })")
        box = self.js("const b = document.getElementById('map').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]")
        for _ in range(3):
            self.command("Input.dispatchMouseEvent", type="mouseWheel", x=box[0] + box[2] / 2, y=box[1] + box[3] / 2,
                         deltaX=0, deltaY=-120, modifiers=2)
        self.wait(lambda: state()[0] > 1.2)

    def test_names_come_and_none_goes(self):
        """Of the names whose place is in view, every one that stood at a scale stands at all larger ones."""
        self.only_in_full()
        self.open(self.atlas)
        self.focus_map("91223")
        def names():
            return self.js("""const m = document.getElementById('map').getBoundingClientRect();
              return [...document.querySelectorAll('#names text')].map((t) => { const b = t.getBoundingClientRect();
                return [t.textContent, b.left > m.left + 4 && b.right < m.right - 4 && b.top > m.top + 4 && b.bottom < m.bottom - 4] })""")
        self.wait(names)
        before = names()
        for _ in range(5):
            self.press("+")
            self.wait(lambda: self.js("return new Promise((r) => setTimeout(() => r(true), 200))"))
            now = names()
            visible = self.js("""const m = document.getElementById('map').getBoundingClientRect(); const d = arguments[0];
              return d.filter((c) => { const b = document.querySelector(`#map [data-insee="${c}"]`).getBoundingClientRect();
                return b.left > m.left && b.right < m.right && b.top > m.top && b.bottom < m.bottom })""", list(self.names))
            kept = {self.names[code] for code in visible}
            self.assertEqual([n for n, _ in before if n in kept and n not in dict(now)], [])
            before = now

    def test_panel(self):
        for code in ["91200", "91223", "91016", "91378"]:
            self.open(self.atlas, f"#commune={code}")
            said = self.text("#commune")
            self.assertNotRegex(said, "NaN|undefined|null")
            for part in [self.names[code], code, "habitants", "2017", "Canton", "EPCI", "Indice de visibilité"]:
                self.assertIn(part, said)
            row = list(self.names).index(code)
            for other in self.data["communes"]["near"][row]:
                self.assertIn(list(self.names.values())[other], said)
            reached = json.loads(projects.cartopole("reach", "--commune", code, "--project", projects.shipped(), "--format", "json"))
            for action in reached["actions"]:
                self.assertIn(action["title"], said)
            self.assertEqual("Aucune action" in said, reached["actions"] == [])
        self.open(self.atlas, "#commune=91200")
        self.assertRegex(self.text("#commune"), r"15,1 km à vol d’oiseau, au nord-ouest", "where it lies from the first site")
        self.js("[...document.querySelectorAll('#commune button')].find((b) => b.textContent === 'Roinville').click()")
        self.assertEqual([self.names[c] for c in self.chosen()], ["Roinville"])
