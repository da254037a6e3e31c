/// The catalogue: every kind of fault that Dossier reports, by its name in kebab case.
///
/// A code is never renamed once released: authors' `allow` entries and CI filters hold it.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  // The publication as a whole
  case contentMissing = "content-missing"
  case contentEmpty = "content-empty"
  case siteConfigurationMissing = "site-configuration-missing"
  case fileUnreadable = "file-unreadable"
  case textEncodingInvalid = "text-encoding-invalid"
  case pathEscapesContent = "path-escapes-content"
  case outputConflict = "output-conflict"
  case redirectInvalid = "redirect-invalid"
  case redirectShadowed = "redirect-shadowed"

  // YAML and JSON
  case yamlInvalid = "yaml-invalid"
  case yamlTooLarge = "yaml-too-large"
  case jsonInvalid = "json-invalid"
  case keyUnknown = "key-unknown"
  case keyMissing = "key-missing"
  case valueTypeWrong = "value-type-wrong"
  case valueInvalid = "value-invalid"

  // Pages and text
  case frontMatterUnclosed = "front-matter-unclosed"
  case allowUnused = "allow-unused"
  case markdownTooDeep = "markdown-too-deep"
  case markdownTooManyBrackets = "markdown-too-many-brackets"
  case htmlNotAllowed = "html-not-allowed"
  case idDuplicate = "id-duplicate"
  case alertUnknown = "alert-unknown"
  case footnoteUndefined = "footnote-undefined"
  case footnoteDuplicate = "footnote-duplicate"
  case footnoteUnused = "footnote-unused"
  case blockKeyUnknown = "block-key-unknown"
  case blockInvalid = "block-invalid"
  case blockUnknown = "block-unknown"
  case rowsLeftOut = "rows-left-out"
  case chartUnsupported = "chart-unsupported"
  case chartDescriptionMissing = "chart-description-missing"
  case chartPropertyUnused = "chart-property-unused"

  // References
  case linkTargetMissing = "link-target-missing"
  case linkSchemeRefused = "link-scheme-refused"
  case linkAnchorMissing = "link-anchor-missing"
  case linkReferenceUndefined = "link-reference-undefined"
  case assetMissing = "asset-missing"
  case assetRemote = "asset-remote"
  case citationMissing = "citation-missing"
  case crossReferenceMissing = "cross-reference-missing"
  case crossReferenceAmbiguous = "cross-reference-ambiguous"
  case entityMissing = "entity-missing"
  case datasetMissing = "dataset-missing"
  case columnMissing = "column-missing"
  case authorUnknown = "author-unknown"
  case translationLanguageWrong = "translation-language-wrong"
  case translationOneSided = "translation-one-sided"
  case wordsMissing = "words-missing"
  case licenseMisspelt = "license-misspelt"
  case svgUnsafe = "svg-unsafe"
  case imageUnreadable = "image-unreadable"
  case renderedLinkBroken = "rendered-link-broken"
  case externalBroken = "external-broken"
  case externalMoved = "external-moved"
  case programMissing = "program-missing"
  case programFailed = "program-failed"
  case nameNearMiss = "name-near-miss"

  // Audiences
  case markMissing = "mark-missing"
  case linkWithheld = "link-withheld"
  case linkNarrower = "link-narrower"
  case textLeaked = "text-leaked"

  // Sources and data
  case sourceInvalid = "source-invalid"
  case sourceDuplicate = "source-duplicate"
  case sourceTypeUnknown = "source-type-unknown"
  case sourceUnstated = "source-unstated"
  case packageInvalid = "package-invalid"
  case packageUnlisted = "package-unlisted"
  case csvInvalid = "csv-invalid"
  case dataInvalid = "data-invalid"
  case dataChanged = "data-changed"
  case cellTypeWrong = "cell-type-wrong"
  case cellConstraint = "cell-constraint"
  case cellFormula = "cell-formula"
  case keyDuplicate = "key-duplicate"
  case foreignKeyMissing = "foreign-key-missing"
  case conditionInvalid = "condition-invalid"
  case valueMissing = "value-missing"
  case sqlInvalid = "sql-invalid"
  case sqlRefused = "sql-refused"

  // Templates
  case templateInvalid = "template-invalid"
  case templateMissing = "template-missing"
  case templateVariableUnknown = "template-variable-unknown"
  case templateRecursive = "template-recursive"

  /// Whether a page may allow a finding of this kind.
  ///
  /// Not what readers would be harmed by, nor what would write one file over another.
  public var isAllowable: Bool {
    switch self {
    case .assetRemote, .outputConflict, .allowUnused, .textLeaked: false
    default: true
    }
  }

  /// How much a finding of this kind weighs.
  public var severity: Diagnostic.Severity {
    switch self {
    case .keyUnknown, .chartDescriptionMissing,
      .chartPropertyUnused, .authorUnknown, .packageUnlisted,
      .cellFormula, .sourceTypeUnknown, .alertUnknown, .footnoteUnused, .nameNearMiss, .allowUnused,
      .redirectShadowed, .translationOneSided, .externalMoved, .blockUnknown, .rowsLeftOut,
      .sourceUnstated, .wordsMissing, .licenseMisspelt,
      .markMissing, .linkNarrower:
      .warning
    default: .error
    }
  }
}
