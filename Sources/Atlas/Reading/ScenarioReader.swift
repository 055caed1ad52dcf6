internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// Applies the changes of scenarios to barriers while these are read, when all their attributes are
/// at hand.
struct ScenarioReader {
  private let scenarios: [AtlasConfiguration.Scenario]
  private var conditions: [[Filter?]] = []
  private(set) var results: [AtlasScenario]

  /// Prepares the scenarios of a configuration; none where it lets the data decide.
  init(_ scenarios: [AtlasConfiguration.Scenario]?) throws(FormatError) {
    self.scenarios = scenarios ?? []
    results = self.scenarios.map {
      AtlasScenario($0.name, description: $0.description ?? "", statuses: $0.statuses)
    }
    for scenario in self.scenarios {
      var filters: [Filter?] = []
      for change in scenario.changes {
        filters.append(
          try change.condition?.bound(to: AtlasConfiguration.Scenario.fields))
      }
      conditions.append(filters)
    }
  }

  /// Notes what becomes of the barriers of a batch.
  ///
  /// - Parameters:
  ///   - batch: The barriers, with canonical attributes.
  ///   - settings: What their source takes for granted.
  ///   - rows: The row of every feature of the batch among all barriers; nil for no barrier.
  mutating func add(_ batch: InputBatch, _ settings: DesignSettings, rows: [Int?]) {
    guard scenarios.contains(where: { !$0.changes.isEmpty }) else { return }
    let attributes = Self.attributes(of: batch)
    for (number, scenario) in scenarios.enumerated() where !scenario.changes.isEmpty {
      let matches = conditions[number].map { $0?.matches(attributes) }
      for (feature, row) in rows.enumerated() {
        guard let row else { continue }
        let applying = scenario.changes.indices.filter { matches[$0]?[feature] ?? true }
        if applying.isEmpty { continue }
        results[number].change(
          row,
          to: Self.design(
            feature, of: batch, settings, applying.map { scenario.changes[$0].action }))
      }
    }
  }

  /// The design that some changes make: attributes are set before fences are rebuilt; nil where one
  /// takes the barrier away.
  private static func design(
    _ feature: Int, of batch: InputBatch, _ settings: DesignSettings,
    _ actions: [AtlasConfiguration.Change.Action]
  ) -> BarrierDesign? {
    var (settings, rebuilt): (DesignSettings, [DesignProfile]) = (settings, [])
    for action in actions {
      switch action {
      case .remove: return nil
      case .set(let more): settings = settings.merging(more)
      case .rebuild(let profile): rebuilt.append(profile)
      }
    }
    let reader = DesignReader(batch.features.columns.map(\.field), settings: settings)
    return reader.design(feature, of: batch.features).map { design in
      rebuilt.reduce(design) { $1.rebuilding($0) }
    }
  }

  /// The attributes that conditions speak of; those that the source does not have are null.
  private static func attributes(of batch: InputBatch) -> FeatureBatch {
    var attributes = FeatureBatch(fields: AtlasConfiguration.Scenario.fields)
    let columns = AtlasConfiguration.Scenario.fields.map { batch.features.column($0.name) }
    for row in 0..<batch.features.count {
      attributes.geometry.appendNone()
      attributes.ids.append(.integer(Int64(row)))
      attributes.append(
        [.text(batch.ids[row].description)] + columns.dropFirst().map { $0?[row] ?? .null })
    }
    return attributes
  }
}
