import Diagnostics

/// Checks every name, partial and parent that the templates use.
struct TemplateResolver {
  private let templates: [String: ParsedTemplate]
  private let partials: [String: ParsedTemplate]
  private var diagnostics: [Diagnostic] = []
  /// The partials and parents that are being expanded, outermost first.
  private var expanding: [String] = []
  /// How many partials and parents were expanded for the template at hand.
  private var expansions = 0
  /// Partials that include others twice at each level double with each.
  private static let expansionLimit = 2_000

  private let context: [String: TemplateSchema]

  private init(_ parsed: [ParsedTemplate], words: [String]) {
    self.context = TemplateSchema.context(words: words)
    self.templates = Dictionary(
      parsed.filter { !$0.isPartial }.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
    self.partials = Dictionary(
      parsed.filter(\.isPartial).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What is wrong with `parsed`, each fault once.
  /// - Parameter words: The names of the theme's words.
  static func check(_ parsed: [ParsedTemplate], words: [String]) -> [Diagnostic] {
    var resolver = TemplateResolver(parsed, words: words)
    for template in parsed where !template.isPartial {
      resolver.expanding = ["template " + template.name]
      resolver.expansions = 0
      resolver.check(template.tags, in: [resolver.context])
      if let partial = resolver.partials[template.name] {
        resolver.diagnostics.append(
          Diagnostic(
            .templateInvalid, "a template and a partial are both called '\(template.name)'",
            at: SourceSpan(partial.file, 0..<0), help: "rename one of them"))
      }
    }
    return resolver.diagnostics.sortedForReport
  }

  private mutating func check(_ tags: [TemplateTag], in scopes: [[String: TemplateSchema]]) {
    for tag in tags {
      switch tag.kind {
      case .variable:
        if let found = lookUp(tag, in: scopes) { checkShown(found, tag) }
      case .section:
        // What an unknown name holds, nobody can say.
        guard let found = lookUp(tag, in: scopes) else { continue }
        check(tag.children, in: scopes + [found.members])
      case .inverted:
        _ = lookUp(tag, in: scopes)
        check(tag.children, in: scopes)
      case .block: check(tag.children, in: scopes)
      case .partial: expand(tag, partials, "partial", in: scopes)
      case .parent:
        expand(tag, templates, "template", in: scopes)
        check(tag.children, in: scopes)
      }
    }
  }

  /// Only single values can be shown: what holds several has no text of its own.
  private mutating func checkShown(_ found: TemplateSchema, _ tag: TemplateTag) {
    guard let part = found.members.keys.sorted().first else { return }
    diagnostics.append(
      Diagnostic(
        .templateVariableUnknown, "'\(tag.name)' holds several values and cannot be shown",
        at: tag.span, help: "name one of them, such as '\(tag.name).\(part)'"))
  }

  private mutating func expand(
    _ tag: TemplateTag, _ library: [String: ParsedTemplate], _ noun: String,
    in scopes: [[String: TemplateSchema]]
  ) {
    guard let target = library[tag.name] else {
      let near = Suggestion.didYouMean(tag.name, among: library.keys.sorted())
      diagnostics.append(
        Diagnostic(
          .templateMissing, "there is no \(noun) '\(tag.name)'", at: tag.span, help: near))
      return
    }
    let name = "\(noun) \(tag.name)"
    guard !expanding.contains(name) else {
      diagnostics.append(
        Diagnostic(
          .templateRecursive, "the \(noun) '\(tag.name)' includes itself", at: tag.span,
          help: "it would never end: \(cycle(to: name).joined(separator: ", then "))"))
      return
    }
    expansions += 1
    guard expansions <= Self.expansionLimit else {
      if expansions == Self.expansionLimit + 1 {
        diagnostics.append(
          Diagnostic(
            .templateRecursive,
            "this template includes more than \(Self.expansionLimit) others, one within another",
            at: tag.span, help: "let partials include fewer partials"))
      }
      return
    }
    expanding.append(name)
    check(target.tags, in: scopes)
    expanding.removeLast()
  }

  /// The way from `name` back to itself.
  private func cycle(to name: String) -> [String] {
    let start = expanding.firstIndex(of: name) ?? expanding.startIndex
    return Array(expanding[start...]) + [name]
  }

  /// The meaning of a dotted name: its first part in the innermost scope that has it, the others
  /// within; a name that means nothing is reported.
  private mutating func lookUp(
    _ tag: TemplateTag, in scopes: [[String: TemplateSchema]]
  ) -> TemplateSchema? {
    if tag.name == "." { return .leaf }
    let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first else { return nil }
    var members = scopes.last { $0[first] != nil } ?? [:]
    var found: TemplateSchema?
    for part in parts {
      guard let next = members[part] else {
        let prefix = parts.prefix { $0 != part }.joined(separator: ".")
        let known = members.isEmpty ? scopes.flatMap(\.keys) : Array(members.keys)
        let near = Suggestion.nearest(to: part, among: known.sorted())
        diagnostics.append(
          Diagnostic(
            .templateVariableUnknown, "there is no variable '\(tag.name)' here", at: tag.span,
            help: near.map { "did you mean '\(prefix.isEmpty ? $0 : prefix + "." + $0)'?" }))
        return nil
      }
      found = next
      members = next.members
    }
    return found
  }
}
