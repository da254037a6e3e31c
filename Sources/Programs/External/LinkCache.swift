import Foundation

/// What was found out about outside addresses, and when.
///
/// Broken ones are not kept: whoever mends a link wants to see that it holds.
public struct LinkCache: Sendable {
  private struct Entry: Codable, Sendable {
    /// When it was found out, in seconds since 1970.
    let checked: Int
    /// Where the address has moved; absent where it is as it was.
    var moved: String?
  }

  private struct File: Codable {
    var version = 1
    var addresses: [String: Entry] = [:]
  }

  private var entries: [String: Entry] = [:]

  /// A cache in which nothing is known.
  public init() {}

  /// The cache that ``bytes()`` wrote; an empty one where they are no such thing, which costs no more
  /// than asking again.
  public init(bytes: [UInt8]) {
    do {
      let file = try JSONDecoder().decode(File.self, from: Data(bytes))
      if file.version == 1 { entries = file.addresses }
    } catch {
      entries = [:]
    }
  }

  /// The cache as JSON, its addresses sorted.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(File(addresses: entries))) + [0x0A]
  }

  /// What is known of `address`, where it was found out less than `age` seconds before `now`.
  func answer(for address: String, now: Int, age: Int) -> ExternalAnswer? {
    guard let entry = entries[address], entry.checked <= now, now - entry.checked < age else {
      return nil
    }
    return entry.moved.map { .moved(to: $0) } ?? .found
  }

  /// Keeps what was found out at `now`.
  mutating func keep(_ answer: ExternalAnswer, for address: String, now: Int) {
    switch answer {
    case .found: entries[address] = Entry(checked: now)
    case .moved(let place): entries[address] = Entry(checked: now, moved: place)
    case .broken: entries[address] = nil
    }
  }

  /// Forgets what is not among `addresses`.
  mutating func keepOnly(_ addresses: Set<String>) {
    entries = entries.filter { addresses.contains($0.key) }
  }
}
