import Bytes

/// What the script of the page says. Braces stand for what it puts in.
enum LiveWords {
  static let all: [(key: String, text: Text)] = [
    ("inhabitants", Text("{n} habitants", "{n} inhabitants")),
    ("inhabitant", Text("{n} habitant", "{n} inhabitant")),
    ("unknownPopulation", Text("population inconnue", "population unknown")),
    ("communes", Text("{n} communes", "{n} communes")), ("commune", Text("{n} commune", "{n} commune")),
    ("noCommune", Text("aucune commune", "no commune")),
    (
      "atLeast",
      Text(
        "au moins {n} habitants ; {m} sans population connue",
        "at least {n} inhabitants; {m} without a known population")
    ),
    ("notKnown", Text("nombre d’habitants inconnu", "number of inhabitants unknown")),
    ("epci", Text("EPCI", "EPCI")),
    ("where", Text("Situation", "Place")),
    ("awayFrom", Text("à {km} km à vol d’oiseau, {direction} {of}", "{km} km as the crow flies, {direction} {of}")),
    ("at", Text("à {place} même", "at {place} itself")),
    ("n", Text("au nord", "north")), ("ne", Text("au nord-est", "north-east")), ("e", Text("à l’est", "east")),
    ("se", Text("au sud-est", "south-east")), ("s", Text("au sud", "south")),
    ("sw", Text("au sud-ouest", "south-west")),
    ("w", Text("à l’ouest", "west")), ("nw", Text("au nord-ouest", "north-west")),
    ("neighbours", Text("Communes voisines", "Neighbouring communes")),
    ("reachedBy", Text("Actions qui l’atteignent", "Actions that reach it")),
    ("reachedByNone", Text("Aucune action du projet ne l’atteint.", "No action of the project reaches it.")),
    (
      "nothingHere",
      Text(
        "Choisissez une commune sur la carte, dans la liste ou par son nom.",
        "Choose a commune on the map, in the list or by its name.")
    ),
    ("thisMap", Text("Sur cette carte", "On this map")),
    ("pinned", Text("gardée à l’écran", "kept on screen")), ("unpin", Text("Ne plus la garder", "Keep it no longer")),
    ("found", Text("{n} communes trouvées", "{n} communes found")),
    ("foundOne", Text("1 commune trouvée", "1 commune found")),
    ("foundNone", Text("Aucune commune de ce nom dans le territoire", "No commune of that name in the territory")),
    ("filtered", Text("{n} communes montrées sur {m}", "{n} of {m} communes shown")),
    ("all", Text("Toutes les communes", "All communes")),
    ("rate", Text("Établissements de l’ESS pour 10 000 habitants", "ESS establishments per 10,000 inhabitants")),
    ("trial", Text("Essai : rien n’est décidé.", "A trial: nothing is decided.")),
    ("trialEnded", Text("Essai terminé", "The trial has ended")),
    ("trialRadius", Text("{km} km à vol d’oiseau depuis {place}", "{km} km as the crow flies from {place}")),
    ("kept", Text("le projet garde {km} km ({action})", "the project keeps {km} km ({action})")),
    (
      "noneKept",
      Text(
        "aucune action du projet n’a de rayon depuis ce départ", "no action of the project has a radius from this start"
      )
    ),
    (
      "wouldReach",
      Text(
        "{communes}, où vivent {people}, seraient dans ce rayon.",
        "{communes}, where {people} live, would lie within this radius.")
    ),
    (
      "wouldReachOne",
      Text(
        "{communes}, où vivent {people}, serait dans ce rayon.",
        "{communes}, where {people} live, would lie within this radius.")
    ),
    ("wouldReachNone", Text("Aucune commune ne serait dans ce rayon.", "No commune would lie within this radius.")),
    (
      "ofAll",
      Text(
        "{part} % des communes, {share} % des habitants du territoire.",
        "{part}% of the communes, {share}% of the territory’s inhabitants.")
    ),
    (
      "less",
      Text("Environ 10 % de moins, {km} km : {communes}, {people}", "About 10% less, {km} km: {communes}, {people}")
    ),
    (
      "more",
      Text("Environ 10 % de plus, {km} km : {communes}, {people}", "About 10% more, {km} km: {communes}, {people}")
    ),
    ("gained", Text("En plus du projet : {list}", "In addition to the project: {list}")),
    ("lost", Text("En moins que le projet : {list}", "Less than the project: {list}")),
    ("same", Text("Les mêmes communes que le projet.", "The same communes as the project.")),
    ("list", Text("Communes dans ce rayon", "Communes within this radius")),
    ("trialTitle", Text("Essai : {km} km autour {of}", "Trial: {km} km around {place}")),
    ("trialCircle", Text("rayon de l’essai : {km} km", "radius of the trial: {km} km")),
    ("trialReason", Text("Essai de rayon, rien n’est décidé", "A radius tried, nothing is decided")),
    ("trialColumn", Text("Essai, rien n’est décidé : {radius}", "Trial, nothing is decided: {radius}")),
    ("inside", Text("dans le rayon", "within the radius")), ("outside", Text("en dehors", "outside")),
    ("copied", Text("Ligne copiée", "Line copied")),
    ("gesture", Text("Ctrl et molette, ou deux doigts, pour agrandir", "Ctrl and wheel, or two fingers, to enlarge")),
    ("file", Text("communes", "communes")), ("trialFile", Text("essai", "trial")),
    (
      "keys",
      Text(
        "Flèches : commune voisine. Entrée : garder la commune à l’écran. Échap : ne plus la garder. + − 0 : agrandir, réduire, tout voir. Une lettre : commune de ce nom. Début, Fin : première, dernière.",
        "Arrows: neighbouring commune. Enter: keep the commune on screen. Escape: keep it no longer. + − 0: enlarge, reduce, see all. A letter: commune of that name. Home, End: first, last."
      )
    ),
  ]
}
