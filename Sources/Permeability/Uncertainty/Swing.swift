/// How much one number moves the permeability: from its low to its high end, all others central.
public struct Swing: Sendable, Hashable {
  /// The row of the number.
  public let parameter: Parameter
  /// The permeability at its low end.
  public let atLow: Double
  /// The permeability at its high end.
  public let atHigh: Double

  /// The difference.
  public var size: Double { abs(atHigh - atLow) }

  /// Swings above this make the grade.
  static let decisive = 0.1

  /// The grade of what some numbers swing, the largest swing first: the worst grade of those that
  /// swing it by more than 0.1; where none does, that of the one which swings it most.
  static func grade(_ swings: [Swing]) -> EvidenceGrade {
    let decisive = swings.prefix { $0.size > Self.decisive }
    return (decisive.isEmpty ? swings.prefix(1) : decisive).map(\.parameter.grade).max() ?? .judged
  }
}

extension SpeciesModel {
  /// The swings of a function of the numbers that it asks for, the largest first.
  func swings(
    _ slots: [ParameterValues.Slot], _ function: (ParameterValues) -> Double
  ) -> [Swing] {
    var values = central
    let swings = slots.compactMap { slot -> Swing? in
      guard let row = rows[slot.index] else { return nil }
      defer { values[slot] = central[slot] }
      values[slot] = row.value.low
      let low = function(values)
      values[slot] = row.value.high
      return Swing(parameter: row, atLow: low, atHigh: function(values))
    }
    // Equal swings stand by name, so that the order never depends on anything else.
    return swings.sorted {
      $0.size != $1.size ? $0.size > $1.size : $0.parameter.name < $1.parameter.name
    }
  }
}
