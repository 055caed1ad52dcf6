internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Barriers of a unit divided by its area, regions and countries.
struct UnitMosaic: Sendable {
  let inputs: UnitInputs
  let mosaic: LineMosaic
  /// The stretches in the area or on its boundary.
  let stretches: [MosaicStretch]

  /// The group of the area.
  private static let area = 0

  /// Divides the barriers.
  init(_ inputs: UnitInputs, jobs: Int) async throws {
    self.inputs = inputs
    var polygons = PolygonColumn()
    var groups: [Int] = []
    func add(_ rows: PolygonColumn, _ group: Int) {
      for row in 0..<rows.count {
        polygons.append(partsOf: row, of: rows)
        polygons.endRow()
        groups.append(group)
      }
    }
    add(inputs.area, Self.area)
    let others = inputs.regions + inputs.countries
    for (number, other) in others.enumerated() { add(other.polygons, number + 1) }
    let cuts = try await PolygonOverlay(polygons, measuredBy: .geodesic, jobs: jobs)
      .cut(inputs.lines, jobs: jobs)
    mosaic = LineMosaic(
      cuts, of: inputs.lines, groups: groups, marks: inputs.repeats, markGroup: others.count + 1)
    stretches = mosaic.stretches.filter { $0.place(in: Self.area) != .outside }
  }

  /// Where barriers pass into and out of the area.
  var crossings: [MosaicCrossing] { mosaic.crossings(of: Self.area, inputs.lines) }

  /// Whether a stretch lies inside the area, and not on its boundary.
  func isInside(_ stretch: MosaicStretch) -> Bool { stretch.place(in: Self.area) == .inside }

  /// Whether an earlier barrier of the same class has the same geometry.
  func repeats(_ stretch: MosaicStretch) -> Bool {
    stretch.place(in: inputs.regions.count + inputs.countries.count + 1) == .inside
  }

  /// The regions of a stretch, with whether it lies in their interior.
  func regions(of stretch: MosaicStretch) -> [(name: String, isInside: Bool)] {
    stretch.holders.compactMap { holder in
      let index = holder.group - 1
      guard inputs.regions.indices.contains(index) else { return nil }
      return (inputs.regions[index].name, holder.sides.place == .inside)
    }
  }

  /// The country of a stretch, or those whose border it runs along; what the source of the barrier
  /// says where no country is known there.
  func country(of stretch: MosaicStretch) -> String? {
    let names = stretch.holders.compactMap { holder in
      let index = holder.group - 1 - inputs.regions.count
      return inputs.countries.indices.contains(index) ? inputs.countries[index].name : nil
    }
    return names.isEmpty
      ? inputs.barriers.designs[stretch.line].country : names.sorted().joined(separator: "/")
  }

  /// The stretch at a crossing: the one inside the area.
  func stretch(at crossing: MosaicCrossing) -> MosaicStretch? {
    let first = stretches.partitionIndex { stretch in
      (stretch.line, stretch.to) >= (crossing.line, crossing.chainage)
    }
    return stretches[first...].prefix { $0.line == crossing.line && $0.from <= crossing.chainage }
      .first { crossing.isEntry ? $0.part.from == crossing.at : $0.part.to == crossing.at }
  }
}
