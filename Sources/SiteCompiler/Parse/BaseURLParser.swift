import Diagnostics
import Documents

/// Reads the address under which a site is published.
enum BaseURLParser {
  /// The value of `baseURL`; nil where there is none, or none that is the plain address of a folder,
  /// which is reported.
  static func parse(_ reader: inout MappingReader) -> String? {
    guard let node = reader.node("baseURL") else { return nil }
    func fault(_ message: String, _ help: String) -> String? {
      reader.report(Diagnostic(.valueInvalid, message, at: node.span, help: help))
      return nil
    }
    guard let text = node.text, let scheme = ["https://", "http://"].first(where: text.hasPrefix)
    else {
      return fault(
        "'baseURL' is no address on the web",
        "write it in full, such as https://briefs.example.org/")
    }
    let rest = text.dropFirst(scheme.count)
    let host = rest.prefix { $0 != "/" }
    let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard !host.isEmpty, isPlain, !text.utf8.contains(where: Array("\"<>\\^`{|}".utf8).contains)
    else {
      return fault(
        "'baseURL' holds what an address cannot hold",
        "write blanks and other letters as addresses do: %20 in a path, xn--… in a host")
    }
    if host.contains("@") {
      return fault(
        "'baseURL' holds a name or password, which every page would publish", "leave it out")
    }
    if rest.contains("?") || rest.contains("#") {
      return fault(
        "'baseURL' is the address of a page, not of a folder", "end it before the '?' or '#'")
    }
    if rest.split(separator: "/", omittingEmptySubsequences: false).contains("..") {
      return fault("'baseURL' leads back with '..'", "write the path that is meant")
    }
    return text
  }
}
