internal import Connectivity
package import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// The barriers of an edition: all that meet a range or region, as they were read.
package enum BarrierTable {
  /// The name of the layer.
  package static let layer = "barriers"

  /// The columns.
  package static let fields =
    ["barrier_id", "line", "label", "class", "status", "name", "ref", "country", "source"].map {
      Field($0, .text)
    } + [Field("schematic", .boolean), Field("design", .text)]

  /// What the columns hold.
  package static let definitions = Definitions(
    "Columns of the layer barriers",
    [
      "barrier_id": "the id of the source, behind the name of its file where there are several",
      "line, label": "the road, railway or fence that it is a part of, and how readers call it",
      "class, status, name, ref, country": "what the source says of it",
      "source": "the part of the configuration that names its file",
      "schematic": "whether it is a drawing and no survey",
      "design":
        "a hash of everything that the model reads of it and of its passages, to find what changed",
    ])

  /// The rows of all barriers that meet any area of a plan.
  static func rows(of plan: AtlasPlan) -> FeatureBatch {
    let (list, ground) = (plan.data.ground.list, plan.data.ground)
    var batch = FeatureBatch(fields: fields)
    for row in plan.rowsInAnyArea {
      let (design, fragment) = (list.designs[row], list.fragments[row])
      let line = ground.lines.lines[ground.lines.numbers[row]]
      let source = plan.data.sources[Int(plan.data.sourceNumbers[row])]
      batch.geometry.append(row, of: list.column)
      batch.append([
        .text(list.ids[row].description), .text(line.id), .text(line.label),
        .text(design.barrierClass.rawValue), .text(design.status.rawValue), text(fragment.name),
        text(fragment.ref), text(design.country), .text(source.key),
        .boolean(source.isSchematic), .text(hash(of: design, ground.passages[row])),
      ])
    }
    return batch.numbered(from: 1)
  }

  private static func text(_ text: String?) -> Value { text.map(Value.text) ?? .null }

  private static func hash(of design: BarrierDesign, _ passages: BarrierPassages.Own?) -> String {
    var print = Fingerprint()
    print.add(String(reflecting: design))
    if let passages { print.add(String(reflecting: passages.passages)) }
    return String(print.text.prefix(16))
  }
}
