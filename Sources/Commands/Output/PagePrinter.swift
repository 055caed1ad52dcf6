internal import Formats
internal import Foundation

/// Prints a page of HTML into a PDF file by way of an installed browser.
///
/// The browser gets a profile of its own, which is removed again, and reaches no network. The file
/// is complete or absent. It holds the time of printing, so that no two are equal byte by byte.
struct PagePrinter {
  private let browser: Browser
  private let limit: Duration

  /// Creates a printer; a page that takes longer than `limit` is given up.
  init(_ browser: Browser, limit: Duration = .seconds(120)) {
    (self.browser, self.limit) = (browser, limit)
  }

  /// Prints a page.
  ///
  /// - Parameters:
  ///   - page: The path of the HTML file.
  ///   - path: The path of the PDF file.
  ///   - overwrite: Whether a file that is there may be replaced.
  /// - Throws: `cannotWrite` when the browser fails; `CancellationError`.
  func print(_ page: String, to path: String, overwrite: Bool = false) async throws {
    let file = try PendingFile(path: path, overwrite: overwrite)
    // A pending folder is removed on an interrupt, too.
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("kulan-browser-\(UUID().uuidString)").path
    let profile = try PendingFolder(path: place, overwrite: false)
    defer { profile.discard() }
    let log = "\(profile.temporaryPath).log"
    let child = ChildProcess(
      browser.path, Self.switches(page, file.temporaryPath, profile.temporaryPath))
    let end: ChildProcess.End
    do {
      end = try await child.run(log: log, limit: limit)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw failure(path, "it cannot be started: \(error.localizedDescription)")
    }
    guard case .exited(let code) = end else {
      throw failure(path, "it did not end within \(limit.components.seconds) s")
    }
    guard code == 0, Self.isComplete(file.temporaryPath) else {
      let words = Self.lastLine(of: log)
      throw failure(path, "it ended with code \(code)" + (words.isEmpty ? "" : " (\(words))"))
    }
    try file.commit()
  }

  private static func switches(_ page: String, _ pdf: String, _ profile: String) -> [String] {
    let asRoot = geteuid() == 0 ? ["--no-sandbox"] : []
    return asRoot + [
      "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
      "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND",
      "--user-data-dir=\(profile)", "--no-pdf-header-footer", "--generate-pdf-document-outline",
      "--print-to-pdf=\(pdf)", URL(fileURLWithPath: page).absoluteString,
    ]
  }

  /// Whether a file begins and ends as a PDF file does.
  private static func isComplete(_ path: String) -> Bool {
    guard let bytes = FileManager.default.contents(atPath: path) else { return false }
    return bytes.starts(with: "%PDF-".utf8) && bytes.suffix(1024).contains("%%EOF".utf8)
  }

  private static func lastLine(of log: String) -> String {
    let text = FileManager.default.contents(atPath: log).map { String(decoding: $0, as: UTF8.self) }
    return (text ?? "").split(separator: "\n").last.map { String($0.prefix(200)) } ?? ""
  }

  private func failure(_ path: String, _ reason: String) -> UserError {
    UserError(
      .cannotWrite, "\(browser.path) printed no \(path): \(reason)",
      help:
        "name another browser in \(Browser.variable) (one from a snap or Flatpak may not see "
        + "the folder), or leave --pdf away: any browser prints the HTML page")
  }
}

extension Data {
  /// Whether some bytes lie in it, in a row.
  fileprivate func contains(_ part: String.UTF8View) -> Bool { range(of: Data(part)) != nil }
}
