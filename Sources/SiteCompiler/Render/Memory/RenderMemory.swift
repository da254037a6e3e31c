public import Bytes

/// What rendering leaves for the next time: of each page the key of all that it shows, the files that
/// it is made of, and what reading them again brought to light.
public struct RenderMemory: Sendable {
  /// One page as it was rendered.
  struct Page: Sendable {
    /// See ``PageKeys``.
    let key: ContentDigest
    /// The paths of its files from the site's root.
    let files: [String]
    let reading: RenderedReading
  }

  /// By the paths of their sources.
  var pages: [String: Page] = [:]
  /// What the index of the search left.
  var search = SearchMemory()

  /// A memory of nothing.
  public init() {}

  /// How many pages it knows.
  public var count: Int { pages.count }
}

extension RenderMemory {
  /// The memory as it is kept on disk.
  public var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(list: pages.keys.sorted()) { writer, path in
      guard let page = pages[path] else { return }
      writer.write(path)
      writer.write(page.key)
      writer.write(list: page.files) { $0.write($1) }
      // Only what nothing was found in is kept.
      writer.write(fixed: page.reading.ids.map(\.value).sorted())
      writer.write(fixed: page.reading.targets.map(\.value).sorted())
      writer.write(list: page.reading.awaiting) { writer, waiting in
        writer.write(fixed: [waiting.key.value])
        writer.write(waiting.sighting.output)
        writer.write(waiting.sighting.attribute)
        writer.write(waiting.sighting.written)
      }
    }
    writer.write(search)
    return writer.bytes
  }

  /// The memory that `reader` is at.
  public init(_ reader: BinaryReader) throws(BinaryReader.Malformed) {
    var reader = reader
    for _ in 0..<(try reader.readCount()) {
      let path = try reader.readString()
      let key = try reader.readDigest()
      let files = try reader.readList { (reader) throws(BinaryReader.Malformed) in
        try reader.readString()
      }
      var reading = RenderedReading()
      reading.ids = Set(try reader.readFixed().map(Fingerprint.init(value:)))
      reading.targets = Set(try reader.readFixed().map(Fingerprint.init(value:)))
      reading.awaiting = try reader.readList { (reader) throws(BinaryReader.Malformed) in
        guard let value = try reader.readFixed().first else { throw reader.malformed }
        return RenderedReading.Awaiting(
          key: Fingerprint(value: value),
          sighting: RenderedReading.Sighting(
            kind: .idMissing, output: try reader.readString(), origin: .page(0),
            attribute: try reader.readString(), written: try reader.readString()))
      }
      pages[path] = Page(key: key, files: files, reading: reading)
    }
    search = try reader.readSearchMemory()
  }
}

extension RenderedReading {
  /// What several files of one page brought to light; nil where something is wrong in one of them,
  /// which has to be found again each time.
  static func merged(_ readings: [RenderedReading]) -> RenderedReading? {
    var merged = RenderedReading()
    for reading in readings {
      guard reading.sightings.isEmpty else { return nil }
      merged.ids.formUnion(reading.ids)
      merged.targets.formUnion(reading.targets)
      merged.awaiting += reading.awaiting
    }
    return merged
  }

  /// The same of the page that has this index now.
  func moved(to page: Int) -> RenderedReading {
    var moved = self
    moved.awaiting = awaiting.map { waiting in
      let sighting = waiting.sighting
      return Awaiting(
        key: waiting.key,
        sighting: Sighting(
          kind: sighting.kind, output: sighting.output, origin: .page(page),
          attribute: sighting.attribute, written: sighting.written))
    }
    return moved
  }
}
