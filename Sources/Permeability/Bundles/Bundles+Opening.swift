internal import Foundation

extension Bundles {
  /// Returns what one line of a bundle lets through once some lines are opened, such that no line lets
  /// through less than before, and the product over all lines, the opened ones too, is the permeability
  /// of the bundle without these.
  ///
  /// Without the least permeable line the next one bears its whole P. It cannot become worse, so what
  /// it bears less is left to pass at the lines that are opened:
  ///
  ///     P₂^(1 − γ)
  ///
  /// Of twins that are not all opened, the others bear the whole.
  ///
  /// - Parameters:
  ///   - stretch: A stretch of these bundles, of a line that was there before.
  ///   - gamma: The dependence.
  ///   - opened: All lines that are opened.
  ///   - member: Returns the permeability of a line by itself before, in `0...1`; nil for one that is
  ///     absent.
  /// - Returns: A value in `0...1`.
  public func share(
    of stretch: BundledStretch, dependence gamma: Double, opening opened: Set<Int>,
    member: (_ line: Int) -> Double?
  ) -> Double {
    let family = families[stretch.line]
    let before = burdens(of: stretch, gamma, member)
    let opening = OpenedBundle(
      before, burdens(of: stretch, gamma) { opened.contains($0) ? nil : member($0) })
    guard let own = before.first(where: { $0.family == family }) else { return 1 }
    return opened.contains(stretch.line)
      ? opening.left(of: own.share(ofLines: 1))
      : opening.shares[family] ?? own.share(ofLines: 1)
  }
}

/// What becomes of a bundle of which lines are opened.
private struct OpenedBundle {
  /// What a line of a family that lets through more bears from now on.
  private(set) var shares: [Int32: Double] = [:]
  /// What is left to pass at the lines that are opened.
  private var left = 1.0
  /// What the lines that are opened bore: of those that let nothing through their number, of the
  /// others the product.
  private var (closed, product) = (0, 1.0)

  init(_ before: [Bundles.Burden], _ after: [Bundles.Burden]) {
    let remaining = Dictionary(uniqueKeysWithValues: after.map { ($0.family, $0) })
    for burden in before {
      let opened = burden.lines - (remaining[burden.family]?.lines ?? 0)
      if burden.whole == 0 {
        closed += opened
      } else {
        product *= burden.share(ofLines: opened)
      }
      // What a family that bears more from now on cannot bear.
      if let now = remaining[burden.family] {
        let borne = burden.share(ofLines: now.lines)
        if now.whole < borne { left *= now.whole / borne }
      }
    }
    // A family that bears less from now on takes it first.
    for burden in before {
      guard let now = remaining[burden.family] else { continue }
      let (borne, free) = (burden.share(ofLines: now.lines), now.whole * left)
      guard now.whole > borne else { continue }
      shares[burden.family] = pow(max(borne, free), 1 / Double(now.lines))
      left = free < borne ? free / borne : 1
    }
  }

  /// What is left of what a line bore that is opened: in proportion, so that no line becomes worse.
  func left(of share: Double) -> Double {
    if left == 1 { return 1 }
    if closed > 0 { return share == 0 ? pow(left, 1 / Double(closed)) : 1 }
    return product < 1 ? pow(share, min(log(left) / log(product), 1)) : 1
  }
}
