/// An entry of a `.bib` file as it stands there, its abbreviations written out.
struct BibTeXEntry {
  /// A field: `title = {…}`.
  struct Field {
    /// The name in small letters.
    let name: String
    /// The place of the name.
    let nameRange: Range<Int>
    /// What it holds, as LaTeX, without the outer braces or quotation marks.
    let value: [UInt8]
    /// The place of the value, its outer braces or quotation marks included.
    let valueRange: Range<Int>
  }

  /// The type in small letters, without `@`.
  let type: String
  /// The place of the type, without `@`.
  let typeRange: Range<Int>
  /// The key by which it is cited.
  let key: String
  /// The place of the key.
  let keyRange: Range<Int>
  /// The fields in order; of two with one name the first, as BibTeX takes them.
  var fields: [Field]
  /// The place of the whole, from `@` to the closing brace.
  let range: Range<Int>

  /// The field `name`, or nil where there is none.
  subscript(name: String) -> Field? { fields.first { $0.name == name } }
}
