import Bytes
public import Diagnostics
import Documents

/// Reads a publication's data: the descriptor, the files that it lists, and CSV files beside them.
public enum PackageReader {
  /// Reads the package and every dataset.
  ///
  /// A CSV file that no resource lists becomes a dataset of its file's stem with inferred types;
  /// where there is a descriptor, the warning `package-unlisted` says so. One faulty cell, file or
  /// resource leaves the rest.
  /// - Parameters:
  ///   - descriptor: `datapackage.yaml` or `datapackage.json`, where there is one; a path that ends
  ///     in `.json` is read as JSON.
  ///   - files: All files of the data folder. Of those that no resource lists, only CSV files are
  ///     read.
  ///   - otherPaths: The paths of files in the folder that were not read, such as pictures.
  ///   - unreadablePaths: The paths of files that could not be read, which was reported.
  public static func read(
    descriptor: DataFile?, files: [DataFile], otherPaths: Set<String> = [],
    unreadablePaths: Set<String> = []
  ) -> Outcome<DataPackage> {
    let found = DescriptorFiles(
      base: descriptor?.path ?? "", files: files, unreadable: unreadablePaths, others: otherPaths)
    var run = PackageRun(files: found)
    if let descriptor { run.readListed(descriptor) }
    // Without the descriptor that there is, every type would be guessed wrongly.
    if run.package.isComplete { run.readUnlisted(beside: descriptor) }
    if run.package.isComplete { run.readUnlistedDatabases(beside: descriptor) }
    run.checkForeignKeys()
    return Outcome(run.package, run.diagnostics)
  }
}

/// The state of reading one package.
struct PackageRun {
  var files: DescriptorFiles
  var package = DataPackage()
  var diagnostics: [Diagnostic] = []
  /// Every dataset with its table, for the checks across resources.
  private var read: [String: ReadDataset] = [:]
  /// The names that are taken, with the places that took them.
  private var places: [String: SourceSpan] = [:]
  private var listedPaths: Set<String> = []

  /// Faults of one code in a descriptor beyond which they are only counted.
  private static let faultLimit = 1_000

  init(files: DescriptorFiles) {
    self.files = files
  }

  mutating func readListed(_ file: DataFile) {
    package.isComplete = false
    if let fault = TextCheck.fault(of: file.bytes, in: file.file) {
      diagnostics.append(fault)
      return
    }
    let before = diagnostics.count
    guard let node = file.document(file.bytes).take(into: &diagnostics) else {
      if diagnostics.count == before {
        diagnostics.append(
          Diagnostic(
            .packageInvalid, "this data package is empty", at: file.start,
            help: "describe the files as 'resources'"))
      }
      return
    }
    var found: [Diagnostic] = []
    let descriptor = PackageDescriptor.read(node, &files).take(into: &found)
    // A descriptor that a program wrote wrongly is wrong in every line.
    var faults = LimitedDiagnostics(limit: Self.faultLimit)
    for fault in found { faults.add(fault, kind: fault.code.rawValue) }
    diagnostics += faults.finish()
    package = DataPackage(
      name: descriptor.name, title: descriptor.title, description: descriptor.description,
      sources: descriptor.sources, licenses: descriptor.licenses, unreadable: descriptor.faultyNames
    )
    package.details = descriptor.details
    for path in descriptor.faultyPaths { list(path) }
    for resource in descriptor.resources { readResource(resource, from: file) }
  }

  /// Remembers that a resource names the file, whatever became of the resource.
  private mutating func list(_ path: String) {
    if case .success(let path) = ContentPath.resolve(path, from: files.base) {
      listedPaths.insert(path)
    }
  }

  private mutating func readResource(_ resource: ResourceDescriptor, from descriptor: DataFile) {
    places[resource.name] = resource.nameSpan
    resource.paths.forEach { list($0.text) }
    var heading = DatasetReader.Heading(
      name: resource.name, span: resource.span, title: resource.title,
      description: resource.description, sources: resource.sources, licenses: resource.licenses,
      marking: resource.marking, dialect: resource.dialect)
    if case .success(let path)? = resource.paths.first.map({
      ContentPath.resolve($0.text, from: files.base)
    }) {
      heading.path = path
    }
    guard let rows = rows(of: resource, from: descriptor),
      var result = DatasetReader.read(rows, as: heading, under: resource.schema)
        .take(into: &diagnostics)
    else {
      package.unreadable.insert(resource.name)
      return
    }
    if let events = resource.events {
      result.dataset.events = events.bind(to: result.dataset).take(into: &diagnostics)
    }
    read[resource.name] = result
    package.add(result.dataset)
  }

  mutating func readUnlisted(beside descriptor: DataFile?) {
    let unlisted = files.files.values.filter {
      ContentPath.ending($0.path) == "csv" && !listedPaths.contains($0.path)
    }
    for file in unlisted.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      let name = ContentPath.stem(file.path)
      guard isNameFree(name, for: file) else { continue }
      places[name] = file.start
      if let descriptor {
        let path = ContentPath.relative(file.path, from: descriptor.path)
        diagnostics.append(
          Diagnostic(
            .packageUnlisted, "the data package does not list '\(path)', so its types are guessed",
            at: file.start, help: "add a resource with 'path: \(path)'"))
      }
      var heading = DatasetReader.Heading(name: name, span: file.start)
      heading.path = file.path
      guard let text = text(of: file, nil),
        let result = DatasetReader.read(
          .text([CSVPart(bytes: text, origin: TextOrigin(file.file))]), as: heading, under: nil
        ).take(into: &diagnostics)
      else {
        package.unreadable.insert(name)
        continue
      }
      read[name] = result
      package.add(result.dataset)
    }
  }

  /// Reads every table and view of the databases that no resource names.
  mutating func readUnlistedDatabases(beside descriptor: DataFile?) {
    let unlisted = files.files.values.filter {
      ["sqlite", "sqlite3"].contains(ContentPath.ending($0.path)) && !listedPaths.contains($0.path)
    }
    for file in unlisted.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      if let descriptor {
        let path = ContentPath.relative(file.path, from: descriptor.path)
        diagnostics.append(
          Diagnostic(
            .packageUnlisted, "the data package does not list '\(path)', so its types are guessed",
            at: file.start, help: "add a resource with 'path: \(path)' for each of its tables"))
      }
      guard let database = open(file) else { continue }
      for table in database.tables where isNameFree(table.name, for: file) {
        places[table.name] = file.start
        var heading = DatasetReader.Heading(name: table.name, span: file.start)
        heading.path = file.path
        guard let rows = rows(of: table, in: database, file),
          var result = DatasetReader.read(rows, as: heading, under: nil).take(into: &diagnostics)
        else {
          package.unreadable.insert(table.name)
          continue
        }
        result.dataset.primaryKey = table.primaryKey
        read[table.name] = result
        package.add(result.dataset)
      }
    }
  }

  private mutating func isNameFree(_ name: String, for file: DataFile) -> Bool {
    guard PackageDescriptor.isWellFormed(name: name) else {
      diagnostics.append(
        Diagnostic(
          .packageInvalid,
          "'\(name)' is no name for a dataset: it is made of lower-case letters, digits, "
            + "'.', '_' and '-'", at: file.start,
          help: PackageDescriptor.wellFormed(name).map { near in
            ContentPath.ending(file.path) == "csv"
              ? "call the file '\(near).csv'" : "call the table '\(near)'"
          }))
      return false
    }
    // The resource of that name has lost its file, which was reported, and this may be it.
    guard !package.unreadable.contains(name) else { return false }
    guard let other = places[name] else { return true }
    diagnostics.append(
      Diagnostic(
        .packageInvalid, "two datasets are called '\(name)'", at: file.start,
        labels: [Diagnostic.Label(other, "the first is here")],
        help: "give the file another name"))
    return false
  }

  mutating func checkForeignKeys() {
    let check = ForeignKeyCheck(
      datasets: read, unreadable: package.unreadable, names: package.names)
    for name in package.names {
      if let dataset = read[name] { diagnostics += check.check(dataset) }
    }
  }
}
