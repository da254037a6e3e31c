/// Numbers as front matter is paged.
enum RomanNumeral {
  /// Whether `text` is a Roman numeral in the usual form, all small or all capital.
  static func isOne(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 15,
      text == text.lowercased() || text == text.uppercased()
    else { return false }
    var rest = Array(text.lowercased().utf8)[...]
    while rest.first == UInt8(ascii: "m") { rest.removeFirst() }
    for (one, five, ten) in [("c", "d", "m"), ("x", "l", "c"), ("i", "v", "x")] {
      let forms = [
        one + ten, one + five, five + one + one + one, five + one + one, five + one, five,
        one + one + one, one + one, one,
      ]
      if let form = forms.first(where: { rest.starts(with: $0.utf8) }) {
        rest = rest.dropFirst(form.utf8.count)
      }
    }
    return rest.isEmpty
  }
}
