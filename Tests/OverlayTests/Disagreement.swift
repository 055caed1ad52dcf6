import Geometry
import Overlay

/// Cuts lines with one polygon in the plane.
func planarCuts(_ lines: [[Position]], _ polygon: [[[Position]]]) async throws -> Cuts {
  let overlay = try await PolygonOverlay(PolygonColumn([polygon]), measuredBy: .planar)
  return try await overlay.cut(LineColumn(lines.map { [$0] }))
}

extension Cuts {
  /// The lines of whose pieces and contacts exact fractions say something else, in words.
  func disagreements(
    _ lines: [[Position]], _ polygon: [[[Position]]], unit: Double = 1
  ) -> [String] {
    let meetings = Dictionary(uniqueKeysWithValues: meetings.map { ($0.line, $0) })
    return lines.enumerated().compactMap { row, line in
      let expected = ExactOracle(line: line, polygon: polygon, unit: unit)
      let found = meetings[row]
      let isEqual =
        (found?.crossings ?? 0) == expected.crossings && (found?.touches ?? 0) == expected.touches
        && abs((found?.insideLength ?? 0) - expected.inside) <= expected.tolerance
        && abs((found?.boundaryLength ?? 0) - expected.boundary) <= expected.tolerance
      if isEqual { return nil }
      let wrong = found.map {
        "inside \($0.insideLength), boundary \($0.boundaryLength), \($0.crossings) crossings, "
          + "\($0.touches) touches"
      }
      return "\(wrong ?? "nothing") instead of \(expected.summary): \(line) in \(polygon)"
    }
  }

  /// What does not depend on where the plane lies and how large it is: sides, kinds, places.
  var topology: Topology {
    Topology(
      pieces: pieces.map {
        .init(
          line: $0.line, sides: $0.sides, from: .init($0.from), to: .init($0.to))
      },
      contacts: contacts.map { .init(line: $0.line, kind: $0.kind, at: .init($0.at)) })
  }
}

/// Pieces and contacts without positions and lengths.
struct Topology: Equatable {
  struct Fraction: Equatable {
    var segment: Int
    var fraction: Double

    init(_ position: CutPosition) {
      segment = position.segment
      fraction = position.fraction
    }
  }

  struct Piece: Equatable {
    var line: Int
    var sides: Sides
    var from: Fraction
    var to: Fraction
  }

  struct Contact: Equatable {
    var line: Int
    var kind: ContactKind
    var at: Fraction
  }

  var pieces: [Piece]
  var contacts: [Contact]
}

extension ExactOracle {
  /// What the oracle says, in words.
  var summary: String {
    "inside \(inside), boundary \(boundary), \(crossings) crossings, \(touches) touches"
  }
}
