import Formats
import Geometry
import Overlay
import TestSupport
import Testing

@testable import Permeability

#if GDAL
  /// OpenStreetMap railways, in which every track is a line.
  @Suite(
    "Bundles in real data",
    .enabled(if: TestFiles.hasSharedData, Comment(rawValue: TestFiles.needsSharedData)))
  struct BundleRealDataTests {
    /// Found once for all tests.
    private static let found = Result { () throws -> Bundles in
      let reader = try GDALReader(
        path: TestFiles.shared("osm-central-asia/uzbekistan_rail.fgb"))
      let layer = try reader.open(layer: reader.layers[0].name)
      var column = GeometryColumn()
      while let batch = try layer.next(limit: 4096) {
        for row in 0..<batch.count { column.append(row, of: batch.geometry) }
      }
      let families = Array(repeating: "rail", count: column.lines.count)
      return Bundles(of: column.lines, families: families, rule: BundleRule(distance: 50))
    }

    private let bundles: Bundles

    init() throws { bundles = try Self.found.get() }

    /// Sampled every 10 m outside of this package: for so many metres of the first row the second
    /// runs within 50 m, on average 4.6 to 14 m away.
    @Test(arguments: [
      (1062, 1063, 5006.0), (1063, 1062, 5009.0), (4870, 4871, 6315.0), (4871, 4870, 6314.0),
      (2724, 2723, 7568.0), (3080, 3081, 8438.0), (3081, 3080, 8437.0),
    ])
    func `the two tracks of a main line are twins`(track: Int, other: Int, length: Double) {
      #expect(abs(bundles.length(of: track, beside: other) - length) < 0.005 * length)
    }

    /// Nothing else lies within 70 m of these lines, up to their ends.
    @Test(arguments: [2315, 10218, 11232, 11188])
    func `a single track has no twin`(track: Int) {
      #expect(bundles.stretches(of: track).isEmpty)
    }

    @Test func `railways have twins and no companions, each the other's`() {
      var lengths: [[Int]: Double] = [:]
      for stretch in bundles.stretches {
        #expect(stretch.companions.isEmpty && stretch.from < stretch.to)
        for twin in stretch.twins { lengths[[stretch.line, twin], default: 0] += stretch.length }
      }
      #expect(lengths.keys.allSatisfy { lengths[$0.reversed()] != nil })
    }
  }
#endif
