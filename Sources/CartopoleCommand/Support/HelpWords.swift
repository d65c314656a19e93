import ArgumentParser

// A command, option or flag is declared with what its help page says: in French, in English, and the name of its value.

extension CommandConfiguration {
  /// A command, what it does, and an example.
  init(
    _ name: String, _ fr: String, _ en: String, discussion: String, version: String = "",
    subcommands: [any ParsableCommand.Type] = [], groupedSubcommands: [CommandGroup] = []
  ) {
    self.init(
      commandName: name, abstract: say(fr, en), discussion: discussion, version: version, subcommands: subcommands,
      groupedSubcommands: groupedSubcommands)
  }
}

extension Option where Value: ExpressibleByArgument {
  /// An option with a value of its own where none is given.
  init(
    wrappedValue: Value, name: NameSpecification = .long, parsing: SingleValueParsingStrategy = .next, _ fr: String,
    _ en: String, _ value: String? = nil, completion: CompletionKind? = nil
  ) {
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: parsing, help: .words(fr, en, value), completion: completion)
  }

  /// An option that must be given.
  init(
    name: NameSpecification = .long, _ fr: String, _ en: String, _ value: String? = nil,
    completion: CompletionKind? = nil
  ) {
    self.init(name: name, help: .words(fr, en, value), completion: completion)
  }
}

extension Option {
  /// An option that may be left out.
  init<T: ExpressibleByArgument>(
    name: NameSpecification = .long, parsing: SingleValueParsingStrategy = .next, _ fr: String, _ en: String,
    _ value: String? = nil, completion: CompletionKind? = nil
  ) where Value == T? {
    self.init(name: name, parsing: parsing, help: .words(fr, en, value), completion: completion)
  }

  /// An option that may be given several times.
  init<T: ExpressibleByArgument>(
    wrappedValue: [T], name: NameSpecification = .long, _ fr: String, _ en: String, _ value: String? = nil
  ) where Value == [T] {
    self.init(wrappedValue: wrappedValue, name: name, parsing: .singleValue, help: .words(fr, en, value))
  }
}

extension Option where Value == String? {
  /// The path of a file, which may be left out.
  init(file fr: String, _ en: String) { self.init(fr, en, "file", completion: .file()) }
}

extension Option where Value == Double? {
  /// A number, with a decimal comma or point, which may be left out.
  init(number fr: String, _ en: String, _ value: String) {
    self.init(parsing: .unconditional, help: .words(fr, en, value), transform: Double.typed)
  }
}

extension Option where Value == Double {
  /// A number, with a decimal comma or point.
  init(wrappedValue: Double, number fr: String, _ en: String, _ value: String) {
    self.init(
      wrappedValue: wrappedValue, parsing: .unconditional, help: .words(fr, en, value), transform: Double.typed)
  }
}

extension Flag where Value == Bool {
  /// A flag that is off until it is given.
  init(wrappedValue: Bool, name: NameSpecification = .long, _ fr: String, _ en: String) {
    self.init(wrappedValue: wrappedValue, name: name, help: .words(fr, en))
  }
}
