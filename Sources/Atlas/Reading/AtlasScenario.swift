internal import Landscape
package import Permeability

/// The barriers of one scenario: which are there, and what the model reads of them.
package struct AtlasScenario: Sendable {
  package let name: String
  /// What is told of it to a reader.
  package let description: String
  private let statuses: Set<BarrierStatus>
  /// Barriers that are not what their source says; nil for those that are taken away.
  private var changes: [Int: BarrierDesign?] = [:]

  init(_ name: String, description: String, statuses: Set<BarrierStatus>) {
    (self.name, self.description, self.statuses) = (name, description, statuses)
  }

  /// Makes a barrier another one, or takes it away.
  mutating func change(_ row: Int, to design: BarrierDesign?) { changes[row] = .some(design) }

  /// Returns what the model reads of a barrier; nil for one that is not there.
  package func design(of row: Int, in designs: [BarrierDesign]) -> BarrierDesign? {
    let design = changes[row] ?? designs[row]
    return design.flatMap { statuses.contains($0.status) ? $0 : nil }
  }
}
