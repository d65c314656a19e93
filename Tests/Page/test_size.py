"""How large pages are, and how long large territories take to answer."""

import copy
import functools

import projects
from browser import PageTest

DEPARTEMENTS = ["75", "77", "78", "91", "92", "93", "94", "95"]
COPIES = [dict(zip(DEPARTEMENTS, codes.split())) for codes in ["11 12 13 14 15 16 17 18", "21 22 23 24 25 26 27 28", "31 32 33 34 35 36 37 38"]]


@functools.cache
def ile_de_france():
    """The shipped layer of the région as a territory of 1,266 communes."""
    return projects.atlas(projects.project("region", projects.features("ile-de-france"), BODY, "Île-de-France"))


BODY = "actions:\n" + projects.action("essai", 'within_km: { commune: "91223", km: 30 }')


@functools.cache
def four_thousand():
    """The région and copies of it to its east, under codes of their own."""
    found = projects.features("ile-de-france")
    extra = []
    for number, codes in enumerate(COPIES, 1):
        for feature in found:
            moved = copy.deepcopy(feature)
            own = moved["properties"]
            if number == 3 and own["INSEE_DEP"] != "91":
                continue
            own["INSEE_COM"] = codes[own["INSEE_DEP"]] + own["INSEE_COM"][2:]
            own["INSEE_DEP"] = codes[own["INSEE_DEP"]]
            own["NOM"] += f" {number + 1}"
            own["LON"] += 2.2 * number
            def shift(part):
                return [part[0] + 2.2 * number, part[1]] if isinstance(part[0], float) else [shift(p) for p in part]
            moved["geometry"]["coordinates"] = shift(moved["geometry"]["coordinates"])
            extra.append(moved)
    return projects.atlas(projects.project("large", found + extra, BODY, "Quatre mille"))


class SizeTest(PageTest):
    def measure(self, atlas, count, most, hover):
        size = (atlas / "index.html").stat().st_size / 1e6
        self.open(atlas, height=1400)
        opened = self.js("return performance.getEntriesByType('navigation')[0].loadEventEnd")
        self.assertEqual(len(self.all("#map [role=option]")), count)
        self.js("document.getElementById('map').scrollIntoView()")
        times = self.js("""
          const paths = [...document.querySelectorAll('#map [data-insee]')], times = [];
          for (let i = 0; i < 60; i += 1) {
            const path = paths[(i * 37) % paths.length], start = performance.now();
            path.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
            document.getElementById('commune').getBoundingClientRect();
            times.push(performance.now() - start);
          }
          return times.sort((a, b) => a - b)""")
        frame = self.js("""
          return new Promise((done) => {
            const paths = [...document.querySelectorAll('#map [data-insee]')], times = []; let i = 0;
            const step = (then) => { if (i > 0) times.push(then - last); last = then; if (i >= 30) return done(times.sort((a, b) => a - b)[15]);
              paths[(i++ * 37) % paths.length].dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })); requestAnimationFrame(step); };
            let last = 0; requestAnimationFrame(step);
          })""")
        acts = {}
        for name, script in {
            "search": "const s = document.getElementById('search'); s.value = 'sain'; s.dispatchEvent(new Event('input', { bubbles: true }));",
            "choose": "document.querySelectorAll('#map [data-insee]')[7].dispatchEvent(new MouseEvent('click', { bubbles: true }));",
            "filter": "document.querySelector('#explore [data-class]').click();",
            "radius": "const k = document.getElementById('km'); k.value = 22; k.dispatchEvent(new Event('input', { bubbles: true }));",
            "sort": "document.querySelectorAll('#communes thead button')[2].click();",
            "map": "const w = document.getElementById('show'); w.selectedIndex = 1; w.dispatchEvent(new Event('change', { bubbles: true }));",
        }.items():
            acts[name] = self.js(f"const t = performance.now(); {script} document.body.getBoundingClientRect(); return performance.now() - t")
        told = ", ".join(f"{name} {ms:.0f}" for name, ms in acts.items())
        print(f"\n{count} communes: {size:.2f} MB, opened in {opened:.0f} ms; hover {times[len(times) // 2]:.1f} ms, a frame every {frame:.1f} ms; ms for {told}")
        self.assertLessEqual(size, most)
        self.assertLessEqual(times[len(times) // 2], hover)
        self.assertEqual(len(self.chosen()), 1)

    def test_132(self):
        self.measure(projects.shipped_atlas(), 132, 1.6, 16.7)

    def test_1266(self):
        self.only_in_full()
        self.measure(ile_de_france(), 1266, 6, 16.7)

    def test_4000(self):
        """No limit of size is promised here: it opens and answers."""
        self.only_in_full()
        self.measure(four_thousand(), len(projects.data(four_thousand())["communes"]["code"]), 100, 100)


