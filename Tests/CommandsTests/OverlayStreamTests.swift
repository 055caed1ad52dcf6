import Landscape
import Formats
import Foundation
import Geometry
import TestSupport
import Testing

@testable import Commands

/// Many lines on a grid, which repeat each other all the time, and squares that they cross.
private struct GridWorkload {
  let place: Workplace

  init(_ place: Workplace, seed: UInt64, lineCount: Int = 900) throws {
    self.place = place
    var random = SeededGenerator(seed: seed)
    var lines = "id,class,wkt\n"
    for number in 0..<lineCount {
      var (x, y) = (Int.random(in: 0...30, using: &random), Int.random(in: 0...30, using: &random))
      let path = (0..<Int.random(in: 2...12, using: &random)).map { _ -> String in
        let step = Bool.random(using: &random) ? 1 : -1
        if Bool.random(using: &random) { x += step } else { y += step }
        return "\(x) \(y)"
      }
      // Ids that descend, and names that several lines have.
      lines += "\(number % 7 == 0 ? 5 : 5000 - number),\(number % 3 == 0 ? "rail" : "road"),"
      lines += "\"LINESTRING (\(path.joined(separator: ",")))\"\n"
    }
    _ = try place.write(lines, "lines.csv")
    var polygons = "id,wkt\n"
    for number in 0..<9 {
      let (x, y) = (Double(number % 3) * 8 + 1, Double(number / 3) * 8.5 + 0.5)
      let corners = [(0.0, 0.0), (9, 0), (9, 9), (0, 9), (0, 0)]
      let ring = corners.map { "\(x + $0.0) \(y + $0.1)" }.joined(separator: ",")
      polygons += "\(number),\"POLYGON ((\(ring)))\"\n"
    }
    _ = try place.write(polygons, "polygons.csv")
  }

  private static let outputs = ["pieces.geojson", "crossings.csv", "summary.csv"]

  /// Opens the overlay.
  func job(
    jobs: Int = 1, by: [String] = [], lines: String = "lines.csv",
    _ change: (inout OverlayRequest) -> Void = { _ in }
  ) throws -> OverlayJob {
    let words =
      [
        "--lines", place.path(lines), "--polygons", place.path("polygons.csv"), "--lines-src-crs",
        "EPSG:4326", "--polygons-src-crs", "EPSG:4326", "--overwrite", "--jobs", "\(jobs)",
        "--out", place.path(Self.outputs[0]), "--crossings", place.path(Self.outputs[1]),
        "--summary", place.path(Self.outputs[2]),
      ] + by.flatMap { ["--by", $0] }
    var request = try OverlayRequest(ArgumentParser.parse(words, for: OverlayCommand.manual))
    change(&request)
    return try OverlayJob(request, on: RecordingConsole().console)
  }

  /// Runs the overlay and returns all that it wrote and said.
  func run(
    jobs: Int = 1, by: [String] = [], lines: String = "lines.csv",
    _ change: (inout OverlayRequest) -> Void = { _ in }
  ) async throws -> [Data] {
    var job = try job(jobs: jobs, by: by, lines: lines, change)
    let result = try await job.run()
    return try Self.outputs.map { try place.bytes($0) } + [Data(result.json.text.utf8)]
  }
}

extension OverlayRequest {
  fileprivate mutating func setBatchSize(_ size: Int) {
    for index in lines.queries.indices { lines.queries[index].batchSize = size }
  }
}

@Suite(.timeLimit(.minutes(20)))
struct OverlayStreamTests {
  @Test(arguments: [[], ["lines.class", "polygons.id"]])
  func `bytes depend neither on the jobs nor on the batches`(by: [String]) async throws {
    try await withWorkplace { place in
      let workload = try GridWorkload(place, seed: 1)
      let expected = try await workload.run(by: by)
      for (jobs, size) in [(2, 8192), (1, 1), (2, 7), (2, 100)] {
        let found = try await workload.run(jobs: jobs, by: by) { $0.setBatchSize(size) }
        #expect(found == expected, "jobs \(jobs), batches of \(size)")
      }
    }
  }

  /// Limits that are reached in the first batch, in the middle, and with many readings.
  @Test(arguments: UInt64(1)...2, [(0, 1 << 20), (300, 1 << 20), (700, 200)])
  func `repetitions are the same when only what may be repeated is remembered`(
    seed: UInt64, limits: (Int, Int)
  ) async throws {
    try await withWorkplace { place in
      let workload = try GridWorkload(place, seed: seed)
      let expected = try await workload.run(by: ["lines.class"])
      for jobs in [1, 2] {
        let found = try await workload.run(jobs: jobs, by: ["lines.class"]) {
          $0.setBatchSize(50)
          $0.repeatLimits = RepeatTally.Limits(remembered: limits.0, surveyed: limits.1)
        }
        #expect(found == expected)
      }
      #expect(String(decoding: expected[3], as: UTF8.self).contains("\"earlier_line_id\":"))
    }
  }

  @Test func `lines that can be read only once are remembered whole, and that is said`()
    async throws
  {
    try await withWorkplace { place in
      let workload = try GridWorkload(place, seed: 3)
      let expected = try await workload.run()
      let text = try place.bytes("lines.csv")
      #expect(mkfifo(place.path("pipe.csv"), 0o600) == 0)
      #expect(!Datasets.canReopen(place.path("pipe.csv")))
      #expect(!Datasets.canReopen("-"))
      #expect(Datasets.canReopen(place.path("lines.csv")))
      let writing = Thread {
        FileHandle(forWritingAtPath: place.path("pipe.csv"))?.write(text)
      }
      writing.start()
      let found = try await workload.run(lines: "pipe.csv") { $0.repeatLimits.remembered = 10 }
      #expect(found.prefix(3) == expected.prefix(3))
      #expect(
        String(decoding: found[3], as: UTF8.self).contains("the lines can be read only once"))
    }
  }

  @Test(arguments: [1, 2])
  func `a line that fails in the middle ends the run and leaves nothing`(jobs: Int) async throws {
    try await withWorkplace { place in
      _ = try GridWorkload(place, seed: 4, lineCount: 9_000)
      let bad = try FileHandle(forWritingTo: place.folder.appendingPathComponent("lines.csv"))
      try bad.seekToEnd()
      bad.write(Data("77,road,\"LINESTRING (1 2,3 x)\"\n".utf8))
      try bad.close()
      let run = await place.overlay([
        "--lines", place.path("lines.csv"), "--polygons", place.path("polygons.csv"),
        "--lines-src-crs", "EPSG:4326", "--polygons-src-crs", "EPSG:4326", "--strict", "--jobs",
        "\(jobs)", "--out", place.path("a.gpkg"), "--summary", place.path("b.csv"),
      ])
      #expect(run.code == .badData)
      #expect(run.err.contains("error: feature 9001 of layer lines of lines.csv cannot be used"))
      #expect(try place.names() == ["lines.csv", "polygons.csv"])
    }
  }

  /// At different moments: while polygons are read, while lines are cut, while repetitions are
  /// looked for and written. Without a look at the clock: other tests keep both cores busy.
  @Test(arguments: [10, 60, 200, 500], [1, 2])
  func `a cancelled run leaves nothing`(
    milliseconds: Int, jobs: Int
  ) async throws {
    try await withWorkplace { place in
      let workload = try GridWorkload(place, seed: 5, lineCount: 9_000)
      var job = try workload.job(jobs: jobs) {
        $0.setBatchSize(500)
        $0.repeatLimits.remembered = 1000
      }
      let run = Task { _ = try await job.run() }
      try await Task.sleep(for: .milliseconds(milliseconds))
      run.cancel()
      let result = await run.result
      if case .failure(let error) = result {
        #expect(error is CancellationError)
        #expect(try place.names() == ["lines.csv", "polygons.csv"])
      }
    }
  }

  @Test func `ids that stand for several features are counted, in any order`() {
    var ids = RepeatedIds()
    let values: [Value] = [
      .integer(1), .integer(2), .integer(5), .integer(3), .integer(2), .integer(3), .text("3"),
      .integer(6), .text("3"), .integer(4), .integer(4), .null, .integer(.min), .integer(5),
    ]
    values.forEach { ids.add($0) }
    #expect(ids.count == 5)
    #expect(ids.first == .integer(2))
  }
}
