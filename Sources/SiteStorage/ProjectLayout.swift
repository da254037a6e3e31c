/// Where a project keeps its things, as absolute paths.
public struct ProjectLayout: Sendable {
  /// The project's folder.
  public let project: String
  /// The folder of the publication.
  public let content: String
  /// The folder of the project's own templates, which need not be there.
  public let templates: String
  /// The folder of the site.
  public let output: String

  /// The folder of what is kept to be quicker the next time, and may be removed.
  public var cache: String { project + "/.dossier-cache" }

  /// A layout whose folders are given relative to the project's, or absolute.
  public init(
    project: String, content: String = "Content", templates: String = "Templates",
    output: String = "Site"
  ) {
    let root = Disk.absolute(project)
    func inside(_ path: String) -> String {
      Disk.absolute(path.utf8.starts(with: "/".utf8) ? path : root + "/" + path)
    }
    self.project = root
    self.content = inside(content)
    self.templates = inside(templates)
    self.output = inside(output)
  }

  /// Whether `path`, which is written as a place in the project, leads out of it by a symbolic link.
  ///
  /// Whoever runs the program may name a folder elsewhere; what a project brings along may not.
  func leadsOut(_ path: String) -> Bool {
    guard path.utf8.starts(with: (project + "/").utf8), let root = Disk.realPath(project) else {
      return false
    }
    var place = path
    while Disk.realPath(place) == nil {
      // A link to nothing would be made into something by writing to it.
      if Disk.isLink(place) { return true }
      place = Disk.parent(of: place)
    }
    guard root != "/", let real = Disk.realPath(place) else { return false }
    return real != root && !real.utf8.starts(with: (root + "/").utf8)
  }

  /// Makes a folder of the cache.
  /// - Parameter name: Its name in ``cache``; the cache itself where that is empty.
  /// - Returns: Its path.
  /// - Throws: ``StorageError`` where it cannot be made, or a symbolic link stands there: what it
  ///   leads to is not ours, and would be written to and cleared.
  public func makeCache(_ name: String = "") throws(StorageError) -> String {
    let folder = name.isEmpty ? cache : cache + "/" + name
    for place in [cache, folder] where Disk.isLink(place) {
      throw StorageError("keep anything in", place, reason: "it is a symbolic link")
    }
    try Disk.makeFolder(folder)
    return folder
  }

  /// How messages name `path`: relative to the project where it lies inside.
  public func displayPath(_ path: String) -> String {
    let prefix = project == "/" ? "/" : project + "/"
    return path.utf8.starts(with: prefix.utf8) ? String(path.dropFirst(prefix.count)) : path
  }
}
