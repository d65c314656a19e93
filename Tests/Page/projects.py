"""Projects and the atlases that the tests open; each is made when a test first asks for it."""

import functools
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("CARTOPOLE_DATA", PACKAGE / "GeoData")).resolve()
PROGRAM = None
SHORT = False
_work = tempfile.TemporaryDirectory(prefix="cartopole-page-")
WORK = Path(_work.name)


def remove():
    _work.cleanup()


def cartopole(*arguments, folder=WORK):
    run = subprocess.run([PROGRAM, *map(str, arguments)], cwd=folder, capture_output=True, text=True,
                         env=os.environ | {"CARTOPOLE_DATA": str(DATA)})
    assert run.returncode == 0, f"{arguments}: {run.stderr}"
    return run.stdout


def atlas(project, *options):
    """The folder of a project's atlas without pictures."""
    out = WORK / "-".join([project.name, "atlas", *(option.strip("-") for option in options)])
    cartopole("atlas", "--project", project, "-o", out, "--no-pictures", "--quiet", *options)
    return out


def data(atlas):
    """What the script of a page knows."""
    html = (atlas / "index.html").read_text()
    return json.loads(re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', html, re.S).group(1))


@functools.cache
def shipped():
    """A copy of the project that comes with the program."""
    cartopole("init", WORK / "shipped", "--from", "sud-essonne")
    return WORK / "shipped"


@functools.cache
def shipped_atlas():
    return atlas(shipped())


def features(layer, where=None):
    """The features of a shipped layer as GeoJSON objects."""
    out = WORK / f"{layer}.geojson"
    cartopole("convert", DATA / f"{layer}.shp", out, "--quiet", *(["--where", where] if where else []))
    return json.loads(out.read_text())["features"]


def project(name, found, body="", title="Essai", sites=""):
    """A project whose territory is made of GeoJSON features."""
    folder = WORK / name
    folder.mkdir()
    (folder / "layer.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": found}, ensure_ascii=False))
    cartopole("convert", folder / "layer.geojson", folder / "layer.shp", "--quiet")
    (folder / "layer.geojson").unlink()
    (folder / "pole.yaml").write_text(
        f"schema: 1\ntitle: {json.dumps(title, ensure_ascii=False)}\nterritory:\n  name: Territoire d’essai\n  layer: layer.shp\n"
        f"  cog: 2008\n  basis: assumption\n  reason: Pour un essai.\n{sites}{body}")
    return folder


def action(identifier, rule, title="Essai", status="realised"):
    return (f"  - id: {identifier}\n    title: {json.dumps(title, ensure_ascii=False)}\n    status: {status}\n    basis: source\n    reach:\n"
            f"      basis: assumption\n      reason: Pour un essai.\n      rules:\n        - {rule}\n")


def reaches(start_rules, kilometres):
    """Codes that `cartopole reach` finds around some starts of the shipped project, for each start and radius."""
    folder = WORK / "radii"
    if folder.exists():
        shutil.rmtree(folder)
    shutil.copytree(shipped(), folder)
    head = (folder / "pole.yaml").read_text()
    before = head[: re.search(r"^actions:", head, re.M).start()]
    before = re.sub(r"^(simulations|figures):.*\n(  .*\n)*", "", before, flags=re.M)
    rows = [action(f"essai-{start}-{int(2 * km)}", f"within_km: {{ {rule}, km: {km} }}")
            for start, rule in enumerate(start_rules) for km in kilometres]
    (folder / "pole.yaml").write_text(before + "actions:\n" + "".join(rows))
    found = {}
    for row in json.loads(cartopole("reach", "--all", "--project", folder, "--format", "json")):
        found[row["action"]] = row
    return found
