/// Reading single scalars out of UTF-8.
enum UTF8Text {
  /// How many bytes the scalar at `index` takes; 1 where the bytes are ill-formed.
  static func width(_ bytes: [UInt8], at index: Int, limit: Int) -> Int {
    let lead = bytes[index]
    let width = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    return min(width, limit - index)
  }

  /// The scalar at `index`, or nil at the end and where the bytes are ill-formed.
  static func scalar(_ bytes: [UInt8], at index: Int, limit: Int) -> Unicode.Scalar? {
    guard index < limit else { return nil }
    let end = index + width(bytes, at: index, limit: limit)
    var iterator = bytes[index..<end].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }

  /// The scalar that ends before `index`, or nil at the start and where the bytes are ill-formed.
  static func scalar(_ bytes: [UInt8], before index: Int) -> Unicode.Scalar? {
    guard index > 0, index <= bytes.count else { return nil }
    var start = index - 1
    while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(bytes, at: start, limit: index)
  }
}
