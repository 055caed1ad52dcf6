internal import Connectivity
package import Geometry
internal import Landscape
internal import Overlay

/// The ranges and regions of an atlas, with the barriers that meet them.
package struct UnitAreas: Sendable {
  /// A range or a region.
  package struct Area: Sendable {
    package let subject: UnitSubject
    package let name: String
    /// A row for each feature.
    package let polygons: PolygonColumn
    /// The barriers that meet it, ascending.
    package fileprivate(set) var rows: [Int] = []

    /// A box around all of it.
    package var box: Box { polygons.rings.box(of: 0..<polygons.rings.count) }
  }

  /// First the ranges, then the regions.
  package private(set) var areas: [Area]
  /// The countries, without barriers.
  package let countries: [Area]

  /// Finds the barriers of every area.
  init(_ data: AtlasData, species: [String], regions: [Int], jobs: Int) async throws {
    areas =
      species.compactMap { name in
        data.ranges.names.firstIndex(of: name).map {
          Area(subject: .range(species: name), name: name, polygons: data.ranges.polygons(of: $0))
        }
      }
      + regions.map { number in
        let name = data.regions.names[number]
        return Area(
          subject: .region(name: name), name: name, polygons: data.regions.polygons(of: number))
      }
    countries = data.countries.names.indices.map { number in
      let name = data.countries.names[number]
      return Area(
        subject: .region(name: name), name: name, polygons: data.countries.polygons(of: number))
    }
    try await findRows(in: data.ground.network.lines, jobs: jobs)
  }

  private mutating func findRows(in lines: LineColumn, jobs: Int) async throws {
    var polygons = PolygonColumn()
    var owners: [Int] = []
    for (number, area) in areas.enumerated() {
      for row in 0..<area.polygons.count {
        polygons.append(partsOf: row, of: area.polygons)
        polygons.endRow()
        owners.append(number)
      }
    }
    let cuts = try await PolygonOverlay(polygons, measuredBy: .geodesic, jobs: jobs)
      .cut(lines, jobs: jobs)
    var rows = Array(repeating: Set<Int>(), count: areas.count)
    for meeting in cuts.meetings { rows[owners[meeting.polygon]].insert(meeting.line) }
    for number in areas.indices { areas[number].rows = rows[number].sorted() }
  }
}
