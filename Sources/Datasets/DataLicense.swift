/// Terms under which data may be used: Data Package's `licenses`.
public struct DataLicense: Hashable, Sendable {
  /// An Open Definition licence identifier, such as `CC-BY-4.0`.
  public let name: String?
  /// A URL or path of its text.
  public let path: String?
  /// What it is called.
  public let title: String?

  /// A licence by its identifier, its text's address and its title; one of the first two is there.
  public init(name: String?, path: String?, title: String?) {
    self.name = name
    self.path = path
    self.title = title
  }

  /// What readers see: the title, or else the identifier or the address.
  public var label: String { title ?? name ?? path ?? "" }
}
