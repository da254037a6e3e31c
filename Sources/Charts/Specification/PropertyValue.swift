import Documents

/// The value of a style property: of a mark, an axis, a legend, a title or the configuration.
indirect enum PropertyValue: Sendable {
  /// A number.
  case number(Double)
  /// Text: a word of an enumeration, a colour, a font.
  case text(String)
  /// True or false.
  case boolean(Bool)
  /// Several values.
  case list([PropertyValue])
  /// None: `null`, which in this grammar often turns something off.
  case null
  /// An expression that is evaluated for each item.
  case expression(Expression)
  /// The first value whose test holds, else the last: `{condition: …, value: …}`.
  case conditional([(test: Predicate, value: PropertyValue)], otherwise: PropertyValue)

  /// The number, where it is one.
  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The text, where it is one.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The truth, where it is one.
  var boolean: Bool? {
    guard case .boolean(let truth) = self else { return nil }
    return truth
  }

  /// The numbers of a list of numbers.
  var numbers: [Double]? {
    guard case .list(let values) = self else { return nil }
    return values.compactMap(\.number)
  }

  /// The texts of a list of texts, or the one text.
  var lines: [String]? {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.compactMap(\.text)
    default: nil
    }
  }

  /// Whether it is `null` or `false`.
  var isOff: Bool {
    switch self {
    case .null, .boolean(false): true
    default: false
    }
  }

  /// The value as a datum.
  var datum: Datum {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .text(text)
    case .boolean(let truth): .boolean(truth)
    case .list(let values): .list(values.map(\.datum))
    case .null, .expression, .conditional: .null
    }
  }
}

/// What a property's value may be.
enum PropertyKind: Sendable {
  case number, text, boolean, color, numbers
  /// The name of a symbol.
  case shape
  /// An expression.
  case expression
  /// A place in px, or one of the words `width` and `height`.
  case place
  /// A word of several.
  case choice([String])
  /// Text, or a list of lines.
  case lines
  /// A number or text.
  case numberOrText
  /// A number, or a width within a band: `{band: 0.7}`.
  case size
  /// Read by whoever owns it.
  case any
}

/// The keys of a set of properties, in the order in which messages list them.
protocol PropertyKey: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// What is read and has no effect, since it has no meaning here.
  static var withoutEffect: Set<Self> { get }
  /// What the value may be.
  var kind: PropertyKind { get }
  /// What it may depend on.
  var variation: PropertyVariation { get }
}

/// What the value of a property may depend on.
enum PropertyVariation: Sendable {
  /// On nothing: it is the same for all.
  case none
  /// On the item: `{expr: …}`.
  case item
  /// On the tick: `{expr: …}`, or `{condition: …, value: …}`.
  case tick
}

extension PropertyKey {
  var variation: PropertyVariation { .none }
}

/// Properties by their keys; what is absent is left to the configuration and the house.
struct Properties<Key: PropertyKey>: Sendable {
  private(set) var values: [Key: PropertyValue] = [:]

  subscript(key: Key) -> PropertyValue? {
    get { values[key] }
    set { values[key] = newValue }
  }

  /// The number of `key`, or nil where there is none.
  func number(_ key: Key) -> Double? { values[key]?.number }
  /// The text of `key`, or nil where there is none.
  func text(_ key: Key) -> String? { values[key]?.text }
  /// The truth of `key`, or nil where there is none.
  func boolean(_ key: Key) -> Bool? { values[key]?.boolean }

  /// The expression of `key`, or nil where there is none.
  func expression(_ key: Key) -> Expression? {
    guard case .expression(let expression)? = values[key] else { return nil }
    return expression
  }

  /// These properties, and those of `base` that they do not say.
  func over(_ base: Properties) -> Properties {
    guard !values.isEmpty else { return base }
    guard !base.values.isEmpty else { return self }
    var result = self
    result.values.merge(base.values) { own, _ in own }
    return result
  }
}
