import Bytes
public import Diagnostics
public import SiteModel
import Values

/// Looks for what an audience may not see in the files of a site.
///
/// Of every withheld text each word begins shingles of eight bytes and more, letters and digits
/// alone. Those that an allowed text has as well prove nothing and are taken out, and so are those
/// in a site that is made without the withheld texts. What is left is sought in every file, read in
/// every way.
public struct Audit: Sendable {
  private let audience: TrafficLight
  private let texts: [AuditText]
  /// The plain texts in which shingles stand, and which of ``texts`` each is a reading of.
  private var readings: [(text: Int, plain: PlainText, isRaw: Bool)] = []
  private var table: ShingleTable
  private let workers: Int
  private let withheldOutputs: Set<String>
  private var referencePaths: Set<String> = []

  /// Words of a withheld text in a file of the site.
  public struct Finding: Sendable {
    let text: Int
    /// The words, as they are compared.
    let words: String
    let span: SourceSpan?
    /// The path of the file from the site's root.
    let path: String
    /// The line of the file, from 1; nil where the words are there once escapes are undone.
    let line: Int?
  }

  init(_ sources: AuditSources, audience: TrafficLight, workers: Int) {
    self.audience = audience
    self.workers = max(1, workers)
    texts = sources.withheld
    withheldOutputs = sources.withheldOutputs
    let size = sources.withheld.reduce(0) { $0 + $1.bytes.count }
    table = ShingleTable(capacity: size)
    for (number, text) in texts.enumerated() {
      for reading in FileReadings.readings(of: text.bytes) {
        let plain = PlainText(reading.bytes)
        let place = UInt32(readings.count)
        plain.forEachAtWord { shingle, offset in
          table.insert(shingle, at: ShingleTable.Place(text: place, offset: UInt32(offset)))
        }
        readings.append((number, plain, reading.isRaw))
      }
    }
    for text in sources.allowed { allow(text.bytes) }
  }

  /// Takes out what `bytes` have, which may be seen.
  private mutating func allow(_ bytes: [UInt8]) {
    guard !table.isEmpty else { return }
    for reading in FileReadings.readings(of: bytes) {
      PlainText(reading.bytes).forEach { shingle, _ in table.remove(shingle) }
    }
  }

  /// Takes out what the files of a site have that is made without the withheld texts.
  mutating func allow(_ files: [RenderedFile]) async {
    referencePaths.formUnion(files.map(\.path))
    // The first files take most of it out, so that little is left to gather of the others.
    let size = workers * 16
    for start in stride(from: 0, to: files.count, by: size) where !table.isEmpty {
      let some = Array(files[start..<min(start + size, files.count)])
      for shingles in await Self.shingles(of: some, in: table, workers: workers) {
        for shingle in shingles { table.remove(shingle) }
      }
    }
  }

  /// The shingles of each file that are in `table`.
  private static func shingles(
    of files: [RenderedFile], in table: ShingleTable, workers: Int
  ) async -> [Set<Shingle>] {
    await ParallelMap.map(files, workers: workers) { file in
      var texts = [Array(file.path.utf8)]
      // What is copied is looked through as it is: it may hold more than its author sees.
      if case .bytes(let bytes) = file.content, !AuditText.isDatabase(file.path) {
        texts.append(bytes)
      }
      var found: Set<Shingle> = []
      for reading in texts.flatMap(FileReadings.readings) {
        PlainText(reading.bytes).forEach { shingle, _ in
          if table[shingle] != nil { found.insert(shingle) }
        }
      }
      return found
    }
  }

  /// What of the withheld texts is in `files` or in their paths, in the order of the files.
  ///
  /// - Parameter content: Gives what is in a file.
  /// - Throws: What `content` throws.
  public func search(
    _ files: [RenderedFile], content: @escaping @Sendable (RenderedFile) throws -> [UInt8]
  ) async throws -> [Finding] {
    try await ParallelMap.map(files, workers: workers) { file in
      search(try content(file), path: file.path)
    }.flatMap(\.self)
  }

  /// What of the withheld texts is in the file `path`, or in its path.
  public func search(_ bytes: [UInt8], path: String) -> [Finding] {
    var found: [Finding] = []
    if withheldOutputs.contains(path), !referencePaths.contains(path) {
      let text = texts.firstIndex { $0.name.hasPrefix("the path") && names($0, path) }
      found += [
        text.map { Finding(text: $0, words: path, span: texts[$0].span, path: path, line: nil) }
      ]
      .compactMap(\.self)
    }
    guard !table.isEmpty else { return found }
    let own = FileReadings.Reading(bytes: Array(path.utf8), isRaw: false)
    for reading in FileReadings.readings(of: bytes) + [own] {
      // One reading may give what another gave, with more or less about it.
      for finding in search(reading, path)
      where !found.contains(where: { $0.words.contains(finding.words) }) {
        found.append(finding)
      }
    }
    return found
  }

  private func names(_ text: AuditText, _ path: String) -> Bool {
    text.bytes.split(separator: .newline).contains { $0.elementsEqual(path.utf8) }
  }

  private func search(_ reading: FileReadings.Reading, _ path: String) -> [Finding] {
    let plain = PlainText(reading.bytes)
    var found: [Finding] = []
    var passed = 0
    // Lines are counted from the last words that were found.
    var (line, counted) = (1, 0)
    plain.forEach { shingle, offset in
      guard offset >= passed, let place = table[shingle] else { return }
      let withheld = readings[Int(place.text)]
      let start = Int(place.offset)
      var length = PlainText.width
      while start + length < withheld.plain.bytes.count, offset + length < plain.bytes.count,
        withheld.plain.bytes[start + length] == plain.bytes[offset + length]
      {
        length += 1
      }
      length = Self.whole(withheld.plain.bytes[start...], length)
      guard length >= PlainText.width else { return }
      passed = offset + length
      let origin = Int(plain.offsets[offset])
      line += reading.bytes[counted..<origin].count { $0 == .newline }
      counted = origin
      let offsets = withheld.plain.offsets
      let range = Int(offsets[start])..<Int(offsets[start + length - 1]) + 1
      found.append(
        Finding(
          text: withheld.text, words: withheld.plain.bytes[start..<start + length].text,
          span: texts[withheld.text].span(of: withheld.isRaw ? range : nil), path: path,
          line: reading.isRaw ? line : nil))
    }
    return found
  }

  /// How much of the first `length` bytes of a text is whole words, or a part of a single one: of
  /// `for the crew` and `for the crown`, the words that are alike tell nothing.
  private static func whole(_ text: ArraySlice<UInt8>, _ length: Int) -> Int {
    let alike = text.prefix(length)
    if alike.endIndex == text.endIndex || text[alike.endIndex] == .space { return length }
    guard let border = alike.lastIndex(of: .space) else { return length }
    return border - text.startIndex
  }

  /// How many words of one text are told of.
  private static let limit = 20

  /// The findings as people read them: each of the words once, with the first of the files that
  /// have them.
  public func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
    let sorted = findings.sorted { ($0.path, $0.line ?? 0) < ($1.path, $1.line ?? 0) }
    var files: [[String]: [Finding]] = [:]
    var order: [[String]] = []
    for finding in sorted {
      let key = [String(finding.text), finding.words]
      if files[key] == nil { order.append(key) }
      files[key, default: []].append(finding)
    }
    var told: [Int: Int] = [:]
    return order.compactMap { key in
      guard let all = files[key], let first = all.first else { return nil }
      told[first.text, default: 0] += 1
      guard told[first.text, default: 0] <= Self.limit else { return nil }
      return diagnostic(first, others: Set(all.map(\.path)).count - 1)
    }
  }

  private func diagnostic(_ finding: Finding, others: Int) -> Diagnostic {
    let words = finding.words.count > 60 ? finding.words.prefix(60) + "…" : finding.words[...]
    let line = finding.line.map { ", line \($0)" } ?? ""
    let more =
      others == 0 ? "" : " and in \(others == 1 ? "another file" : "\(others) other files")"
    return Diagnostic(
      .textLeaked,
      "'\(words)' of \(texts[finding.text].name) stands in '\(finding.path)'\(line)\(more)",
      at: finding.span, help: "the site is for \(audience.label), which may not see that")
  }
}
