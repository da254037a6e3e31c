extension Catalogue {
  /// Faults of redirects, translations and pictures, of what is produced, and of links out.
  static let produced: [CatalogueEntry] = [
    CatalogueEntry(
      .redirectInvalid, "A redirect from no path of the site",
      meaning: """
        An entry of `redirects` is no path within the site, leads out of it, leads to the page
        itself, or is claimed twice.
        """,
      reason: "The old address would stay dead.",
      remedy: """
        Write the old path from the root of the site, such as `/old/strength.html`, once.
        """,
      in: "Content/ferries.md",
      example:
        "  - https://example.org/ferries.html"),
    CatalogueEntry(
      .redirectShadowed, "A redirect where something stands",
      meaning: """
        A page or a file of the site stands at the old path, and a redirect yields to it.
        """,
      reason: "Nobody is ever redirected, so the line does nothing.",
      remedy: "Take the line out, or the page that stands there.",
      in: "Content/index.md",
      example:
        "redirects: /ferries.html"),
    CatalogueEntry(
      .translationLanguageWrong, "A translation in another language than said",
      meaning: """
        `translations` names a page under a language that it is not in, or the page itself.
        """,
      reason: "Readers would be sent to a page that they cannot read.",
      remedy: "Correct the language, or write `language` in the front matter of that page.",
      in: "Content/index.md",
      example:
        "  de: hafen.md"),
    CatalogueEntry(
      .translationOneSided, "A translation that does not name its counterpart",
      meaning: "A page names its translation, and that one does not name the page in turn.",
      reason: "Search engines take up translations only where both sides agree.",
      remedy: "Write `translations` in the other page, too.",
      in: "Content/index.md",
      example:
        "translations: {de: de/hafen.md}"),
    CatalogueEntry(
      .wordsMissing, "A language in which the theme has no words",
      meaning: """
        A page is in a language for which there is no table of words. What Dossier says itself there, \
        such as *Contents* and *Sources*, it says in English.
        """,
      reason: "Readers of the language meet words that they may not know.",
      remedy: """
        Write `Templates/words/TAG.yaml` with the words in that language, after the theme's \
        `en.yaml`, or allow the finding.
        """,
      in: "Content/index.md", example: "language: fr"),
    CatalogueEntry(
      .licenseMisspelt, "A licence that is nearly a known one",
      meaning: """
        `license` is nearly the name of a licence that Dossier knows, such as `CC-BY-4.0`, but not \
        it; or it lacks the version.
        """,
      reason: "The page shows the word alone, without a link and without what readers may do.",
      remedy: "Write the name that the help line says, or allow the finding.",
      in: "Content/index.md", example: "license: CC-BY-4.1"),
    CatalogueEntry(
      .svgUnsafe, "A picture that could run or fetch something",
      meaning: """
        An SVG file has a script, an event attribute, an entity or a reference to another host.
        """,
      reason: "It could run in the browsers of readers, or tell others who reads what.",
      remedy: "Save the picture as plain SVG. Nothing is taken out silently.",
      in: "Content/assets/plan.svg",
      example:
        "<?xml-stylesheet href=\"https://example.org/plan.css\"?>"),
    CatalogueEntry(
      .imageUnreadable, "A picture that is none",
      meaning: """
        The file ends in .png, .jpg, .gif, .webp or .avif, and its bytes are not those of such a
        picture.
        """,
      reason: "Readers would see a broken picture.",
      remedy: "Save the picture anew, in the format that its ending names.",
      in: "Content/rain.md",
      example: "![A plan of the harbour](assets/plan.png) and ![a map](assets/map.JPG)."),
    CatalogueEntry(
      .renderedLinkBroken, "A produced page refers to nothing",
      meaning: """
        The finished page has a link, a picture or an id reference that leads nowhere, written by
        a template, by raw HTML, or by others whose page is copied.
        """,
      reason: "Readers would meet a dead end that no check of the text can see.",
      remedy: "Mend the line of the template, the HTML or the copied page that the place shows.",
      in: "Templates/page.mustache",
      example:
        "<label for=\"search\">Search</label>"),
    CatalogueEntry(
      .externalBroken, "A link to another site does not answer",
      meaning: "`check --external` asked for the address and got no page.",
      reason: "Readers would follow a dead link.",
      remedy: "Look for where the page went. An archived copy may do.",
      in: "Content/index.md",
      example:
        "A [timetable](https://ferries.example.org/2020.html#north), as before"),
    CatalogueEntry(
      .externalMoved, "A link to another site has moved for good",
      meaning: "`check --external` was sent on to another address, permanently.",
      reason: "The old address may stop working any day.",
      remedy: "Write the new address that the help line says.",
      in: "Content/index.md",
      example:
        "A [timetable](https://ferries.example.org/2020.html#north) of the ferries."),
    CatalogueEntry(
      .programMissing, "A program that a block needs is not installed",
      meaning: "A graph is laid out by `dot`, a program of Graphviz, and there is none here.",
      reason: "The page would have a gap where the picture should be.",
      remedy: "Install Graphviz, on Debian by `apt install graphviz`.",
      in: "Content/index.md", example: "```graph {#fig-lines}"),
    CatalogueEntry(
      .programFailed, "A program that a block needs gave nothing",
      meaning: "`dot`, which lays graphs out, took too long or ended with a complaint.",
      reason: "The page would have a gap where the picture should be.",
      remedy: "Show fewer edges with `where`. If `dot` itself is broken, install it anew.",
      in: "Content/index.md", example: "```graph {#fig-lines}"),
  ]
}
