package import Formats
package import Geometry
internal import Landscape
internal import Overlay

/// All passages that were read, ready to be found along barriers.
package struct BarrierPassages: Sendable {
  /// The passages of one barrier.
  package struct Own: Sendable, Hashable {
    package let passages: [PassageOnLine]
    /// The length of the barrier, in metres.
    package let length: Double

    /// Puts passages on a barrier.
    package init(passages: [PassageOnLine], length: Double) {
      (self.passages, self.length) = (passages, length)
    }
  }

  /// Why some count nothing, with how many.
  package let faults: [(reason: String, count: Int)]
  private let designs: [PassageDesign]
  private let sites: PassageSites
  /// Passages that are given by chainage, by the id of their barrier.
  private let onBarriers: [String: [PassageOnLine]]
  private let gapSpacing: Double?

  /// How many there are.
  package var count: Int { designs.count + onBarriers.values.reduce(0) { $0 + $1.count } }
  /// The barriers that passages name.
  package var barriers: Set<String> { Set(onBarriers.keys) }

  /// Reads all sources.
  package init(_ request: PassageInput) async throws {
    var list = PassageList(request)
    for source in request.sources {
      let stream = try LayerStream(source.query)
      guard var mapper = try source.profile.mapper(for: stream.header)
      else { throw Self.unreadable(source.query) }
      while let batch = try await stream.next() {
        var features = batch
        features.columns = mapper.map(batch).columns
        list.add(features)
      }
    }
    designs = list.designs
    faults = list.faults.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    gapSpacing = request.gapSpacing
    onBarriers = list.onBarriers
    sites = PassageSites(list.positions, tolerance: request.distance)
  }

  private static func unreadable(_ query: LayerQuery) -> FormatError {
    FormatError(
      .badData, "the columns of \(query.source) are not those of passages",
      help: "name them type, width_m, height_m and length_m; `kulan inspect` shows what is there")
  }

  /// Returns the passages of one barrier and its length; nil where it has none.
  package func passages(
    on row: Int, of lines: LineColumn, id: Value, _ design: BarrierDesign
  ) -> Own? {
    let found = sites.places(on: row, of: lines)
    var passages = (found?.places ?? []).map {
      PassageOnLine(designs[$0.passage], at: $0.chainage)
    }
    if !onBarriers.isEmpty { passages += onBarriers[id.description] ?? [] }
    let spacing = design.isFenced ? gapSpacing : nil
    if passages.isEmpty && spacing == nil { return nil }
    let length = found?.length ?? lines.geodesicLength(ofRow: row)
    if let spacing { passages += PassageOnLine.gaps(every: spacing, along: length) }
    return Own(passages: passages, length: length)
  }
}

/// Passages while they are being read.
private struct PassageList {
  let request: PassageInput
  private(set) var designs: [PassageDesign] = []
  private(set) var positions: [Position] = []
  private(set) var onBarriers: [String: [PassageOnLine]] = [:]
  private(set) var faults: [String: Int] = [:]

  private static let kinds = PassageDesign.Kind.allCases.map(\.rawValue)
    .joined(separator: ", ")

  init(_ request: PassageInput) { self.request = request }

  mutating func add(_ features: FeatureBatch) {
    let reader = PassageReader(
      features.columns.map(\.field), usualLength: request.usualLength, year: request.year)
    for row in 0..<features.count {
      guard let design = reader.passage(row, of: features) else {
        faults["its type is none of \(Self.kinds)", default: 0] += 1
        continue
      }
      if let fault = design.fault { faults[fault, default: 0] += 1 }
      if let position = features.geometry.middle(ofRow: row) {
        designs.append(design)
        positions.append(position)
      } else if let (barrier, chainage) = reader.place(row, of: features) {
        onBarriers[barrier, default: []].append(PassageOnLine(design, at: chainage))
      } else {
        faults["it has neither a place nor barrier_id and at_m", default: 0] += 1
      }
    }
  }
}

extension GeometryColumn {
  /// A position that stands for a row: a point, or the middle vertex of a line.
  package func middle(ofRow row: Int) -> Position? {
    switch kinds[row] {
    case .point:
      return points.paths.positions(of: slots[row]).first
    case .line:
      let paths = lines.pathIndices(of: slots[row])
      guard let path = paths.first else { return nil }
      let vertices = lines.paths.vertices(of: path)
      return vertices.isEmpty
        ? nil : lines.paths.position(at: vertices.lowerBound + vertices.count / 2)
    case .polygon, .none:
      return nil
    }
  }
}
