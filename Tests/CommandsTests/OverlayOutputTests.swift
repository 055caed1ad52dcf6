import Foundation
import TestSupport
import Testing

@testable import Commands

private let input = [
  "--lines", TestFiles.fixture("input/overlay-lines.geojson"),
  "--polygons", TestFiles.fixture("input/overlay-polygons.geojson"),
]

/// The formats that every build writes, and those of GDAL.
private let formats: [String] = {
  #if GDAL
    ["gpkg", "geojson", "csv", "fgb", "shp", "kml", "xlsx", "ods"]
  #else
    ["gpkg", "geojson", "csv"]
  #endif
}()

@Suite struct OverlayOutputTests {
  @Test(arguments: formats)
  func `every format takes the summary, or the pieces`(pathExtension: String) async throws {
    try await withWorkplace { place in
      let option = ["xlsx", "ods"].contains(pathExtension) ? "--summary" : "--out"
      let result = await place.overlay(input + [option, place.path("a.\(pathExtension)")])
      #expect(result.code == .done, "\(result.err)")
      let (bytes, names) = (try place.bytes("a.\(pathExtension)"), try place.names())
      #expect(bytes.count > 100)
      #expect(names.allSatisfy { $0.hasPrefix("a.") })
    }
  }

  @Test func `an output that exists is replaced only on request`() async throws {
    try await withWorkplace { place in
      let path = try place.write("mine", "a.gpkg")
      let result = await place.overlay(input + ["--out", path])
      #expect(result.code == .cannotWrite)
      #expect(
        result.err
          == "error: a.gpkg exists already\n help: add --overwrite to replace it, or choose another name\n"
      )
      #expect(try place.bytes("a.gpkg") == Data("mine".utf8))
      #expect(await place.overlay(input + ["--out", path, "--overwrite"]).code == .done)
      #expect(try place.bytes("a.gpkg").starts(with: Data("SQLite format 3".utf8)))
      #expect(try place.names() == ["a.gpkg"])
    }
  }

  @Test func `an input is never replaced`() async throws {
    try await withWorkplace { place in
      let url = place.folder.appendingPathComponent("lines.geojson")
      try FileManager.default.copyItem(atPath: input[1], toPath: url.path)
      let link = place.path("link.geojson")
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: url.path)
      let before = try place.bytes("lines.geojson")
      for output in [url.path, link] {
        let result = await place.overlay(
          ["--lines", url.path] + input.suffix(2) + ["--out", output, "--overwrite"])
        #expect(result.code == .usage)
        #expect(result.err.contains("would replace the input lines.geojson"))
      }
      #expect(try place.bytes("lines.geojson") == before)
    }
  }

  @Test func `all outputs appear or none`() async throws {
    try await withWorkplace { place in
      let good = ["--out", place.path("a.gpkg"), "--crossings", place.path("a.csv")]
      let result = await place.overlay(input + good + ["--summary", "/proc/a.csv"])
      #expect(result.code == .cannotWrite)
      let names = try place.names()
      #expect(names.isEmpty)
    }
  }

  @Test func `one GeoPackage takes all tables, however it is spelled`() async throws {
    try await withWorkplace { place in
      let path = place.path("a.gpkg")
      let other = place.folder.path + "/../" + place.folder.lastPathComponent + "/a.gpkg"
      let result = await place.overlay(
        input + ["--out", path + ":cut", "--crossings", other, "--summary", path])
      #expect(result.code == .done, "\(result.err)")
      let seen = await CommandRun(["inspect", path], in: place.folder)
      for layer in ["cut", "crossings", "summary", "rejected"] {
        #expect(seen.out.contains("a.gpkg:\(layer)  (GeoPackage)"), "\(layer)")
      }
      let twice = await place.overlay(
        input + ["--out", path + ":x", "--crossings", path + ":x", "--overwrite"])
      #expect(twice.code == .usage)
      #expect(twice.err.contains("has the name of another layer"))
    }
  }

  @Test func `numbers in tables are plain`() async throws {
    try await withWorkplace { place in
      // A line that ends 1e-10 degrees, some 11 micrometres, behind the border of west.
      let lines = try place.write(
        """
        {"type": "LineString", "coordinates": [[9, 0], [10.0000000001, 0]]}
        """, "short.geojson")
      let result = await place.overlay(["--lines", lines] + input.suffix(2) + ["--summary", "-"])
      let row = try #require(try result.table().rows.first)
      let text = try #require(row["inside_m"])
      #expect(text.hasPrefix("0.00001113"), "\(text)")
      #expect(!result.out.contains("e-"))
      #expect(!result.out.contains("-0"))
    }
  }

  @Test func `what a format could not take is said`() async throws {
    #if GDAL
      try await withWorkplace { place in
        let words = ["--by", "lines.class", "--summary", place.path("a.dbf")]
        let result = await place.overlay(input + words)
        let note = "warning: a.dbf: attribute boundary_share_m is written as boundary_s\n"
        #expect(result.err.contains(note), "\(result.err)")
      }
    #endif
  }
}

@Suite(.timeLimit(.minutes(20)))
struct OverlayProcessTests {
  @Test func `the bytes of all outputs depend neither on the jobs nor on the time`() async throws {
    try await withWorkplace { place in
      let built = formats.filter { ["gpkg", "geojson", "csv", "fgb"].contains($0) }
      for (folder, jobs) in [("one", "1"), ("two", "2"), ("again", "2")] {
        let url = place.folder.appendingPathComponent(folder)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        for format in built {
          let run = KulanProcess(
            ["overlay"] + input + [
              "--jobs", jobs, "--out", "pieces.\(format)", "--crossings", "crossings.\(format)",
              "--summary", "summary.\(format)", "--by", "lines.class", "--quiet",
            ], folder: url, environment: ["SOURCE_DATE_EPOCH": "1763726400"])
          try run.start()
          #expect(run.wait().code == 0, "\(format)")
        }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: place.path("one"))
      #expect(names.count == 3 * built.count)
      for name in names {
        let bytes = try place.bytes("one/\(name)")
        #expect(bytes == (try place.bytes("two/\(name)")), "\(name)")
        #expect(bytes == (try place.bytes("again/\(name)")), "\(name)")
      }
    }
  }

  /// Zigzags across the western border of west; 40,000 are seconds of work for a debug build.
  private func longInput(_ place: Workplace, count: Int = 40_000) throws -> [String] {
    let lines = (0..<count).map { index in
      let y = Double(index) / 50_000
      let path = (0..<12).map { "[\(9.9 + 0.2 * Double($0 % 2)),\(y + 1e-5 * Double($0))]" }
      return #"{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":["#
        + path.joined(separator: ",") + "]}}"
    }
    return [
      "--lines", try place.write(lines.joined(separator: "\n"), "zigzags.geojsonl"),
    ] + input.suffix(2)
  }

  @Test func `an interrupt leaves nothing new and nothing changed`() async throws {
    try await withWorkplace { place in
      let input = try longInput(place)
      _ = try place.write("mine", "old.csv")
      let run = KulanProcess(
        ["overlay"] + input + [
          "--out", "new.gpkg", "--crossings", "new.geojson", "--summary", "old.csv", "--overwrite",
        ], folder: place.folder)
      try run.start()
      let begun = ContinuousClock.now
      // Until all three outputs are being written.
      while try place.names().count(where: { $0.contains(".partial.") }) < 3 {
        try #require(ContinuousClock.now - begun < .seconds(600))
        try await Task.sleep(for: .milliseconds(5))
      }
      run.send(SIGINT)
      #expect(run.wait() == (130, .exit))
      #expect(try place.names() == ["old.csv", "zigzags.geojsonl"])
      #expect(try place.bytes("old.csv") == Data("mine".utf8))
    }
  }

  @Test(arguments: formats + (formats.contains("fgb") ? ["gpx", "dxf"] : []))
  func `a file that cannot be written whole does not appear`(format: String) async throws {
    try await withWorkplace { place in
      let option = ["xlsx", "ods"].contains(format) ? "--summary" : "--out"
      let words = try longInput(place, count: 1500) + [option, "a.\(format)"]
      // No file may grow beyond 64 × 512 bytes, as if the disk were full.
      let quoted = ([KulanProcess.binary, "overlay"] + words).map { "'\($0)'" }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "ulimit -f 64; exec \(quoted.joined(separator: " "))"]
      // The profile of a run with coverage would be cut short too, and could not be merged.
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["LLVM_PROFILE_FILE": "/dev/null"]) { $1 }
      process.currentDirectoryURL = place.folder
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 73)
      #expect(try place.names() == ["zigzags.geojsonl"])
    }
  }

  @Test func `a reader who leaves in the middle of a table ends the run without a word`()
    async throws
  {
    try await withWorkplace { place in
      let run = KulanProcess(
        ["overlay"] + (try longInput(place, count: 1500)) + ["--out", "-", "--summary", "a.csv"],
        folder: place.folder)
      try run.closeOutput()
      try run.start()
      #expect(run.wait() == (SIGPIPE, .uncaughtSignal))
      #expect(try place.names() == ["zigzags.geojsonl"])
    }
  }

  @Test func `where standard output is full no file appears either`() async throws {
    try await withWorkplace { place in
      let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: KulanProcess.binary)
      process.arguments = ["overlay"] + input + ["--out", "a.gpkg", "--summary", "-"]
      process.currentDirectoryURL = place.folder
      process.standardOutput = full
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 73)
      #expect(try place.names().isEmpty)
    }
  }

  @Test func `GeoJSON is read from standard input`() async throws {
    try await withWorkplace { place in
      let file = try #require(FileHandle(forReadingAtPath: input[1]))
      let run = KulanProcess(
        ["overlay", "--lines", "-"] + input.suffix(2) + ["--summary", "a.csv"], input: file,
        folder: place.folder)
      try run.start()
      #expect(run.wait().code == 0)
      let direct = await CommandRun(["overlay"] + input + ["--summary", "-"])
      #expect(try place.bytes("a.csv") == Data(direct.out.utf8))
    }
  }
}
