/// The text of a page in tests.
func page(_ title: String, _ body: String = "", _ matter: String = "") -> String {
  "---\ntitle: \(title)\n\(matter)---\n\(body)\n"
}
