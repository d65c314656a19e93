#!/usr/bin/env python3
"""Writes the SYNTHETIC SIRENE files that Tests/ImportsTests uses. No unit in them exists.

    generate.py DIR [--units 250] [--establishments 420] [--seed 7]

DIR/synthetic-StockUniteLegale_utf8.csv (35 columns) and DIR/synthetic-StockEtablissement_utf8.csv (54), in Insee's
layout of December 2025. Small files with much in them: twenty communes, most units of the ESS, most establishments
active and employers. The same arguments give the same bytes. Large files: stock.py.
"""
import argparse
import os
import random

UNITS = (
    "siren,statutDiffusionUniteLegale,unitePurgeeUniteLegale,dateCreationUniteLegale,sigleUniteLegale,"
    "sexeUniteLegale,prenom1UniteLegale,prenom2UniteLegale,prenom3UniteLegale,prenom4UniteLegale,"
    "prenomUsuelUniteLegale,pseudonymeUniteLegale,identifiantAssociationUniteLegale,"
    "trancheEffectifsUniteLegale,anneeEffectifsUniteLegale,dateDernierTraitementUniteLegale,"
    "nombrePeriodesUniteLegale,categorieEntreprise,anneeCategorieEntreprise,dateDebut,"
    "etatAdministratifUniteLegale,nomUniteLegale,nomUsageUniteLegale,denominationUniteLegale,"
    "denominationUsuelle1UniteLegale,denominationUsuelle2UniteLegale,denominationUsuelle3UniteLegale,"
    "categorieJuridiqueUniteLegale,activitePrincipaleUniteLegale,nomenclatureActivitePrincipaleUniteLegale,"
    "nicSiegeUniteLegale,economieSocialeSolidaireUniteLegale,societeMissionUniteLegale,"
    "caractereEmployeurUniteLegale,activitePrincipaleNAF25UniteLegale"
)
ESTABLISHMENTS = (
    "siren,nic,siret,statutDiffusionEtablissement,dateCreationEtablissement,trancheEffectifsEtablissement,"
    "anneeEffectifsEtablissement,activitePrincipaleRegistreMetiersEtablissement,"
    "dateDernierTraitementEtablissement,etablissementSiege,nombrePeriodesEtablissement,"
    "complementAdresseEtablissement,numeroVoieEtablissement,indiceRepetitionEtablissement,"
    "dernierNumeroVoieEtablissement,indiceRepetitionDernierNumeroVoieEtablissement,typeVoieEtablissement,"
    "libelleVoieEtablissement,codePostalEtablissement,libelleCommuneEtablissement,"
    "libelleCommuneEtrangerEtablissement,distributionSpecialeEtablissement,codeCommuneEtablissement,"
    "codeCedexEtablissement,libelleCedexEtablissement,codePaysEtrangerEtablissement,"
    "libellePaysEtrangerEtablissement,identifiantAdresseEtablissement,"
    "coordonneeLambertAbscisseEtablissement,coordonneeLambertOrdonneeEtablissement,"
    "complementAdresse2Etablissement,numeroVoie2Etablissement,indiceRepetition2Etablissement,"
    "typeVoie2Etablissement,libelleVoie2Etablissement,codePostal2Etablissement,libelleCommune2Etablissement,"
    "libelleCommuneEtranger2Etablissement,distributionSpeciale2Etablissement,codeCommune2Etablissement,"
    "codeCedex2Etablissement,libelleCedex2Etablissement,codePaysEtranger2Etablissement,"
    "libellePaysEtranger2Etablissement,dateDebut,etatAdministratifEtablissement,enseigne1Etablissement,"
    "enseigne2Etablissement,enseigne3Etablissement,denominationUsuelleEtablissement,"
    "activitePrincipaleEtablissement,nomenclatureActivitePrincipaleEtablissement,"
    "caractereEmployeurEtablissement,activitePrincipaleNAF25Etablissement"
)
assert UNITS.count(",") == 34 and ESTABLISHMENTS.count(",") == 53

# Catégories juridiques of units whose ESS flag is O, then of the others.
SOCIAL = ["9220"] * 60 + ["9230"] * 4 + ["9221"] * 3 + ["9260"] * 3 + ["8210"] * 5 + ["6411"] * 1 + ["9300"] * 3
SOCIAL += ["5458"] * 6 + ["6317"] * 4 + ["5558"] * 2 + ["5710"] * 5 + ["5499"] * 2 + ["8510"] * 2
USUAL = ["1000"] * 55 + ["5499"] * 20 + ["5710"] * 15 + ["6540"] * 8 + ["9220"] * 2
ARRONDISSEMENTS = [f"751{a:02d}" for a in range(1, 21)] + [f"6938{a}" for a in range(1, 10)]
ARRONDISSEMENTS += [f"132{a:02d}" for a in range(1, 17)]
COMMUNES = ["91223", "91200", "01001", "2A004", "2B033", "97411", "75056"] + ARRONDISSEMENTS[::4]
STREETS = ["DE LA REPUBLIQUE", "DES ECOLES", "DU MOULIN", "DE L EGLISE", "VICTOR HUGO", "DES PRÉS", "JEAN JAURES"]


def status(draw):
    return "P" if draw < 0.06 else "O"


def write(folder, units, establishments, seed):
    random_ = random.Random(seed)
    draw = random_.random
    below = random_.randrange
    ess, active, employers = 0.75, 0.8, 0.8
    sirens = []
    siren = 100_000_000
    step = max(1, 850_000_000 // units)
    with open(os.path.join(folder, "synthetic-StockUniteLegale_utf8.csv"), "w", encoding="utf-8", newline="\n") as out:
        out.write(UNITS + "\n")
        for _ in range(units):
            siren += 1 + below(2 * step - 1) if step > 1 else 1
            sirens.append(siren)
            flag = draw()
            social = "O" if flag < ess else "N" if flag < (ess + 1) / 2 else ""
            category = random_.choice(SOCIAL if social == "O" else USUAL)
            name = f"N{siren % 997}"
            if draw() < 0.004:
                name = f'"{name}, ""ET FILS"""'
            state = "A" if draw() < 0.7 else "C"
            out.write(
                f"{siren},{status(draw())},,19{below(90) + 10}-01-01,,,,,,,,,,,,,1,,,,{state},,,{name},,,,"
                f"{category},94.99Z,,,{social},,,94.99Y\n")
    with open(os.path.join(folder, "synthetic-StockEtablissement_utf8.csv"), "w", encoding="utf-8", newline="\n") as out:
        out.write(ESTABLISHMENTS + "\n")
        extra = establishments - units
        written = 0
        for index, siren in enumerate(sirens):
            # One unit in fifty holds the further establishments of its neighbours, one after the other.
            count = 1
            if index % 50 == 0:
                count += extra * min(index + 50, units) // units - extra * index // units
            for nic in range(count):
                if written == establishments:
                    break
                written += 1
                code = COMMUNES[int(len(COMMUNES) * draw() ** 2)]
                diffusion = status(draw())
                state = "A" if draw() < active else "F"
                employer = "O" if draw() < employers else "N"
                street = random_.choice(STREETS)
                # Insee withholds the address of who asked for it, and leaves the commune.
                shown = (lambda text: "[ND]") if diffusion == "P" else str
                sign = '"LE ""BON"" COIN, SUITE"' if draw() < 0.003 else ""
                out.write(
                    f"{siren},{nic + 1:05d},{siren}{nic + 1:05d},{diffusion},20{below(24):02d}-0{below(9) + 1}-15,NN,,,"
                    f"2024-03-29T09:12:33,{'true' if nic == 0 else 'false'},1,BATIMENT A,{shown(below(99) + 1)},,,,{shown('RUE')},{shown(street)},"
                    f"{shown(code[:2] + '000')},COMMUNE {code},,,{code},,,,,,,,,,,,,,,,,,,,,,20{below(24):02d}-01-01,{state},"
                    f"{sign},,,,94.99Z,NAFRev2,{employer},94.99Y\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--units", type=int, default=250)
    parser.add_argument("--establishments", type=int, default=420)
    parser.add_argument("--seed", type=int, default=7)
    a = parser.parse_args()
    write(a.folder, a.units, a.establishments, a.seed)
