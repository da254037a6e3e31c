import Foundation
import Testing

/// `dossier data` as a user runs it.
@Suite("The commands about data")
struct DataCommandTests {
  private func project(_ files: [String: String], _ body: (URL) throws -> Void) throws {
    try CommandTests.scratch { folder in
      for (path, text) in files {
        let file = folder.appendingPathComponent("Content/data/" + path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      try body(folder)
    }
  }

  static let files = [
    "calls.csv": "id,boats,seen,name\na,~4,2021-08,\"Ann, Bo\"\nb,2..3,2022,yes\n",
    "busy.sql": "SELECT id FROM calls WHERE boats_low > 3",
  ]

  @Test("Datasets are listed and shown, queries among them")
  func show() throws {
    try project(Self.files) { folder in
      let list = try CommandTests.run("data", "show", in: folder)
      #expect(list.status == 0, "\(list.errors)")
      #expect(list.output.contains("busy") && list.output.contains("calls"))
      let one = try CommandTests.run("data", "show", "calls", "--rows", "1", in: folder)
      #expect(one.output.contains("estimate") && one.output.contains("EDTF date"))
      #expect(one.output.contains("Ann, Bo") && one.output.contains("… 1 more"))
      let csv = try CommandTests.run("data", "show", "busy", "--format", "csv", in: folder)
      #expect(csv.output == "id\na\n")
      let none = try CommandTests.run("data", "show", "cals", in: folder)
      #expect(none.status == 1)
      #expect(none.errors.contains("did you mean 'calls'?"))
    }
  }

  @Test("A query is answered, and a faulty one told at its word")
  func query() throws {
    try project(Self.files) { folder in
      let sql = "SELECT count(*) AS n FROM calls JOIN busy USING (id)"
      let json = try CommandTests.run("data", "query", sql, "--format", "json", in: folder)
      #expect(json.output == "[\n  {\"n\": 1}\n]\n", "\(json.errors)")
      let fault = try CommandTests.run("data", "query", "SELECT a FROM calls", in: folder)
      #expect(fault.status == 1)
      #expect(fault.errors.contains("(query):1:8: error") && fault.output.isEmpty)
      let refused = try CommandTests.run("data", "query", "DROP TABLE calls", in: folder)
      #expect(refused.status == 1 && refused.errors.contains("[sql-refused]"))
    }
  }

  @Test("What infer writes describes the data as they are, without a finding")
  func infer() throws {
    try project(Self.files) { folder in
      let inferred = try CommandTests.run("data", "infer", in: folder)
      #expect(inferred.status == 0, "\(inferred.errors)")
      let expected = """
        name: data
        resources:
          - name: calls
            path: calls.csv
            schema:
              primaryKey: id
              fields:
                - {name: id, type: string}
                - {name: boats, type: string, rdfType: "dossier:estimate"}
                - {name: seen, type: string, rdfType: "http://id.loc.gov/datatypes/edtf"}
                - {name: name, type: string}

        """
      #expect(inferred.output == expected)
      let file = folder.appendingPathComponent("Content/data/datapackage.yaml")
      try Data(inferred.output.utf8).write(to: file)
      let shown = try CommandTests.run("data", "show", "calls", in: folder)
      #expect(shown.status == 0 && shown.errors.isEmpty, "\(shown.errors)")
      let again = try CommandTests.run("data", "infer", in: folder)
      #expect(again.output.isEmpty && again.errors.contains("Every data file is described."))
      let wrong = try CommandTests.run("data", "infer", "gone.csv", in: folder)
      #expect(wrong.status == 64)
    }
  }

  @Test("Figures without a source are listed where that is asked for, and may be allowed")
  func provenance() throws {
    try project(["calls.csv": "id,boats\na,4\n"]) { folder in
      let content = folder.appendingPathComponent("Content")
      try Data("title: Calls\n".utf8).write(to: content.appendingPathComponent("site.yaml"))
      func page(_ head: String) throws {
        let text = "---\ntitle: Calls\n\(head)---\n```table {#tbl-a}\ndata: calls\n```\n"
        try Data(text.utf8).write(to: content.appendingPathComponent("index.md"))
      }
      try page("")
      #expect(try CommandTests.run("check", "--strict", in: folder).status == 0)
      let found = try CommandTests.run("check", "--provenance", in: folder)
      #expect(found.status == 0)
      #expect(found.output.contains("Content/index.md:4:4: warning: this table says no source"))
      #expect(found.errors == "0 figures and values with a source, 1 without\n")
      #expect(try CommandTests.run("check", "--provenance", "--strict", in: folder).status == 1)
      try page("allow: [{code: source-unstated, key: table, why: Ours.}]\n")
      let allowed = try CommandTests.run("check", "--provenance", "--strict", in: folder)
      #expect(allowed.status == 0, "\(allowed.output)")
      // Only once it was looked for is an allowance known to be of no use.
      try page("allow: [{code: source-unstated, key: chart, why: Ours.}]\n")
      #expect(try CommandTests.run("check", "--strict", in: folder).status == 0)
      let unused = try CommandTests.run("check", "--provenance", in: folder)
      #expect(unused.output.contains("[allow-unused]"), "\(unused.output)")
    }
  }
}
