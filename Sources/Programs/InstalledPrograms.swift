/// The programs that a site may need, by the names under which they are known.
public enum InstalledPrograms {
  /// What lays out graphs.
  static let layouts = ["dot"]
  /// What draws an SVG in pixels.
  static let rasterizers = ["resvg", "rsvg-convert"]
  /// What makes pictures smaller.
  static let scalers = ["vipsthumbnail", "magick"]
  /// What prints pages.
  static let browsers = ["chromium", "chromium-browser", "google-chrome", "chrome"]

  /// Where those are that would be called: another one, or none, makes another site.
  public static var paths: [String] {
    [layouts, rasterizers, scalers, browsers].compactMap { OutsideProgram($0)?.path }
  }
}
