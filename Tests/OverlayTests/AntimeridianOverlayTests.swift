import Formats
import Foundation
import Geometry
import Overlay
import TestSupport
import Testing

/// How a file writes longitudes beyond the antimeridian.
private enum Form: CaseIterable {
  /// −180…180: edges over the antimeridian jump from one end to the other.
  case signed
  /// 0…360.
  case unsigned

  func write(_ position: Position) -> [Double] {
    switch self {
    case .signed: [position.x > 180 ? position.x - 360 : position.x, position.y]
    case .unsigned: [position.x, position.y]
    }
  }
}

/// A GeoJSON layer with one geometry, read as every command reads it.
private func read(_ type: String, _ coordinates: Any) async throws -> GeometryColumn {
  try await TestFiles.withFolder { folder in
    let path = folder.appendingPathComponent("layer.geojson").path
    let feature: [String: Any] = [
      "type": "Feature", "properties": [String: Any](),
      "geometry": ["type": type, "coordinates": coordinates],
    ]
    try JSONSerialization.data(withJSONObject: feature).write(to: URL(fileURLWithPath: path))
    let batch = try await LayerStream(LayerQuery(SourceSpec(path))).rest()
    #expect(batch.count == 1 && batch.rejected.isEmpty)
    return batch.geometry
  }
}

private func cuts(_ line: GeometryColumn, _ polygon: GeometryColumn) async throws -> Cuts {
  try await PolygonOverlay(polygon.polygons, measuredBy: .geodesic).cut(line.lines)
}

/// What a cut says, apart from where longitudes start.
private struct Outcome {
  var length: Double
  var inside: Double
  var boundary: Double
  var kinds: [ContactKind]
  var chainages: [Double]

  init(_ cuts: Cuts) {
    length = cuts.chainage.lengths[0]
    inside = cuts.meetings.map(\.insideLength).reduce(0, +)
    boundary = cuts.meetings.map(\.boundaryLength).reduce(0, +)
    kinds = cuts.contacts.map(\.kind)
    chainages = cuts.contacts.map(\.chainage)
  }

  func expectEqual(_ other: Outcome, _ comment: Comment) {
    #expect(abs(length - other.length) < 1e-3, comment)
    #expect(abs(inside - other.inside) < 1e-3, comment)
    #expect(abs(boundary - other.boundary) < 1e-3, comment)
    #expect(kinds == other.kinds, comment)
    for (a, b) in zip(chainages, other.chainages) { #expect(abs(a - b) < 1e-3, comment) }
  }
}

@Suite("Over the antimeridian, from file to cut")
struct AntimeridianOverlayTests {
  /// An outline like Chukotka's, from the Kolyma over 180° to the Bering Strait, with a bay.
  static let chukotka = path(
    (162, 66), (170, 60.5), (174.5, 61.75), (179.25, 62.3), (182.5, 64.4), (180.5, 65.6),
    (184, 65.2), (190.25, 66.1), (183.7, 67.1), (178.6, 69.1), (170.1, 70.05), (162, 66))

  /// The same place turned by 180°, where no seam is.
  private static func turned(_ positions: [Position]) -> [Position] {
    positions.map { Position($0.x - 180, $0.y) }
  }

  /// A line with a vertex wherever it crosses 180°, because lengths are measured between vertices
  /// and a long edge, straight in its coordinates, is no geodesic.
  private func randomLine(_ random: inout SeededGenerator) -> [Position] {
    var line: [Position] = []
    for _ in 0..<Int.random(in: 2...6, using: &random) {
      let next = Position(
        Double.random(in: 165...195, using: &random), Double.random(in: 59...71, using: &random))
      if let last = line.last, (last.x < 180) != (next.x < 180) {
        let part = (180 - last.x) / (next.x - last.x)
        line.append(Position(180, last.y + part * (next.y - last.y)))
      }
      line.append(next)
    }
    return line
  }

  /// Longitudes are only names: a turn of the Earth changes no length and no crossing.
  @Test(arguments: UInt64(1)...3)
  func `lines and polygons over 180 degrees are cut as they are elsewhere`(
    seed: UInt64
  ) async throws {
    var random = SeededGenerator(seed: seed)
    let polygons = try await Form.allCases.asyncMap { form in
      try await read("Polygon", [Self.chukotka.map(form.write)])
    }
    let reference = GeometryColumn(PolygonColumn([[[Self.turned(Self.chukotka)]]]))
    for _ in 0..<25 {
      let positions = randomLine(&random)
      let expected = Outcome(
        try await cuts(GeometryColumn(LineColumn([[Self.turned(positions)]])), reference))
      for form in Form.allCases {
        let line = try await read("LineString", positions.map(form.write))
        for polygon in polygons {
          Outcome(try await cuts(line, polygon)).expectEqual(expected, "\(form): \(positions)")
        }
      }
    }
  }

  /// A vertex on the seam itself, once and twice, and a line that only comes from it.
  @Test(arguments: [
    path((178, 66), (180, 66.5), (182, 66)),
    path((178, 66), (180, 66.5), (180, 66.5), (182, 66)),
    path((178, 66), (182, 66)),
    path((182, 65.9), (178, 65.9), (182, 66.1)),
    path((170, 65), (182, 66), (170, 66.5), (189, 66)),
    path((178, 66), (180, 66.5)),
    path((178, 66), (180, 66.5), (178, 67)),
    path((180, 66.5), (182, 66)),
  ])
  func `a line inside that crosses the antimeridian has no contact there`(
    positions: [Position]
  ) async throws {
    for form in Form.allCases {
      let polygon = try await read("Polygon", [Self.chukotka.map(form.write)])
      let line = try await read("LineString", positions.map(form.write))
      let cuts = try await cuts(line, polygon)
      #expect(cuts.contacts.isEmpty, "\(form): \(cuts.contacts)")
      #expect(abs(cuts.meetings[0].insideLength - cuts.chainage.lengths[0]) < 1e-6)
      #expect(cuts.meetings[0].boundaryLength == 0)
    }
  }

  @Test func `a polygon that ends at the antimeridian is left there`() async throws {
    let west = try await read(
      "Polygon", [path((170, 60), (180, 60), (180, 70), (170, 70), (170, 60)).map { [$0.x, $0.y] }])
    for form in Form.allCases {
      let line = try await read(
        "LineString", path((175, 65), (185, 65), (175, 66)).map(form.write))
      let cuts = try await cuts(line, west)
      #expect(cuts.contacts.map(\.kind) == [.exit, .entry])
      #expect(cuts.contacts.map(\.at.position.x.magnitude) == [180, 180])
    }
  }

  /// A ring around the pole has no box; it is closed along ±180° and over the pole.
  @Test func `a cap around the pole is cut like any polygon`() async throws {
    let ring = (0...36).map { Position(Double($0) * 10 - 180, 80) }
    let cap = try await read("Polygon", [ring.map { [$0.x, $0.y] }])
    let meridian = try await read("LineString", [[10, 70], [10, 89]])
    let entering = try await cuts(meridian, cap)
    #expect(entering.contacts.map(\.kind) == [.entry])
    #expect(entering.contacts.map(\.at.position) == [Position(10, 80)])
    let outside = try await read("LineString", [[10, 70], [10, 80]])
    let length = entering.chainage.lengths[0] - Chainage(outside.lines, by: .geodesic).lengths[0]
    #expect(abs(entering.meetings[0].insideLength - length) < 1e-6)
    for form in Form.allCases {
      let around = try await read("LineString", path((170, 85), (190, 86)).map(form.write))
      let inside = try await cuts(around, cap)
      #expect(inside.contacts.isEmpty)
      #expect(abs(inside.meetings[0].insideLength - inside.chainage.lengths[0]) < 1e-6)
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(
    _ transform: (Element) async throws -> Result
  ) async rethrows -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
