public import Foundation

/// Holds JSON against a JSON Schema, as much of draft 7 as the schemas of others here use.
///
/// A keyword that it does not know is a fault of its own, so that nothing passes unlooked at.
public struct SchemaValidator {
  private let root: [String: Any]
  private static let annotations: Set<String> = [
    "$schema", "$id", "id", "title", "description", "definitions", "default", "format",
  ]

  /// A validator for the schema in `url`.
  public init(_ url: URL) throws {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    self.root = object as? [String: Any] ?? [:]
  }

  /// What is wrong with the JSON text in `data`, each with its place.
  public func faults(in data: Data) throws -> [String] {
    check(try JSONSerialization.jsonObject(with: data), root, "$")
  }

  private func check(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let names = reference.split(separator: "/").dropFirst()
      let target = names.reduce(root as Any?) { ($0 as? [String: Any])?[String($1)] }
      guard let target = target as? [String: Any] else { return ["\(place): no \(reference)"] }
      return check(value, target, place)
    }
    return schema.keys.sorted().flatMap { keyword in
      check(value, keyword, schema[keyword] as Any, schema, place)
    }
  }

  private func check(
    _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: String
  ) -> [String] {
    let object = value as? [String: Any]
    let list = value as? [Any]
    let number = Self.isBoolean(value) ? nil : (value as? NSNumber)?.doubleValue
    func fault(_ isRight: Bool) -> [String] { isRight ? [] : ["\(place): \(keyword) \(rule)"] }
    func schemas() -> [[String: Any]] { rule as? [[String: Any]] ?? [] }
    switch keyword {
    case "type": return fault(Self.types(rule).contains { Self.hasType(value, $0) })
    case "enum":
      return fault((rule as? [NSObject])?.contains(value as? NSObject ?? NSNull()) == true)
    case "required":
      return ((rule as? [String]) ?? []).flatMap { name in
        object == nil || object?[name] != nil ? [] : ["\(place): lacks \(name)"]
      }
    case "properties":
      let rules = rule as? [String: [String: Any]] ?? [:]
      return (object ?? [:]).sorted { $0.key < $1.key }.flatMap { name, member in
        rules[name].map { check(member, $0, "\(place).\(name)") } ?? []
      }
    case "additionalProperties":
      let known = (schema["properties"] as? [String: Any]) ?? [:]
      return (object ?? [:]).filter { known[$0.key] == nil }.flatMap { name, member in
        if let inner = rule as? [String: Any] { return check(member, inner, "\(place).\(name)") }
        return (rule as? Bool) == false ? ["\(place): may not have \(name)"] : []
      }
    case "items":
      let inner = rule as? [String: Any] ?? [:]
      return (list ?? []).enumerated().flatMap { check($1, inner, "\(place)[\($0)]") }
    case "minItems": return fault(list.map { $0.count >= Self.count(rule) } ?? true)
    case "maxItems": return fault(list.map { $0.count <= Self.count(rule) } ?? true)
    case "uniqueItems":
      return fault(list.map { Set($0.compactMap { $0 as? NSObject }).count == $0.count } ?? true)
    case "minimum": return fault(number.map { $0 >= Double(Self.count(rule)) } ?? true)
    case "maximum": return fault(number.map { $0 <= Double(Self.count(rule)) } ?? true)
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return [] }
      return fault(text.range(of: pattern, options: .regularExpression) != nil)
    case "allOf": return schemas().flatMap { check(value, $0, place) }
    case "anyOf": return fault(schemas().contains { check(value, $0, place).isEmpty })
    case "oneOf": return fault(schemas().count { check(value, $0, place).isEmpty } == 1)
    case "not": return fault(!check(value, rule as? [String: Any] ?? [:], place).isEmpty)
    case "if":
      let holds = check(value, rule as? [String: Any] ?? [:], place).isEmpty
      let branch = schema[holds ? "then" : "else"] as? [String: Any]
      return branch.map { check(value, $0, place) } ?? []
    case "then", "else": return []
    case _ where Self.annotations.contains(keyword): return []
    default: return ["\(place): the keyword \(keyword) is not known to this validator"]
    }
  }

  private static func types(_ rule: Any) -> [String] {
    (rule as? [String]) ?? (rule as? String).map { [$0] } ?? []
  }

  /// A number 0 or 1 can be cast to a Boolean, so the type that it was read as is asked for.
  private static func isBoolean(_ value: Any) -> Bool {
    guard let number = value as? NSNumber else { return false }
    return ["c", "B"].contains(String(cString: number.objCType))
  }

  private static func count(_ rule: Any) -> Int { (rule as? NSNumber)?.intValue ?? 0 }

  private static func hasType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "boolean": Self.isBoolean(value)
    case "null": value is NSNull
    case "integer":
      !isBoolean(value)
        && (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() } ?? false
    case "number": !isBoolean(value) && value is NSNumber
    default: false
    }
  }
}
