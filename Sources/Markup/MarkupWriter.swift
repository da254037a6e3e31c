import Bytes

/// The value of an attribute: text that will be escaped, a number, or nothing.
public enum AttributeValue: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral
{
  /// Text, escaped when written.
  case text(String)
  /// A number, written with at most three decimals.
  case number(Double)
  /// The name alone, as HTML's boolean attributes have it.
  case flag
  /// No attribute at all.
  case absent

  /// Text from a literal.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number from a literal.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A number from a literal.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
  /// Text, or no attribute where there is none.
  public init(_ text: String?) { self = text.map(AttributeValue.text) ?? .absent }
  /// A number.
  public init(_ number: Double) { self = .number(number) }
  /// A whole number.
  public init(_ number: Int) { self = .number(Double(number)) }
}

/// Writes HTML and SVG as a run of elements and text; all text is escaped, names are literals.
public struct MarkupWriter: Sendable {
  private var bytes: [UInt8] = []
  private var marks: [Fragment.Mark] = []

  /// Attributes in the order in which they are written.
  public typealias Attributes = KeyValuePairs<StaticString, AttributeValue>

  /// An empty writer.
  public init() {}

  /// What was written so far.
  public var fragment: Fragment { Fragment(bytes: bytes, marks: marks) }

  /// Writes a start tag.
  public mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an end tag.
  public mutating func close(_ name: StaticString) {
    bytes.append(contentsOf: "</".utf8)
    append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an element that has no content: an HTML void element, or a shape of SVG.
  public mutating func empty(_ name: StaticString, _ attributes: Attributes = [:]) {
    start(name, attributes)
    bytes.append(contentsOf: "/>".utf8)
  }

  /// Writes an element around what `content` writes.
  public mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout MarkupWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element that holds only text.
  public mutating func element(
    _ name: StaticString, _ attributes: Attributes = [:], text: String
  ) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Writes text, escaped.
  public mutating func text(_ text: String) {
    bytes.appendEscaped(text)
  }

  /// Writes markup that is known to be safe.
  public mutating func fragment(_ fragment: Fragment) {
    bytes.append(contentsOf: fragment.bytes)
    marks += fragment.marks
  }

  /// Notes that the element with the mark's id, written here, can be led back to.
  public mutating func mark(_ mark: Fragment.Mark) {
    marks.append(mark)
  }

  /// Writes data for other programs, in a script element that no browser runs.
  ///
  /// A `<` stands in JSON only within strings, where `\u003c` means the same and can neither end
  /// the element nor open a comment in it.
  public mutating func data(type: StaticString, json: [UInt8]) {
    open("script", ["type": .text("\(type)")])
    for byte in json {
      if byte == UInt8(ascii: "<") {
        bytes.append(contentsOf: "\\u003c".utf8)
      } else {
        bytes.append(byte)
      }
    }
    close("script")
  }

  /// Writes a line end, which keeps the produced source readable and its diffs small.
  public mutating func newline() {
    bytes.append(.newline)
  }

  private mutating func start(_ name: StaticString, _ attributes: Attributes) {
    bytes.append(UInt8(ascii: "<"))
    append(name)
    for (name, value) in attributes {
      if case .absent = value { continue }
      bytes.append(.space)
      append(name)
      switch value {
      case .text(let text):
        bytes.append(contentsOf: "=\"".utf8)
        bytes.appendEscaped(text)
        bytes.append(.quote)
      case .number(let number):
        bytes.append(contentsOf: "=\"".utf8)
        bytes.appendDecimal(number)
        bytes.append(.quote)
      case .flag, .absent: break
      }
    }
  }

  private mutating func append(_ name: StaticString) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
