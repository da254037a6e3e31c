public import Diagnostics

/// A SELECT over the datasets of a publication, as its author wrote it.
public struct Query: Sendable {
  /// The name of the dataset that its rows make.
  public let name: String
  /// The place of the name: of the fence's id, or of the file.
  public let nameSpan: SourceSpan
  /// The text, UTF-8.
  public let text: [UInt8]
  /// The place of a range of ``text``, which may stand in a fence, in a list, in a file.
  private let place: @Sendable (Range<Int>) -> SourceSpan

  /// The query `name`.
  /// - Parameter place: The bytes of the file behind a range of `text`.
  public init(
    name: String, at nameSpan: SourceSpan, text: [UInt8],
    place: @escaping @Sendable (Range<Int>) -> SourceSpan
  ) {
    self.name = name
    self.nameSpan = nameSpan
    self.text = text
    self.place = place
  }

  /// Whether its name can be a dataset's: lower-case letters, digits, `.`, `_` and `-`.
  public var isWellNamed: Bool { PackageDescriptor.isWellFormed(name: name) }

  /// A name near to its own that can be a dataset's, where there is one.
  public var nearestName: String? { PackageDescriptor.wellFormed(name) }

  /// The place of a range of ``text``.
  public func span(of range: Range<Int>) -> SourceSpan { place(range) }
}
