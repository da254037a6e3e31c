/// Makes smaller copies of pictures in pixels, by libvips' `vipsthumbnail` or ImageMagick's `magick`.
public struct PictureScaler: Sendable {
  private let program: OutsideProgram

  /// What the copies depend on besides the picture.
  public var name: String { program.name }

  /// Whichever of the programs is installed; nil where none is.
  public init?() {
    guard let program = OutsideProgram(InstalledPrograms.scalers) else { return nil }
    self.program = program
  }

  /// The picture `bytes` in the format of the ending `format`, such as `png`, made `width` pixels
  /// wide, without what cameras and programs note in it.
  public func copy(
    of bytes: [UInt8], format: String, width: Int
  ) async -> Result<[UInt8], OutsideProgram.Failure> {
    let arguments =
      program.name == "vipsthumbnail"
      ? ["stdin", "--size", "\(width)x", "--output", ".\(format)[strip]"]
      : ["\(format):-", "-resize", "\(width)x", "-strip", "\(format):-"]
    return await program.run(arguments, input: bytes)
  }
}
