extension Int {
  /// The whole part of a number, held within a limit either way; 0 for what is no number.
  ///
  /// A number of the data or of an author may be of any size, and turning one that is too large into
  /// an integer would stop the program.
  init(holding number: Double, limit: Double = 1e9) {
    self = number.isNaN ? 0 : Int(Swift.max(-limit, Swift.min(number, limit)))
  }
}
