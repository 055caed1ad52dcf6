package import Formats
internal import Geometry

/// The changes of barriers as rows, with geometry or without.
package enum ChangeTable {
  /// The name of the layer.
  package static let layer = "changes"

  /// What is told of a barrier in both editions.
  private static let told = ["class", "status", "name", "ref", "country"]

  /// The columns of `barriers.csv`.
  package static let fields =
    ["change", "matched_by", "old_id", "new_id"].map { Field($0, .text) }
    + told.flatMap { [Field("\($0)_old", .text), Field("\($0)_new", .text)] }
    + [Field("changed", .text)]
    + ["moved_m", "length_old_m", "length_new_m", "length_change_m"].map { Field($0, .real) }
    + [Field("schematic", .boolean), Field("cause", .text)]

  /// The columns of the layer: which of the two lines it is, and those of `barriers.csv`.
  package static let layerFields = [Field("which", .text)] + fields

  /// What the columns of all tables of changes hold.
  package static let definitions = [
    Definitions(
      "Columns of barriers.csv and the layer changes",
      [
        "which":
          "in the layer: the line of the old or the new edition; what moved has both",
        "change":
          "added, removed, moved (other vertices), reclassified (other attributes), renumbered "
          + "(another id and nothing else)",
        "matched_by":
          "id; geometry: the same vertices under another id; course: most of each within 100 m of "
          + "the other; empty for what is in one edition only",
        "old_id, new_id": "barrier_id of the two editions",
        "class_old, class_new, status_old, status_new": "class and status in both editions",
        "name_old, name_new, ref_old, ref_new, country_old, country_new":
          "what else the sources say of it",
        "changed":
          "the attributes that differ; design: others that the model reads, or its passages",
        "moved_m":
          "how far the two lines lie apart at most: the greatest distance of any vertex of one from "
          + "the other",
        "length_old_m, length_new_m, length_change_m":
          "the length of all of it on the ellipsoid, whether in a range or not",
        "schematic": "whether either is a drawing and no survey",
        "cause":
          "data; program where a newer one may read more of the same data; coverage where one edition "
          + "has no range or region that the barrier meets",
      ]),
    Definitions(
      "Columns of connectivity.csv",
      [
        "species, region, scenario": "whose range; the region, empty for the whole; the scenario",
        "change": "changed, or added and removed for rows of one edition only",
        "range_old_km2, range_new_km2, range_change_km2":
          "the area of the range there; the change is new less old, empty where one is not known",
        "eca_old_km2, eca_new_km2, eca_change_km2": "the equivalent connected area",
        "c_mesh_old, c_mesh_new, c_mesh_change":
          "the chance that two random points are connected",
        "c_chord_old, c_chord_new, c_chord_change":
          "the mean over random straight movements of the product of p of what they cross",
        "patches_old, patches_new, patches_change": "the parts that nothing divides",
        "barriers_old_km, barriers_new_km, barriers_change_km": "the length of barriers inside",
        "cause": cause,
      ]),
    Definitions(
      "Columns of summary.csv",
      [
        "species, region, scenario, country, class":
          "whose range, empty for barriers in a region whatever lives there; where; what",
        "change": "as in connectivity.csv",
        "inside_old_m, inside_new_m, inside_change_m": "the length in the interior",
        "boundary_old_m, boundary_new_m, boundary_change_m": "the length on the boundary",
        "p_old, p_new, p_change": "the mean permeability by length",
        "cause": cause,
      ]),
  ]

  private static let cause =
    "what differs between the editions for the work unit: data (barriers, ranges, regions, "
    + "countries), parameters (model, settings), program, coverage (one edition has no such "
    + "species, region or scenario), unknown where the manifests tell no difference"

  /// A row for each change.
  package static func rows(_ diff: BarrierDiff) -> FeatureBatch {
    var batch = FeatureBatch(fields: fields)
    for change in diff.changes {
      batch.geometry.appendNone()
      batch.append(values(change, diff))
    }
    return batch.numbered(from: 1)
  }

  /// A row for each line: the old one of what is gone, both of what moved, else the new one.
  package static func layerRows(_ diff: BarrierDiff) -> FeatureBatch {
    var batch = FeatureBatch(fields: layerFields)
    for change in diff.changes {
      let values = values(change, diff)
      if let old = change.old, change.new == nil || change.kind == .moved {
        batch.geometry.append(old, of: diff.old.rows.geometry)
        batch.append([.text("old")] + values)
      }
      if let new = change.new {
        batch.geometry.append(new, of: diff.new.rows.geometry)
        batch.append([.text("new")] + values)
      }
    }
    return batch.numbered(from: 1)
  }

  private static func values(_ change: BarrierChange, _ diff: BarrierDiff) -> [Value] {
    func text(_ column: String) -> [Value] {
      [
        change.old.flatMap { diff.old.rows.column(column)?[$0] } ?? .null,
        change.new.flatMap { diff.new.rows.column(column)?[$0] } ?? .null,
      ]
    }
    let lengths = (change.old.map(diff.old.length), change.new.map(diff.new.length))
    let difference = lengths.0.flatMap { old in lengths.1.map { $0 - old } }
    let isSchematic = text("schematic").contains(.boolean(true))
    return [.text(change.kind.rawValue), change.match.map { .text($0.rawValue) } ?? .null]
      + text("barrier_id") + told.flatMap(text)
      + [
        change.changed.isEmpty ? .null : .text(change.changed.joined(separator: ", ")),
        .measured(change.distance), .measured(lengths.0), .measured(lengths.1),
        .measured(difference), .boolean(isSchematic), .text(change.causes.words),
      ]
  }
}
