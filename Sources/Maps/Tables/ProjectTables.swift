import Bytes
import Pole
import Projections
import Territory

/// Tables on the project itself.
public enum ProjectTables {
  /// Every commune of the territory.
  public static func communes(_ subject: Subject) -> Table {
    let areas = subject.areas()
    let home = subject.studyArea.home
    let order = subject.layer.communes.indices.sorted {
      subject.layer.communes[$0].insee < subject.layer.communes[$1].insee
    }
    let rows = order.map { row -> [Table.Value] in
      let commune = subject.layer.communes[row]
      return [
        .text(commune.insee), .text(commune.name), .inhabitants(of: commune), .number(areas[row], decimals: 2),
        .figure(commune.population.map { .number(Double($0) / areas[row]) } ?? .notAvailable, decimals: 0),
        .text(commune.cantonName ?? ""), .text(commune.epciName ?? ""), ReachTables.distance(commune, from: home),
        ReachTables.position(commune),
      ]
    }
    let (communes, cantons) = (Phrases.communes(subject.layer.count), Phrases.cantons(subject.layer))
    let hasCantons = subject.layer.communes.contains { $0.canton != nil }
    let people = subject.layer.population.words
    let area = areas.reduce(0, +)
    return Table(
      name: "communes",
      title: Text(
        "\(subject.territoryName.fr) : \(communes.fr), \(cantons.fr)\(people.fr), \(Numerals(.fr).decimal(area, 1)) km²",
        "\(subject.territoryName.en): \(communes.en), \(cantons.en)\(people.en), \(Numerals(.en).decimal(area, 1)) km²"),
      columns: [
        .insee, .commune, .inhabitants, Table.Column("area_km2", Text("Surface (km²)", "Area (km²)")),
        Table.Column("population_per_km2", Text("Habitants au km²", "Inhabitants per km²"), isFigure: true),
        Table.Column("canton", Phrases.canton(subject.layer), isDetail: !hasCantons),
        Table.Column("epci", Text("EPCI actuel", "EPCI today")),
        Table.Column("distance_km", Text("Distance au Pôle (km)", "Distance to the Pôle (km)")), .position,
      ], rows: rows,
      notes: [
        Phrases.territorySource(subject.pole) + Text(same: "."), ReachTables.positionNote(subject.layer),
        subject.pole.populations.label.capitalised + Text.geodesicAreasOfGeneralisedOutlines,
      ])
  }

  /// The statements of the project's document, section by section.
  public static func identity(_ pole: Pole) -> Table {
    Table(
      name: "identity",
      title: pole.hasFactSheet
        ? Text("Le Pôle, d’après sa fiche", "The Pôle, from its fact sheet")
        : Text("Le Pôle, d’après son projet", "The Pôle, from its project"),
      columns: [
        Table.Column("section", Text("Rubrique", "Section")), Table.Column("statement", Text("Fait", "Fact")),
        Table.Column("printed", Text("Formule d’origine", "As printed")), .basis,
      ],
      rows: pole.statements.map { statement in
        [
          .word(statement.section, key: statement.section.fr), .word(statement.text, key: statement.text.fr),
          .text(statement.printed ?? ""), basis(statement.support.basis, pole),
        ]
      })
  }

  private static func basis(_ basis: Basis, _ pole: Pole) -> Table.Value {
    guard basis == .source, pole.hasFactSheet else { return ReachTables.basis(basis) }
    return .word(Text("fiche du Pôle", "fact sheet"), key: basis.rawValue)
  }

  /// Why something is assumed.
  static func reason(_ support: Support) -> Table.Value { support.reason.map { .word($0, key: $0.fr) } ?? .text("") }

  /// Everything that rests on an assumption: what is supposed, and why.
  public static func assumptions(_ pole: Pole) -> Table {
    var rows: [[Table.Value]] = []
    func add(_ subject: Text, _ key: String, _ support: Support) {
      guard support.basis == .assumption else { return }
      rows.append([.word(subject, key: key), reason(support)])
    }
    add(Text("Liste des communes", "List of communes"), "territory", pole.territory.support)
    for site in pole.sites {
      add(Text("Site « \(site.name.fr) »", "Site \"\(site.name.en)\""), "sites.\(site.id)", site.support)
      add(
        Text("Position de « \(site.name.fr) »", "Position of \"\(site.name.en)\""), "sites.\(site.id).position",
        site.positionSupport)
    }
    for action in pole.actions {
      if let support = action.ruleSupport {
        add(
          Text("Portée de « \(action.title.fr) »", "Reach of \"\(action.title.en)\""), "actions.\(action.id).reach",
          support)
      }
    }
    if let model = pole.visibility {
      add(Text("Seuil de « peu visible »", "Threshold of \"hard to see\""), "visibility.threshold", model.support)
      for channel in model.channels {
        add(
          Text("Force et portée du canal « ", "Strength and range of channel \"") + channel.name + Text(" »", "\""),
          "visibility.channels.\(channel.id)", channel.support)
      }
    }
    return Table(
      name: "assumptions", title: Text.assumptionsNobodyStated,
      columns: [Table.Column("subject", Text("Sur quoi", "About")), Table.Column("reason", Text("Raison", "Reason"))],
      rows: rows, notes: [Text.eachCanBeReplaced])
  }
}
