import Bytes

/// What the script of the page says. Braces stand for what it puts in.
enum LiveWords {
  static let all: [(key: String, text: Text)] = [
    ("inhabitants", Text("{n} habitants", "{n} inhabitants")), ("inhabitant", Text("{n} habitant", "{n} inhabitant")),
    ("unknownPopulation", Text("population inconnue", "population unknown")),
    ("communes", Text("{n} communes", "{n} communes")), ("commune", Text("{n} commune", "{n} commune")),
    ("noCommune", Text("aucune commune", "no commune")), ("atLeast", Text.atLeastSoManyInhabitants),
    ("notKnown", Text("nombre d’habitants inconnu", "number of inhabitants unknown")), ("epci", Text("EPCI", "EPCI")),
    ("where", Text("Situation", "Place")), ("awayFrom", Text.distanceAndDirection),
    ("at", Text("à {place} même", "at {place} itself")), ("n", Text("au nord", "north")),
    ("ne", Text("au nord-est", "north-east")), ("e", Text("à l’est", "east")), ("se", Text("au sud-est", "south-east")),
    ("s", Text("au sud", "south")), ("sw", Text("au sud-ouest", "south-west")), ("w", Text("à l’ouest", "west")),
    ("nw", Text("au nord-ouest", "north-west")), ("neighbours", Text("Communes voisines", "Neighbouring communes")),
    ("reachedBy", Text("Actions qui l’atteignent", "Actions that reach it")), ("reachedByNone", Text.noActionReachesIt),
    ("nothingHere", Text.chooseACommune), ("thisMap", Text("Sur cette carte", "On this map")),
    ("pinned", Text("gardée à l’écran", "kept on screen")), ("unpin", Text("Ne plus la garder", "Keep it no longer")),
    ("found", Text("{n} communes trouvées", "{n} communes found")),
    ("foundOne", Text("1 commune trouvée", "1 commune found")), ("foundNone", Text.noCommuneOfThatName),
    ("filtered", Text.communesShownOfAll), ("all", Text("Toutes les communes", "All communes")),
    ("rate", Text.establishmentsPerInhabitants),
    ("trial", Text("Essai : rien n’est décidé.", "A trial: nothing is decided.")),
    ("trialEnded", Text("Essai terminé", "The trial has ended")), ("trialRadius", Text.distanceFromPlace),
    ("kept", Text.projectKeepsThisRadius), ("noneKept", Text.noRadiusFromThisStart),
    ("wouldReach", Text.communesWouldLieWithinRadius), ("wouldReachOne", Text.communeWouldLieWithinRadius),
    ("wouldReachNone", Text.noCommuneLiesWithinRadius), ("ofAll", Text.sharesOfCommunesAndInhabitants),
    ("less", Text.aboutTenPercentLess), ("more", Text.aboutTenPercentMore),
    ("gained", Text("En plus du projet : {list}", "In addition to the project: {list}")),
    ("lost", Text.lessThanTheProject), ("same", Text.sameCommunesAsTheProject),
    ("list", Text("Communes dans ce rayon", "Communes within this radius")),
    ("trialTitle", Text("Essai : {km} km autour {of}", "Trial: {km} km around {place}")),
    ("trialCircle", Text("rayon de l’essai : {km} km", "radius of the trial: {km} km")),
    ("trialReason", Text.radiusIsOnlyTried), ("trialColumn", Text.trialOfRadius),
    ("inside", Text("dans le rayon", "within the radius")), ("outside", Text("en dehors", "outside")),
    ("copied", Text("Ligne copiée", "Line copied")), ("gesture", Text.howToEnlarge),
    ("file", Text("communes", "communes")), ("trialFile", Text("essai", "trial")), ("keys", Text.keyboardHelp),
  ]
}
