import ArgumentParser
import Publishing
import SiteCompiler
import SiteModel

/// What web servers are told about the site that `publish` takes to a target.
enum ServerReport {
  /// Prints the configuration for `server`.
  ///
  /// The pages are made, and read for what a content security policy must let through; nothing is
  /// written.
  static func print(
    for server: ServerConfiguration.Server, _ target: PublishTarget, _ options: ProjectOptions
  ) async throws {
    var compilation = await Compilation(options)
    let found = FoundCode()
    try await compilation.render { file in
      guard case .bytes(let bytes) = file.content, file.path.hasSuffix(".html") else { return }
      var code = InlineCode()
      code.read(page: bytes)
      await found.add(code)
    }
    if compilation.fails(options) {
      Console.report(compilation.report(options), as: options.format)
      throw ExitCode.publication
    }
    let code = await found.code
    if code.handlerCount > 0 {
      Console.note(
        "note: the pages have \(code.handlerCount) attributes such as onclick, which the policy "
          + "does not let run; a script file in assets/ can do the same")
    }
    let site = compilation.site
    let configuration = ServerConfiguration(
      root: target.root(options.layout), baseURL: site.configuration.baseURL,
      policy: ContentPolicy(
        scripts: code.scripts, styles: code.styles, styleAttributes: code.styleAttributes),
      redirects: site.redirects.map { (from: $0.output, to: site.pages[$0.page].output) })
    Console.print(configuration.text(for: server))
  }
}

/// Gathers what is found in many pages at once.
private actor FoundCode {
  private(set) var code = InlineCode()

  func add(_ other: InlineCode) { code.formUnion(other) }
}
