import Bytes
import Diagnostics
import Documents

/// What the descriptor says of a resource's bytes: Data Resource's `bytes` and `hash`.
///
/// Both are held against the files as they stand on disk, one behind the other. A descriptor that
/// gives them says which data a statement was made from; other data is not that data.
struct FileIntegrity: Sendable {
  /// A statement and where it stands.
  private struct Stated<Value: Sendable>: Sendable {
    let value: Value
    let span: SourceSpan
  }

  private var count: Stated<Int>?
  private var hash: Stated<(digest: Digest, text: String)>?

  static func read(_ reader: inout MappingReader) -> FileIntegrity {
    var integrity = FileIntegrity()
    if let node = reader.node("bytes"), let count = reader.integer("bytes") {
      integrity.count = Stated(value: count, span: node.span)
    }
    guard let node = reader.node("hash"), let text = reader.text("hash") else { return integrity }
    // A hash that names no algorithm is MD5's.
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.count == 2 ? String(parts[0]).asciiLowercased : "md5"
    let digits = parts.last.map { String($0).asciiLowercased } ?? ""
    guard let digest = Digest(rawValue: name.filter { $0 != "-" }) else {
      reader.report(
        Diagnostic(
          .packageInvalid, "'\(parts[0])' is no algorithm for 'hash' that is supported",
          at: node.span,
          help: "it can be \(Digest.allCases.map(\.rawValue).joined(separator: ", "))"))
      return integrity
    }
    guard digits.utf8.count == digest.digitCount, digits.utf8.allSatisfy(\.isASCIIHexDigit) else {
      reader.report(
        Diagnostic(
          .packageInvalid,
          "this 'hash' is not made of \(digest.digitCount) hexadecimal digits, as \(name) is",
          at: node.span, help: "write 'sha256:' and the digits that sha256sum gives"))
      return integrity
    }
    integrity.hash = Stated(value: (digest, digits), span: node.span)
    return integrity
  }

  /// What of it does not hold for the files.
  func check(_ files: [DataFile]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    let found = files.reduce(0) { $0 + $1.bytes.count }
    let subject = files.count == 1 ? "this file has" : "these files have"
    if let count, count.value != found {
      diagnostics.append(
        Diagnostic(
          .dataChanged, "\(subject) \(found) bytes, not \(count.value)", at: count.span,
          help: "write 'bytes: \(found)' if the data is meant to be as it is"))
      // A file of another size has another hash, which is one fault, not two.
      return diagnostics
    }
    guard let hash else { return diagnostics }
    let bytes = files.count == 1 ? files[0].bytes : files.flatMap(\.bytes)
    let text = hash.value.digest.text(of: bytes)
    if text != hash.value.text {
      diagnostics.append(
        Diagnostic(
          .dataChanged, "\(subject) another hash than this", at: hash.span,
          help: "write '\(hash.value.digest.rawValue):\(text)' if the data is meant to be as it is")
      )
    }
    return diagnostics
  }
}
