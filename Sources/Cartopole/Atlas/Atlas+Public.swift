import Bytes
import Cartography
import Maps
import Reach
import Statistics
import Territory

extension Atlas {
  /// Names of the page to hand out and of the picture to project.
  static let publicFiles = (handout: "handout.pdf", slide: "slide.png")

  /// The sheet of an atlas that may leave the house: the map of coverage, five figures, three reservations.
  func publicSheet() throws(Problem) -> PublicSheet {
    let request = MapRequest(language: language, width: 820, theme: look.theme)
    return PublicSheet(
      title: title, lead: subject.territoryName[language], map: try CoverageMap().draw(subject, request).drawing,
      facts: try facts().prefix(5).map { PublicSheet.Fact($0.value[language], said($0.words)) },
      caution: Text.whatFiguresDoNotSay[language], reservations: reservations.prefix(3).map(said),
      foot: Text.detailsAreInIndexPage[language])
  }

  /// What can be said in a number, the most telling first.
  private func facts() throws(Problem) -> [(value: Text, words: Text)] {
    var facts: [(value: Text, words: Text)] = []
    func tell(_ value: Int, _ words: Text) {
      facts.append((Text(Numerals(.fr).integer(value), Numerals(.en).integer(value)), words))
    }
    let layer = project.studyArea.layer
    let people = layer.population.words
    tell(
      layer.count,
      Text("communes, \(people.fr) (", "communes, \(people.en) (") + project.pole.populations.label + Text(same: ")"))
    let parents = Set(project.pole.actions.compactMap(\.parent))
    let own = project.pole.actions.filter { !parents.contains($0.id) }
    let (done, planned) = (own.count { $0.status == .realised }, own.count { $0.status == .planned })
    tell(
      done,
      Text(
        done > 1 ? "actions réalisées, \(planned) en projet" : "action réalisée, \(planned) en projet",
        done == 1 ? "action realised, \(planned) planned" : "actions realised, \(planned) planned"))
    let reaching = coverage.reaching(.realised)
    if !reaching.isEmpty {
      let left = coverage.blindSpots(.realised)
      let isAssumed = reaching.contains { $0.basis == .assumption }
      tell(
        project.studyArea.territory.count - left.count,
        isAssumed ? Text.communesWouldBeReached : Text.communesAreReached)
      if let outside = layer.population(left).total {
        let communes = Phrases.communes(left.count)
        tell(
          outside,
          isAssumed ? Text.inhabitantsWouldRemainUnreached(communes) : Text.inhabitantsLiveOutOfReach(communes))
      }
    }
    if let share = try shareOfJobs() { facts.append(share) }
    let groups = Set(layer.communes.compactMap(\.epciName)).count
    if groups > 0 { tell(groups, Text.intermunicipalBodiesToday) }
    return facts
  }

  /// The last published share of the social economy in the jobs of the département that has most of the communes.
  private func shareOfJobs() throws(Problem) -> (value: Text, words: Text)? {
    guard project.pole.territory.figures != nil else { return nil }
    var counts: [String: Int] = [:]
    for commune in project.studyArea.layer.communes {
      if let code = commune.departement { counts[code, default: 0] += 1 }
    }
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
    let rows = try project.register().figures(
      area: most, level: AreaLevel.departement.rawValue, measure: .shareOfJobs, family: .all)
    guard let last = rows.filter({ $0.reference != nil }).max(by: { $0.reference!.days < $1.reference!.days }),
      let date = last.reference
    else { return nil }
    return (
      last.printedValue,
      Text.socialEconomyShareOfJobs(last.area) + date.label + Text(same: " (\(last.publication.publisher))")
    )
  }

  /// What a reader must not conclude.
  private var reservations: [Text] {
    var told: [Text] = []
    let support = project.pole.territory.support
    if support.basis == .assumption, let reason = support.reason { told.append(Text.assumedListOfCommunes(reason)) }
    let assumed = coverage.reaches.count { $0.hasRules && $0.basis == .assumption }
    let ruled = coverage.reaches.count(where: \.hasRules)
    if assumed > 0 { told.append(Text.nobodyMeasuredTheseRanges(assumed, ruled)) }
    return told + [Text.inhabitantsAreNotBeneficiaries, Text.distancesAreBetweenTownHalls, Text.mapHasNoOfficialStatus]
  }
}
