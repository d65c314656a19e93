"""Ce dont les carnets de ce dossier ont besoin : poser une question au programme, ouvrir un projet, écrire des nombres.

Les cellules des carnets ne contiennent ainsi que leurs questions et leurs calculs.
"""

import io
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import geopandas as gpd
import matplotlib.pyplot as plt
import pandas as pd
import yaml
from IPython.display import SVG
from pyproj import Geod

RACINE = Path(__file__).resolve().parents[1]
GRS80 = Geod(ellps="GRS80")
LAMBERT = "EPSG:2154"
ROUGE, BLEU, GRIS = "#b3261e", "#14507a", "#dcdcdc"

pd.options.display.max_colwidth = None
plt.rcParams.update({"savefig.bbox": "tight", "figure.dpi": 90, "axes.titlesize": 11, "axes.titlelocation": "left"})
# Les fichiers que les carnets écrivent ; le dossier disparaît avec le noyau.
_BROUILLON = tempfile.TemporaryDirectory(prefix="cartopole-carnet-")
BROUILLON = Path(_BROUILLON.name)


def _programme():
    bati = RACINE / ".build/release/cartopole"
    trouve = os.environ.get("CARTOPOLE") or (str(bati) if bati.exists() else shutil.which("cartopole"))
    if not trouve:
        raise RuntimeError("cartopole est introuvable : make build, ou donnez son chemin dans CARTOPOLE")
    return trouve


class Projet:
    """Un projet, et les questions qu’on lui pose ; sans nom, celui qui est livré."""

    def __init__(self, chemin=None):
        livre = RACINE / "GeoData/pole.yaml"
        fichier = (RACINE / chemin if chemin else livre).resolve()
        self.fichier = fichier / "pole.yaml" if fichier.is_dir() else fichier
        self.dossier = self.fichier.parent
        self.contenu = _en_francais(yaml.safe_load(self.fichier.read_text(encoding="utf-8")))

    def demande(self, commande, *mots):
        """Ce que répond `cartopole COMMANDE … --project`, en octets ; son message d’erreur s’il échoue."""
        return lance(*commande.split(), *mots, "--project", str(self.fichier))

    def json(self, commande, *mots):
        return json.loads(self.demande(commande, *mots, "--format", "json"))

    def tableau(self, commande, *mots, **types):
        return pd.read_csv(io.BytesIO(self.demande(commande, *mots, "--format", "csv")), **types)

    def geojson(self, commande, *mots):
        return gpd.read_file(io.BytesIO(self.demande(commande, *mots, "--format", "geojson")))

    def carte(self, sorte, *mots):
        return SVG(self.demande(f"render {sorte}", *mots))

    def couche(self):
        """Les communes du territoire, une ligne chacune."""
        return gpd.read_file(self.dossier / self.contenu["territory"]["layer"])

    def action(self, identifiant):
        return next(action for action in self.contenu["actions"] if action["id"] == identifiant)

    def rayon(self, identifiant):
        """La règle « à tant de kilomètres » d’une action : le site, la limite en km, le critère."""
        regles = self.action(identifiant)["reach"]
        regles = regles.get("rules", [regles]) if isinstance(regles, dict) else regles
        regle = next(r["within_km"] for r in regles if "within_km" in r)
        return self.site(regle["site"]), float(regle["km"]), regle.get("criterion", "chef-lieu")

    def site(self, identifiant=None):
        """Longitude et latitude d’un site ; sans nom, le premier."""
        sites = self.contenu["sites"]
        site = next(s for s in sites if s["id"] == identifiant) if identifiant else sites[0]
        return site["position"]["longitude"], site["position"]["latitude"]


def _en_francais(valeur):
    """Les textes écrits { fr: …, en: … } dans leur version française."""
    if isinstance(valeur, dict):
        if "fr" in valeur and set(valeur) <= {"fr", "en"}:
            return valeur["fr"]
        return {cle: _en_francais(v) for cle, v in valeur.items()}
    return [_en_francais(v) for v in valeur] if isinstance(valeur, list) else valeur


def lance(*mots):
    """Ce que répond cartopole, en octets ; son message d’erreur s’il échoue."""
    essai = subprocess.run([_programme(), *mots, "--quiet"], cwd=RACINE, capture_output=True)
    if essai.returncode != 0:
        raise RuntimeError(essai.stderr.decode().strip())
    return essai.stdout


def distances(depart, longitudes, latitudes):
    """Kilomètres sur l’ellipsoïde GRS80 d’un point (longitude, latitude) à d’autres."""
    n = len(longitudes)
    return pd.Series(GRS80.inv([depart[0]] * n, [depart[1]] * n, longitudes, latitudes)[2]) / 1000


def francais(nombre, decimales=0):
    return f"{nombre:,.{decimales}f}".replace(",", " ").replace(".", ",")


def pourcent(part):
    return francais(100 * part, 1) + " %"
