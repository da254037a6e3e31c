import Bytes

extension String {
  /// The path with its percent-escapes worked out, as web servers compare it.
  var removingPercentEscapes: String { PercentEncoding.decode(self) ?? self }
}
