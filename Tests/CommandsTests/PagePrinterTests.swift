import Formats
import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite struct PagePrinterTests {
  /// A folder with a page and a browser that is a shell script.
  private struct Place {
    let folder: URL

    var page: String { folder.appendingPathComponent("a page & more.html").path }
    var pdf: String { folder.appendingPathComponent("page.pdf").path }
    var children: String { folder.appendingPathComponent("child").path }

    func browser(_ script: String) throws -> Browser {
      let path = folder.appendingPathComponent("browser").path
      try "#!/bin/sh\n\(script)\n".write(toFile: path, atomically: true, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
      return Browser(path: path)
    }

    /// What lies in the folder beside the page and the browser.
    func results() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { !$0.hasSuffix(".html") && $0 != "browser" && $0 != "child" }
    }

    /// Whether the program that the browser started is still there.
    func isChildAlive() throws -> Bool {
      let text = try String(contentsOfFile: children, encoding: .utf8)
      let number = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      // In a container nobody may collect the dead.
      let state = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
      return kill(number, 0) == 0 && state?.contains(") Z ") != true
    }
  }

  private func withPlace(_ body: (Place) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("kulan-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let place = Place(folder: folder)
    try "<!doctype html><title>T</title><p>Kulan 417".write(
      toFile: place.page, atomically: true, encoding: .utf8)
    try await body(place)
  }

  /// A script that finds the file to print to as `$pdf`.
  private let findsFile = """
    for word in "$@"; do case "$word" in --print-to-pdf=*) pdf="${word#*=}";; esac; done
    """

  @Test func `a printed page is a file under its name, and nothing else is left`() async throws {
    try await withPlace { place in
      let browser = try place.browser(findsFile + "\nprintf '%%PDF-1.4 %%%%EOF' > \"$pdf\"")
      try await PagePrinter(browser).print(place.page, to: place.pdf)
      #expect(try place.results() == ["page.pdf"])
      await #expect(throws: FormatError.self) {
        try await PagePrinter(browser).print(place.page, to: place.pdf)
      }
      try await PagePrinter(browser).print(place.page, to: place.pdf, overwrite: true)
    }
  }

  @Test(arguments: [
    ("echo no display; exit 7", "ended with code 7 (no display)"),
    ("exit 0", "ended with code 0"),
    ("printf '%%PDF-1.4 half' > \"$pdf\"", "ended with code 0"),
    ("sleep 3600", "did not end within 1 s"),
  ])
  func `a browser that fails leaves nothing and says why`(
    script: String, reason: String
  ) async throws {
    try await withPlace { place in
      let printer = PagePrinter(
        try place.browser(findsFile + "\n" + script),
        limit: .seconds(reason.contains("1 s") ? 1 : 60))
      // A script that was just written is busy while another test starts a program: once more then.
      var error: UserError?
      for _ in 0..<20 where error?.problem.contains("cannot be started") ?? true {
        error = await #expect(throws: UserError.self) {
          try await printer.print(place.page, to: place.pdf)
        }
      }
      #expect(error?.code == .cannotWrite)
      #expect(error?.problem.contains(reason) == true, "\(error?.problem ?? "")")
      #expect(error?.problem.contains("page.pdf") == true)
      #expect(error?.help.contains("KULAN_BROWSER") == true)
      #expect(try place.results() == [])
    }
  }

  @Test func `what is no program is an error that says so`() async throws {
    try await withPlace { place in
      let printer = PagePrinter(Browser(path: place.page))
      let error = await #expect(throws: UserError.self) {
        try await printer.print(place.page, to: place.pdf)
      }
      let problem = try #require(error?.problem)
      #expect(problem.contains("cannot be started"))
      #expect(try place.results() == [])
    }
  }

  @Test func `cancelling ends the browser and what it started`() async throws {
    try await withPlace { place in
      let browser = try place.browser(
        findsFile + "\necho half > \"$pdf\"\nsleep 3600 &\necho $! > '\(place.children)'\nwait")
      let task = Task { try await PagePrinter(browser).print(place.page, to: place.pdf) }
      while (try? place.isChildAlive()) != true { try await Task.sleep(for: .milliseconds(10)) }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(try !place.isChildAlive())
      #expect(try place.results() == [])
    }
  }

  @Test func `browsers are found on the path, or where the environment says`() async throws {
    try await withPlace { place in
      let path = try place.browser("exit 0").path
      let folder = place.folder.path
      #expect(try Browser.find(in: ["KULAN_BROWSER": path]).path == path)
      #expect(
        try Browser.find(in: ["KULAN_BROWSER": "browser", "PATH": "/x:\(folder)"]).path == path)
      try FileManager.default.moveItem(atPath: path, toPath: "\(folder)/google-chrome")
      let found = try Browser.find(in: ["PATH": "/x:\(folder)", "KULAN_BROWSER": ""])
      #expect(found.path == "\(folder)/google-chrome")
      let wrong = #expect(throws: UserError.self) {
        try Browser.find(in: ["KULAN_BROWSER": folder, "PATH": folder])
      }
      #expect(try #require(wrong).problem.contains(folder))
    }
  }

  #if os(Linux)
    @Test func `without any browser the error names what was looked for`() {
      let error = #expect(throws: UserError.self) { try Browser.find(in: ["PATH": "/nowhere"]) }
      #expect(error?.code == .missingInput)
      for name in Browser.names { #expect(error?.problem.contains(name) == true) }
      #expect(error?.help.contains("--pdf") == true)
    }
  #endif

  @Test(
    .enabled(if: HeadlessBrowser.isInstalled, Comment(rawValue: HeadlessBrowser.needsBrowser)),
    .enabled(if: PrintedPages.isInstalled, Comment(rawValue: PrintedPages.needsProgram)))
  func `an installed browser prints what the page says`() async throws {
    try await withPlace { place in
      try await PagePrinter(try Browser.find()).print(place.page, to: place.pdf)
      let texts = try PrintedPages.texts(of: place.pdf)
      #expect(texts.count == 1 && texts[0].contains("Kulan 417"))
      #expect(try place.results() == ["page.pdf"])
    }
  }
}
