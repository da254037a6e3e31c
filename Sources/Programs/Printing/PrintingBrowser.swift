import Foundation

/// A Chromium that runs without a window and prints one page after the other, told what to do by the
/// DevTools protocol over a socket.
///
/// It reaches no host: names are not resolved, and what a page needs lies beside it on disk.
struct PrintingBrowser {
  /// Why a page could not be printed, as the end of a sentence whose subject is the browser.
  struct Fault: Error {
    let reason: String
  }

  private let process = Process()
  private let channel: DevToolsChannel
  private let profile: String

  /// How long a page may take, in seconds.
  private static let patience = 90.0

  /// Starts the program at `path`.
  init(_ path: String) throws(Fault) {
    let (own, other) = try DevToolsChannel.pair()
    channel = DevToolsChannel(own)
    let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
    profile = "\(folder)/dossier-browser-\(UUID().uuidString)"
    var arguments = [
      "--headless", "--remote-debugging-pipe", "--user-data-dir=\(profile)", "--disable-gpu",
      "--no-first-run", "--disable-background-networking", "--disable-component-update",
      "--disable-sync", "--disable-dev-shm-usage", "--disable-extensions",
      "--host-resolver-rules=MAP * ~NOTFOUND", "--force-color-profile=srgb", "about:blank",
    ]
    // Chromium refuses to run as root within a sandbox.
    if getuid() == 0 { arguments.insert("--no-sandbox", at: 0) }
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The protocol is spoken on the descriptors 3 and 4; here both are the one socket.
    process.arguments = ["-c", "exec \"$@\" 3<&0 4>&0 </dev/null", path, path] + arguments
    process.standardInput = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw Fault(reason: "could not be started: \(error.localizedDescription)")
    }
    close(other)
  }

  /// The page as a PDF.
  func pdf(of page: PagePrinter.Page) throws(Fault) -> [UInt8] {
    let end = Date().addingTimeInterval(Self.patience)
    let tab = try channel.ask("Target.createTarget", ["url": .text("about:blank")], until: end)
    guard let target = tab.targetId else { throw Fault(reason: "opened no page") }
    let attached = try channel.ask(
      "Target.attachToTarget", ["targetId": .text(target), "flatten": .truth(true)], until: end)
    guard let session = attached.sessionId else { throw Fault(reason: "opened no page") }
    _ = try channel.ask("Page.enable", in: session, until: end)
    let address = URL(fileURLWithPath: page.file).absoluteString
    let went = try channel.ask("Page.navigate", ["url": .text(address)], in: session, until: end)
    if let error = went.errorText { throw Fault(reason: "could not open the page: \(error)") }
    try channel.wait(for: "Page.loadEventFired", in: session, until: end)
    _ = try channel.ask(
      "Runtime.evaluate",
      ["expression": .text(Self.script(page)), "awaitPromise": .truth(true)], in: session,
      until: end)
    let printed = try channel.ask(
      "Page.printToPDF",
      [
        "preferCSSPageSize": .truth(true), "generateTaggedPDF": .truth(true),
        "generateDocumentOutline": .truth(true),
      ], in: session, until: end)
    _ = try channel.ask("Target.closeTarget", ["targetId": .text(target)], until: end)
    guard let text = printed.data, let data = Data(base64Encoded: text), !data.isEmpty else {
      throw Fault(reason: "printed nothing")
    }
    return Array(data)
  }

  /// Makes links lead where they lead on the web, since the page's place on this disk is nobody's
  /// address; those within the page stay. Then waits for its fonts.
  private static func script(_ page: PagePrinter.Page) -> String {
    let quoted = page.address.map { address in
      "'" + address.replacing("\\", with: "%5C").replacing("'", with: "%27") + "'"
    }
    return """
      (async () => {
        const address = \(quoted ?? "null");
        const here = location.href.split('#')[0];
        for (const link of document.querySelectorAll('a[href]')) {
          const written = link.getAttribute('href');
          const target = new URL(written, here);
          if (target.href.split('#')[0] === here) link.setAttribute('href', target.hash || '#');
          else if (target.protocol !== 'file:') continue;
          else if (address) link.setAttribute('href', new URL(written, address).href);
          else link.removeAttribute('href');
        }
        for (const image of document.images) image.loading = 'eager';
        await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
        await document.fonts.ready;
      })()
      """
  }

  /// Stops it, and removes what it wrote.
  func stop() {
    kill(-process.processIdentifier, SIGKILL)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    channel.close()
    do {
      try FileManager.default.removeItem(atPath: profile)
    } catch {
      // One that was stopped at its beginning has written nothing; what a helper of it still holds
      // is in the folder for temporary files.
    }
  }
}
