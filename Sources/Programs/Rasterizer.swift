/// Makes pixels of drawings, by `resvg` or librsvg's `rsvg-convert`.
public struct Rasterizer: Sendable {
  private let program: OutsideProgram

  /// What the pictures depend on besides the drawing.
  public var name: String { program.name }

  /// Whichever of the programs is installed; nil where none is.
  public init?() {
    guard let program = OutsideProgram(InstalledPrograms.rasterizers) else { return nil }
    self.program = program
  }

  /// The SVG `drawing` as a PNG of the size that it states.
  public func png(of drawing: [UInt8]) async -> Result<[UInt8], OutsideProgram.Failure> {
    let arguments = program.name == "resvg" ? ["-", "-c"] : ["--format", "png"]
    return await program.run(arguments, input: drawing)
  }
}
