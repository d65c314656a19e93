import Bytes
import Cartography
import Maps

/// A map of the atlas: the full map, and the forms that its page shows.
struct Plate: Sendable {
  /// File name without extension.
  var name: String
  var drawing: Drawing
  /// The drawings that the page shows instead of the full map.
  var shown: [Form: Drawing] = [:]

  /// A way a map is drawn.
  enum Form: Int, CaseIterable, Sendable {
    /// Every vertex, for print and for other programs.
    case full
    /// As wide as the full map, with the vertices that a screen can show.
    case screen
    /// In one column, for a phone.
    case phone

    /// Screens of at most this width in px show the phone's form, because
    /// the names of the other would be too small.
    static let narrow = 820

    func file(_ name: String) -> String {
      switch self {
      case .full: name
      case .screen: name + "-screen"
      case .phone: name + "-phone"
      }
    }
  }

  /// The files of its drawings.
  func files(in folder: String) -> [(name: String, drawing: Drawing)] {
    let all = [(Form.full, drawing)] + Form.allCases.compactMap { form in shown[form].map { (form, $0) } }
    return all.map { form, drawing in ("\(folder)/\(form.file(name)).svg", drawing) }
  }

  /// The file of a form and its drawing; the full map when there is no drawing in that form.
  func file(_ form: Form, in folder: String) -> (name: String, drawing: Drawing) {
    let form = shown[form] == nil ? .full : form
    return ("\(folder)/\(form.file(name)).svg", shown[form] ?? drawing)
  }
}

/// The look of the maps of an atlas, and the forms in which each is drawn.
struct Look: Sendable {
  var language: Language
  var theme: Theme
  var forms: [Plate.Form]

  /// A screen gets maps of its own when it cannot show all vertices of the full ones.
  init(_ language: Language, _ theme: Theme, of subject: Subject) {
    self.language = language
    self.theme = theme
    forms = subject.isFiner(thanMapOf: MapRequest().width) ? Plate.Form.allCases : [.full, .phone]
  }

  var request: MapRequest { MapRequest(language: language, theme: theme) }

  /// A map in every form.
  func plate(_ name: String, _ map: any ProjectMap, _ subject: Subject, _ request: MapRequest) throws(Problem) -> Plate
  {
    var plate = Plate(name: name, drawing: try map.draw(subject, request).drawing)
    for form in forms where form != .full { plate.shown[form] = try map.draw(subject, request.drawn(as: form)).drawing }
    return plate
  }
}

extension MapRequest {
  func drawn(as form: Plate.Form) -> MapRequest {
    guard form != .full else { return self }
    var request = self
    request.isForPage = true
    if form == .phone { request.width = 375 }
    return request
  }
}
