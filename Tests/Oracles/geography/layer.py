"""Reads the committed commune layer for the oracles (needs geopandas)."""
from pathlib import Path

import geopandas

root = Path(__file__).resolve().parents[3]
projections = root / "Tests" / "ProjectionsTests" / "Fixtures"
reach = root / "Tests" / "ReachTests" / "Fixtures"


def communes(name="sud-essonne"):
    return geopandas.read_file(root / "GeoData" / f"{name}.shp").sort_values("INSEE_COM").reset_index(drop=True)
