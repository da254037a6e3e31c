/// What LaTeX's commands stand for in text.
enum LaTeXSymbols {
  /// Commands that put a mark on the letter behind them, with the mark as a combining character.
  static let accents: [String: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}",
    "u": "\u{306}", ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}",
    "v": "\u{30C}", "d": "\u{323}", "c": "\u{327}", "k": "\u{328}", "b": "\u{331}",
    "t": "\u{361}",
  ]

  /// Commands that stand for characters.
  static let symbols: [String: String] = [
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð",
    "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "&": "&", "%": "%",
    "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\\": " ", ",": " ",
    ";": " ", ":": " ", "/": "", "-": "", "@": "", "(": "", ")": "", "slash": "/",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^",
    "textasciigrave": "`", "textquotesingle": "'", "textquotedbl": "\"", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "flqq": "«",
    "frqq": "»", "guillemotleft": "«", "guillemotright": "»", "textendash": "–",
    "textemdash": "—", "dots": "…", "ldots": "…", "textellipsis": "…", "S": "§", "P": "¶",
    "textsection": "§", "textparagraph": "¶", "pounds": "£", "textsterling": "£", "euro": "€",
    "texteuro": "€", "EUR": "€", "textdollar": "$", "textunderscore": "_", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "textdegree": "°",
    "degree": "°", "textless": "<", "textgreater": ">", "textbar": "|", "textbraceleft": "{",
    "textbraceright": "}", "textordfeminine": "ª", "textordmasculine": "º",
    "textperiodcentered": "·", "textbullet": "•", "textexclamdown": "¡",
    "textquestiondown": "¿", "texttimes": "×", "textpm": "±", "textmu": "µ",
    "textonehalf": "½", "textonequarter": "¼", "LaTeX": "LaTeX", "TeX": "TeX",
    "nobreakspace":
      "\u{A0}", "space": " ", "quad": " ", "newline": " ", "par": " ", "bibrangedash": "–",
    "bibinitperiod": ".", "bibinitdelim": " ", "textprime": "′", "textquotestraightdblbase": "„",
  ]

  /// Commands whose argument is set apart.
  static let styles: [String: (open: String, close: String)] = [
    "emph": italic, "textit": italic, "textsl": italic, "mkbibemph": italic,
    "mkbibitalic": italic, "textbf": bold, "mkbibbold": bold, "textsc": smallCapitals,
    "textsuperscript": ("<sup>", "</sup>"), "mkbibsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"), "enquote": ("“", "”"), "mkbibquote": ("“", "”"),
  ]

  /// Commands that set apart what follows them in their group.
  static let declarations: [String: (open: String, close: String)] = [
    "em": italic, "it": italic, "itshape": italic, "sl": italic, "bf": bold, "bfseries": bold,
    "sc": smallCapitals, "scshape": smallCapitals,
  ]

  /// Commands that go with their (first) argument.
  static let dropped: Set<String> = [
    "footnote", "nocite", "cite", "label", "ref", "href", "vspace", "hspace", "input",
    "include", "index",
  ]

  private static let italic = ("<i>", "</i>")
  private static let bold = ("<b>", "</b>")
  private static let smallCapitals = ("<span style=\"font-variant:small-caps;\">", "</span>")

  /// The letter `base` with `mark`: the one character where there is one, or else both.
  static func compose(_ base: String, _ mark: Unicode.Scalar) -> String {
    // What an accent stands on has no dot of its own.
    let letter = base == "ı" ? "i" : base == "ȷ" ? "j" : base
    guard let first = letter.unicodeScalars.first else { return "" }
    if let whole = composed[Pair(base: first, mark: mark)] { return String(whole) }
    var view = String.UnicodeScalarView([first, mark])
    view.append(contentsOf: letter.unicodeScalars.dropFirst())
    return String(view)
  }

  private struct Pair: Hashable {
    let base: Unicode.Scalar
    let mark: Unicode.Scalar
  }

  /// Letters with marks that are one character in Unicode.
  private static let composed: [Pair: Unicode.Scalar] = {
    let groups: [(Unicode.Scalar, String, String)] = [
      ("\u{300}", "AEIOUaeiouNnWwYy", "ÀÈÌÒÙàèìòùǸǹẀẁỲỳ"),
      ("\u{301}", "AEIOUYaeiouyCcLlNnRrSsZzGgKkMmPpWw", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǴǵḰḱḾḿṔṕẂẃ"),
      ("\u{302}", "AEIOUaeiouCcGgHhJjSsWwYyZz", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷẐẑ"),
      ("\u{303}", "ANOanoIiUuEeYyVv", "ÃÑÕãñõĨĩŨũẼẽỸỹṼṽ"),
      ("\u{304}", "AEIOUaeiouGgYy", "ĀĒĪŌŪāēīōūḠḡȲȳ"),
      ("\u{306}", "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
      (
        "\u{307}", "CEGIZcegzAaOoBbDdFfHhMmNnPpRrSsTtWwXxYy",
        "ĊĖĠİŻċėġżȦȧȮȯḂḃḊḋḞḟḢḣṀṁṄṅṖṗṘṙṠṡṪṫẆẇẊẋẎẏ"
      ),
      ("\u{308}", "AEIOUaeiouyYHhWwXxt", "ÄËÏÖÜäëïöüÿŸḦḧẄẅẌẍẗ"),
      ("\u{30A}", "AaUuwy", "ÅåŮůẘẙ"), ("\u{30B}", "OoUu", "ŐőŰű"),
      ("\u{30C}", "CcDdEeNnRrSsTtZzAaIiOoUuGgKkjHhLl", "ČčĎďĚěŇňŘřŠšŤťŽžǍǎǏǐǑǒǓǔǦǧǨǩǰȞȟĽľ"),
      (
        "\u{323}", "AaBbDdEeHhIiKkLlMmNnOoRrSsTtUuVvWwYyZz",
        "ẠạḄḅḌḍẸẹḤḥỊịḲḳḶḷṂṃṆṇỌọṚṛṢṣṬṭỤụṾṿẈẉỴỵẒẓ"
      ),
      ("\u{327}", "CcGKkLlNnRrSsTtEeHhDd", "ÇçĢĶķĻļŅņŖŗŞşŢţȨȩḨḩḐḑ"),
      ("\u{328}", "AaEeIiUuOo", "ĄąĘęĮįŲųǪǫ"),
      ("\u{331}", "BbDdKkLlNnRrTtZzh", "ḆḇḎḏḴḵḺḻṈṉṞṟṮṯẔẕẖ"),
    ]
    var result: [Pair: Unicode.Scalar] = [:]
    for (mark, bases, wholes) in groups {
      for (base, whole) in zip(bases.unicodeScalars, wholes.unicodeScalars) {
        result[Pair(base: base, mark: mark)] = whole
      }
    }
    return result
  }()
}
