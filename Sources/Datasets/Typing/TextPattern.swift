import Bytes

/// A regular expression as XML Schema writes them, matched in time linear in the text.
///
/// Understood are literals, `.`, classes (`[a-z_]`, `[^;]`), `\d \w \s` and their opposites,
/// groups, `|` and the quantifiers `* + ? {n} {n,} {n,m}`. A pattern describes the whole text, and
/// `^` and `$` may stand at its ends. There is no back-reference and no looking ahead, so that no
/// pattern can make a build hang.
struct TextPattern: Sendable {
  /// One step of the machine; `next` is the index of the step behind it.
  enum Step: Sendable {
    case match(ScalarClass, next: Int)
    case split(Int, Int)
    case done
  }

  /// The steps beyond which a pattern is refused.
  static let stepLimit = 2_000

  let steps: [Step]
  let start: Int

  /// The machine for `pattern`, or what is wrong with it at its bytes.
  static func parse(_ pattern: String) -> Result<TextPattern, ConditionFault> {
    do throws(ConditionFault) {
      var parser = TextPatternParser(pattern)
      let tree = try parser.whole()
      var builder = TextPatternBuilder()
      let done = try builder.add(.done)
      let start = try builder.build(tree, next: done)
      return .success(TextPattern(steps: builder.steps, start: start))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the whole of `text` is described.
  func matches(_ text: String) -> Bool {
    var current = StepSet(count: steps.count)
    var next = StepSet(count: steps.count)
    follow(start, into: &current)
    for scalar in text.unicodeScalars {
      next.removeAll()
      for index in current.members {
        if case .match(let scalars, let target) = steps[index], scalars.contains(scalar) {
          follow(target, into: &next)
        }
      }
      guard !next.members.isEmpty else { return false }
      swap(&current, &next)
    }
    return current.members.contains { if case .done = steps[$0] { true } else { false } }
  }

  /// Adds a step and all that can be reached from it without reading.
  private func follow(_ start: Int, into set: inout StepSet) {
    var waiting = [start]
    while let index = waiting.popLast() {
      guard set.insert(index) else { continue }
      if case .split(let one, let other) = steps[index] {
        waiting.append(other)
        waiting.append(one)
      }
    }
  }

  /// The steps at which the machine stands.
  private struct StepSet {
    private(set) var members: [Int] = []
    private var holds: [Bool]

    init(count: Int) {
      holds = Array(repeating: false, count: count)
    }

    mutating func insert(_ index: Int) -> Bool {
      guard !holds[index] else { return false }
      holds[index] = true
      members.append(index)
      return true
    }

    mutating func removeAll() {
      for index in members { holds[index] = false }
      members.removeAll(keepingCapacity: true)
    }
  }
}

/// A set of scalars: ranges, or all but them.
struct ScalarClass: Sendable {
  var ranges: [ClosedRange<UInt32>]
  var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    ranges.contains { $0.contains(scalar.value) } != isNegated
  }

  /// Any scalar but the ends of lines.
  static let any = ScalarClass(ranges: [10...10, 13...13], isNegated: true)

  /// The class behind a backslash; ASCII alone, so that no version of Unicode changes a match.
  static func escaped(_ letter: Unicode.Scalar) -> ScalarClass? {
    let digits: [ClosedRange<UInt32>] = [0x30...0x39]
    let words = digits + [0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    let blanks: [ClosedRange<UInt32>] = [9...10, 13...13, 32...32]
    switch letter {
    case "d": return ScalarClass(ranges: digits)
    case "D": return ScalarClass(ranges: digits, isNegated: true)
    case "w": return ScalarClass(ranges: words)
    case "W": return ScalarClass(ranges: words, isNegated: true)
    case "s": return ScalarClass(ranges: blanks)
    case "S": return ScalarClass(ranges: blanks, isNegated: true)
    case "n": return ScalarClass(ranges: [10...10])
    case "r": return ScalarClass(ranges: [13...13])
    case "t": return ScalarClass(ranges: [9...9])
    default:
      guard letter.isASCII, UInt8(ascii: letter).isASCIIPunctuation else { return nil }
      return ScalarClass(ranges: [letter.value...letter.value])
    }
  }
}

/// What a pattern says, as a tree.
indirect enum TextPatternTree {
  case scalars(ScalarClass)
  case sequence([TextPatternTree])
  case choice([TextPatternTree])
  case repeated(TextPatternTree, least: Int, most: Int?)
}

/// Lays the steps of a pattern out, from its end to its start.
struct TextPatternBuilder {
  var steps: [TextPattern.Step] = []
  /// Repetitions of nothing lay no step, but take their time all the same.
  private var effort = 0

  mutating func add(_ step: TextPattern.Step) throws(ConditionFault) -> Int {
    guard steps.count < TextPattern.stepLimit else { throw Self.tooLarge }
    steps.append(step)
    return steps.count - 1
  }

  private static let tooLarge = ConditionFault(
    range: 0..<0, message: "it is too large", help: "repeat less, or fewer alternatives")

  /// Adds the steps for `tree` that go on at `next`, and gives the first of them.
  mutating func build(_ tree: TextPatternTree, next: Int) throws(ConditionFault) -> Int {
    effort += 1
    guard effort < TextPattern.stepLimit * 10 else { throw Self.tooLarge }
    switch tree {
    case .scalars(let scalars): return try add(.match(scalars, next: next))
    case .sequence(let parts):
      var target = next
      for part in parts.reversed() { target = try build(part, next: target) }
      return target
    case .choice(let options):
      guard
        var entry = try options.last.map({ (tree) throws(ConditionFault) in
          try build(tree, next: next)
        })
      else { return next }
      for option in options.dropLast().reversed() {
        let start = try build(option, next: next)
        entry = try add(.split(start, entry))
      }
      return entry
    case .repeated(let inner, let least, let most):
      var target = next
      if let most {
        for _ in least..<max(least, most) {
          let start = try build(inner, next: target)
          target = try add(.split(start, next))
        }
      } else {
        let loop = try add(.split(next, next))
        let start = try build(inner, next: loop)
        steps[loop] = .split(start, next)
        target = loop
      }
      for _ in 0..<least { target = try build(inner, next: target) }
      return target
    }
  }
}
