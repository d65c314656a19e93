import Bytes

/// Names of régions and départements by code, for layers that carry codes alone.
///
/// Source: Insee, Code officiel géographique au 1er janvier 2025.
public enum AreaNames {
  /// The département of a commune, from its code; `nil` for codes of no département.
  public static func departement(ofCommune code: String) -> String? {
    let departement = String(code.prefix(code.hasPrefix("97") ? 3 : 2))
    return departements[departement] == nil ? nil : departement
  }

  /// The name of a département, without its article; `nil` for an unknown code.
  public static func name(ofDepartement code: String) -> String? { departements[code] }

  /// The name of a région; `nil` for an unknown code.
  public static func name(ofRegion code: String) -> String? { regions[code] }

  /// The région of a département since 2016.
  public static func region(ofDepartement departement: String) -> String? {
    regionOfDepartement[departement]
  }

  /// The départements of a région, since 2016; none for any other code.
  public static func departements(ofRegion region: String) -> [String] { departementsOfRegion[region] ?? [] }

  /// Where something in a région is: « en Bretagne », « dans les Hauts-de-France », « à La Réunion »; `nil` for an
  /// unknown code.
  public static func inside(region code: String) -> Text? {
    regions[code].map { name in
      let before = ["04": "à", "06": "à", "32": "dans les", "44": "dans le", "52": "dans les"][code] ?? "en"
      return Text("\(before) \(name)", "in \(name)")
    }
  }

  /// Codes of the communes that are chefs-lieux of départements, where prefectures are.
  public static let prefectures = Set(
    """
    01053 02408 03190 04070 05061 06088 07186 08105 09122 10387 11069 12202 13055 14118 15014 16015
    17300 18033 19272 2A004 2B033 21231 22278 23096 24322 25056 26362 27229 28085 29232 30189 31555
    32013 33063 34172 35238 36044 37261 38185 39300 40192 41018 42218 43157 44109 45234 46042 47001
    48095 49007 50502 51108 52121 53130 54395 55029 56260 57463 58194 59350 60057 61001 62041 63113
    64445 65440 66136 67482 68066 69123 70550 71270 72181 73065 74010 75056 76540 77288 78646 79191
    80021 81004 82121 83137 84007 85191 86194 87085 88160 89024 90010 91228 92050 93008 94028 95500
    97105 97209 97302 97411 97611
    """.split { $0 == " " || $0 == "\n" }.map(String.init))

  private static let regionOfDepartement = Dictionary(
    uniqueKeysWithValues: departementsOfRegion.flatMap { region, members in members.map { ($0, region) } })

  private static let departementsOfRegion: [String: [String]] = [
    "01": ["971"], "02": ["972"], "03": ["973"], "04": ["974"], "06": ["976"],
    "11": ["75", "77", "78", "91", "92", "93", "94", "95"], "24": ["18", "28", "36", "37", "41", "45"],
    "27": ["21", "25", "39", "58", "70", "71", "89", "90"], "28": ["14", "27", "50", "61", "76"],
    "32": ["02", "59", "60", "62", "80"], "44": ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"],
    "52": ["44", "49", "53", "72", "85"], "53": ["22", "29", "35", "56"],
    "75": ["16", "17", "19", "23", "24", "33", "40", "47", "64", "79", "86", "87"],
    "76": ["09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82"],
    "84": ["01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74"],
    "93": ["04", "05", "06", "13", "83", "84"], "94": ["2A", "2B"],
  ]

  static let regions: [String: String] = [
    "01": "Guadeloupe", "02": "Martinique", "03": "Guyane", "04": "La Réunion", "06": "Mayotte", "11": "Île-de-France",
    "24": "Centre-Val de Loire", "27": "Bourgogne-Franche-Comté", "28": "Normandie", "32": "Hauts-de-France",
    "44": "Grand Est", "52": "Pays de la Loire", "53": "Bretagne", "75": "Nouvelle-Aquitaine", "76": "Occitanie",
    "84": "Auvergne-Rhône-Alpes", "93": "Provence-Alpes-Côte d’Azur", "94": "Corse",
  ]

  static let departements: [String: String] = [
    "01": "Ain", "02": "Aisne", "03": "Allier", "04": "Alpes-de-Haute-Provence", "05": "Hautes-Alpes",
    "06": "Alpes-Maritimes", "07": "Ardèche", "08": "Ardennes", "09": "Ariège", "10": "Aube", "11": "Aude",
    "12": "Aveyron", "13": "Bouches-du-Rhône", "14": "Calvados", "15": "Cantal", "16": "Charente",
    "17": "Charente-Maritime", "18": "Cher", "19": "Corrèze", "2A": "Corse-du-Sud", "2B": "Haute-Corse",
    "21": "Côte-d’Or", "22": "Côtes-d’Armor", "23": "Creuse", "24": "Dordogne", "25": "Doubs", "26": "Drôme",
    "27": "Eure", "28": "Eure-et-Loir", "29": "Finistère", "30": "Gard", "31": "Haute-Garonne", "32": "Gers",
    "33": "Gironde", "34": "Hérault", "35": "Ille-et-Vilaine", "36": "Indre", "37": "Indre-et-Loire", "38": "Isère",
    "39": "Jura", "40": "Landes", "41": "Loir-et-Cher", "42": "Loire", "43": "Haute-Loire", "44": "Loire-Atlantique",
    "45": "Loiret", "46": "Lot", "47": "Lot-et-Garonne", "48": "Lozère", "49": "Maine-et-Loire", "50": "Manche",
    "51": "Marne", "52": "Haute-Marne", "53": "Mayenne", "54": "Meurthe-et-Moselle", "55": "Meuse", "56": "Morbihan",
    "57": "Moselle", "58": "Nièvre", "59": "Nord", "60": "Oise", "61": "Orne", "62": "Pas-de-Calais",
    "63": "Puy-de-Dôme", "64": "Pyrénées-Atlantiques", "65": "Hautes-Pyrénées", "66": "Pyrénées-Orientales",
    "67": "Bas-Rhin", "68": "Haut-Rhin", "69": "Rhône", "70": "Haute-Saône", "71": "Saône-et-Loire", "72": "Sarthe",
    "73": "Savoie", "74": "Haute-Savoie", "75": "Paris", "76": "Seine-Maritime", "77": "Seine-et-Marne",
    "78": "Yvelines", "79": "Deux-Sèvres", "80": "Somme", "81": "Tarn", "82": "Tarn-et-Garonne", "83": "Var",
    "84": "Vaucluse", "85": "Vendée", "86": "Vienne", "87": "Haute-Vienne", "88": "Vosges", "89": "Yonne",
    "90": "Territoire de Belfort", "91": "Essonne", "92": "Hauts-de-Seine", "93": "Seine-Saint-Denis",
    "94": "Val-de-Marne", "95": "Val-d’Oise", "971": "Guadeloupe", "972": "Martinique", "973": "Guyane",
    "974": "La Réunion", "976": "Mayotte",
  ]
}
