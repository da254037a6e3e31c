import Bytes
import SiteStorage

/// Which of the cards that are kept shows what, so that one need not be drawn to be known.
struct CardList {
  /// The name of its file, in the folder of the cards.
  static let name = "cards.list"

  private let names: [ContentDigest: String]

  /// A list of the names of cards, by the keys of what they show.
  init(names: [(ContentDigest, String)] = []) {
    self.names = Dictionary(names) { first, _ in first }
  }

  /// The name of the card that shows what `key` is of; nil where none is known.
  func name(of key: ContentDigest) -> String? { names[key] }

  /// The list in `folder`; an empty one where there is none, or it cannot be read.
  static func read(in folder: String, of layout: ProjectLayout) -> CardList {
    let path = folder + "/" + name
    guard !Disk.isLink(layout.cache), !Disk.isLink(folder), !Disk.isLink(path),
      Disk.kind(of: path) == .file, let bytes = try? Disk.read(path)
    else { return CardList() }
    var reader = BinaryReader(bytes)
    let cards = try? reader.readList { (reader) throws(BinaryReader.Malformed) in
      (try reader.readDigest(), try reader.readString())
    }
    // Whoever wrote the list, it leads to nothing but cards.
    return CardList(
      names: (cards ?? []).filter { _, name in
        name.hasSuffix(".png") && name.dropLast(4).utf8.allSatisfy(\.isASCIIAlphanumeric)
      })
  }

  /// Puts the list into `folder`.
  /// - Returns: False where it is empty, and there is nothing to keep.
  func write(in folder: String) throws(StorageError) -> Bool {
    guard !names.isEmpty else { return false }
    var writer = BinaryWriter()
    writer.write(list: names.sorted { ($0.value, $0.key.low) < ($1.value, $1.key.low) }) {
      $0.write($1.key)
      $0.write($1.value)
    }
    try Disk.replace(folder + "/" + Self.name, with: writer.bytes)
    return true
  }
}
