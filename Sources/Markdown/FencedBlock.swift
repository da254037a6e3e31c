public import Diagnostics

/// Fenced code: code to show, or a block of the house.
public struct FencedBlock: Hashable, Sendable {
  /// The first word of the info string, without escapes; empty where there is none.
  public let name: SourceWord
  /// The attributes behind the name.
  public let attributes: Attributes
  /// The bytes of the info string that are neither name nor attributes, where there are any.
  public let strayInfoSpan: SourceSpan?
  /// The whole info string, without escapes and entities.
  public let info: String
  /// The bytes of the info string; empty, behind the fence, where there is none.
  public let infoSpan: SourceSpan
  /// What stands between the fences, LF after each line; its bytes know their places even where
  /// the fence is indented or in a list or quotation.
  public let text: SourceText
  /// The bytes from the opening fence to the end of the closing one.
  public let span: SourceSpan

  /// The content, LF after each line.
  public var literal: [UInt8] { text.bytes }

  /// Where in the file the byte at `offset` of ``literal`` stands.
  public func sourceOffset(ofLiteral offset: Int) -> Int { text.sourceOffset(of: offset) }

  /// The bytes of the file behind a range of ``literal``.
  public func span(ofLiteral range: Range<Int>) -> SourceSpan { text.span(of: range) }
}
