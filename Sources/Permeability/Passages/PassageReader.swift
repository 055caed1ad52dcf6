public import Formats

/// Reads passages from the canonical attributes of a layer.
public struct PassageReader: Sendable {
  private let columns: [String: Int]
  private let usualLength: Double?
  private let year: Int64?

  /// Words of `human_use` that mean often.
  private static let often: Set<String> = ["often", "frequent", "high", "daily", "yes"]

  /// Finds the attributes among the columns of a layer that a profile has mapped.
  ///
  /// - Parameters:
  ///   - fields: The columns.
  ///   - usualLength: The way below or above a line, in metres, where the source does not say it.
  ///   - year: The year that is scored: passages built in it are in their first year.
  public init(_ fields: [Field], usualLength: Double? = nil, year: Int? = nil) {
    self.year = year.map(Int64.init)
    columns = Dictionary(
      fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.usualLength = usualLength
  }

  /// Returns the passage of a feature; nil for one without a type of the closed list.
  public func passage(_ row: Int, of batch: FeatureBatch) -> PassageDesign? {
    guard case .text(let word) = value(row, "type", batch),
      let kind = PassageDesign.Kind(rawValue: word)
    else { return nil }
    var passage = PassageDesign(kind)
    passage.width = number(row, "width_m", batch)
    passage.height = number(row, "height_m", batch)
    passage.length = number(row, "length_m", batch) ?? usualLength
    passage.offset = number(row, "offset_m", batch)
    if case .boolean(let flag) = value(row, "guide_fence", batch) { passage.hasGuideFence = flag }
    if case .text(let word) = value(row, "human_use", batch) {
      passage.isUsedByPeople = Self.often.contains(word.lowercased())
    }
    if case .integer(let built) = value(row, "built", batch) { passage.isNew = built == year }
    return passage
  }

  /// Returns on which barrier a passage lies and how far along it in metres, where the source says so.
  public func place(_ row: Int, of batch: FeatureBatch) -> (barrier: String, chainage: Double)? {
    guard case .text(let barrier) = value(row, "barrier_id", batch), !barrier.isEmpty,
      case .real(let chainage) = value(row, "at_m", batch)
    else { return nil }
    return (barrier, chainage)
  }

  private func value(_ row: Int, _ name: String, _ batch: FeatureBatch) -> Value {
    columns[name].map { batch.columns[$0][row] } ?? .null
  }

  /// A size; what is not above 0 is not known.
  private func number(_ row: Int, _ name: String, _ batch: FeatureBatch) -> Double? {
    switch value(row, name, batch) {
    case .integer(let number) where number > 0: Double(number)
    case .real(let number) where number > 0: number
    default: nil
    }
  }
}
