import Bytes
import Pole
import Reach
import Territory

extension PointsMap {
  /// Makes a map of the structures and members that a project places, each at its commune unless the project lets it
  /// be drawn where it is; natural persons and what is diffused in part have neither name nor address. `nil` when
  /// the project places none.
  public init?(of pole: Pole, on studyArea: StudyArea) {
    let entries = Self.entries(of: pole)
    guard !entries.isEmpty else { return nil }
    let finder = CommuneFinder(studyArea.layer)
    var away: [String] = []
    var moved: [String] = []
    places = entries.map { entry in
      let location = entry.location
      let said = location.commune.flatMap { text -> Int? in
        if case .row(let row) = finder.names.find(text) { row } else { nil }
      }
      let holds = location.longitude.flatMap { x in location.latitude.flatMap { y in finder.commune(at: x, y) } }
      let name = location.isPrivate ? nil : entry.name
      let words = name ?? "pole.yaml:\(location.line)"
      if let said, let holds, said != holds { moved.append(words) }
      let row = holds ?? said
      if row == nil { away.append(words) }
      return LocatedPlace(
        label: name, category: entry.kind.fr, longitude: location.isExact ? location.longitude : nil,
        latitude: location.isExact ? location.latitude : nil, commune: row)
    }
    if Set(places.map(\.category)).count > Self.mostCategories {
      for index in places.indices { places[index].category = nil }
    }
    words = Dictionary(entries.map { ($0.kind.fr, $0.kind) }) { first, _ in first }
    source = Text.sourceOfStructuresAndMembers
    if !away.isEmpty { notes.append(Text.placesOutsideTheTerritory(away.joined(separator: ", "))) }
    if !moved.isEmpty { notes.append(Text.positionsInAnotherCommune(moved.joined(separator: ", "))) }
  }

  /// Every structure and listed member with a place, under the kind that the project gives it.
  private static func entries(of pole: Pole) -> [(name: String?, kind: Text, location: Location)] {
    let structures = pole.structures.compactMap { structure in
      structure.location.map { (name: String?.some(structure.name), kind: structure.kind, location: $0) }
    }
    let members = (pole.members?.groups ?? []).flatMap { group in
      group.list.compactMap { member in member.location.map { (name: member.name, kind: group.kind, location: $0) } }
    }
    return structures + members
  }

  /// The places of structures and members, when the project has some.
  public static func plates(_ subject: Subject) -> [(file: String, map: any ProjectMap)] {
    PointsMap(of: subject.pole, on: subject.studyArea).map { [(name, $0)] } ?? []
  }
}
