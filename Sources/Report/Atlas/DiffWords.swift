internal import Atlas
internal import Formats

/// The words of the page of changes, in one place.
enum DiffWords {
  static let schematic: Prose =
    "some of the data are schematic drawings and no survey. Nothing computed from them is a finding."

  static let nothing: Prose =
    "Nothing changed: both editions have the same barriers and the same numbers."

  static let causes: Prose =
    "Every number comes from a work unit, the range of a species or a region in one scenario. The manifests say what each unit depended on: data (barriers, ranges, regions, countries), parameters (the model and the settings), program. What differs there is the cause; where several differ, all are named, for they act together. Coverage: one of the editions has no such species, region or scenario."

  static let map: Prose =
    "What was removed is drawn where it was, what moved both where it was and where it is. The layers are in "
    + .link("changes.gpkg", to: "changes.gpkg") + ", styled for QGIS."

  static let barriers: Prose =
    "A barrier is found again by its id; where ids are not stable, by the same vertices, or by a course of which most lies within 100 m of the other. How far it moved is the greatest distance of any vertex of one line from the other."

  static let connectivity: Prose =
    "Rows whose numbers differ by more than their rounding; old and new values of all measures are in connectivity.csv. ECA is the size of one undivided patch in which two random points are connected as often as in the range; connected, the chance that they are; passable, the mean over random straight movements of the product of P of what they cross, which with another seed are other movements, so that it changes by chance as well."

  static let files: [Block] = [
    .definitions([
      Definition(.link("barriers.csv", to: "barriers.csv"), "all changes of barriers"),
      Definition(
        .link("connectivity.csv", to: "connectivity.csv"), "changed measures of ranges and regions"
      ),
      Definition(
        .link("summary.csv", to: "summary.csv"),
        "changed lengths and permeabilities by region, country and class"),
      Definition(
        .link("changes.gpkg", to: "changes.gpkg"), "changed barriers as lines, styled for QGIS"),
      Definition(.link("data-dictionary.md", to: "data-dictionary.md"), "what every column holds"),
    ])
  ]

  /// What a kind of change is called at the head of a list.
  static func title(_ kind: BarrierChange.Kind) -> String {
    switch kind {
    case .added: "Added"
    case .removed: "Removed"
    case .moved: "Moved"
    case .reclassified: "Reclassified"
    case .renumbered: "Renumbered"
    }
  }

  /// How readers call the barrier of a change.
  static func name(_ change: BarrierChange, _ diff: BarrierDiff) -> String {
    let (side, row) = place(change, diff)
    return ["name", "ref", "label", "barrier_id"].lazy.map { side.text($0, row) }
      .first { !$0.isEmpty } ?? ""
  }

  /// What is told of a change where the reader points at it.
  static func tooltip(_ change: BarrierChange, _ diff: BarrierDiff) -> String {
    let (side, row) = place(change, diff)
    let moved = change.distance.map { " by up to \(grouped($0, decimals: 0)) m" } ?? ""
    let changed = changes(change, diff)
    return "\(name(change, diff)) (\(side.text("class", row))): \(change.kind.rawValue)\(moved)"
      + (changed.isEmpty ? "" : "; \(changed)")
  }

  /// What differs in words, as in `class: track → road_paved`.
  static func changes(_ change: BarrierChange, _ diff: BarrierDiff) -> String {
    guard let old = change.old, let new = change.new else { return "" }
    return change.changed.map { column in
      // The hash of a design tells a reader nothing.
      if column == "design" { return "other attributes of the model, or its passages" }
      let values = [diff.old.text(column, old), diff.new.text(column, new)]
      return "\(column): " + values.map { $0.isEmpty ? "–" : $0 }.joined(separator: " → ")
    }.joined(separator: "; ")
  }

  /// The edition that has it, the new one where both do, and its row.
  private static func place(
    _ change: BarrierChange, _ diff: BarrierDiff
  ) -> (side: EditionBarriers, row: Int) {
    if let new = change.new { return (diff.new, new) }
    return (diff.old, change.old ?? 0)
  }

  /// Whom the data of both editions come from.
  static func credits(_ diff: EditionDiff) -> [Prose] {
    var credits: [String] = []
    for input in diff.old.record.inputs + diff.new.record.inputs {
      guard let credit = input.credit else { continue }
      let text = credit + (input.licence.map { " (\($0))" } ?? "")
      if !credits.contains(text) { credits.append(text) }
    }
    return credits.map { Prose($0) }
  }
}
