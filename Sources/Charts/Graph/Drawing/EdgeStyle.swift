/// The style of an edge's line, which tells how sure the tie is: the firmer, the less broken.
enum EdgeStyle {
  private static let dashes: [[Double]] = [[], [7, 3], [1.5, 3.5], [8, 3, 1.5, 3]]

  /// How the line of the degree `certainty` looks; beyond the last style degrees share it.
  static func look(certainty: Int?) -> Look {
    let dash = certainty.map { dashes[min($0, dashes.count - 1)] } ?? []
    return Look(width: 1.5, dash: dash)
  }
}
