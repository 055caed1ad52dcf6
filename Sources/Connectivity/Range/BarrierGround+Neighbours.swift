internal import Permeability

extension BarrierGround {
  /// Returns those of some barriers that are there, and what is there of those that run beside them,
  /// ascending: all that a result about the former depends on.
  package func withNeighbours(_ rows: [Int], where isPresent: (Int) -> Bool) -> [Int] {
    var all = Set(rows.filter(isPresent))
    for row in all {
      for stretch in network.bundles.stretches(of: row) {
        for other in stretch.twins + stretch.companions where isPresent(other) {
          all.insert(other)
        }
      }
    }
    return all.sorted()
  }
}
