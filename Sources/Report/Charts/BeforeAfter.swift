public import Permeability

/// A figure of what a measure was before and is after something, one pair of bars for each row.
///
/// Bars before are hollow, those after are full, so that no colour is needed to tell them; a whisker
/// on each spans its bounds, and the numbers stand at the right, with the change in per cent.
public struct BeforeAfter: Sendable {
  /// What the lengths of the bars mean.
  public enum Scale: Sendable, Hashable {
    /// The measure itself, on one axis for all rows.
    case shared
    /// Per cent of what the measure of the row was before, for rows of very different size. A row that
    /// was nothing before has no bars.
    case relative
  }

  /// The name of the figure in the page: letters, digits and hyphens, unique on the page.
  public var id: String
  /// What the figure shows: its caption.
  public var title: String
  /// The unit of the measure; empty where it has none.
  public var unit: String
  /// The digits after the point with which the numbers are written.
  public var decimals: Int
  /// What the lengths of the bars mean.
  public var scale: Scale
  /// The rows, from the top.
  public var rows: [Row]

  /// Creates a figure.
  public init(
    id: String, title: String, unit: String = "", decimals: Int, scale: Scale = .relative,
    rows: [Row] = []
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.decimals = decimals
    self.scale = scale
    self.rows = rows
  }

  /// One row: for instance a species in a region.
  public struct Row: Sendable, Hashable {
    /// The label at the left.
    public var label: String
    /// The measure before, which is not negative.
    public var before: Estimate
    /// The measure after, which is not negative.
    public var after: Estimate

    /// Creates a row.
    public init(_ label: String, before: Estimate, after: Estimate) {
      precondition(before.low >= 0 && after.low >= 0, "a bar has a length")
      self.label = label
      self.before = before
      self.after = after
    }

    /// The change as a part of what was before, −1 where nothing is left; nil where nothing was before.
    public var change: Double? {
      before.central > 0 ? after.central / before.central - 1 : nil
    }

    /// The change in words: `−12.5 %`, `0 %` where it is none, and `–` where nothing was before.
    public var changeText: String {
      guard let change else { return "–" }
      let percent = (change * 1000).rounded() / 10
      let sign = percent > 0 ? "+" : percent < 0 ? "−" : ""
      // What is not quite nothing is not written as nothing.
      if percent == 0 { return change == 0 ? "0 %" : change > 0 ? "< +0.1 %" : "> −0.1 %" }
      return "\(sign)\(percent.magnitude.shortText(decimals: 1)) %"
    }
  }
}
