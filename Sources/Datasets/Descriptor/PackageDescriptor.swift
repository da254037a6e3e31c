import Bytes
import Diagnostics
import Documents

/// What `datapackage.yaml` or `.json` says, Data Package 1.
struct PackageDescriptor: Sendable {
  var name: String?
  var title: String?
  var description: String?
  var sources: [DataSource] = []
  var licenses: [DataLicense] = []
  var details = PackageDetails()
  var resources: [ResourceDescriptor] = []
  /// The names of resources that say too little to be read, which was reported.
  var faultyNames: Set<String> = []
  /// The paths of such resources, whose files are listed all the same.
  var faultyPaths: [String] = []

  /// Reads a descriptor; what is wrong with one resource leaves the others.
  static func read(_ node: Node, _ files: inout DescriptorFiles) -> Outcome<PackageDescriptor> {
    var reader = MappingReader(node, of: "the data package", isOpen: true)
    var package = PackageDescriptor()
    var found: [Diagnostic] = []
    package.name = reader.text("name")
    package.title = reader.text("title")
    package.description = reader.text("description")
    package.sources = ProvenanceReader.sources(&reader)
    package.licenses = ProvenanceReader.licenses(&reader)
    package.details = PackageDetails.read(&reader)
    reader.accept(["profile", "id", "image", "$schema"])
    let resources = reader.required("resources")
    if let resources, resources.elements == nil {
      reader.wrongType(resources, "resources", expected: "a list of resources")
    }
    var first: [String: SourceSpan] = [:]
    for element in resources?.elements ?? [] {
      let read = ResourceDescriptor.read(element, in: package, &files)
      guard let resource = read.take(into: &found) else {
        if let name = element["name"]?.text { package.faultyNames.insert(name) }
        let path = element["path"]
        package.faultyPaths += (path?.elements ?? path.map { [$0] } ?? []).compactMap(\.text)
        continue
      }
      if let other = first[resource.name] {
        found.append(
          Diagnostic(
            .packageInvalid, "two resources are called '\(resource.name)'", at: resource.nameSpan,
            labels: [Diagnostic.Label(other, "the first is here")],
            help: "give each resource a name of its own"))
        package.faultyPaths += resource.paths.map(\.text)
      } else {
        first[resource.name] = resource.nameSpan
        package.resources.append(resource)
      }
    }
    return Outcome(package, reader.finish() + found)
  }

  /// Whether `name` may name a dataset: lower-case letters, digits, `.`, `_` and `-`, the first of
  /// which is a letter or a digit.
  static func isWellFormed(name: String) -> Bool {
    guard let first = name.utf8.first, Self.isNameByte(first), first.isASCIIAlphanumeric else {
      return false
    }
    return name.utf8.allSatisfy(Self.isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte.isASCIILetter && byte.asciiLowercased == byte
      || "._-".utf8.contains(byte)
  }

  /// A well-formed name near to `name`, or nil where nothing of it would be left.
  static func wellFormed(_ name: String) -> String? {
    var result: [UInt8] = []
    for byte in name.utf8.map(\.asciiLowercased) {
      if isNameByte(byte), byte.isASCIIAlphanumeric || !result.isEmpty {
        result.append(byte)
      } else if let last = result.last, last != UInt8(ascii: "-") {
        result.append(UInt8(ascii: "-"))
      }
    }
    while result.last == UInt8(ascii: "-") { result.removeLast() }
    return result.isEmpty ? nil : result.text
  }
}
