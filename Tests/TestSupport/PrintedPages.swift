import Foundation

/// The pages of a PDF file as text, by way of the program `pdftotext`.
///
/// Tests that need it are `.enabled(if:)` ``isInstalled``.
public enum PrintedPages {
  private static let program = ProgramPath.first(of: ["pdftotext"])

  /// Whether there is the program.
  public static let isInstalled = program != nil

  /// Why a test without the program is skipped.
  public static let needsProgram = "needs pdftotext of poppler-utils, which is not installed here"

  /// Returns the text of every page, laid out as on paper.
  public static func texts(of path: String) throws -> [String] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: program ?? "pdftotext")
    process.arguments = ["-layout", path, "-"]
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // Every page ends with a form feed.
    return text.split(separator: "\u{C}", omittingEmptySubsequences: false).dropLast().map(
      String.init)
  }
}
