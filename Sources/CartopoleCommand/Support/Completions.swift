import ArgumentParser
import Cartopole

extension CompletionKind {
  /// The actions of the project that the line names, else of the one at hand.
  static var actions: CompletionKind {
    .custom { words, _, _ in
      let place = words.lastIndex(of: "--project").flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
      return (try? Project.open(place))?.pole.actions.map(\.id) ?? []
    }
  }

  /// The class methods.
  static var methods: CompletionKind { .list(ClassMethods.all.map { $0.name }) }

  /// The palettes, by name.
  static var palettes: CompletionKind { .list(PaletteFamily.all.map(\.name)) }

  /// The themes of maps.
  static var themes: CompletionKind { .list(Theme.all.map(\.name)) }
}
