/// How many times as good as a baseline we must be.
struct Requirement {
  /// What is compared.
  enum Quantity: String {
    /// The time that all threads worked.
    case processor = "cpu"
    /// The time that passed.
    case wall
    /// The greatest memory of a process.
    case memory
  }

  /// The contender that must be better.
  let contender: String
  /// The contender that it is compared with.
  let baseline: String
  /// What is compared.
  let quantity: Quantity
  /// The least ratio of the baseline's quantity to ours.
  let least: Double

  /// Returns the ratio that was measured, where both took part.
  func ratio(in scores: [Score]) -> Double? {
    guard let ours = scores.first(where: { $0.contender == contender }),
      let theirs = scores.first(where: { $0.contender == baseline })
    else { return nil }
    let ratio = theirs.median(quantity) / ours.median(quantity)
    return ratio.isFinite ? ratio : nil
  }
}
