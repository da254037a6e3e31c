import Bytes
import Diagnostics

/// Finds the tags of a Mustache template with their places, which the engine does not keep.
///
/// Follows the Mustache specification with inheritance. Changed delimiters, dynamic names and
/// lambdas are refused: they would hide names from the check.
struct TemplateScanner {
  private let bytes: [UInt8]
  private let file: SourceFileID
  private var index = 0
  private var diagnostics: [Diagnostic] = []
  /// Sections that are open, each with the tags found in it so far; the first holds the whole.
  private var open: [TemplateTag]

  private init(bytes: [UInt8], file: SourceFileID) {
    self.bytes = bytes
    self.file = file
    let whole = SourceSpan(file, 0..<0)
    self.open = [TemplateTag(kind: .section, name: "", span: whole)]
  }

  /// How many tags were taken.
  private var count = 0
  /// How deep sections may lie within one another: whoever goes through them has a stack.
  private static let depthLimit = 100
  /// How many tags a template may have: the engine's time grows faster than their number.
  private static let tagLimit = 5_000

  /// The tags of the template `bytes`.
  static func scan(_ bytes: [UInt8], file: SourceFileID) -> Outcome<[TemplateTag]> {
    var scanner = TemplateScanner(bytes: bytes, file: file)
    scanner.scan()
    return Outcome(scanner.open.first?.children ?? [], scanner.diagnostics)
  }

  private mutating func scan() {
    while let start = next("{{", from: index) {
      let isTriple = start + 2 < bytes.count && bytes[start + 2] == UInt8(ascii: "{")
      let ending: StaticString = isTriple ? "}}}" : "}}"
      let inner = start + (isTriple ? 3 : 2)
      guard let end = next(ending, from: inner) else {
        report("this tag never ends", start..<inner, help: "close it with \(ending)")
        return
      }
      index = end + (isTriple ? 3 : 2)
      count += 1
      guard count <= Self.tagLimit, open.count <= Self.depthLimit else {
        let isDeep = count <= Self.tagLimit
        let message =
          isDeep
          ? "sections lie within one another here, more than \(Self.depthLimit) deep"
          : "a template may have \(Self.tagLimit) tags, and here begins another"
        report(message, start..<inner, help: "move a part into a partial")
        open.removeLast(open.count - 1)
        return
      }
      take(inner..<end, isTriple: isTriple)
    }
    while open.count > 1, let tag = open.last { endUnclosed(tag) }
  }

  private mutating func take(_ range: Range<Int>, isTriple: Bool) {
    guard let sign = bytes[range].first else {
      return report("this tag is empty", range.lowerBound - 2..<range.upperBound + 2)
    }
    let signs = Array("#^/>$<!=%&".utf8)
    let hasSign = !isTriple && signs.contains(sign)
    let rest = hasSign ? range.dropFirst() : range
    let trimmed = bytes[rest].trimmingASCIIWhitespace()
    let span = SourceSpan(file, trimmed.startIndex..<trimmed.endIndex)
    let name = trimmed.text
    if hasSign, sign == UInt8(ascii: "!") { return }
    guard Self.isName(trimmed) else {
      return report(
        "'\(name)' is no name that a tag may have", span.range,
        help: "names are letters, digits, '.', '-', '_'; delimiters, lambdas and dynamic names "
          + "are not supported")
    }
    switch hasSign ? sign : UInt8(ascii: "&") {
    case UInt8(ascii: "#"): open.append(TemplateTag(kind: .section, name: name, span: span))
    case UInt8(ascii: "^"): open.append(TemplateTag(kind: .inverted, name: name, span: span))
    case UInt8(ascii: "$"): open.append(TemplateTag(kind: .block, name: name, span: span))
    case UInt8(ascii: "<"): open.append(TemplateTag(kind: .parent, name: name, span: span))
    case UInt8(ascii: ">"): add(TemplateTag(kind: .partial, name: name, span: span))
    case UInt8(ascii: "/"): close(name, span)
    default: add(TemplateTag(kind: .variable, name: name, span: span))
    }
  }

  private mutating func add(_ tag: TemplateTag) {
    open[open.count - 1].children.append(tag)
  }

  private mutating func close(_ name: String, _ span: SourceSpan) {
    let isOpen = open.dropFirst().contains { $0.name == name }
    while isOpen, let tag = open.last, tag.name != name { endUnclosed(tag) }
    if !isOpen {
      let expected = open.count > 1 ? open.last?.name : nil
      report(
        "nothing called '\(name)' is open here", span.range,
        help: expected.map { "the open section is '\($0)'" })
    }
    // A close that fits nothing is taken for the innermost's, misspelt, so as to be one fault.
    guard open.count > 1, let tag = open.popLast() else { return }
    add(tag)
  }

  private mutating func endUnclosed(_ tag: TemplateTag) {
    open.removeLast()
    diagnostics.append(
      Diagnostic(
        .templateInvalid, "the section '\(tag.name)' is never closed", at: tag.span,
        help: "close it with {{/\(tag.name)}}"))
    add(tag)
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.elementsEqual(".".utf8) { return true }
    return !bytes.isEmpty && bytes.allSatisfy { $0.isASCIIAlphanumeric || "._-/".utf8.contains($0) }
  }

  private func next(_ mark: StaticString, from start: Int) -> Int? {
    let count = mark.utf8CodeUnitCount
    guard start + count <= bytes.count else { return nil }
    return mark.withUTF8Buffer { wanted in
      (start...bytes.count - count).first { bytes[$0..<$0 + count].elementsEqual(wanted) }
    }
  }

  private mutating func report(_ message: String, _ range: Range<Int>, help: String? = nil) {
    let span = SourceSpan(file, range.lowerBound..<min(range.upperBound, bytes.count))
    diagnostics.append(Diagnostic(.templateInvalid, message, at: span, help: help))
  }
}
