internal import Landscape

/// What fragments are called.
struct LineCalls {
  /// A key with what the source writes for it.
  struct Call {
    let key: LineKey
    let spelling: String
  }

  /// The ref of every fragment; nil where it has none.
  let refs: [Call?]
  /// The name of every fragment; nil where it has none, or one that is a number.
  let names: [Call?]

  /// - Parameters:
  ///   - fragments: The fragments.
  ///   - lengths: Their lengths, in metres.
  init(_ fragments: [BarrierFragment], lengths: [Double]) {
    let refs = fragments.map(Self.refs)
    self.refs = Self.first(of: refs, lengths)
    names = fragments.map { fragment in
      guard let name = fragment.name,
        LineKey(refInName: name, of: fragment.barrierClass.family) == nil,
        let key = LineKey(name: name, of: fragment.barrierClass.family)
      else { return nil }
      return Call(key: key, spelling: Self.trimmed(name))
    }
  }

  /// What a fragment goes by: its ref, else its name.
  func call(of row: Int) -> Call? { refs[row] ?? names[row] }

  /// The refs of one fragment as the source lists them, or the one that stands in place of its name.
  private static func refs(of fragment: BarrierFragment) -> [Call] {
    let family = fragment.barrierClass.family
    let refs = (fragment.ref ?? "").split(separator: ";").compactMap { part in
      LineKey(ref: String(part), of: family).map { Call(key: $0, spelling: trimmed(part)) }
    }
    guard refs.isEmpty, let name = fragment.name,
      let key = LineKey(refInName: name, of: family)
    else { return refs }
    return [Call(key: key, spelling: trimmed(name))]
  }

  /// Of several refs of one fragment the one that fragments bear alone for the greatest length, among
  /// equals the first: roads that share a stretch with a third do not become one by it.
  private static func first(of refs: [[Call]], _ lengths: [Double]) -> [Call?] {
    var alone: [LineKey: Double] = [:]
    for (refs, length) in zip(refs, lengths) where refs.count == 1 {
      alone[refs[0].key, default: 0] += length
    }
    return refs.map { refs in
      guard var first = refs.first else { return nil }
      for ref in refs.dropFirst() where alone[ref.key, default: 0] > alone[first.key, default: 0] {
        first = ref
      }
      return first
    }
  }

  /// A text with single spaces, and none at its ends.
  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
