import Foundation
import Geometry
import Overlay
import TestSupport
import Testing

@testable import Permeability

/// How ways are joined to whole roads and railways.
@Suite("Strokes")
struct BundleStrokeTests {
  private func strokes(_ lines: BundleLines, _ families: [Int32]? = nil) -> Strokes {
    let column = lines.column
    return Strokes(
      column, families: families ?? column.rowStarts.dropLast().map { _ in 0 },
      Chainage(column, by: .geodesic))
  }

  @Test func `where several ways meet the straightest go on`() {
    let lines = BundleLines([
      [(0, 0), (1000, 0)], [(1000, 0), (1900, 300)], [(2000, -50), (1000, 0)],
    ])
    let strokes = strokes(lines)
    #expect(strokes.places[0].stroke == strokes.places[2].stroke)
    #expect(strokes.places[0].stroke != strokes.places[1].stroke)
    #expect(strokes.places[0].isReversed != strokes.places[2].isReversed)
    #expect(strokes.lengths.count == 2)
  }

  @Test func `ways are not joined around a sharp corner, nor those of two families`() {
    let lines = BundleLines([[(0, 0), (1000, 0)], [(1000, 0), (900, 800)]])
    #expect(strokes(lines).lengths.count == 2)
    let straight = BundleLines([[(0, 0), (1000, 0)], [(1000, 0), (2000, 0)]])
    #expect(strokes(straight).lengths.count == 1)
    #expect(strokes(straight, [0, 1]).lengths.count == 2)
  }

  @Test func `places along a stroke and chainages along its ways are each other's inverse`() {
    let lines = BundleLines([
      [(0, 0), (1000, 0)], [(2500, 0), (1000, 0)], [(2500, 0), (2600, 50), (4000, 0)],
    ])
    let (strokes, lengths) = (strokes(lines), lines.lengths)
    #expect(abs(strokes.lengths[0] - lengths.reduce(0, +)) < 1e-9)
    for path in 0..<3 {
      for share in [0, 0.25, 1] {
        let place = strokes.place(onPath: path, at: share * lengths[path])
        #expect(abs(strokes.chainage(onPath: path, at: place) - share * lengths[path]) < 1e-9)
        let extent = strokes.extent(ofPath: path)
        #expect(place >= extent.from - 1e-9 && place <= extent.to + 1e-9)
      }
    }
  }

  @Test(arguments: UInt64(1)...4)
  func `a ring of ways is one stroke that begins at the same place in any order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let corners = (0...8).map { number -> (Double, Double) in
      let angle = Double(number % 8) * .pi / 4
      return (3000 * cos(angle), 3000 * sin(angle))
    }
    let ways = zip(corners, corners.dropFirst()).map { [$0, $1] }.shuffled(using: &random)
      .map { Bool.random(using: &random) ? $0 : $0.reversed() }
    let lines = BundleLines(ways)
    let strokes = strokes(lines)
    #expect(strokes.lengths.count == 1)
    let first = strokes.places.firstIndex { $0.offset == 0 }
    let start = first.map { lines.rows[$0][strokes.places[$0].isReversed ? 1 : 0] }
    #expect(start == lines.rows.joined().min { ($0.x, $0.y) < ($1.x, $1.y) })
  }
}
