internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// What the columns of a layer say of the lines of a plan.
///
/// A profile that fits goes first; columns that it leaves out and that have the name of an attribute
/// come second, with the words of engineers. Settings go before both.
struct PlanFeatures {
  /// Why values were not understood, with how often.
  private(set) var faults: [String: Int] = [:]
  private var mapper: ProfileMapper?
  private let plain: [(index: Int, field: CanonicalField)]
  private let nameColumn: Int?
  private let statusColumn: Int?
  private let settings: DesignSettings

  /// Finds the attributes among the columns of a layer.
  init(_ header: LayerHeader, settings: DesignSettings) throws(FormatError) {
    mapper = try ProfileChoice.automatic.mapper(for: header)
    self.settings = settings
    let names = header.fields.map { Self.plainName(of: $0) }
    plain = CanonicalField.all(for: .barrier).filter { $0.name != "name" && $0.name != "status" }
      .compactMap { field in names.firstIndex(of: field.name).map { ($0, field) } }
    // The layer of a drawing is what its author calls the line.
    nameColumn =
      names.firstIndex(of: "name")
      ?? (names.contains("subclasses") ? names.firstIndex(of: "layer") : nil)
    statusColumn = names.firstIndex(of: "status")
  }

  /// The name of a column in small letters, without what GDAL puts before its own columns in GPX.
  private static func plainName(of field: Field) -> String {
    let name = field.name.lowercased()
    return name.hasPrefix("ogr_") ? String(name.dropFirst(4)) : name
  }

  /// Returns the design of every feature of a batch; nil for those without a class.
  mutating func designs(of batch: FeatureBatch) -> [BarrierDesign?] {
    var mapped = batch
    mapped.columns = mapper?.map(batch).columns ?? []
    return (0..<batch.count).map { design(of: $0, batch, mapped) }
  }

  /// Returns what a feature is called.
  func name(of row: Int, _ batch: FeatureBatch) -> String? {
    nameColumn.flatMap { batch.columns[$0][row].filled }
  }

  private mutating func design(
    of row: Int, _ batch: FeatureBatch, _ mapped: FeatureBatch
  ) -> BarrierDesign? {
    var own = ["status=\(status(of: row, batch, mapped).rawValue)"]
    for (index, field) in plain {
      guard let text = batch.columns[index][row].filled else { continue }
      let known = mapped.column(field.name)?[row].filled
      let isGuess = field.name == "class" && known == BarrierClass.unknownLine.rawValue
      if known == nil || isGuess {
        own.append("\(field.name)=\(PlanSettings.translated(text, of: field.name))")
      }
    }
    let all = understood(own).merging(settings)
    let isNamed = all.names.contains("class")
    if !isNamed, mapped.column("class")?[row].filled == BarrierClass.unknownLine.rawValue {
      return nil
    }
    return DesignReader(mapped.columns.map(\.field), settings: all).design(row, of: mapped)
  }

  /// A plan that is being built says so; every other is planned, whatever its source calls it.
  private func status(
    of row: Int, _ batch: FeatureBatch, _ mapped: FeatureBatch
  ) -> BarrierStatus {
    let words = [
      statusColumn.flatMap { batch.columns[$0][row].filled }, mapped.column("status")?[row].filled,
    ]
    let isStarted = words.contains { $0.flatMap(BarrierStatus.init(reading:)) == .construction }
    return isStarted ? .construction : .planned
  }

  /// What can be read of some words; the others are counted.
  private mutating func understood(_ words: [String]) -> DesignSettings {
    var settings = DesignSettings()
    for word in words {
      do {
        settings = settings.merging(try PlanSettings.parse([word]))
      } catch {
        faults[error.problem, default: 0] += 1
      }
    }
    return settings
  }
}
