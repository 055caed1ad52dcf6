import Connectivity
import Geometry
import Permeability
import Testing

/// All measures against the second implementation, on seeded landscapes.
@Suite struct RangeMeasureTests {
  /// What areas on the ellipsoid are compared with: geodesics between vertices 0.01° apart.
  private static let tolerance = 1e-6

  private func isEqual(_ own: Double, _ other: Double, of whole: Double) -> Bool {
    abs(own - other) <= Self.tolerance * whole
  }

  @Test(arguments: 0..<60) func `measures are those of plain tables`(seed: Int) async throws {
    for ground in Landscape.Ground.allCases {
      for edge in PatchRule.Edge.allCases {
        let landscape = Landscape(seed: seed, ground)
        let rule = PatchRule(cutsBelow: seed % 3 == 0 ? 0.6 : 1, leastArea: 0, edge: edge)
        try await expectEqual(landscape, rule)
      }
    }
  }

  /// Slivers of up to a tenth of the range, which is most of the patches.
  @Test(arguments: 0..<40) func `slivers are those of plain tables`(seed: Int) async throws {
    let landscape = Landscape(seed: 500 + seed, .free, barriers: 8)
    let area = try SimpleMesh(landscape).areas.reduce(0, +)
    for edge in PatchRule.Edge.allCases {
      try await expectEqual(landscape, PatchRule(leastArea: area / 10, edge: edge))
    }
  }

  private func expectEqual(_ landscape: Landscape, _ rule: PatchRule) async throws {
    let comment = Comment(rawValue: "\(landscape.name), \(rule)")
    let mesh = try SimpleMesh(landscape)
    let study = try await landscape.study(rule)
    let whole = mesh.areas.reduce(0, +)
    #expect(isEqual(study.mesh.areas.reduce(0, +), whole, of: whole), comment)
    try #require(study.mesh.areas.count { $0 > 1e-9 } == mesh.areas.count, comment)
    for measures in try await study.measures(of: landscape.all) {
      expectEqual(measures, mesh, landscape, rule, comment)
    }
    #expect(study.regions == mesh.regions.indices.filter { mesh.regions[$0].contains(true) })
  }

  private func expectEqual(
    _ measures: RangeMeasures, _ mesh: SimpleMesh, _ landscape: Landscape, _ rule: PatchRule,
    _ comment: Comment
  ) {
    let whole = mesh.areas.reduce(0, +)
    func patches(_ end: KeyPath<Estimate, Double>, _ rule: PatchRule) -> SimplePatches {
      SimplePatches(mesh, { landscape.value($0, end) }, rule, region: measures.region)
    }
    func expect(_ own: ConnectedArea, _ end: KeyPath<Estimate, Double>, _ rule: PatchRule) {
      let simple = patches(end, rule)
      if simple.isAmbiguous { return }
      let (a, s) = (simple.area, simple.pairs)
      #expect(isEqual(own.landscape, a, of: whole), comment)
      #expect(isEqual(own.pairs, s, of: whole * whole), comment)
      #expect(isEqual(own.meshSize, s / a, of: whole), comment)
      #expect(isEqual(own.equivalentArea, s.squareRoot(), of: whole), comment)
      #expect(isEqual(own.probability, s / a / a, of: whole / a), comment)
      #expect(abs(own.probability - own.meshSize / own.landscape) < 1e-12, comment)
    }
    expect(measures.connected.low, \.low, rule)
    expect(measures.connected.central, \.central, rule)
    expect(measures.connected.high, \.high, rule)
    var other = rule
    other.edge = rule.edge == .most ? .mean : .most
    expect(measures.variants.otherEdge, \.central, other)
    expect(measures.variants.leastDecides, \.central, rule)
    expect(measures.variants.independent, \.central, rule)
    let simple = patches(\.central, rule)
    expectLengths(measures, mesh, landscape, comment)
    if simple.isAmbiguous { return }
    #expect(measures.patches == simple.patchCount, comment)
    #expect(measures.slivers == simple.areas.count - simple.patchCount, comment)
    #expect(isEqual(measures.largestPatch, simple.areas.max() ?? 0, of: whole), comment)
    let range = SimplePatches(mesh, { landscape.value($0, \.central) }, rule)
    if range.isAmbiguous { return }
    let across =
      measures.region.map { range.meshSizeAcrossBorders(region: $0) } ?? range.pairs / range.area
    #expect(isEqual(measures.meshSizeAcrossBorders, across, of: whole), comment)
  }

  /// The density and the mean permeability of barriers inside.
  private func expectLengths(
    _ measures: RangeMeasures, _ mesh: SimpleMesh, _ landscape: Landscape, _ comment: Comment
  ) {
    let isInside = measures.region.map { mesh.regions[$0] }
    let segments = mesh.segments.filter { segment in
      !segment.passes.isEmpty
        && isInside.map { $0[segment.cells.0] && $0[segment.cells.1] } ?? true
    }
    let length = segments.reduce(0) { $0 + $1.length }
    let sum = segments.reduce(0) { sum, segment in
      let values = segment.passes.map { landscape.permeability[$0].central }
      return sum + segment.length * values.reduce(0, +) / Double(values.count)
    }
    #expect(isEqual(measures.barrierLength, length / 1000, of: max(length / 1000, 1)), comment)
    #expect((measures.meanPermeability == nil) == (length == 0), comment)
    if let mean = measures.meanPermeability {
      #expect(isEqual(mean, sum / length, of: 1), comment)
    }
    #expect(
      isEqual(measures.density, 100 * length / 1000 / measures.area, of: measures.density + 1e-9),
      comment)
  }
}
