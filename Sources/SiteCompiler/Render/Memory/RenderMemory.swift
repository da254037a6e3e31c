public import Bytes
import SiteModel

/// What rendering leaves for the next time: of each page the key of all that it shows, the files that
/// it is made of, and what reading them again brought to light.
public struct RenderMemory: Sendable {
  /// One page as it was rendered.
  struct Page: Sendable {
    /// What became of it.
    struct Content: Sendable {
      /// The paths of its files from the site's root.
      let files: [String]
      let reading: RenderedReading
    }

    /// The path of its source.
    let path: String
    /// See ``PageKeys/key(of:)``.
    let key: ContentDigest
    /// See ``PageKeys/own(of:)``.
    let own: ContentDigest
    /// What became of it, as it is kept on disk: hardly any is asked for.
    fileprivate let content: ArraySlice<UInt8>
  }

  /// By what everything was known besides the pages' own texts; nil where nothing was.
  var standingKey: ContentDigest?
  /// Whether nothing was wrong in the produced pages.
  var isClean = false
  /// The pages in which nothing was wrong, in the order of the site.
  let pages: [Page]
  /// What the index of the search left.
  var search = SearchMemory()
  /// What the site's addresses may lead to; nil where nothing was known.
  var targets: RenderedNet.Targets?
  /// The templates as they were read, which are kept within a process only.
  var library: FormLibrary?
  private let places: Deferred<[String: Int]>

  /// A memory of nothing.
  public init() { self.init(pages: []) }

  init(pages: [Page]) {
    self.pages = pages
    places = Deferred(later: {
      Dictionary(pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    })
  }

  /// What is known of the page at `path`.
  /// - Parameter place: Its place among the pages of the site, where it is looked for first.
  func page(at path: String, near place: Int) -> Page? {
    if pages.indices.contains(place), pages[place].path == path { return pages[place] }
    return places.value[path].map { pages[$0] }
  }
}

extension RenderMemory.Page {
  /// A page that was rendered as `content`.
  init(path: String, key: ContentDigest, own: ContentDigest, _ content: Content) {
    var writer = BinaryWriter()
    writer.write(list: content.files) { $0.write($1) }
    // Only what nothing was found in is kept.
    writer.write(fixed: content.reading.ids.map(\.value).sorted())
    writer.write(fixed: content.reading.targets.map(\.value).sorted())
    writer.write(list: content.reading.awaiting) { writer, waiting in
      writer.write(fixed: [waiting.key.value])
      writer.write(waiting.sighting.output)
      writer.write(waiting.sighting.attribute)
      writer.write(waiting.sighting.written)
    }
    self.init(path: path, key: key, own: own, content: writer.bytes[...])
  }

  /// The same known by other keys.
  func known(by key: ContentDigest, own: ContentDigest) -> Self {
    Self(path: path, key: key, own: own, content: content)
  }

  /// What became of it; nil where that is not to be read.
  /// - Parameter page: The place that it has among the pages of the site now.
  func opened(at page: Int) -> Content? {
    var reader = BinaryReader(Array(content))
    return try? reader.readContent(of: page)
  }
}

extension BinaryReader {
  fileprivate mutating func readContent(
    of page: Int
  ) throws(Malformed) -> RenderMemory.Page.Content {
    let files = try readList { (reader) throws(Malformed) in try reader.readString() }
    var reading = RenderedReading()
    reading.ids = Set(try readFixed().map(Fingerprint.init(value:)))
    reading.targets = Set(try readFixed().map(Fingerprint.init(value:)))
    reading.awaiting = try readList { (reader) throws(Malformed) in
      guard let value = try reader.readFixed().first else { throw reader.malformed }
      return RenderedReading.Awaiting(
        key: Fingerprint(value: value),
        sighting: RenderedReading.Sighting(
          kind: .idMissing, output: try reader.readString(), origin: .page(page),
          attribute: try reader.readString(), written: try reader.readString()))
    }
    return RenderMemory.Page.Content(files: files, reading: reading)
  }
}

extension RenderMemory {
  /// The memory as it is kept on disk.
  public var bytes: [UInt8] {
    var writer = BinaryWriter()
    writer.write(optional: standingKey) { $0.write($1) }
    writer.write(isClean)
    writer.write(optional: targets) { writer, targets in
      writer.write(fixed: targets.files.map(\.value))
      writer.write(fixed: targets.pages.map(\.value))
    }
    writer.write(list: pages) { writer, page in
      writer.write(page.path)
      writer.write(page.key)
      writer.write(page.own)
      writer.write(part: page.content)
    }
    writer.write(search)
    return writer.bytes
  }

  /// The memory that `reader` is at.
  public init(_ reader: BinaryReader) throws(BinaryReader.Malformed) {
    var reader = reader
    let standingKey = try reader.readOptional { (reader) throws(BinaryReader.Malformed) in
      try reader.readDigest()
    }
    let isClean = try reader.readBool()
    let targets = try reader.readOptional { (reader) throws(BinaryReader.Malformed) in
      RenderedNet.Targets(
        files: Set(try reader.readFixed().map(Fingerprint.init(value:))),
        pages: Set(try reader.readFixed().map(Fingerprint.init(value:))))
    }
    self.init(
      pages: try reader.readList { (reader) throws(BinaryReader.Malformed) in
        Page(
          path: try reader.readString(), key: try reader.readDigest(),
          own: try reader.readDigest(), content: try reader.readPart())
      })
    self.standingKey = standingKey
    self.isClean = isClean
    self.targets = targets
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

  /// Whether nothing can be wrong now if nothing was wrong with `last` in the place of this.
  func isAsSound(as last: RenderedReading) -> Bool {
    sightings.isEmpty && last.ids.isSubset(of: ids)
      && Set(awaiting.map(\.key)).isSubset(of: ids.union(last.awaiting.map(\.key)))
  }
}
