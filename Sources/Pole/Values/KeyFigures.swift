import Bytes

/// Figures the fact sheet prints about the area around the Pôle, exactly as printed.
public struct KeyFigures: Sendable, Equatable {
  /// A figure, as printed.
  public struct Figure: Sendable, Equatable {
    /// Code of the family in the register of figures, by which the two can be compared.
    public var family: String
    /// Code of the measure in the register of figures.
    public var measure: String
    /// The number as printed: 6.6 with unit `%` is a share of 0.066.
    public var value: Double
    /// The unit in words, `%` for a share.
    public var unit: Text
    /// What the figure counts, when the unit does not say it.
    public var label: Text?
    /// The whole that a share is a share of.
    public var of: Text?
    /// The area that the source gives for that whole.
    public var ofArea: String?
    /// The wording of the source, when it matters.
    public var printed: String?
    /// 1-based line of the figure in the project file.
    public var line: Int
  }

  /// Name of the area the figures are about.
  public var area: String
  /// Code of that area in the register of figures.
  public var areaCode: String
  /// What the figures rest on.
  public var support: Support
  /// The heading of the figures in the source, when it matters.
  public var printed: String?
  /// The figures, in the order of the file.
  public var figures: [Figure]

  init(reading node: DocumentNode) throws(Problem) {
    let what = Text(same: "key_figures")
    try node.allow(["area", "area_code", "printed", "figures"] + Support.keys, in: what)
    area = try node.required("area", in: what).words(Text(same: "area"))
    areaCode = try node.required("area_code", in: what).words(Text(same: "area_code"))
    support = try Support(reading: node, in: what)
    printed = try node["printed"]?.words(Text(same: "printed"))
    figures = try node.required("figures", in: what).list(Text(same: "figures"), Figure.init(reading:))
  }

  /// The heading, when it is printed, and the figures, in words.
  public var statements: [Statement] {
    let section = Text("Chiffres clés\u{202F}: \(area)", "Key figures: \(area)")
    let heading = printed.map {
      [Statement(section, Text("périmètre\u{202F}: \(area)", "area: \(area)"), support, printed: $0)]
    }
    return (heading ?? []) + figures.map { Statement(section, $0.text, support, printed: $0.printed) }
  }
}

extension KeyFigures.Figure {
  init(reading node: DocumentNode) throws(Problem) {
    let what = Text("un chiffre clé", "a key figure")
    try node.allow(["family", "measure", "value", "unit", "label", "of", "of_area", "printed"], in: what)
    family = try node.required("family", in: what).words(Text(same: "family"))
    measure = try node.required("measure", in: what).words(Text(same: "measure"))
    value = try node.required("value", in: what).number(Text(same: "value"))
    unit = try node.required("unit", in: what).text(Text(same: "unit"))
    label = try node["label"]?.text(Text(same: "label"))
    of = try node["of"]?.text(Text(same: "of"))
    ofArea = try node["of_area"]?.words(Text(same: "of_area"))
    printed = try node["printed"]?.words(Text(same: "printed"))
    line = node.line
  }

  /// The figure in words: "associations: 89% of the employer establishments of the ESS (France)".
  public var text: Text {
    func words(_ language: Language) -> String {
      let percent = unit.fr == "%"
      let number = Numerals(language).short(value, 6)
      var out = label.map { $0[language] + (language == .fr ? "\u{202F}: " : ": ") } ?? ""
      out += percent ? number + (language == .fr ? "\u{202F}%" : "%") : number + " " + unit[language]
      if let of { out += " " + of[language] }
      if let ofArea { out += " (\(ofArea))" }
      return out
    }
    return Text(words(.fr), words(.en))
  }
}
