"""A Chromium that shows one page at a time, as a reader with some screen, theme and habits sees it."""

import base64
import io
import json
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from PIL import Image
from selenium import webdriver
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

import projects

AXE = next(Path(__import__("axe_playwright_python").__file__).parent.glob("**/axe.min.js"))


class Browser:
    """One Chromium for all tests, because starting one takes seconds."""

    driver = None
    asked = set()

    @classmethod
    def start(cls):
        if cls.driver is None:
            options = webdriver.ChromeOptions()
            options.binary_location = "/usr/bin/chromium"
            # No name is resolved, so that nothing can leave even where a page asks.
            for argument in ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars=false", "--lang=fr",
                             "--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--no-first-run"]:
                options.add_argument(argument)
            # The sandbox needs what containers and root lack; the tests open no file but their own.
            options.add_argument("--no-sandbox")
            options.add_argument("--disable-dev-shm-usage")
            options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
            cls.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
            cls.driver.set_script_timeout(120)
            cls.downloads = tempfile.TemporaryDirectory()
            cls.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": cls.downloads.name})
        return cls.driver

    @classmethod
    def read_log(cls):
        asked = {}
        for entry in cls.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                asked[message["params"]["requestId"]] = message["params"]["request"]["url"]
            # What the policy of a page refuses never leaves.
            if message["method"] == "Network.loadingFailed" and message["params"].get("blockedReason") == "csp":
                asked.pop(message["params"]["requestId"], None)
        cls.asked.update(asked.values())

    @classmethod
    def end(cls):
        """Ends Chromium; returns what it asked for besides files, data and blobs."""
        if cls.driver is not None:
            cls.read_log()
            cls.driver.quit()
            cls.driver = None
        return sorted(url for url in cls.asked if not url.startswith(("file:", "data:", "blob:", "about:")))


class PageTest(unittest.TestCase):
    """A test that opens a page."""

    def open(self, atlas, address="", width=1280, height=900, script=True, touch=False, **media):
        """Opens an atlas anew; `media` are features such as prefers_color_scheme="dark"."""
        self.driver = driver = Browser.start()
        features = {"prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference", "forced-colors": "none"}
        features |= {name.replace("_", "-"): value for name, value in media.items()}
        self.command("Emulation.setEmulatedMedia", media="",
                     features=[{"name": name, "value": value} for name, value in features.items()])
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.command("Emulation.setTouchEmulationEnabled", enabled=touch)
        self.command("Emulation.setScriptExecutionDisabled", value=not script)
        self.empty_downloads()
        driver.get("about:blank")
        driver.get_log("browser")
        driver.get((atlas / "index.html").as_uri() + address)
        self.addCleanup(self.look_at_logs)
        return driver

    def only_in_full(self):
        """Leaves a test out of a short run."""
        if projects.SHORT:
            self.skipTest("short")

    def look_at_logs(self):
        """Nothing that a page does may be refused or go wrong unseen."""
        Browser.read_log()
        severe = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        self.assertEqual(severe, [])

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def js(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector):
        """What a reader sees of an element; selenium's own way takes minutes for a long page."""
        return plain(self.js("return document.querySelector(arguments[0]).innerText", selector))

    def press(self, *keys):
        """Types into what has the focus."""
        chain = ActionChains(self.driver, duration=0)
        for key in keys:
            chain.send_keys(key)
        chain.perform()

    def press_with(self, held, key):
        ActionChains(self.driver, duration=0).key_down(held).send_keys(key).key_up(held).perform()

    def focused(self):
        """The code of the commune that has the focus."""
        return self.js("return document.activeElement.getAttribute('data-insee')")

    def chosen(self):
        """Codes of the communes that are said to be selected."""
        return self.js("return [...document.querySelectorAll('#map [role=option][aria-selected=true]')].map((o) => o.dataset.insee)")

    def show(self, view):
        self.js("const s = document.getElementById('show'); s.value = arguments[0];"
                "s.dispatchEvent(new Event('change', { bubbles: true }))", view)

    def pull(self, km):
        self.js("const s = document.getElementById('km'); s.value = arguments[0];"
                "s.dispatchEvent(new Event('input', { bubbles: true }))", km)

    def start_from(self, value):
        self.js("const s = document.querySelector('#what-if select'); s.value = arguments[0];"
                "s.dispatchEvent(new Event('change', { bubbles: true }))", value)

    def shown_codes(self):
        """Codes in the rows of the table that are shown, in their order."""
        return self.js("return [...document.querySelectorAll('#communes tbody tr')].filter((r) => r.checkVisibility())"
                       ".map((r) => r.cells[0].textContent)")

    def wait(self, condition, seconds=5):
        end = time.monotonic() + seconds
        while not (value := condition()):
            if time.monotonic() > end:
                self.fail("what was waited for did not come")
            time.sleep(0.02)
        return value

    def address(self):
        return self.js("return decodeURIComponent(location.hash)")

    def download(self):
        """Presses the button and reads the file that comes."""
        self.empty_downloads()
        button = self.one("#download")
        self.js("arguments[0].focus()", button)
        self.press(Keys.ENTER)
        return self.downloaded()

    def empty_downloads(self):
        for file in Path(Browser.downloads.name).iterdir():
            file.unlink()

    def downloaded(self):
        folder = Path(Browser.downloads.name)
        self.wait(lambda: [f for f in folder.iterdir() if f.suffix == ".csv"])
        time.sleep(0.1)
        (file,) = folder.iterdir()
        return file.name, file.read_bytes()

    def printed(self):
        """The text of the page as it is printed on A4."""
        pdf = self.command("Page.printToPDF", printBackground=True, paperWidth=8.27, paperHeight=11.69)["data"]
        with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
            file.write(base64.b64decode(pdf))
            file.flush()
            out = subprocess.run(["pdftotext", "-raw", file.name, "-"], capture_output=True, check=True)
        return plain(out.stdout.decode())

    def colours(self, selector):
        """How often each colour stands in an element as it is drawn, as shares by red, green and blue."""
        box = self.js("const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.x + scrollX, b.y + scrollY, b.width, b.height]", selector)
        clip = dict(zip(["x", "y", "width", "height"], box)) | {"scale": 1}
        png = base64.b64decode(self.command("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)["data"])
        with Image.open(io.BytesIO(png)) as image:
            found = image.convert("RGB").getcolors(1 << 24)
        total = sum(count for count, _ in found)
        return {colour: count / total for count, colour in found}

    def axe(self):
        """What axe-core finds against the page, as lines."""
        # What lies inside a still map is one picture to assistive technology, and 15,000 elements to axe-core.
        self.command("Runtime.evaluate", expression=AXE.read_text())
        found = self.command("Runtime.evaluate", expression="axe.run({ exclude: [['figure svg > *']] }, { resultTypes: ['violations'] })"
                             ".then((r) => JSON.stringify(r.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html.slice(0, 160)).slice(0, 5)])))",
                             awaitPromise=True, returnByValue=True)
        self.assertIn("value", found["result"], found)
        return [f"{rule}: {what}: {nodes}" for rule, what, nodes in json.loads(found["result"]["value"])]


def plain(text):
    """A text with ordinary spaces, because maps and tables use narrow and unbreakable ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")
