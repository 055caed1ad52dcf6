internal import Landscape

/// One number for every parameter and every prior: what a formula is evaluated with.
struct ParameterValues: Sendable {
  /// Where a parameter or a prior stands.
  struct Slot: Sendable, Hashable {
    let index: Int

    init(_ name: ParameterName) { index = name.rawValue }
    init(prior barrierClass: BarrierClass) {
      index = ParameterName.allCases.count + barrierClass.index
    }
    fileprivate init(index: Int) { self.index = index }

    static let all = (0..<ParameterName.allCases.count + BarrierClass.allCases.count).map(
      Slot.init(index:))

    /// The parameter; nil for a prior.
    var name: ParameterName? { ParameterName(rawValue: index) }
  }

  private var numbers: [Double]

  init(_ numbers: [Double]) { self.numbers = numbers }

  subscript(slot: Slot) -> Double {
    get { numbers[slot.index] }
    set { numbers[slot.index] = newValue }
  }
}

extension BarrierClass {
  /// The place in the closed list.
  var index: Int { Self.indices[self] ?? 0 }

  private static let indices = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
