internal import Foundation
internal import Geometry
internal import Landscape

/// Draws of all numbers of one species: the same in every draw for all barriers.
///
/// What is not known of an animal is the same at every fence. What is not known of a barrier, such
/// as the traffic of a road or the chance of fences, is drawn for each line instead. Ignoring this
/// makes the intervals of whole ranges far too narrow.
struct Draws: Sendable {
  /// The number of draws.
  let count: Int
  private let seed: UInt64
  private let model: SpeciesModel
  /// The shared numbers, draw by draw.
  private let shared: [ParameterValues]

  init(_ model: SpeciesModel, count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
    self.model = model
    var shared = [ParameterValues](repeating: model.central, count: count)
    for slot in ParameterValues.Slot.all where !slot.isOfLine {
      guard let row = model.rows[slot.index] else { continue }
      let pert = PERT(row.value, isLogarithmic: row.isLogarithmic)
      // Seeded by what is drawn, so that neither the order nor other rows change a draw.
      var random = SeededGenerator(
        seed: Self.seed(seed, row.species ?? "any", row.name, row.topic))
      for draw in 0..<count { shared[draw][slot] = pert.draw(using: &random) }
    }
    self.shared = shared
  }

  /// Returns the numbers of all draws for one line.
  ///
  /// - Parameters:
  ///   - line: The id of the line.
  ///   - slots: What its score asks for.
  ///   - realisesFences: Whether a line is fenced or not in each draw, by the chance of fences; else the
  ///     chance itself is drawn.
  /// - Returns: The numbers, draw by draw.
  func values(
    forLine line: String, _ slots: [ParameterValues.Slot], realisesFences: Bool = false
  ) -> [ParameterValues] {
    var values = shared
    for slot in slots where slot.isOfLine {
      guard let row = model.rows[slot.index] else { continue }
      let pert = PERT(row.value, isLogarithmic: row.isLogarithmic)
      var random = SeededGenerator(seed: Self.seed(seed, line, row.name, row.topic))
      for draw in 0..<count {
        let value = pert.draw(using: &random)
        values[draw][slot] =
          realisesFences && slot.isChanceOfFences
          ? (Double.random(in: 0..<1, using: &random) < value ? 1 : 0) : value
      }
    }
    return values
  }

  /// A seed from words: FNV-1a.
  static func seed(_ seed: UInt64, _ words: String...) -> UInt64 {
    words.reduce(seed ^ 0xCBF2_9CE4_8422_2325) { hash, word in
      (Array(word.utf8) + [0]).reduce(hash) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
  }
}

extension ParameterValues.Slot {
  /// Whether it stands for an attribute of a barrier that is not known.
  fileprivate var isOfLine: Bool {
    guard let name else { return false }
    return isChanceOfFences
      || ["aadt_", "trains_", "h_top_", "g_bottom_", "p_leak_"]
        .contains { name.id.hasPrefix($0) }
  }

  /// Whether it is the chance that a line has fences.
  fileprivate var isChanceOfFences: Bool { name?.id.hasPrefix("pf_") ?? false }
}
