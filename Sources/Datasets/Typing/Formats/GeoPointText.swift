import Bytes
import Diagnostics
import Documents

/// A point on the earth: longitude and latitude in degrees, Table Schema's `geopoint`.
struct GeoPointText {
  let longitude: Double
  let latitude: Double
  /// The point as the format `default` writes it, its digits as they were written.
  let text: String

  /// The point that a cell of the column holds.
  static func parse(
    _ text: String, _ format: CellSyntax.Format = .standard
  ) -> Result<GeoPointText, CellFault> {
    switch format {
    case .array: json(text).flatMap { pair($0.elements ?? []) }
    case .object:
      json(text).flatMap { node in
        guard node.entries?.count == 2, let longitude = node["lon"], let latitude = node["lat"]
        else { return .failure(CellFault(help: "write {\"lon\": 71.5, \"lat\": 34.0}")) }
        return pair([longitude, latitude])
      }
    default:
      point(
        text.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
          .map { Array($0).trimmingASCIIWhitespace().text },
        help: "write the longitude, a comma and the latitude, such as 71.5, 34.0")
    }
  }

  private static func json(_ text: String) -> Result<Node, CellFault> { JSONText.node(text) }

  private static func pair(_ nodes: [Node]) -> Result<GeoPointText, CellFault> {
    let texts = nodes.compactMap { $0.number == nil ? nil : $0.text }
    return point(
      texts.count == nodes.count ? texts : [], help: "write [71.5, 34.0], the longitude first")
  }

  private static func point(
    _ parts: [String], help: String
  ) -> Result<GeoPointText, CellFault> {
    guard parts.count == 2, let longitude = NumberText.number(parts[0]),
      let latitude = NumberText.number(parts[1])
    else { return .failure(CellFault(help: help)) }
    guard longitude.magnitude <= 180 else {
      return .failure(CellFault(cause: "a longitude lies between -180 and 180"))
    }
    guard latitude.magnitude <= 90 else {
      return .failure(
        CellFault(
          cause: "a latitude lies between -90 and 90",
          help: longitude.magnitude <= 90 ? "the longitude stands first" : nil))
    }
    return .success(
      GeoPointText(
        longitude: longitude, latitude: latitude, text: "\(parts[0]), \(parts[1])"))
  }
}
