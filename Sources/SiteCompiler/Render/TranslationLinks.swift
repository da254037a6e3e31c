import Bytes
import Markup
import SiteModel
import Values

/// What leads from a page to its counterparts in other languages, for readers and for machines.
struct TranslationLinks {
  let site: ResolvedSite
  let index: Int
  let page: ResolvedPage
  let addresses: PageAddresses

  /// The names that templates find; none where the page has no counterpart.
  var values: [String: TemplateValue] {
    let translations = page.translations
    guard !translations.isEmpty else { return [:] }
    let own = site.configuration.languageTag(of: page.parsed.frontMatter)
    // Search engines want each page to name itself among its counterparts.
    let all = translations + [ResolvedPage.Translation(language: own, page: index)]
    return [
      "hasTranslations": .flag(true),
      "translations": .list(
        translations.map { translation in
          TemplateObject([
            "language": escaped(translation.language),
            "name": escaped(LanguageName.own(of: translation.language)),
            "title": escaped(site.pages[translation.page].plainTitle),
            "href": escaped(addresses.href(to: translation.page)),
          ])
        }),
      "alternates": .list(
        all.sorted { $0.language.lowercased() < $1.language.lowercased() }.map { translation in
          TemplateObject([
            "language": escaped(translation.language),
            "href": escaped(address(of: translation.page)),
          ])
        }),
    ]
  }

  /// The whole address where the site's own is known, since machines want it so.
  private func address(of page: Int) -> String {
    site.configuration.address(of: site.pages[page].output) ?? addresses.href(to: page)
  }

  private func escaped(_ text: String) -> TemplateValue { .text(Fragment(text: text).text) }
}

/// What languages call themselves, so that those who read one find it.
enum LanguageName {
  /// The name of a BCP 47 tag's language in that language, its other parts behind it; the tag
  /// itself where the language is not known here.
  static func own(of tag: String) -> String {
    let parts = tag.split(separator: "-")
    guard let first = parts.first, let name = names[first.lowercased()] else { return tag }
    guard parts.count > 1 else { return name }
    return "\(name) (\(parts.dropFirst().joined(separator: "-")))"
  }

  private static let names: [String: String] = [
    "ar": "العربية", "az": "Azərbaycanca", "bg": "Български", "bn": "বাংলা", "bs": "Bosanski",
    "ca": "Català", "cs": "Čeština", "cy": "Cymraeg", "da": "Dansk", "de": "Deutsch",
    "el": "Ελληνικά", "en": "English", "es": "Español", "et": "Eesti", "eu": "Euskara",
    "fa": "فارسی", "fi": "Suomi", "fr": "Français", "ga": "Gaeilge", "he": "עברית",
    "hi": "हिन्दी", "hr": "Hrvatski", "hu": "Magyar", "hy": "Հայերեն", "id": "Bahasa Indonesia",
    "is": "Íslenska", "it": "Italiano", "ja": "日本語", "ka": "ქართული", "kk": "Қазақша",
    "ko": "한국어", "ku": "Kurdî", "ky": "Кыргызча", "lt": "Lietuvių", "lv": "Latviešu",
    "mk": "Македонски", "ms": "Bahasa Melayu", "nb": "Norsk bokmål", "nl": "Nederlands",
    "no": "Norsk", "pl": "Polski", "ps": "پښتو", "pt": "Português", "ro": "Română",
    "ru": "Русский", "sk": "Slovenčina", "sl": "Slovenščina", "so": "Soomaali", "sq": "Shqip",
    "sr": "Српски", "sv": "Svenska", "sw": "Kiswahili", "tg": "Тоҷикӣ", "th": "ไทย",
    "tr": "Türkçe", "uk": "Українська", "ur": "اردو", "uz": "Oʻzbekcha", "vi": "Tiếng Việt",
    "zh": "中文",
  ]
}
