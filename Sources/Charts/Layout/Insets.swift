/// Room along the four sides of a box, in px.
struct Insets: Hashable, Sendable {
  var top = 0.0
  var right = 0.0
  var bottom = 0.0
  var left = 0.0
}
