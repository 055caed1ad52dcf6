/// What became of a landscape between two times: its area and its equivalent connected area.
///
///     dA = 100 · (A₁ − A₀) / A₀,  dECA = 100 · (ECA₁ − ECA₀) / ECA₀
///
/// Where dECA is below dA, connectivity is lost beyond the area that is lost.
///
/// - SeeAlso: Saura, Estreguil, Mouton & Rodríguez-Freire (2011), *Ecological Indicators* 11, 407–416.
public struct AreaChange: Sendable, Hashable {
  /// The areas of all patches together, and their equivalent connected area, at one time.
  public typealias Areas = (total: Double, equivalent: Double)

  /// dA in percent; nil where there was no area before.
  public let total: Double?
  /// dECA in percent; nil where there was no area before.
  public let equivalent: Double?

  /// Compares two times.
  public init(from before: Areas, to after: Areas) {
    func percent(_ before: Double, _ after: Double) -> Double? {
      before > 0 ? 100 * (after - before) / before : nil
    }
    total = percent(before.total, after.total)
    equivalent = percent(before.equivalent, after.equivalent)
  }
}
