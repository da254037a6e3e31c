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

  /// How messages name `path`: relative to the project where it lies inside.
  public func displayPath(_ path: String) -> String {
    let prefix = project == "/" ? "/" : project + "/"
    return path.utf8.starts(with: prefix.utf8) ? String(path.dropFirst(prefix.count)) : path
  }
}
