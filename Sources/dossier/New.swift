import ArgumentParser
import SiteStorage

/// `dossier new`
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start a publication in a new folder.",
    discussion: "The folder must be absent or empty. What is written there builds as it is.")

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "dir"), completion: .directory)
  var folder: String

  func run() throws {
    let root = Disk.absolute(folder)
    do {
      try refuseUsed(root)
      for file in DefaultFiles.starter {
        let path = root + "/" + file.path
        try Disk.makeFolder(Disk.parent(of: path))
        try Disk.write(file.bytes, to: path)
      }
    } catch {
      Console.note("error: \(error)")
      throw ExitCode.environment
    }
    Console.say("Started a publication in \(folder). Build it with:")
    Console.say("  dossier build --project \(folder)")
  }

  private func refuseUsed(_ root: String) throws(StorageError) {
    guard let kind = Disk.kind(of: root) else { return }
    guard kind == .folder, try Disk.names(in: root).isEmpty else {
      throw StorageError("start a publication in", folder, reason: "it is there and not empty")
    }
  }
}
