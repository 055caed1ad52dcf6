public import Formats
internal import Landscape

/// Reads designs from the canonical attributes of barriers.
public struct DesignReader: Sendable {
  private let columns: [String: Int]
  private let settings: DesignSettings

  /// Finds the attributes among the columns of a layer that a profile has mapped.
  ///
  /// - Parameters:
  ///   - fields: The columns.
  ///   - settings: Attributes that all barriers have, whatever the columns say.
  public init(_ fields: [Field], settings: DesignSettings = DesignSettings()) {
    self.settings = settings
    columns = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Returns the design of a feature; nil for one without a class of the closed list.
  public func design(_ row: Int, of batch: FeatureBatch) -> BarrierDesign? {
    guard let barrierClass = text(row, "class", batch).flatMap(BarrierClass.init) else {
      return nil
    }
    let status = text(row, "status", batch).flatMap(BarrierStatus.init(rawValue:)) ?? .existing
    var design = BarrierDesign(barrierClass, status: status)
    design.country = text(row, "country", batch)
    design.rank = text(row, "rank", batch)
    design.fencing = text(row, "fenced", batch).flatMap(Fencing.init)
    design.clearance = number(row, "clearance_m", batch)
    readFence(row, batch, into: &design.fence)
    readTraffic(row, batch, into: &design)
    design.canal.width = number(row, "width_m", batch)
    design.canal.isLined = text(row, "lining", batch).map { $0 == "lined" }
    design.canal.hasRamps = flag(row, "ramps", batch)
    return design
  }

  private func readFence(_ row: Int, _ batch: FeatureBatch, into fence: inout FenceDesign) {
    fence.topHeight = number(row, "h_top_cm", batch)
    fence.bottomGap = number(row, "g_bottom_cm", batch)
    fence.isMesh = flag(row, "mesh", batch)
    fence.hasBarbedTop = flag(row, "barbed_top", batch)
    fence.hasBarbedBottom = flag(row, "barbed_bottom", batch)
    fence.isElectric = flag(row, "electric", batch)
    fence.isWildlifeFriendly = flag(row, "wildlife_friendly", batch) ?? false
    fence.maintenance = text(row, "maintenance", batch).flatMap(FenceDesign.Maintenance.init)
  }

  private func readTraffic(_ row: Int, _ batch: FeatureBatch, into design: inout BarrierDesign) {
    design.road.traffic = number(row, "aadt", batch)
    design.road.lanes = number(row, "lanes", batch).flatMap { Int(exactly: $0.rounded()) }
    design.road.isPaved = flag(row, "paved", batch)
    design.road.hasMedian = flag(row, "median", batch)
    design.railway.trains = number(row, "trains_per_day", batch)
    design.railway.embankment = number(row, "embankment_m", batch)
  }

  private func value(_ row: Int, _ name: String, _ batch: FeatureBatch) -> Value {
    settings.values[name] ?? columns[name].map { batch.columns[$0][row] } ?? .null
  }

  private func text(_ row: Int, _ name: String, _ batch: FeatureBatch) -> String? {
    if case .text(let text) = value(row, name, batch), !text.isEmpty { text } else { nil }
  }

  /// A number; what is negative is not known.
  private func number(_ row: Int, _ name: String, _ batch: FeatureBatch) -> Double? {
    switch value(row, name, batch) {
    case .integer(let number) where number >= 0: Double(number)
    case .real(let number) where number >= 0: number
    default: nil
    }
  }

  private func flag(_ row: Int, _ name: String, _ batch: FeatureBatch) -> Bool? {
    if case .boolean(let flag) = value(row, name, batch) { flag } else { nil }
  }
}
