/// Texts of Markdown's own marks in no order, the same for the same seed.
struct RandomText {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number below `limit`, by xorshift.
  mutating func number(below limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }

  static let words = [
    "*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "![", "<", ">", "a", "b", "word ", " ",
    "  ", "\n", "\n", "\n", "\n\n", "\n> ", "> ", "- ", "1. ", "10) ", "+ ", "* ", "   ", "    ",
    "\t", "\\", "\\\n", "  \n", "&amp;", "&copy;", "&auml;", "&", ";", "<b>", "</b>", "<b\nc='d'>",
    "<!-- x -->", "<div>\n", "<?p?>", "[a]: /u", "[a]: <u v> 't'\n", "[b]:\n", "\n[a]: /u\n\"t\"\n",
    "[a][b]", "[a][]", "[a]", "](/u \"t\")", "](/u)", "](<v w>)", "\"t\"", "'", "(t)", "# ", "## ",
    " #\n", "\n===\n", "\n---\n", "\n***\n", "```\n", "``` a {#i .c k=v}\n", "~~~\n", "é", "ẞ",
    "@k",
    "@k ", "[@k, p. 3]", "-@k", "\\@k", "a@b.c", "<http://a.b/@c>", "<a@b.c>", " {#i}", "{#i}\n",
    "/u", "\r\n", "\r", "\u{A0}", "\u{B}", "!", "#", "|", "~", ":", "\n    code\n", "\n\tcode\n",
    "\n- [a]: /u\n", "\n> [a]: /u\n", "\n| a | b |\n|---|:-:|\n| c", "|-|\n", "a|\n-|\n", "~~",
    "~c~",
    "[^n]", "\n[^n]: x", "\n[^m]:\n\n    ", "- [ ] t\n", "> [!NOTE]\n", "\n*[ISK]: I S\n", "ISK ",
    "www.a.b/c ", "https://a.b/*c*_d_ ", "http://a.b", "x@y.zz ",
  ]

  /// A text of `count` such words.
  mutating func text(of count: Int) -> String {
    var result = ""
    for _ in 0..<count { result += Self.words[number(below: Self.words.count)] }
    return result
  }
}
