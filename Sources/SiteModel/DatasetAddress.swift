public import Datasets

/// Where a published dataset and its rows stand in the site.
///
/// The first page is `data/NAME.html`; what does not fit there goes on at `data/NAME/2.html` and so
/// on. Each row is an anchor of its page, so that a value in a text can lead to it.
public struct DatasetAddress: Hashable, Sendable {
  /// How many rows a page shows: enough to look through, few enough to load at once.
  public static let rowsPerPage = 250

  /// The name that no dataset with a page can have: the list of all datasets stands there.
  public static let reservedName = "index"

  /// The dataset's name.
  public let name: String
  /// How many rows it has.
  public let rowCount: Int

  /// The address of the dataset `name`, which has `rowCount` rows.
  public init(name: String, rowCount: Int) {
    self.name = name
    self.rowCount = rowCount
  }

  /// The address of `dataset`.
  public init(_ dataset: Dataset) {
    self.init(name: dataset.name, rowCount: dataset.rowCount)
  }

  /// How many pages there are; one even where there is no row.
  public var pageCount: Int {
    max(1, (rowCount + Self.rowsPerPage - 1) / Self.rowsPerPage)
  }

  /// The source path that page `number`, from 1, would have within `Content/`: no file has it.
  public func path(ofPage number: Int) -> String {
    number == 1 ? "data/\(name).md" : "data/\(name)/\(number).md"
  }

  /// The output path of page `number`, from 1.
  public func output(ofPage number: Int) -> String {
    SitePath.output(ofPage: path(ofPage: number))
  }

  /// The rows, from 0, that page `number`, from 1, shows.
  public func rows(ofPage number: Int) -> Range<Int> {
    let start = min(rowCount, (number - 1) * Self.rowsPerPage)
    return start..<min(rowCount, start + Self.rowsPerPage)
  }

  /// The page, from 1, that shows `row`, from 0.
  public func page(ofRow row: Int) -> Int { row / Self.rowsPerPage + 1 }

  /// The id of `row`, from 0, on its page: `row-1` is the first.
  public static func anchor(ofRow row: Int) -> String { "row-\(row + 1)" }

  /// The row, from 0, whose id `anchor` is, whether there is one or not; nil for another id.
  public static func row(ofAnchor anchor: String) -> Int? {
    guard anchor.hasPrefix("row-"), let number = Int(anchor.dropFirst(4)), number > 0,
      self.anchor(ofRow: number - 1) == anchor
    else { return nil }
    return number - 1
  }
}
