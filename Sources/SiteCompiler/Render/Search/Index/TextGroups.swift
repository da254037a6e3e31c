/// Into how many files the texts go.
///
/// Every file has as many pages as any other, so that a page whose text has grown moves no other.
enum TextGroups {
  /// How many bytes a file has, about.
  private static let fileSize = 12_000
  /// How many pages a file has at most.
  private static let limit = 64

  /// How many pages go into a file where what is shown of them has these sizes, in bytes: a power of
  /// two, which a change of one page hardly ever changes.
  static func size(for sizes: [Int]) -> Int {
    let total = max(1, sizes.reduce(0, +))
    var size = 1
    // The next larger one is taken where it comes nearer to what a file is to have.
    while size < limit, total * size * 3 < fileSize * sizes.count * 2 { size *= 2 }
    return size
  }
}
