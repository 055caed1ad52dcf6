import Foundation
import Formats
import SQLiteBridge
import TestSupport
import Testing

@testable import Commands

/// What a command did in this process.
struct CommandRun {
  /// What the process would end with.
  let code: ExitCode
  /// What went to standard output.
  let out: String
  /// What went to standard error.
  let err: String

  /// Runs one command line; the path of `folder` is taken out of what it says.
  init(_ words: [String], in folder: URL? = nil) async {
    let recording = RecordingConsole()
    code = await Program.kulan.run(words, on: recording.console)
    let path = folder.map { $0.path + "/" } ?? ""
    out = path.isEmpty ? recording.out : recording.out.replacing(path, with: "")
    err = path.isEmpty ? recording.err : recording.err.replacing(path, with: "")
  }

  /// Standard output as a table: the names of the columns, and the rows by name.
  func table() throws -> (names: [String], rows: [[String: String]]) {
    let lines = out.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let names = try #require(lines.first)
    return (names, lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) })
  }
}

extension [String: String] {
  /// The number in a column.
  func number(_ column: String) throws -> Double {
    try #require(self[column].flatMap { Double($0) })
  }
}

/// Files of one test, in a folder that is gone afterwards.
struct Workplace {
  let folder: URL

  /// The path of a file in the folder.
  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// The bytes of a file.
  func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(name))
  }

  /// The rows of a table of comma-separated values by the names of columns.
  func rows(_ name: String) throws -> [[String: String]] {
    let dataset = try Datasets.open(path(name))
    let reader = try dataset.open(layer: dataset.layers[0].name)
    var rows: [[String: String]] = []
    while let batch = try reader.next(limit: 1000) {
      for row in 0..<batch.count {
        let pairs = batch.columns.map { ($0.field.name, $0[row].description) }
        rows.append(Dictionary(uniqueKeysWithValues: pairs))
      }
    }
    return rows
  }

  /// The rows of a query of a GeoPackage, as text.
  func rows(of sql: String, in name: String, columns: Int) throws -> [[String]] {
    let query = try SQLiteConnection(path: path(name), mode: .read).prepare(sql)
    var rows: [[String]] = []
    while try query.step() { rows.append((0..<Int32(columns)).map { query.text(at: $0) ?? "" }) }
    return rows
  }

  /// What lies in the folder, hidden files too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Runs `kulan overlay`.
  func overlay(_ words: [String]) async -> CommandRun {
    await CommandRun(["overlay"] + words, in: folder)
  }
}

/// Calls `body` with an empty folder.
func withWorkplace<Result>(_ body: (Workplace) async throws -> Result) async throws -> Result {
  try await TestFiles.withFolder { try await body(Workplace(folder: $0)) }
}
