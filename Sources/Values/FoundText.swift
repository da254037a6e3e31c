import Bytes

extension [UInt8] {
  /// What stands at an offset, for messages: the whole character, or the end.
  func foundText(at index: Int) -> String {
    guard index < count else { return "the end" }
    let first = self[index]
    guard first >= 0x20, first != 0x7F else { return "a control character" }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return "'\(self[index..<Swift.min(index + length, count)].text)'"
  }
}
