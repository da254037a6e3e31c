public import Bytes
import Diagnostics
import SiteModel
import Values

extension CompileMemory {
  /// The memory as it is kept on disk.
  public var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(frame)
    writer.write(configuration)
    writer.write(surroundings)
    writer.write(standingKey)
    writer.write(optional: standing) { $0.write($1) }
    writer.write(list: suspects.sorted { $0.lexicographicallyPrecedes($1) }) { $0.write($1) }
    writer.write(list: records.keys.sorted()) { writer, path in
      guard let record = records[path] else { return }
      writer.write(path)
      writer.write(record)
    }
    return writer.bytes
  }

  /// The memory that `reader` is at.
  public init(_ reader: BinaryReader) throws(BinaryReader.Malformed) {
    var reader = reader
    frame = try reader.readDigest()
    configuration = try reader.readDigest()
    surroundings = try reader.readDigest()
    standingKey = try reader.readDigest()
    standing = try reader.readOptional { (reader) throws(BinaryReader.Malformed) in
      try reader.readStanding()
    }
    suspects = Set(
      try reader.readList { (reader) throws(BinaryReader.Malformed) in try reader.readBytes() })
    let count = try reader.readCount()
    records.reserveCapacity(min(count, 65_536))
    for _ in 0..<count { records[try reader.readString()] = try reader.readRecord() }
  }
}

extension BinaryWriter {
  fileprivate mutating func write(_ record: PageRecord) {
    write(record.digest)
    write(UInt64(record.file.index))
    write(record.head)
    write(list: record.diagnostics) { $0.write($1) }
    write(record.outline)
    write(record.spoken)
    write(optional: record.resolution) { writer, resolution in
      writer.write(optional: resolution.spoken) { $0.write($1) }
      writer.write(resolution.template)
      writer.write(resolution.uses)
      writer.write(list: resolution.diagnostics) { $0.write($1) }
      writer.write(list: resolution.suspicions) { $0.write($1) }
      writer.write(list: resolution.words.small.sorted { $0.lexicographicallyPrecedes($1) }) {
        $0.write($1)
      }
      let pages = resolution.words.pages.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      writer.write(list: pages) { writer, use in
        writer.write(use.key)
        writer.write(use.value)
      }
    }
  }

  private mutating func write(_ outline: PageOutline) {
    write(outline.title)
    write(list: outline.headings) { writer, heading in
      writer.write(heading.id)
      writer.write(heading.text)
    }
    write(list: outline.figures) { writer, figure in
      writer.write(figure.kind.rawValue)
      writer.write(optional: figure.id) { $0.write($1) }
      writer.write(figure.caption)
      writer.write(figure.span)
    }
    write(list: outline.queries) { writer, query in
      writer.write(query.name)
      writer.write(query.span)
    }
    write(list: outline.notes) { writer, note in
      writer.write(note.id)
      writer.write(note.number)
    }
  }

  private mutating func write(_ uses: PageUses) {
    write(list: uses.linkedPages) { $0.write($1) }
    write(texts: uses.repeatedIDs)
    write(texts: uses.sources)
    write(texts: uses.datasets)
    write(list: uses.figures) { writer, figure in
      writer.write(figure.id)
      writer.write(texts: figure.endings)
      writer.write(texts: figure.datasets)
      writer.write(figure.mark)
      writer.write(figure.isGraph)
    }
    write(list: uses.queries) { writer, query in
      writer.write(optional: query) { writer, query in
        writer.write(query.name)
        writer.write(texts: query.origins)
      }
    }
    write(list: uses.values) { writer, value in
      writer.write(value.dataset)
      writer.write(value.count)
    }
    write(list: uses.pictures) { writer, picture in
      writer.write(picture.path)
      writer.write(optional: picture.size) { writer, size in
        writer.write(size.width)
        writer.write(size.height)
      }
    }
    write(uses.mark)
    write(uses.texts)
  }

  private mutating func write(texts: [String]) {
    write(list: texts) { $0.write($1) }
  }

  mutating func write(_ mark: TrafficLight?) {
    write(optional: mark) { $0.write($1.rawValue) }
  }

  private mutating func write(_ finding: NearMissFinder.Finding) {
    write(finding.folded)
    write(finding.text)
    write(finding.span)
    write(finding.meant)
    write(finding.suggestion)
  }
}

extension BinaryReader {
  fileprivate mutating func readRecord() throws(Malformed) -> PageRecord {
    let digest = try readDigest()
    let file = SourceFileID(Int(truncatingIfNeeded: try readUInt64()))
    let head = try readDigest()
    let diagnostics = try readDiagnostics()
    return PageRecord(
      digest: digest, file: file, head: head, diagnostics: diagnostics,
      outline: try readOutline(), spoken: try readDigest(),
      resolution: try readOptional { (reader) throws(Malformed) in
        try reader.readResolution()
      })
  }

  private mutating func readResolution() throws(Malformed) -> PageRecord.Resolution {
    PageRecord.Resolution(
      spoken: try readOptional { (reader) throws(Malformed) in try reader.readOutline() },
      template: try readString(), uses: try readUses(), diagnostics: try readDiagnostics(),
      suspicions: try readList { (reader) throws(Malformed) in try reader.readFinding() },
      words: try readWords())
  }

  private mutating func readWords() throws(Malformed) -> WordUses {
    var words = WordUses()
    words.small = Set(try readList { (reader) throws(Malformed) in try reader.readBytes() })
    for _ in 0..<(try readCount()) { words.pages[try readBytes()] = try readInt() }
    return words
  }

  private mutating func readDiagnostics() throws(Malformed) -> [Diagnostic] {
    try readList { (reader) throws(Malformed) in try reader.readDiagnostic() }
  }

  private mutating func readOutline() throws(Malformed) -> PageOutline {
    PageOutline(
      title: try readString(),
      headings: try readList { (reader) throws(Malformed) in
        PageOutline.Heading(id: try reader.readString(), text: try reader.readString())
      },
      figures: try readList { (reader) throws(Malformed) in
        guard let kind = FigureKind(rawValue: try reader.readString()) else {
          throw reader.malformed
        }
        return PageOutline.Figure(
          kind: kind, id: try reader.readText(), caption: try reader.readString(),
          span: try reader.readSpan())
      },
      queries: try readList { (reader) throws(Malformed) in
        PageOutline.Query(name: try reader.readString(), span: try reader.readSpan())
      },
      notes: try readList { (reader) throws(Malformed) in
        PageOutline.Note(id: try reader.readString(), number: try reader.readInt())
      })
  }

  private mutating func readUses() throws(Malformed) -> PageUses {
    var uses = PageUses()
    uses.linkedPages = try readList { (reader) throws(Malformed) in try reader.readInt() }
    uses.repeatedIDs = try readTexts()
    uses.sources = try readTexts()
    uses.datasets = try readTexts()
    uses.figures = try readList { (reader) throws(Malformed) in
      PageUses.Figure(
        id: try reader.readString(), endings: try reader.readTexts(),
        datasets: try reader.readTexts(), mark: try reader.readMark(),
        isGraph: try reader.readBool())
    }
    uses.queries = try readList { (reader) throws(Malformed) in
      try reader.readOptional { (reader) throws(Malformed) in
        PageUses.Query(name: try reader.readString(), origins: try reader.readTexts())
      }
    }
    uses.values = try readList { (reader) throws(Malformed) in
      PageUses.ValueCount(dataset: try reader.readString(), count: try reader.readInt())
    }
    uses.pictures = try readList { (reader) throws(Malformed) in
      ResolvedPicture(
        path: try reader.readString(),
        size: try reader.readOptional { (reader) throws(Malformed) in
          ImageSize(width: try reader.readInt(), height: try reader.readInt())
        })
    }
    uses.mark = try readMark()
    uses.texts = try readDigest()
    return uses
  }

  private mutating func readTexts() throws(Malformed) -> [String] {
    try readList { (reader) throws(Malformed) in try reader.readString() }
  }

  private mutating func readText() throws(Malformed) -> String? {
    try readOptional { (reader) throws(Malformed) in try reader.readString() }
  }

  mutating func readMark() throws(Malformed) -> TrafficLight? {
    guard let text = try readText() else { return nil }
    guard let mark = TrafficLight(rawValue: text) else { throw malformed }
    return mark
  }

  private mutating func readFinding() throws(Malformed) -> NearMissFinder.Finding {
    NearMissFinder.Finding(
      folded: try readBytes(), text: try readString(), span: try readSpan(),
      meant: try readBytes(), suggestion: try readString())
  }
}
