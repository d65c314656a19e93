import Bytes
import Pole
import Reach
import Statistics
import Territory

/// Tables on how visible the Pôle is.
public enum VisibilityTables {
  /// The name that the index may have: it is a share only when every strength comes from a source.
  public static func name(_ visibility: Visibility) -> Text {
    visibility.isShare
      ? Text("part des habitants qui voient le Pôle", "share of inhabitants who see the Pôle")
      : Text("indice de visibilité (hypothèses)", "visibility index (assumptions)")
  }

  /// The finding. When it rests on assumptions it is an example of a calculation, in the conditional and in communes:
  /// invented parameters make no inhabitants.
  public static func finding(_ visibility: Visibility) -> Text {
    let rows = visibility.index.indices.filter(visibility.isLow)
    let total = visibility.index.count
    if visibility.isAssumed {
      return Text(
        "Exemple de calcul, paramètres supposés : le Pôle serait peu visible de \(Phrases.some(rows.count, of: total).fr)",
        "Example of a calculation, assumed parameters: the Pôle would be hard to see from \(Phrases.some(rows.count, of: total).en)"
      )
    }
    let people = visibility.ground.layer.population(rows).words
    return Text(
      "Le Pôle est peu visible de \(Phrases.some(rows.count, of: total).fr) (\(people.fr))",
      "The Pôle is hard to see from \(Phrases.some(rows.count, of: total).en) (\(people.en))")
  }

  /// Every commune with its index, its rank and what each channel adds.
  public static func communes(_ visibility: Visibility) -> Table {
    let layer = visibility.ground.layer
    let ranks = visibility.ranks
    let order = layer.communes.indices.sorted {
      (ranks[$0], layer.communes[$0].insee) < (ranks[$1], layer.communes[$1].insee)
    }
    var columns = [
      Table.Column("rank", Text("Rang", "Rank")), Table.Column("insee", Text("Code", "Code")),
      Table.Column("name", Text("Commune", "Commune")), .inhabitants,
      Table.Column("visibility", Text("Indice", "Index")), Table.Column("low", Text("Lecture", "Reading")),
    ]
    columns += visibility.model.channels.map {
      Table.Column("contribution_" + $0.id.replacing("-", with: "_"), Text("dont ", "of which ") + $0.name)
    }
    columns += visibility.model.channels.map {
      Table.Column("term_" + $0.id.replacing("-", with: "_"), $0.name, isDetail: true)
    }
    columns += [
      Table.Column("position", Text("Mesurée depuis", "Measured from")),
      Table.Column("basis", Text("Fondement", "Basis")),
    ]
    let channels = visibility.model.channels.indices
    let rows = order.map { row -> [Table.Value] in
      let commune = layer.communes[row]
      let reading =
        visibility.isLow(row)
        ? Table.Value.word(visibility.isAssumed ? lowAssumed : lowStated, key: "true")
        : Table.Value.word(Text(same: ""), key: "false")
      var values: [Table.Value] = [
        .integer(ranks[row]), .text(commune.insee), .text(commune.name), .inhabitants(of: commune),
        .number(visibility.index[row], decimals: 2), reading,
      ]
      values += channels.map { .number(visibility.contribution($0, row), decimals: 2) }
      values += channels.map { .number(visibility.terms[$0][row], decimals: 2) }
      return values + [ReachTables.position(commune), ReachTables.basis(visibility.basis)]
    }
    let mean = Phrases.mean(visibility, 3)
    let threshold = (
      Numerals(.fr).short(visibility.model.threshold, 2), Numerals(.en).short(visibility.model.threshold, 2)
    )
    return Table(
      name: "visibility", title: finding(visibility), columns: columns, rows: rows,
      notes: [
        Text(
          "Indice de 0 à 1 : 1 − ∏(1 − p·g(d)), où p est la force d’un canal à sa source et g sa décroissance avec la distance. Moyenne pondérée par les habitants : \(mean.fr). « Peu visible » : moins de \(threshold.0). « dont » : ce que l’indice perdrait sans ce canal ; ces parts ne s’ajoutent pas.",
          "Index from 0 to 1: 1 − ∏(1 − p·g(d)), p being a channel's strength at its source and g its decay with distance. Mean over inhabitants: \(mean.en). \"Hard to see\": below \(threshold.1). \"of which\": what the index would lose without the channel; these parts do not add up."
        )
      ] + [refutation] + (unmeasured(visibility).map { [$0] } ?? []) + [
        ReachTables.positionNote(visibility.ground.layer)
      ])
  }

  private static let refutation = Text(
    "Ce qui réfuterait ce modèle : une enquête où la part de ceux qui connaissent le Pôle ne baisse pas avec la distance comme il le dit, ou des adresses d’usagers dont l’étalement contredit une échelle du simple au double.",
    "What would refute the model: a survey in which the share who know the Pôle does not fall with distance as it says, or users' addresses whose spread contradicts a scale by a factor of two."
  )

  private static let lowAssumed = Text("peu visible sous ces hypothèses", "hard to see under these assumptions")
  private static let lowStated = Text("peu visible", "hard to see")

  /// Why the index is not a share of inhabitants; `nil` when it is one.
  private static func unmeasured(_ visibility: Visibility) -> Text? {
    guard !visibility.isShare else { return nil }
    let assumed = visibility.model.channels.filter { $0.support.basis == .assumption }
    guard !assumed.isEmpty else {
      return Text(
        "Les forces sont déclarées : ce n’est pas une part d’habitants.",
        "The strengths are declared: this is no share of inhabitants.")
    }
    let which =
      assumed.count == visibility.model.channels.count
      ? Text("Aucune force n’est mesurée", "No strength is measured")
      : Text("Des forces sont supposées", "Some strengths are assumed")
    return which
      + Text(
        " : ce n’est pas une part d’habitants. Remplacez un strength: de pole.yaml par une part observée (enquête, tirage, fréquentation) avec basis: declared.",
        ": this is no share of inhabitants. Replace a strength: of pole.yaml by an observed share (survey, print run, visits) with basis: declared."
      )
  }

  /// The channels with their parameters and reasons.
  public static func channels(_ visibility: Visibility) -> Table {
    Table(
      name: "visibility-channels", title: Text("Canaux de visibilité", "Channels of visibility"),
      columns: [
        Table.Column("channel", Text("Identifiant", "Id")), Table.Column("name", Text("Canal", "Channel")),
        Table.Column("strength", Text("Force p", "Strength p")), Table.Column("decay", Text("Décroissance", "Decay")),
        Table.Column("s_km", Text("Échelle s (km)", "Scale s (km)")), Table.Column("basis", Text("Fondement", "Basis")),
        Table.Column("reason", Text("Raison", "Reason")),
      ],
      rows: visibility.model.channels.map { channel in
        [
          .text(channel.id), .word(channel.name, key: channel.name.en), .number(channel.strength, decimals: 2),
          .word(decay(channel.decay), key: channel.decay.rawValue),
          channel.scaleKilometres.map { .number($0, decimals: 0) } ?? .notApplicable,
          ReachTables.basis(channel.support.basis), ProjectTables.reason(channel.support),
        ]
      })
  }

  private static func decay(_ decay: Channel.Decay) -> Text {
    switch decay {
    case .none: Text("aucune", "none")
    case .exponential: Text("exponentielle", "exponential")
    case .gaussian: Text("gaussienne", "gaussian")
    case .threshold: Text("seuil", "threshold")
    }
  }

  /// The changes that one wrong parameter would make.
  public static func sensitivity(_ sensitivity: Sensitivity) -> Table {
    Table(
      name: "visibility-sensitivity",
      title: Text("Si un paramètre était faux de 20 %", "If one parameter were wrong by 20%"),
      columns: [
        Table.Column("channel", Text("Canal", "Channel")), Table.Column("parameter", Text("Paramètre", "Parameter")),
        Table.Column("factor", Text("Facteur", "Factor")), Table.Column("value", Text("Valeur", "Value")),
        Table.Column("capped", Text("Plafonné à 1", "Capped at 1")),
        Table.Column("mean_change", Text("Moyenne", "Mean")),
        Table.Column("kendall_tau_b", Text("τ-b des rangs", "τ-b of ranks")),
        Table.Column("low", Text("Communes peu visibles", "Communes hard to see")),
      ],
      rows: sensitivity.rows.map { row in
        [
          .text(row.channel), .word(parameter(row.parameter), key: row.parameter), .number(row.factor, decimals: 1),
          .number(row.value, decimals: 2),
          .word(row.isCapped ? Text("oui", "yes") : Text(same: ""), key: row.isCapped ? "true" : "false"),
          .number(row.meanChange, decimals: 4), .number(row.tau, decimals: 3), .integer(row.low),
        ]
      }, notes: [together(sensitivity)])
  }

  /// What all parameters together can do, which is more than one at a time shows.
  private static func together(_ sensitivity: Sensitivity) -> Text {
    let all = sensitivity.together
    let draws = (Numerals(.fr).integer(all.draws), Numerals(.en).integer(all.draws))
    return Text(
      "Tous les paramètres ensemble, chacun tiré au hasard entre la moitié et le double (\(draws.0) tirages, force au plus 1) : de \(all.least) à \(all.most) communes seraient peu visibles, entre \(all.lower) et \(all.upper) dans 95 tirages sur 100.",
      "All parameters together, each drawn between half and twice its value (\(draws.1) draws, strengths at most 1): from \(all.least) to \(all.most) communes would be hard to see, between \(all.lower) and \(all.upper) in 95 draws of 100."
    )
  }

  /// The names of `strength` and `s_km` for people.
  private static func parameter(_ key: String) -> Text {
    key == "strength" ? Text("force p", "strength p") : Text("échelle s (km)", "scale s (km)")
  }

  /// The index before and after a scenario, commune by commune, the largest gains first.
  public static func comparison(_ before: Visibility, _ after: Visibility, _ title: Text) -> Table {
    let layer = before.ground.layer
    let gains = before.index.indices.map { after.index[$0] - before.index[$0] }
    let order = before.index.indices.sorted {
      (gains[$0], layer.communes[$1].insee) > (gains[$1], layer.communes[$0].insee)
    }
    let low = (before.index.indices.count(where: before.isLow), after.index.indices.count(where: after.isLow))
    let means = (Phrases.mean(before, 3), Phrases.mean(after, 3))
    return Table(
      name: "visibility-scenario",
      title: Text(
        "\(title.fr) : les communes d’où le Pôle serait peu visible passeraient de \(low.0) à \(low.1)",
        "\(title.en): communes from which the Pôle would be hard to see would go from \(low.0) to \(low.1)"),
      columns: [
        Table.Column("insee", Text("Code", "Code")), Table.Column("name", Text("Commune", "Commune")), .inhabitants,
        Table.Column("before", Text("Avant", "Before")), Table.Column("after", Text("Après", "After")),
        Table.Column("change", Text("Écart", "Change")), Table.Column("basis", Text("Fondement", "Basis")),
      ],
      rows: order.map { row in
        [
          .text(layer.communes[row].insee), .text(layer.communes[row].name), .inhabitants(of: layer.communes[row]),
          .number(before.index[row], decimals: 2), .number(after.index[row], decimals: 2),
          .number(gains[row], decimals: 2), ReachTables.basis(after.basis),
        ]
      },
      notes: [
        Text(
          "Moyenne pondérée par les habitants : \(means.0.fr), puis \(means.1.fr). Simulation : ce n’est pas une décision du Pôle.",
          "Mean over inhabitants: \(means.0.en), then \(means.1.en). A simulation, not a decision of the Pôle.")
      ])
  }
}
