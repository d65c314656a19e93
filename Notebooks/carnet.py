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

    def registre(self):
        """Les chiffres publiés que le projet nomme sous figures:, une ligne chacun."""
        if "figures" not in self.contenu:
            raise ValueError(f"{self.fichier} : aucun registre de chiffres ; nommez-le sous figures: (docs/compare.md dit ses colonnes)")
        return pd.read_csv(self.dossier / self.contenu["figures"], dtype=str)

    def action(self, identifiant=None, convient=lambda action: True, comment="action"):
        """L’action de ce nom ; sans nom, la première qui convient."""
        actions = self.contenu.get("actions") or []
        trouvees = [a for a in actions if (a["id"] == identifiant if identifiant else convient(a))]
        if not trouvees:
            raise ValueError(
                f"{self.fichier} : aucune {comment}" + (f" « {identifiant} »" if identifiant else "") + " ; actions : "
                + (", ".join(a["id"] for a in actions) or "aucune, cartopole action add en ajoute une"))
        return trouvees[0]

    def action_a_rayon(self, identifiant=None):
        """Le nom d’une action à une règle « à tant de kilomètres » d’un site, cette règle, son point de départ."""
        action = self.action(identifiant, _rayon, "action qui porte à tant de kilomètres d’un site")
        regle = _rayon(action)
        if regle is None:
            raise ValueError(f"{self.fichier} : l’action « {identifiant} » ne porte pas à tant de kilomètres d’un site")
        return action["id"], float(regle["km"]), regle.get("criterion", "chef-lieu"), self.position(regle["site"])

    def site(self, identifiant):
        return next(s for s in self.contenu["sites"] if s["id"] == identifiant)

    def position(self, identifiant):
        """Longitude et latitude d’un site : les siennes, sinon celles de sa commune."""
        site = self.site(identifiant)
        if "position" in site:
            return site["position"]["longitude"], site["position"]["latitude"]
        couche = self.couche().set_index("INSEE_COM")
        return couche.loc[site["insee"], "LON"], couche.loc[site["insee"], "LAT"]


def _rayon(action):
    """La règle « à tant de kilomètres » d’un site ; rien s’il n’y en a pas."""
    portee = action.get("reach") or {}
    regles = portee.get("rules", [portee]) if isinstance(portee, dict) else portee
    return next((r["within_km"] for r in regles if "site" in r.get("within_km", {})), None)


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
