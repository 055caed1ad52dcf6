internal import Geometry

extension Bundles {
  /// Returns the bundles that are left when only some lines are there.
  ///
  /// What runs beside a line that stays is found among all lines, as it was; only those that go are
  /// taken out of it. So a part of a network behaves as it does in the whole.
  ///
  /// - Parameter rows: The lines that stay, ascending; they are numbered from 0 in this order.
  /// - Returns: Their bundles.
  package func subset(_ rows: [Int]) -> Bundles {
    let numbers = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
    var builder = SubsetBuilder()
    for (number, row) in rows.enumerated() {
      for index in starts[row]..<starts[row + 1] {
        let old = stretches[index]
        let stretch = BundledStretch(
          line: number, from: old.from, to: old.to, twins: old.twins.compactMap { numbers[$0] },
          companions: old.companions.compactMap { numbers[$0] })
        if !stretch.twins.isEmpty || !stretch.companions.isEmpty {
          builder.add(stretch, sides[index])
        }
      }
      builder.endLine()
    }
    return Bundles(
      stretches: builder.stretches, sides: builder.sides, starts: builder.starts,
      families: Self.numbered(rows.map { families[$0] }))
  }

  /// Families numbered from 0, in the order in which they were.
  private static func numbered(_ families: [Int32]) -> [Int32] {
    let known = Set(families).sorted()
    return families.map { family in Int32(truncatingIfNeeded: known.partitionIndex { $0 >= family })
    }
  }

  /// Everything that a computation with these bundles depends on, as text: two bundles with the same
  /// text behave the same.
  package var fingerprint: [String] {
    zip(stretches, sides).map { stretch, sides in
      let ends = sides.map { "\($0.run)\($0.isSecond ? "b" : "a")" }.sorted()
      return "\(stretch.line) \(stretch.from) \(stretch.to) \(stretch.twins) "
        + "\(stretch.companions) \(ends)"
    } + ["\(families)"]
  }
}

/// Collects stretches, with their runs numbered in the order in which they come.
private struct SubsetBuilder {
  private(set) var stretches: [BundledStretch] = []
  private(set) var sides: [Set<BundleSide>] = []
  private(set) var starts = [0]
  private var runs: [Int32: Int32] = [:]

  mutating func add(_ stretch: BundledStretch, _ old: Set<BundleSide>) {
    for side in old.sorted(by: { $0.run < $1.run }) where runs[side.run] == nil {
      runs[side.run] = Int32(truncatingIfNeeded: runs.count)
    }
    stretches.append(stretch)
    sides.append(
      Set(old.map { BundleSide(run: runs[$0.run] ?? $0.run, isSecond: $0.isSecond) }))
  }

  mutating func endLine() { starts.append(stretches.count) }
}
