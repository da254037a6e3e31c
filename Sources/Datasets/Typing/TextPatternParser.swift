import Bytes

/// Reads a regular expression into a tree; see ``TextPattern`` for what is understood.
struct TextPatternParser {
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private var index = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var offsets: [Int] = []
    var offset = 0
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.offsets = offsets + [offset]
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// A fault at the current scalar, or from `start` to it, or of `start` alone.
  private func fault(
    _ message: String, from start: Int? = nil, isStartAlone: Bool = false, help: String? = nil
  ) -> ConditionFault {
    let first = min(start ?? index, scalars.count)
    let last = min(isStartAlone ? first + 1 : max(index + 1, first + 1), scalars.count)
    return ConditionFault(
      range: offsets[first]..<offsets[max(first, last)], message: message, help: help)
  }

  mutating func whole() throws(ConditionFault) -> TextPatternTree {
    if current == "^" { index += 1 }
    let tree = try choice(depth: 0)
    if current == "$", index == scalars.count - 1 { index += 1 }
    guard let left = current else { return tree }
    throw fault(
      left == ")" ? "this parenthesis was never opened" : "'\(left)' has no meaning here",
      help: "write '\\\(left)' for the character itself")
  }

  private mutating func choice(depth: Int) throws(ConditionFault) -> TextPatternTree {
    guard depth <= 50 else { throw fault("it nests deeper than 50") }
    var options = [try sequence(depth)]
    while current == "|" {
      index += 1
      options.append(try sequence(depth))
    }
    return options.count == 1 ? options[0] : .choice(options)
  }

  private mutating func sequence(_ depth: Int) throws(ConditionFault) -> TextPatternTree {
    var parts: [TextPatternTree] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      if scalar == "$" || scalar == "^" { break }
      parts.append(try quantified(depth))
    }
    return .sequence(parts)
  }

  private mutating func quantified(_ depth: Int) throws(ConditionFault) -> TextPatternTree {
    let start = index
    var tree = try atom(depth)
    var count = 0
    while let scalar = current {
      switch scalar {
      case "*": tree = .repeated(tree, least: 0, most: nil)
      case "+": tree = .repeated(tree, least: 1, most: nil)
      case "?": tree = .repeated(tree, least: 0, most: 1)
      case "{":
        let (least, most) = try bounds()
        tree = .repeated(tree, least: least, most: most)
      default: return tree
      }
      count += 1
      guard count == 1 else {
        throw fault("two quantifiers stand in a row", from: start, help: "put one in a group")
      }
      index += 1
    }
    return tree
  }

  /// The numbers of `{n}`, `{n,}` or `{n,m}`; ends on the closing brace.
  private mutating func bounds() throws(ConditionFault) -> (Int, Int?) {
    let start = index
    index += 1
    let least = number()
    var most = least
    if current == "," {
      index += 1
      most = number()
    }
    guard current == "}", let least, least <= 1_000, (most ?? 0) <= 1_000, most ?? least >= least
    else {
      throw fault("these are no bounds of a repetition", from: start, help: "write {2} or {1,3}")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = current, ("0"..."9").contains(scalar) {
      value = min((value ?? 0) * 10 + Int(scalar.value - 0x30), 1_000_000)
      index += 1
    }
    return value
  }

  private mutating func atom(_ depth: Int) throws(ConditionFault) -> TextPatternTree {
    guard let scalar = current else { throw fault("it ends too early") }
    switch scalar {
    case "(":
      let start = index
      index += 1
      if current == "?" {
        guard index + 1 < scalars.count, scalars[index + 1] == ":" else {
          throw fault(
            "groups that begin with '(?' are not supported", from: start, help: "write (…) or (?:…)"
          )
        }
        index += 2
      }
      let inner = try choice(depth: depth + 1)
      guard current == ")" else {
        throw fault(
          current == nil
            ? "this parenthesis is never closed" : "'^' and '$' stand at the ends only",
          from: current == nil ? start : index, isStartAlone: true)
      }
      index += 1
      return inner
    case "[": return .scalars(try scalarClass())
    case ".":
      index += 1
      return .scalars(.any)
    case "\\": return .scalars(try escape())
    case "*", "+", "?", "{":
      throw fault(
        "nothing stands before '\(scalar)'", help: "write '\\\(scalar)' for the character")
    default:
      index += 1
      return .scalars(ScalarClass(ranges: [scalar.value...scalar.value]))
    }
  }

  private mutating func escape() throws(ConditionFault) -> ScalarClass {
    let start = index
    index += 1
    guard let letter = current, let scalars = ScalarClass.escaped(letter) else {
      throw fault("this escape is not supported", from: start)
    }
    index += 1
    return scalars
  }

  /// `[…]`: single scalars, ranges and escapes.
  private mutating func scalarClass() throws(ConditionFault) -> ScalarClass {
    let start = index
    index += 1
    var result = ScalarClass(ranges: [])
    if current == "^" {
      result.isNegated = true
      index += 1
    }
    while let scalar = current, scalar != "]" || result.ranges.isEmpty {
      let itemStart = index
      if scalar == "[" { throw fault("a class within a class is not supported") }
      var item = ScalarClass(ranges: [scalar.value...scalar.value])
      if scalar == "\\" {
        item = try escape()
      } else {
        index += 1
      }
      guard !item.isNegated else {
        throw fault("an opposite within a class is not supported", from: itemStart)
      }
      if current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
        index += 1
        guard let end = current, end != "\\", item.ranges.count == 1,
          item.ranges[0].count == 1, item.ranges[0].lowerBound <= end.value
        else { throw fault("this is no range of characters", from: itemStart) }
        item.ranges = [item.ranges[0].lowerBound...end.value]
        index += 1
      }
      result.ranges += item.ranges
    }
    guard current == "]" else {
      throw fault("this class is never closed", from: start, isStartAlone: true)
    }
    index += 1
    return result
  }
}
