/// A value of JSON that keeps the order of its members.
public indirect enum JSONValue: ExpressibleByStringLiteral {
  /// Nothing, said outright.
  case null
  /// Text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// True or false.
  case boolean(Bool)
  /// Values in order.
  case list([JSONValue])
  /// Members in the order in which they are written.
  case object([(key: String, value: JSONValue)])

  /// A text as it stands in the source.
  public init(stringLiteral value: String) { self = .string(value) }

  /// An object of the members that there are; those without a value are left out.
  public static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { key, value in value.map { (key, $0) } })
  }

  /// A list, or nil where there is nothing to list; one element stands by itself.
  public static func oneOrMore(_ values: [JSONValue]) -> JSONValue? {
    values.count > 1 ? .list(values) : values.first
  }

  /// The value in UTF-8.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendJSON(self)
    return bytes
  }
}

extension [UInt8] {
  /// Appends `value`, without a blank that it does not need.
  public mutating func appendJSON(_ value: JSONValue) {
    switch value {
    case .null: append(contentsOf: "null".utf8)
    case .string(let text): appendJSONString(text)
    case .integer(let number): append(contentsOf: String(number).utf8)
    case .boolean(let isTrue): append(contentsOf: (isTrue ? "true" : "false").utf8)
    case .list(let values):
      append(UInt8(ascii: "["))
      for (position, value) in values.enumerated() {
        if position > 0 { append(UInt8(ascii: ",")) }
        appendJSON(value)
      }
      append(UInt8(ascii: "]"))
    case .object(let members):
      append(UInt8(ascii: "{"))
      for (position, member) in members.enumerated() {
        if position > 0 { append(UInt8(ascii: ",")) }
        appendJSONString(member.key)
        append(UInt8(ascii: ":"))
        appendJSON(member.value)
      }
      append(UInt8(ascii: "}"))
    }
  }

  /// Appends a list with each value on a line of its own, so that long ones can be compared.
  public mutating func appendJSONLines(_ values: some Sequence<JSONValue>) {
    append(UInt8(ascii: "["))
    var isFirst = true
    for value in values {
      append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
      appendJSON(value)
      isFirst = false
    }
    append(contentsOf: (isFirst ? "]" : "\n]").utf8)
  }
}
