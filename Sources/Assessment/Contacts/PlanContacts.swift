/// Everything that a plan crosses, runs along or comes near.
public struct PlanContacts: Sendable {
  /// Ranges, regions, countries and further areas, in this order.
  public let areas: [CrossedArea]
  /// Roads, railways, fences and other lines, existing ones and those that others plan.
  public let lines: [MetLine]

  /// Puts together what was found.
  package init(areas: [CrossedArea], lines: [MetLine]) {
    (self.areas, self.lines) = (areas, lines)
  }

  /// Whether nothing was found at all.
  public var isEmpty: Bool { areas.isEmpty && lines.isEmpty }
}
