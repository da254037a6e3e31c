import Mustache

/// A value that a template may show; text is escaped before it gets here.
enum TemplateValue: Sendable {
  /// Markup or escaped text; empty text counts as absent.
  case text(String)
  /// Text that few templates ask for, and that takes some work.
  case later(@Sendable () -> String)
  /// A flag.
  case flag(Bool)
  /// Names of its own.
  case object(TemplateObject)
  /// Objects one after the other; an empty list counts as absent.
  case list([TemplateObject])
}

/// Names with values, as the engine asks for them; no reflection is needed.
struct TemplateObject: MustacheParent, Sendable {
  private let values: [String: TemplateValue]

  init(_ values: [String: TemplateValue]) {
    self.values = values
  }

  /// The value called `name`.
  subscript(name: String) -> TemplateValue? {
    let value = values[name]
    if case .later(let text)? = value { return .text(text()) }
    return value
  }

  func child(named name: String) -> Any? {
    switch self[name] {
    case .text(let text): text.isEmpty ? nil : text
    case .flag(let flag): flag
    case .object(let object): object
    case .list(let list): list.isEmpty ? nil : list
    case .later, nil: nil
    }
  }
}
