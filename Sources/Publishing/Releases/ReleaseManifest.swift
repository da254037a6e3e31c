import Bytes

/// What is in a release, and what its bytes must be.
///
/// Plain text: a line that says what it is, lines of a word and its value, then a line for each file
/// with its SHA-256, its size in bytes, and its path, percent-encoded, in byte order.
public struct ReleaseManifest: Sendable, Hashable {
  /// One file of a release.
  public struct File: Sendable, Hashable {
    /// The SHA-256 of its bytes, in hexadecimal digits.
    public let digest: String
    /// How many bytes it has.
    public let size: Int

    /// A file of `size` bytes with a `digest`.
    public init(digest: String, size: Int) {
      self.digest = digest
      self.size = size
    }
  }

  /// The manifest's name, beside the folder of the files.
  static let name = "manifest"
  /// The name of the list that `sha256sum --check` reads.
  static let sumsName = "SHA256SUMS"
  /// The folder with the files, within a release.
  static let folder = "site"
  private static let heading = "Dossier release 1"

  /// Who published it.
  public var publisher: String
  /// The release that was served before it; nil for the first.
  public var replaced: ReleaseName?
  /// The files by path.
  public var files: [String: File]

  /// A manifest of `files`.
  public init(publisher: String, replaced: ReleaseName? = nil, files: [String: File]) {
    self.publisher = publisher
    self.replaced = replaced
    self.files = files
  }

  /// The bytes of all files together.
  public var size: Int { files.values.reduce(0) { $0 + $1.size } }

  /// Their paths in byte order.
  var paths: [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// A digest of what is in the release, whoever published it and when.
  var contentDigest: String { Digest.sha256.text(of: lines) }

  /// The manifest as it is written.
  var bytes: [UInt8] {
    var head = "\(Self.heading)\nby \(publisher)\n"
    if let replaced { head += "replaced \(replaced)\n" }
    return Array(head.utf8) + lines
  }

  private var lines: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths {
      guard let file = files[path] else { continue }
      bytes += "\(file.digest) \(file.size) \(PercentEncoding.encodePath(path))\n".utf8
    }
    return bytes
  }

  /// The list that `sha256sum --check` reads in the folder of the files. In a name that holds a
  /// backslash or a line end those are escaped, and a backslash before the line says so.
  var sums: [UInt8] {
    var bytes: [UInt8] = []
    for path in paths {
      guard let file = files[path] else { continue }
      let escaped = path.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
        .replacing("\r", with: "\\r")
      bytes += "\(escaped == path ? "" : "\\")\(file.digest)  \(escaped)\n".utf8
    }
    return bytes
  }

  /// Reads a manifest; nil where the bytes are none.
  public init?(_ bytes: [UInt8]) {
    var lines = bytes.split(separator: .newline)[...]
    guard lines.popFirst()?.text == Self.heading,
      let by = lines.popFirst()?.text, by.hasPrefix("by ")
    else { return nil }
    publisher = String(by.dropFirst(3))
    files = [:]
    if let line = lines.first?.text, line.hasPrefix("replaced ") {
      replaced = ReleaseName(String(line.dropFirst(9)))
      lines.removeFirst()
    }
    for line in lines {
      let words = line.split(separator: .space, maxSplits: 2)
      guard words.count == 3, words[0].count == Digest.sha256.digitCount,
        words[0].allSatisfy(\.isASCIIHexDigit), let size = Int(words[1].text), size >= 0,
        let path = PercentEncoding.decode(words[2].text)
      else { return nil }
      files[path] = File(digest: words[0].text, size: size)
    }
  }
}
