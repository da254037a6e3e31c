public import Bytes

extension BinaryWriter {
  /// What was found, as it will be reported again.
  public mutating func write(_ diagnostic: Diagnostic) {
    write(diagnostic.code.rawValue)
    write(diagnostic.message)
    write(optional: diagnostic.span) { $0.write($1) }
    write(list: diagnostic.labels) { writer, label in
      writer.write(label.span)
      writer.write(label.message)
    }
    write(optional: diagnostic.help) { $0.write($1) }
  }

  /// A place in a file.
  public mutating func write(_ span: SourceSpan) {
    write(UInt64(span.file.index))
    write(UInt64(span.start))
    write(UInt64(span.end))
  }
}

extension BinaryReader {
  /// Something that was found.
  public mutating func readDiagnostic() throws(Malformed) -> Diagnostic {
    guard let code = DiagnosticCode(rawValue: try readString()) else { throw malformed }
    let message = try readString()
    let span = try readOptional { (reader) throws(Malformed) in try reader.readSpan() }
    let labels = try readList { (reader) throws(Malformed) in
      Diagnostic.Label(try reader.readSpan(), try reader.readString())
    }
    let help = try readOptional { (reader) throws(Malformed) in try reader.readString() }
    return Diagnostic(code, message, at: span, labels: labels, help: help)
  }

  /// A place in a file.
  public mutating func readSpan() throws(Malformed) -> SourceSpan {
    let file = SourceFileID(Int(truncatingIfNeeded: try readUInt64()))
    let start = Int(truncatingIfNeeded: try readUInt64())
    let end = Int(truncatingIfNeeded: try readUInt64())
    guard (0...Int(UInt32.max)).contains(start), start <= end else { throw malformed }
    return SourceSpan(file, start..<end)
  }
}
