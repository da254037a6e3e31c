/// Which way a line of text runs.
enum TextDirection {
  /// The line as it is where it runs to the right, and else wrapped so that its own direction
  /// holds within it and nothing of it reorders what stands beside.
  static func isolated(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 >= 0xD6 }) else { return line }
    var needsIsolation = false
    for scalar in line.unicodeScalars {
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF,
        0x1E800...0x1EFFF, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        needsIsolation = true
      default: break
      }
      if needsIsolation { break }
    }
    // First-strong isolation (UAX #9): the first letter decides the direction of the line.
    return needsIsolation ? "\u{2068}\(line)\u{2069}" : line
  }
}
