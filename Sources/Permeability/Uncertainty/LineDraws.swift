/// The permeability of one barrier in every draw of a ``Sampler``.
public struct LineDraws: Sendable {
  /// The permeability of the line, or its mean along all of it where it has passages.
  public let means: [Double]
  /// Whether it differs along the barrier.
  public let differs: Bool
  private let model: SpeciesModel?
  private let row: PassageRow?
  private let values: [ParameterValues]

  init(_ model: SpeciesModel, _ row: PassageRow, _ values: [ParameterValues]) {
    differs = !row.passages.isEmpty
    means = values.map { Self.mean(model, row, 0...row.length, $0) }
    (self.model, self.row) = differs ? (model, row) : (nil, nil)
    self.values = differs ? values : []
  }

  /// A line whose permeability was drawn as it is.
  init(_ means: [Double]) {
    (self.means, differs, model, row, values) = (means, false, nil, nil, [])
  }

  /// Returns the mean along a stretch in one draw.
  public func value(draw: Int, along stretch: ClosedRange<Double>) -> Double {
    guard let model, let row else { return means[draw] }
    return Self.mean(model, row, stretch, values[draw])
  }

  private static func mean(
    _ model: SpeciesModel, _ row: PassageRow, _ stretch: ClosedRange<Double>,
    _ values: ParameterValues
  ) -> Double {
    var ledger = PlainLedger(values: values)
    let p = model.annual(row.barrier, &ledger)
    return row.passages.isEmpty ? p : model.mean(p, row, in: stretch, &ledger)
  }
}
