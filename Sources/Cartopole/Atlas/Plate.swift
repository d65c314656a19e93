import Bytes
import Cartography
import Maps

/// A map of the atlas: in full, and as its page shows it.
struct Plate: Sendable {
  /// File name without extension.
  var name: String
  var drawing: Drawing
  /// What the page shows instead of the full map.
  var shown: [Form: Drawing] = [:]

  /// A way a map is drawn.
  enum Form: Int, CaseIterable, Sendable {
    /// Every vertex, for print and for other programs.
    case full
    /// As wide, with what a screen can show of it.
    case screen
    /// In one column.
    case phone

    /// Screens up to so many px wide show the phone’s: on a tablet the names of the other would be too small.
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

  /// The file of a form and its drawing, the full map where it is not drawn in that form.
  func file(_ form: Form, in folder: String) -> (name: String, drawing: Drawing) {
    let form = shown[form] == nil ? .full : form
    return ("\(folder)/\(form.file(name)).svg", shown[form] ?? drawing)
  }
}

/// How the maps of an atlas look, and the forms each is drawn in.
struct Look: Sendable {
  var language: Language
  var theme: Theme
  var forms: [Plate.Form]

  /// A screen gets maps of its own where it cannot show the full ones.
  init(_ language: Language, _ theme: Theme, of subject: Subject) {
    self.language = language
    self.theme = theme
    forms = subject.isFiner(thanMapOf: MapRequest().width) ? Plate.Form.allCases : [.full, .phone]
  }

  var request: MapRequest { MapRequest(language: language, theme: theme) }

  /// A map in every form.
  func plate(
    _ name: String, _ request: MapRequest, _ draw: (MapRequest) throws(Problem) -> Drawing
  ) throws(Problem) -> Plate {
    var plate = Plate(name: name, drawing: try draw(request))
    for form in forms where form != .full { plate.shown[form] = try draw(request.drawn(as: form)) }
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
