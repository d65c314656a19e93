import Bytes
import Pole
import Reach
import Statistics
import Territory

/// Tables on how visible the Pôle is.
public enum VisibilityTables {
  /// The name that the index may have: it is a share only when every strength comes from a source.
  public static func name(_ visibility: Visibility) -> Text {
    visibility.isShare ? Text.shareWhoSeeThePole : Text.visibilityIndexUnderAssumptions
  }

  /// The finding. When it rests on assumptions it is an example of a calculation, in the conditional and in communes:
  /// invented parameters make no inhabitants.
  public static func finding(_ visibility: Visibility) -> Text {
    let rows = visibility.index.indices.filter(visibility.isLow)
    let total = visibility.index.count
    if visibility.isAssumed { return Text.poleWouldBeLittleSeen(Phrases.some(rows.count, of: total)) }
    let people = visibility.studyArea.layer.population(rows).words
    return Text.poleIsHardToSee(Phrases.some(rows.count, of: total), people)
  }

  /// Every commune with its index, its rank and what each channel adds.
  public static func communes(_ visibility: Visibility) -> Table {
    let layer = visibility.studyArea.layer
    let ranks = visibility.ranks
    let order = layer.communes.indices.sorted {
      (ranks[$0], layer.communes[$0].insee) < (ranks[$1], layer.communes[$1].insee)
    }
    var columns = [
      Table.Column("rank", Text("Rang", "Rank")), .insee, .commune, .inhabitants,
      Table.Column("visibility", Text("Indice", "Index")), Table.Column("low", Text("Lecture", "Reading")),
    ]
    columns += visibility.model.channels.map {
      Table.Column("contribution_" + $0.id.replacing("-", with: "_"), Text("dont ", "of which ") + $0.name)
    }
    columns += visibility.model.channels.map {
      Table.Column("term_" + $0.id.replacing("-", with: "_"), $0.name, isDetail: true)
    }
    columns += [
      .position, .basis,
    ]
    let channels = visibility.model.channels.indices
    let rows = order.map { row -> [Table.Value] in
      let commune = layer.communes[row]
      let reading =
        visibility.isLow(row)
        ? Table.Value.word(visibility.isAssumed ? lowAssumed : lowStated, key: "true")
        : Table.Value.word(Text.empty, key: "false")
      var values: [Table.Value] = [
        .integer(ranks[row]), .text(commune.insee), .text(commune.name), .inhabitants(of: commune),
        .number(visibility.index[row], decimals: 2), reading,
      ]
      values += channels.map { .number(visibility.contribution($0, row), decimals: 2) }
      values += channels.map { .number(visibility.terms[$0][row], decimals: 2) }
      return values + [ReachTables.position(commune), ReachTables.basis(visibility.basis)]
    }
    let mean = Phrases.mean(visibility, 3)
    let threshold = Text.printed { $0.short(visibility.model.threshold, 2) }
    return Table(
      name: "visibility", title: finding(visibility), columns: columns, rows: rows,
      notes: [Text.howVisibilityIndexIsRead(mean, threshold)] + [refutation]
        + (unmeasured(visibility).map { [$0] } ?? []) + [ReachTables.positionNote(visibility.studyArea.layer)])
  }

  private static let refutation = Text.whatWouldRefuteTheModel

  private static let lowAssumed = Text.hardToSeeUnderAssumptions
  private static let lowStated = Text("peu visible", "hard to see")

  /// Why the index is not a share of inhabitants; `nil` when it is one.
  private static func unmeasured(_ visibility: Visibility) -> Text? {
    guard !visibility.isShare else { return nil }
    let assumed = visibility.model.channels.filter { $0.support.basis == .assumption }
    guard !assumed.isEmpty else { return Text.strengthsAreDeclared }
    let which =
      assumed.count == visibility.model.channels.count
      ? Text("Aucune force n’est mesurée", "No strength is measured")
      : Text("Des forces sont supposées", "Some strengths are assumed")
    return which + Text.replaceStrengthByObservedShare
  }

  /// The channels with their parameters and reasons.
  public static func channels(_ visibility: Visibility) -> Table {
    Table(
      name: "visibility-channels", title: Text("Canaux de visibilité", "Channels of visibility"),
      columns: [
        Table.Column("channel", Text("Identifiant", "Id")), Table.Column("name", Text("Canal", "Channel")),
        Table.Column("strength", Text("Force p", "Strength p")), Table.Column("decay", Text("Décroissance", "Decay")),
        Table.Column("s_km", Text("Échelle s (km)", "Scale s (km)")), .basis,
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
      name: "visibility-sensitivity", title: Text.ifOneParameterWereWrong,
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
          .word(row.isCapped ? Text("oui", "yes") : Text.empty, key: row.isCapped ? "true" : "false"),
          .number(row.meanChange, decimals: 4), .number(row.tau, decimals: 3), .integer(row.low),
        ]
      }, notes: [together(sensitivity)])
  }

  /// What all parameters together can do, which is more than one at a time shows.
  private static func together(_ sensitivity: Sensitivity) -> Text {
    let all = sensitivity.together
    return Text.allParametersDrawnTogether(
      .printed { $0.integer(all.draws) }, all.least, all.most, all.lower, all.upper)
  }

  /// The names of `strength` and `s_km` for people.
  private static func parameter(_ key: String) -> Text {
    key == "strength" ? Text("force p", "strength p") : Text("échelle s (km)", "scale s (km)")
  }

  /// The index before and after a scenario, commune by commune, the largest gains first.
  public static func comparison(_ before: Visibility, _ after: Visibility, _ title: Text) -> Table {
    let layer = before.studyArea.layer
    let gains = before.index.indices.map { after.index[$0] - before.index[$0] }
    let order = before.index.indices.sorted {
      (gains[$0], layer.communes[$1].insee) > (gains[$1], layer.communes[$0].insee)
    }
    let low = (before.index.indices.count(where: before.isLow), after.index.indices.count(where: after.isLow))
    let means = (Phrases.mean(before, 3), Phrases.mean(after, 3))
    return Table(
      name: "visibility-scenario", title: Text.hardToSeeCommunesChange(title, low.0, low.1),
      columns: [
        .insee, .commune, .inhabitants,
        Table.Column("before", Text("Avant", "Before")), Table.Column("after", Text("Après", "After")),
        Table.Column("change", Text("Écart", "Change")), .basis,
      ],
      rows: order.map { row in
        [
          .text(layer.communes[row].insee), .text(layer.communes[row].name), .inhabitants(of: layer.communes[row]),
          .number(before.index[row], decimals: 2), .number(after.index[row], decimals: 2),
          .number(gains[row], decimals: 2), ReachTables.basis(after.basis),
        ]
      }, notes: [Text.meanBeforeAndAfter(means.0, means.1)])
  }
}
