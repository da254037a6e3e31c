import ArgumentParser

/// `dossier data`
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Look at the datasets, ask them with SQL, or describe new ones.",
    subcommands: [DataShow.self, DataQuery.self, DataInfer.self])
}
