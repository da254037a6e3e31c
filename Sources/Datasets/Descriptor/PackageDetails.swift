import Diagnostics
import Documents

/// What a package says of itself beside its data, Data Package 1: for those who take it away.
public struct PackageDetails: Hashable, Sendable {
  /// Somebody who had a part in it.
  public struct Contributor: Hashable, Sendable {
    /// The name.
    public let title: String
    /// An address on the web.
    public let path: String?
    /// An e-mail address.
    public let email: String?
    /// What the part was, such as `author`.
    public let role: String?
    /// Whom the contributor works for.
    public let organization: String?
  }

  /// Its version.
  public var version: String?
  /// An address on the web.
  public var homepage: String?
  /// When it was made, as it is written.
  public var created: String?
  /// Words by which it is found.
  public var keywords: [String] = []
  /// Who had a part in it.
  public var contributors: [Contributor] = []

  /// Nothing said.
  public init() {}

  static func read(_ reader: inout MappingReader) -> PackageDetails {
    var details = PackageDetails()
    details.version = reader.text("version")
    details.homepage = reader.text("homepage")
    details.created = reader.text("created")
    details.keywords = reader.texts("keywords").map(\.text)
    let subject = "a contributor of \(reader.subject)"
    details.contributors = reader.list("contributors").compactMap { node in
      var inner = MappingReader(node, of: subject, isOpen: true)
      // Version 2 lets a contributor be named by the parts of a name.
      let parts = [inner.text("givenName"), inner.text("familyName")].compactMap(\.self)
      let whole = parts.isEmpty ? inner.required("title")?.text : inner.text("title")
      let contributor = (whole ?? (parts.isEmpty ? nil : parts.joined(separator: " "))).map {
        Contributor(
          title: $0, path: inner.text("path"), email: inner.text("email"),
          role: inner.text("role"), organization: inner.text("organization"))
      }
      inner.accept(["path", "email", "role", "roles", "organization"])
      inner.finish().forEach { reader.report($0) }
      return contributor
    }
    return details
  }
}
