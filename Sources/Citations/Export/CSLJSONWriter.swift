import Bytes

/// Writes sources as CSL-JSON, the form in which Zotero exports items and citation processors read
/// them (CSL 1.0.2, `csl-data.json`).
public enum CSLJSONWriter {
  /// A JSON list of `sources`, in UTF-8, one variable a line, with a line end at its end. What
  /// ``SourceReader`` reads from it is the same sources, in the same order.
  public static func write(_ sources: [Source]) -> [UInt8] {
    var output: [UInt8] = Array("[".utf8)
    for (index, source) in sources.enumerated() {
      output.append(contentsOf: (index > 0 ? ",\n  {" : "\n  {").utf8)
      var isFirst = true
      for (name, value) in members(of: source) {
        output.append(contentsOf: (isFirst ? "\n    " : ",\n    ").utf8)
        output.appendJSONString(name)
        output.append(contentsOf: ": ".utf8)
        output.append(contentsOf: value)
        isFirst = false
      }
      output.append(contentsOf: "\n  }".utf8)
    }
    output.append(contentsOf: (sources.isEmpty ? "]\n" : "\n]\n").utf8)
    return output
  }

  /// The members of an item: what it is and who wrote it before the rest.
  private static func members(of source: Source) -> [(String, [UInt8])] {
    var members: [(String, [UInt8])] = [
      ("id", string(source.id)), ("type", string(source.type.rawValue)),
    ]
    if let title = source[.title] { members.append(("title", string(title))) }
    for variable in NameVariable.allCases where !source[variable].isEmpty {
      members.append((variable.rawValue, list(source[variable].map(name))))
    }
    let dates: [DateVariable] = [.issued] + DateVariable.allCases.filter { $0 != .issued }
    for variable in dates {
      if let date = source[variable] { members.append((variable.rawValue, object(of: date))) }
    }
    for variable in TextVariable.allCases where variable != .title {
      if let text = source[variable] { members.append((variable.rawValue, string(text))) }
    }
    return members
  }

  // MARK: Names

  private static func name(_ name: SourceName) -> [UInt8] {
    if let literal = name.literal { return object([("literal", string(literal))]) }
    var family = name.family
    // Readers look for particles in a name that has none of its own; quotation marks forbid it.
    let parted = SourceName.partingParticles(family: family, given: name.given, suffix: name.suffix)
    if name.droppingParticle.isEmpty, name.nonDroppingParticle.isEmpty, parted != name {
      family = "\"\(family)\""
    }
    let parts = [
      ("family", family), ("given", name.given), ("suffix", name.suffix),
      ("dropping-particle", name.droppingParticle),
      ("non-dropping-particle", name.nonDroppingParticle),
    ]
    return object(parts.filter { !$0.1.isEmpty }.map { ($0.0, string($0.1)) })
  }

  // MARK: Dates

  private static func object(of date: SourceDate) -> [UInt8] {
    if let literal = date.literal { return object([("literal", string(literal))]) }
    let points = [date.start, date.end].compactMap(\.self).map { point in
      list([point.year, point.month, point.day].compactMap(\.self).map { Array("\($0)".utf8) })
    }
    var members = [("date-parts", list(points))]
    if let season = date.season { members.append(("season", Array("\(season)".utf8))) }
    if date.isCirca { members.append(("circa", Array("true".utf8))) }
    return object(members)
  }

  // MARK: JSON

  private static func string(_ text: String) -> [UInt8] {
    var output: [UInt8] = []
    output.appendJSONString(text)
    return output
  }

  private static func list(_ values: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + Array(values.joined(separator: ", ".utf8)) + Array("]".utf8)
  }

  private static func object(_ members: [(String, [UInt8])]) -> [UInt8] {
    let pairs = members.map { string($0.0) + Array(": ".utf8) + $0.1 }
    return Array("{".utf8) + Array(pairs.joined(separator: ", ".utf8)) + Array("}".utf8)
  }
}
