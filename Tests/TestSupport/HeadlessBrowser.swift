import Foundation

/// A browser without a window, in which tests open pages as a reader would.
///
/// It is Chromium, found by name on the path. Tests that need it are `.enabled(if:)` ``isInstalled``.
public enum HeadlessBrowser {
  /// What came of a page.
  public struct Visit {
    /// The document after its scripts ran, as HTML.
    public let document: String
    /// What the test's own script handed to `report(…)`, in order.
    public let reports: [String]
    /// Errors of scripts, and what the console was told.
    public let complaints: [String]
  }

  private static let path = ProgramPath.first(of: ["chromium", "chromium-browser", "google-chrome"])

  /// Whether there is a browser.
  public static let isInstalled = path != nil

  /// Why a test without a browser is skipped.
  public static let needsBrowser = "needs Chromium, which is not installed here"

  /// Opens a page, runs a script behind those of the page, and returns what came of it.
  ///
  /// - Parameters:
  ///   - html: The page.
  ///   - script: What runs after the page; it may be asynchronous and calls `report(text)`.
  ///   - scripts: Whether any script runs, those of the page included.
  /// - Returns: The document as it was in the end, with what scripts said.
  /// - Throws: When the browser cannot be started.
  public static func visit(
    _ html: String, script: String = "", scripts: Bool = true
  ) throws -> Visit {
    try TestFiles.withFolder { folder in
      let page = folder.appendingPathComponent("page.html")
      let opened = scripts ? instrumented(html, script) : silenced(html)
      try Data(opened.utf8).write(to: page)
      let log = folder.appendingPathComponent("log.txt")
      let switches = ["--virtual-time-budget=20000", "--dump-dom", page.absoluteString]
      let document = try run(switches, folder, log: log)
      let messages = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        .split(separator: "\n").filter { $0.contains(":CONSOLE") }.map(String.init)
      return Visit(
        document: document, reports: entries("report", in: document),
        complaints: entries("complaint", in: document) + messages)
    }
  }

  /// Draws a page of a given width and height into a PNG file.
  public static func photograph(_ html: String, width: Int, height: Int, to path: String) throws {
    try save(html, ["--screenshot=\(path)", "--window-size=\(width),\(height)"])
  }

  /// Prints a page into a PDF file.
  public static func print(_ html: String, to path: String) throws {
    try save(html, ["--print-to-pdf=\(path)", "--no-pdf-header-footer"])
  }

  private static func save(_ html: String, _ switches: [String]) throws {
    try TestFiles.withFolder { folder in
      let page = folder.appendingPathComponent("page.html")
      try Data(html.utf8).write(to: page)
      let log = folder.appendingPathComponent("log.txt")
      _ = try run(switches + [page.absoluteString], folder, log: log)
    }
  }

  /// Every name is unresolvable, so that a page that asks for anything fails instead of getting it.
  private static func run(_ switches: [String], _ folder: URL, log: URL) throws -> String {
    let process = Process()
    let output = Pipe()
    try Data().write(to: log)
    process.executableURL = URL(fileURLWithPath: path ?? "chromium")
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
        "--host-resolver-rules=MAP * ~NOTFOUND", "--enable-logging=stderr", "--v=0",
        "--user-data-dir=\(folder.appendingPathComponent("profile").path)",
      ] + switches
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let document = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: document, as: UTF8.self)
  }

  /// The page with an ear for errors before its scripts and the test's script behind them.
  private static func instrumented(_ html: String, _ script: String) -> String {
    let ear = """
      <script>
      function note(kind, text) {
        const element = document.createElement("pre");
        element.hidden = true;
        element.textContent = `\(mark)${kind}:${encodeURIComponent(String(text))}\(mark)`;
        document.documentElement.append(element);
      }
      const report = (text) => note("report", text);
      addEventListener("error", (event) => note("complaint", event.message));
      addEventListener("unhandledrejection", (event) => note("complaint", event.reason));
      document.addEventListener("securitypolicyviolation",
        (event) => note("complaint", `${event.violatedDirective} ${event.blockedURI}`));
      </script>
      """
    let test = "<script>\n(async () => {\n\(script)\n})();\n</script>\n"
    return html.replacingOccurrences(of: "<head>", with: "<head>\n" + ear)
      .replacingOccurrences(of: "</body>", with: test + "</body>")
  }

  /// The page with a policy that no script may run. To switch scripts off in the browser would also
  /// keep it from saying what became of the page.
  private static func silenced(_ html: String) -> String {
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">"
    return html.replacingOccurrences(of: "<head>", with: "<head>\n" + policy)
  }

  private static let mark = "@@visit@@"

  private static func entries(_ kind: String, in document: String) -> [String] {
    document.components(separatedBy: mark).filter { $0.hasPrefix("\(kind):") }
      .compactMap { String($0.dropFirst(kind.count + 1)).removingPercentEncoding }
  }
}
