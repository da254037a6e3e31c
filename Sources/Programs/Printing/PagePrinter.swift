import Foundation

/// Prints pages as PDF by an installed Chromium, the same that a reader would print.
public struct PagePrinter: Sendable {
  /// A page to print.
  public struct Page: Sendable {
    /// Its file on disk.
    public let file: String
    /// Its address on the web, against which its links are read; nil where the site has none, and
    /// then links to other pages are plain text.
    public let address: String?
    /// The day that the PDF states as that of its making, as eight digits.
    public let day: String

    /// The page in `file`.
    public init(file: String, address: String?, day: String) {
      self.file = file
      self.address = address
      self.day = day
    }
  }

  /// What became of a page: its PDF, or why there is none, as the end of a sentence whose subject is
  /// the program.
  public enum Outcome: Sendable {
    /// The PDF.
    case pdf([UInt8])
    /// Why there is none.
    case failed(String)
  }

  private let program: OutsideProgram

  /// Whichever Chromium is installed; nil where none is.
  public init?() {
    guard
      let program = OutsideProgram(InstalledPrograms.browsers)
    else { return nil }
    self.program = program
  }

  /// Prints `pages`, some at a time, and gives each with its index as soon as it is done.
  /// - Parameter workers: How many browsers run at once.
  public func print(
    _ pages: [Page], workers: Int
  ) -> AsyncStream<(index: Int, outcome: Outcome)> {
    let (stream, continuation) = AsyncStream.makeStream(of: (index: Int, outcome: Outcome).self)
    let count = max(1, min(workers, pages.count))
    let path = program.path
    let group = DispatchGroup()
    for worker in 0..<count {
      group.enter()
      // A browser is talked to in turns, and waiting for it must hold no thread that others need.
      Thread.detachNewThread {
        var browser: PrintingBrowser?
        for index in stride(from: worker, to: pages.count, by: count) {
          let outcome = Self.print(pages[index], by: &browser, at: path)
          continuation.yield((index, outcome))
        }
        browser?.stop()
        group.leave()
      }
    }
    group.notify(queue: .global()) { continuation.finish() }
    return stream
  }

  /// Prints one page; a browser that failed is stopped, and the next page gets a new one.
  private static func print(
    _ page: Page, by browser: inout PrintingBrowser?, at path: String
  ) -> Outcome {
    do {
      if browser == nil { browser = try PrintingBrowser(path) }
      guard let pdf = try browser?.pdf(of: page) else { return .failed("could not be started") }
      return .pdf(PDFBytes.settled(pdf, day: page.day))
    } catch {
      browser?.stop()
      browser = nil
      return .failed(error.reason)
    }
  }
}
