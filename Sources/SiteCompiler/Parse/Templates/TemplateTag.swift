import Diagnostics

/// A tag of a Mustache template, with what stands between it and its end.
struct TemplateTag: Sendable {
  /// What a tag does.
  enum Kind: Sendable {
    /// `{{name}}`
    case variable
    /// `{{#name}} … {{/name}}`
    case section
    /// `{{^name}} … {{/name}}`
    case inverted
    /// `{{> name}}`
    case partial
    /// `{{<name}} … {{/name}}`
    case parent
    /// `{{$name}} … {{/name}}`
    case block
  }

  let kind: Kind
  let name: String
  /// The bytes of the name.
  let span: SourceSpan
  /// The tags within a section, parent or block.
  var children: [TemplateTag] = []
}

/// A template or partial as it was read.
struct ParsedTemplate: Sendable {
  /// `brief`, or `header` for `partials/header.mustache`.
  let name: String
  let isPartial: Bool
  let file: SourceFileID
  let tags: [TemplateTag]
}
