import Bytes
import Diagnostics

/// Refuses bytes that are no text before anything reads them.
enum TextCheck {
  /// Offsets are 32 bits wide.
  static let largestFile = Int(UInt32.max)

  /// What keeps the bytes from being read as UTF-8, or nil.
  static func fault(of bytes: [UInt8], in file: SourceFileID) -> Diagnostic? {
    guard bytes.count < largestFile else {
      return Diagnostic(
        .csvInvalid, "this file is larger than 4 GiB", at: SourceSpan(file, 0..<0),
        help: "part it into several resources")
    }
    if DataEncoding.isMarkedUTF16(bytes) {
      return Diagnostic(
        .textEncodingInvalid, "this file is written in UTF-16", at: SourceSpan(file, 0..<2),
        help: "save it as UTF-8")
    }
    if let index = UTF8Check.firstIllFormedByte(in: bytes) {
      return Diagnostic(
        .textEncodingInvalid, "this byte is not UTF-8", at: SourceSpan(file, index..<index + 1),
        help: "save the file as UTF-8, or name the 'encoding' of its resource")
    }
    return nulFault(of: bytes, in: file)
  }

  /// The first NUL among the bytes, which no text has.
  static func nulFault(of bytes: [UInt8], in file: SourceFileID) -> Diagnostic? {
    guard let index = UTF8Check.firstNUL(in: bytes) else { return nil }
    return Diagnostic(
      .csvInvalid, "a NUL byte stands here, so that this is no text",
      at: SourceSpan(file, index..<index + 1),
      help: "save the file as UTF-8 text, or name its 'encoding' if it is UTF-16")
  }
}
