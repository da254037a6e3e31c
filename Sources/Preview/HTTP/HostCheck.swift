import Bytes

/// Whether a request is meant for this server, by the name that it was sent to.
///
/// A page of another site can have its own name lead to this machine (DNS rebinding) and then read
/// what is served here as if it were its own; but its browser sends that name, and so is found out.
/// The port does not matter to that, and is another one behind a tunnel.
struct HostCheck: Sendable {
  private let names: Set<String>
  private let takesAddresses: Bool

  /// A check for a server that was asked to listen at `host`.
  /// - Parameters:
  ///   - host: A name or an address.
  ///   - machine: The name of this machine, by which it is known where everyone may ask.
  init(host: String, machine: String? = nil) {
    let isEveryone = ["0.0.0.0", "::"].contains(host)
    var names: Set<String> = ["localhost", "127.0.0.1", "::1", host.lowercased()]
    if isEveryone, let machine { names.insert(machine.lowercased()) }
    self.names = names
    self.takesAddresses = isEveryone
  }

  /// Whether the name in the field `Host` is one of ours.
  func accepts(_ field: String) -> Bool {
    guard let name = Self.name(in: field) else { return false }
    // A number is looked up nowhere, so nobody can have it lead elsewhere.
    return names.contains(name) || (takesAddresses && Self.isAddress(name))
  }

  /// The host in `host:port`, in lower case, without the brackets of an address and the dot that
  /// may end a name; nil where it is neither.
  private static func name(in field: String) -> String? {
    var name = Substring(field.lowercased())
    var port: Substring = ""
    if name.hasPrefix("[") {
      guard let end = name.firstIndex(of: "]") else { return nil }
      port = name[name.index(after: end)...]
      name = name[..<end].dropFirst()
    } else if let colon = name.firstIndex(of: ":") {
      port = name[colon...]
      name = name[..<colon]
    }
    guard port.isEmpty || (port.hasPrefix(":") && port.utf8.dropFirst().allSatisfy(\.isASCIIDigit))
    else { return nil }
    if name.hasSuffix(".") { name = name.dropLast() }
    return name.isEmpty ? nil : String(name)
  }

  private static func isAddress(_ name: String) -> Bool {
    if name.utf8.contains(UInt8(ascii: ":")) {
      return name.utf8.allSatisfy { $0.isASCIIHexDigit || ":.".utf8.contains($0) }
    }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}
