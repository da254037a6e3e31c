import Bytes
import Diagnostics
import SiteModel

/// Works out which old addresses lead to which pages.
struct RedirectResolver {
  let index: SiteIndex
  /// The paths of everything else that the site is made of.
  let outputs: Set<String>

  /// A redirect as it is found, with its place.
  private struct Found {
    let output: String
    let page: Int
    let span: SourceSpan
  }

  /// The redirects of all pages, less those that cannot be.
  func resolve() -> Outcome<[ResolvedSite.Redirect]> {
    var diagnostics: [Diagnostic] = []
    var redirects: [ResolvedSite.Redirect] = []
    // Case and the composition of letters do not count: some file systems know neither, and
    // strings compare by canonical equivalence.
    let taken = Set(outputs.map { $0.lowercased() })
    var first: [String: Found] = [:]
    for (number, page) in index.pages.enumerated() {
      for redirect in page.frontMatter.redirects {
        guard let output = Self.output(of: redirect).take(into: &diagnostics) else { continue }
        let found = Found(output: output, page: number, span: redirect.span)
        if output == page.output {
          diagnostics.append(
            Diagnostic(
              .redirectInvalid, "this page would be redirected onto itself", at: redirect.span,
              help: "write where it stood before, or take the line away"))
        } else if taken.contains(output.lowercased()) {
          diagnostics.append(
            Diagnostic(
              .redirectShadowed, "nothing is redirected from '\(output)', where something stands",
              at: redirect.span, help: "take the line away"))
        } else if let other = first[output.lowercased()] {
          diagnostics.append(
            Diagnostic(
              .redirectInvalid, "'\(output)' is redirected twice", at: redirect.span,
              labels: [Diagnostic.Label(other.span, "it is first here")],
              help: "one address can lead to one page alone"))
        } else {
          first[output.lowercased()] = found
          redirects.append(ResolvedSite.Redirect(output: output, page: number))
        }
      }
    }
    return Outcome(redirects, diagnostics)
  }

  /// The claims of redirects to their paths, for the check on files that are folders too.
  static func claims(
    _ redirects: [ResolvedSite.Redirect], _ index: SiteIndex
  ) -> [OutputConflicts.Claim] {
    redirects.map { redirect in
      let page = index.pages[redirect.page]
      let place = page.frontMatter.redirects.first { text in
        output(of: text).value == redirect.output
      }
      return OutputConflicts.Claim(
        output: redirect.output, source: page.path, span: place?.span ?? page.span)
    }
  }

  /// The file at which a redirect stands: of a folder its `index.html`.
  static func output(of redirect: FrontMatter.Text) -> Outcome<String?> {
    func fault(_ message: String, _ help: String) -> Outcome<String?> {
      Outcome(nil, [Diagnostic(.redirectInvalid, message, at: redirect.span, help: help)])
    }
    let fromRoot = "write the old path from the site's root, such as /old/strength.html"
    guard case .local(let path, let query, let anchor) = LinkDestination(redirect.text) else {
      return fault("'\(redirect.text)' is no path of this site", fromRoot)
    }
    guard query.isEmpty, anchor == nil, !path.isEmpty else {
      return fault(
        "a redirect cannot tell addresses apart by what stands behind '?' or '#'", fromRoot)
    }
    guard let resolved = SitePath.resolve(path, in: "") else {
      return fault("'\(redirect.text)' leads out of the site", fromRoot)
    }
    if resolved.isEmpty || resolved.hasSuffix("/") { return Outcome(resolved + "index.html") }
    let name = SitePath.name(of: resolved)
    if name.hasSuffix(".html") || name.hasSuffix(".htm") { return Outcome(resolved) }
    guard !name.utf8.contains(UInt8(ascii: ".")) else {
      return fault(
        "a redirect is a page, and '\(name)' is the name of another kind of file",
        "redirect from a path that ends in .html or in /")
    }
    return Outcome(resolved + "/index.html")
  }
}
