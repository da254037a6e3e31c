/// Writes sources in the RIS format that reference managers exchange (Research Information Systems,
/// 2001, with the types and tags that EndNote and Zotero added).
public enum RISWriter {
  /// Records of `sources`, in UTF-8, with CR LF behind each line. A value takes one line, whatever
  /// line ends and markup the source has; a variable for which RIS has no tag is left out.
  public static func write(_ sources: [Source]) -> [UInt8] {
    var output: [UInt8] = []
    for source in sources {
      for (tag, value) in RISRecord(source).lines {
        output.append(contentsOf: "\(tag)  - \(value)\r\n".utf8)
      }
      output.append(contentsOf: "ER  - \r\n\r\n".utf8)
    }
    return output
  }
}
