import Documents

/// Reads cells that hold a shape on the earth: GeoJSON, RFC 7946, or TopoJSON.
enum GeoJSONText {
  static func parse(_ text: String, _ format: CellSyntax.Format) -> Result<String, CellFault> {
    JSONText.node(text).flatMap { node in
      let cause: String?
      if case .topojson = format { cause = topologyFault(node) } else { cause = fault(node) }
      if let cause { return .failure(CellFault(cause: cause)) }
      return .success(node.compactJSON)
    }
  }

  /// How deep the lists of a geometry's positions nest.
  private static let depths = [
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2,
    "MultiPolygon": 3,
  ]

  /// What is wrong with a GeoJSON object, section 3, or nil.
  private static func fault(_ node: Node) -> String? {
    guard node.entries != nil else { return "it is \(node.kindInWords), not an object" }
    guard let type = node["type"]?.text else { return "it has no 'type'" }
    switch type {
    case "FeatureCollection":
      guard let features = node["features"]?.elements else { return "it has no list 'features'" }
      return features.lazy.compactMap { feature in
        feature["type"]?.text == "Feature" ? fault(feature) : "one of its features is none"
      }.first
    case "Feature":
      guard let geometry = node["geometry"] else { return "it has no 'geometry'" }
      return geometry.isNull ? nil : geometryFault(geometry)
    default: return geometryFault(node)
    }
  }

  private static func geometryFault(_ node: Node) -> String? {
    guard let type = node["type"]?.text else { return "its geometry has no 'type'" }
    if type == "GeometryCollection" {
      guard let members = node["geometries"]?.elements else {
        return "it has no list 'geometries'"
      }
      return members.lazy.compactMap(geometryFault).first
    }
    guard let depth = depths[type] else { return "'\(type.shortened)' is no type of GeoJSON" }
    guard let coordinates = node["coordinates"] else { return "it has no 'coordinates'" }
    return isPositions(coordinates, depth: depth)
      ? nil : "its coordinates are not those of a \(type)"
  }

  private static func isPositions(_ node: Node, depth: Int) -> Bool {
    guard let elements = node.elements else { return false }
    if depth > 0 { return elements.allSatisfy { isPositions($0, depth: depth - 1) } }
    // An empty list is a point without a place, which section 3.1 allows.
    return elements.isEmpty || elements.count >= 2 && elements.allSatisfy { $0.number != nil }
  }

  private static func topologyFault(_ node: Node) -> String? {
    guard node["type"]?.text == "Topology" else { return "its 'type' is not Topology" }
    guard node["objects"]?.entries != nil else { return "it has no 'objects'" }
    guard node["arcs"]?.elements != nil else { return "it has no list 'arcs'" }
    return nil
  }
}
