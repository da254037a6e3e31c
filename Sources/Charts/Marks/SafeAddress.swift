/// Addresses that a picture may lead to.
enum SafeAddress {
  /// The address itself, or nil where following it would run something.
  static func checked(_ address: String) -> String? {
    var scheme = ""
    for scalar in address.unicodeScalars {
      if scalar == ":" {
        return ["http", "https", "mailto"].contains(scheme) ? address : nil
      }
      if scalar == "/" || scalar == "?" || scalar == "#" { return address }
      // Blanks and control characters are dropped by browsers, and hide a scheme.
      guard scalar.value > 0x20 else { return nil }
      scheme.append(Character(scalar).lowercased())
    }
    return address
  }
}
