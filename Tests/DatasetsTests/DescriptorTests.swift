import Bytes
import Datasets
import Diagnostics
import Testing

@Suite("What a descriptor says beside the schema")
struct DescriptorTests {
  @Test("Keys of the standards and keys of others are no faults; near misses are")
  func keys() {
    let text = """
      $schema: https://datapackage.org/profiles/2.0/datapackage.json
      id: b03ec84-77fd
      profile: data-package
      version: "1.2"
      homepage: https://example.org/
      created: 2024-01-01T00:00:00Z
      keywords: [rain, ferries]
      image: picture.png
      contributors:
        - {title: Ada, role: author, email: a@example.org, path: "https://example.org/", organization: Harbour}
        - {givenName: Jo, familyName: Quay, roles: [editor]}
      "dct:spatial": everywhere
      houseStyle: {wide: true}
      resources:
        - name: t
          path: t.csv
          type: table
          mediatype: text/csv; charset=utf-8
          quality: good
          schema:
            grouping: none
            fields: [{name: a, unitCode: MM, example: "1"}]
      """
    let fixture = PackageFixture([("data/datapackage.yaml", text), ("data/t.csv", "a\n1\n")])
    let outcome = fixture.read()
    #expect(fixture.report(outcome.diagnostics) == [])
    let details = outcome.value.details
    #expect(details.version == "1.2" && details.keywords == ["rain", "ferries"])
    #expect(details.homepage == "https://example.org/" && details.created == "2024-01-01T00:00:00Z")
    #expect(details.contributors.map(\.title) == ["Ada", "Jo Quay"])
    let near = PackageFixture([
      (
        "data/datapackage.yaml", "contributers: []\nresources: [{name: t, path: t.csv, encodng: x}]"
      ),
      ("data/t.csv", "a\n1\n"),
    ])
    #expect(
      near.report(near.read().diagnostics) == ["key-unknown contributers", "key-unknown encodng"])
  }

  @Test(
    "Bytes and hash are held against the file",
    arguments: [
      ("bytes: 4", []), ("bytes: 5", ["data-changed 5"]),
      ("hash: MD5", []), ("hash: \"sha256:SHA\"", []), ("hash: \"sha-256:SHA\"", []),
      ("hash: 00000000000000000000000000000000", ["data-changed 00000000000000000000000000000000"]),
      ("hash: \"md4:00\"", ["package-invalid md4:00"]),
      ("hash: \"sha256:00\"", ["package-invalid sha256:00"]),
      ("bytes: 5\nhash: 00000000000000000000000000000000", ["data-changed 5"]),
    ])
  func integrity(lines: String, report: [String]) {
    let csv = "a\n1\n"
    let lines = lines.split(separator: "\n").joined(separator: "\n    ")
    let text = "resources:\n  - name: t\n    path: t.csv\n    \(lines)\n"
    let filled = text.split(separator: "SHA", omittingEmptySubsequences: false)
      .joined(separator: Digest.sha256.text(of: Array(csv.utf8)))
      .split(separator: "MD5", omittingEmptySubsequences: false)
      .joined(separator: Digest.md5.text(of: Array(csv.utf8)))
    let fixture = PackageFixture([("data/datapackage.yaml", filled), ("data/t.csv", csv)])
    #expect(fixture.report(fixture.read().diagnostics) == report)
  }

  @Test("The help of a changed file says what to write")
  func changed() throws {
    let fixture = PackageFixture([
      (
        "data/datapackage.yaml",
        "resources:\n  - {name: t, path: t.csv, hash: \"sha1:\(String(repeating: "0", count: 40))\"}\n"
      ), ("data/t.csv", "abc"),
    ])
    #expect(
      fixture.read().diagnostics.first?.help
        == "write 'sha1:a9993e364706816aba3e25717850c26c9cd0d89d' if the data is meant to be as it is"
    )
  }
}
