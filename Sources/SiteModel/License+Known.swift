extension License {
  /// The licences that Dossier knows, the newest of a kind first; another one is another line.
  static let all: [Known] = creativeCommons + others

  private static let creativeCommons: [Known] = [
    ("by", "Attribution", Terms.by), ("by-sa", "Attribution-ShareAlike", .bySA),
    ("by-nc", "Attribution-NonCommercial", .byNC), ("by-nd", "Attribution-NoDerivatives", .byND),
    ("by-nc-sa", "Attribution-NonCommercial-ShareAlike", .byNCSA),
    ("by-nc-nd", "Attribution-NonCommercial-NoDerivatives", .byNCND),
  ].flatMap { code, name, terms in
    [
      ("4.0", "International"), ("3.0", "Unported"), ("3.0-IGO", "IGO"), ("2.5", "Generic"),
      ("2.0", "Generic"),
    ].map { version, kind in
      let parts = version.split(separator: "-")
      return Known(
        identifier: "CC-\(code.uppercased())-\(version)",
        name: "Creative Commons \(name) \(parts[0]) \(kind)",
        address: "https://creativecommons.org/licenses/\(code)/"
          + parts.map { $0.lowercased() + "/" }.joined(),
        terms: terms)
    }
  }

  private static let others: [Known] = [
    (
      "CC0-1.0", "Creative Commons Zero 1.0 Universal",
      "https://creativecommons.org/publicdomain/zero/1.0/", Terms.free
    ),
    (
      "CC-PDM-1.0", "Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/",
      nil
    ),
    (
      "OGL-UK-3.0", "Open Government Licence v3.0",
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", .by
    ),
    (
      "OGL-UK-2.0", "Open Government Licence v2.0",
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/", .by
    ),
    (
      "OGL-UK-1.0", "Open Government Licence v1.0",
      "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/", .by
    ),
    (
      "OGL-Canada-2.0", "Open Government Licence – Canada",
      "https://open.canada.ca/en/open-government-licence-canada", .by
    ),
    (
      "etalab-2.0", "Licence Ouverte / Open Licence 2.0",
      "https://www.etalab.gouv.fr/licence-ouverte-open-licence/", .by
    ),
    (
      "DL-DE-BY-2.0", "Datenlizenz Deutschland – Namensnennung – Version 2.0",
      "https://www.govdata.de/dl-de/by-2-0", .by
    ),
    (
      "DL-DE-ZERO-2.0", "Datenlizenz Deutschland – Zero – Version 2.0",
      "https://www.govdata.de/dl-de/zero-2-0", .free
    ),
    (
      "NLOD-2.0", "Norwegian Licence for Open Government Data 2.0",
      "https://data.norge.no/nlod/en/2.0", .by
    ),
    (
      "ODbL-1.0", "Open Data Commons Open Database License v1.0",
      "https://opendatacommons.org/licenses/odbl/1-0/", .bySA
    ),
    (
      "ODC-By-1.0", "Open Data Commons Attribution License v1.0",
      "https://opendatacommons.org/licenses/by/1-0/", .by
    ),
    (
      "PDDL-1.0", "Open Data Commons Public Domain Dedication and License v1.0",
      "https://opendatacommons.org/licenses/pddl/1-0/", .free
    ),
    ("Apache-2.0", "Apache License 2.0", "https://www.apache.org/licenses/LICENSE-2.0", .notice),
    ("MIT", "MIT License", "https://opensource.org/license/mit", .notice),
    (
      "BSD-3-Clause", "BSD 3-Clause License", "https://opensource.org/license/bsd-3-clause",
      .notice
    ),
    (
      "BSD-2-Clause", "BSD 2-Clause License", "https://opensource.org/license/bsd-2-clause",
      .notice
    ),
  ].map { Known(identifier: $0.0, name: $0.1, address: $0.2, terms: $0.3) }
}
