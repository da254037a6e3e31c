extension Catalogue {
  /// Faults of data packages, their files and their cells.
  static let data: [CatalogueEntry] = [
    CatalogueEntry(
      .packageInvalid, "A data package with a mistake",
      meaning: """
        The package names a file that is not there, a type that is not supported, a field twice, or
        breaks another rule of data packages.
        """,
      reason: "The dataset cannot be read as it is described.",
      remedy: "Correct the descriptor as the message says.",
      in: "Content/data/datapackage.yaml", example: "    path: ferry.csv"),
    CatalogueEntry(
      .packageUnlisted, "A data file that the package does not list",
      meaning: "A CSV file lies in `data/`, and no resource of the package names it.",
      reason: "The types of its columns are guessed, and no cell is checked.",
      remedy: "Add a resource with the path and a schema, or move the file elsewhere.",
      in: "Content/data/rain.csv", example: "month,mm"),
    CatalogueEntry(
      .csvInvalid, "A CSV file that cannot be read",
      meaning: """
        The file is empty or has no header, a quotation mark stands where none may, or a row has more
        or fewer cells than the header.
        """,
      reason: "Cells would slip into other columns.",
      remedy: "Correct the marked place. A cell with a comma or a quotation mark is quoted whole.",
      in: "Content/data/quotes.csv", example: "2020-01,a \"wet\" day"),
    CatalogueEntry(
      .dataInvalid, "JSON or YAML that is no table",
      meaning: """
        The data is not a list of rows, a row is not what the others are, or the rows have not the
        columns that the schema describes.
        """,
      reason: "There is no telling which value belongs to which column.",
      remedy: """
        Write a list of mappings, or of lists the first of which names the columns. Where the rows
        are only a part of the file, name their key as the `property` of the resource's dialect.
        """,
      in: "Content/data/rain.json", example: "  [\"2020-02\", 55]"),
    CatalogueEntry(
      .dataChanged, "Data that is not what the package says",
      meaning: "A file has not the `bytes` or the `hash` that its resource gives.",
      reason: "Statements were made from other data than this.",
      remedy: "Bring the file back, or write what the message says if it was changed on purpose.",
      in: "Content/data/datapackage.yaml", example: "    bytes: 20"),
    CatalogueEntry(
      .cellTypeWrong, "A cell that does not fit its column's type",
      meaning: "A number, date, estimate or the like is not written as its type asks.",
      reason: "The cell could not be drawn, sorted or added up.",
      remedy: "Correct the cell, or the type in the data package.",
      in: "Content/data/rain.csv",
      example: "2020-13,much,1.5,perhaps,2000..1000,2020-02-30,20"),
    CatalogueEntry(
      .cellConstraint, "A cell that breaks its column's rules",
      meaning: """
        A cell is empty, repeated, too long, too large or otherwise outside what the package's
        `constraints` allow.
        """,
      reason: "The rule was written to catch just such a cell.",
      remedy: "Correct the cell, or the constraint.",
      in: "Content/data/stops.csv", example: "c,,peer,1,EA"),
    CatalogueEntry(
      .cellFormula, "A cell that a spreadsheet would run",
      meaning: "A cell begins with `=`, `@`, `+` or `-` and is no number.",
      reason: "Readers who open the published file in a spreadsheet would run it as a formula.",
      remedy: "Begin the cell with another character.",
      in: "Content/data/rain.csv", example: "2020-01,=SUM(A1)"),
    CatalogueEntry(
      .keyDuplicate, "A primary key that stands twice",
      meaning: "Two rows have the same values in the columns of the primary key.",
      reason: "A key that names two rows names neither.",
      remedy: "Take one row out, or correct its key.",
      in: "Content/data/ferries.csv", example: "north,2021,7"),
    CatalogueEntry(
      .foreignKeyMissing, "A foreign key that leads nowhere",
      meaning: "A cell refers to a row of another dataset, and that has no such row.",
      reason: "The two datasets do not belong together there.",
      remedy: "Correct the cell, or add the row to the other dataset.",
      in: "Content/data/ferries.csv", example: "south,2020,800"),
    CatalogueEntry(
      .conditionInvalid, "A condition that cannot be understood",
      meaning: """
        A `where`, `highlight` or `filter` has a mistake in its grammar, or compares things of two
        kinds.
        """,
      reason: "It could not be said which rows are meant.",
      remedy: "Correct the marked words. Text stands in quotes, and `==` compares.",
      in: "Content/ferries.md", example: "where: \"passengers = 40\""),
    CatalogueEntry(
      .valueMissing, "A value that is not in the data",
      meaning: """
        A value in a text names a row that its dataset does not have, a cell that is empty, or rows
        of which there are none.
        """,
      reason: "The sentence would have a hole, or a figure that nothing stands behind.",
      remedy: "Correct the key or the condition, or enter what is missing into the data.",
      in: "Content/ferries.md",
      example: "`{value} ferries[south, 2022].passengers | words` in 2022."),
    CatalogueEntry(
      .sqlInvalid, "A query that SQLite cannot run",
      meaning: """
        SQLite, which runs the queries, finds a mistake in the grammar of one, a function that it
        does not have or a value that is too long; or queries read each other's rows in a circle.
        """,
      reason: "The query gives no rows, and what draws on it could not be drawn.",
      remedy: """
        Correct the query at the marked word. The message is SQLite's own; the syntax is that of its
        SELECT.
        """,
      in: "Content/ferries.md",
      example: """
        SELECT year, max(passengers_high) AS most
        FORM ferries GROUP BY year
        """),
    CatalogueEntry(
      .sqlRefused, "A query that may not be run",
      meaning: """
        A query does something else than read the datasets with one SELECT, asks for the time or for
        chance, calculates with an estimate or a date as if it were a number, or takes more than 100
        million steps, a million rows or 256 MB.
        """,
      reason: """
        The same data must give the same site, each time and on each machine; and SQLite takes `~4000`
        for 0 when it adds up, which nobody would notice.
        """,
      remedy: """
        Write one SELECT, without `random()` and `'now'`. Calculate with the bounds of an estimate,
        such as `fighters_low`. Give two columns of one name different ones with AS.
        """,
      in: "Content/ferries.md",
      example: "SELECT year, sum(passengers) AS passengers FROM ferries GROUP BY year"),
  ]
}
