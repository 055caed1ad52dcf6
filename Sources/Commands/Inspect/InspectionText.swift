internal import Formats
internal import Geometry
internal import Landscape

/// Lays out an inspection for a reader.
struct InspectionText {
  private static let margin = 16
  private static let width = 99
  private static let listLength = 5
  private(set) var lines: [String] = []

  /// The whole text.
  var text: String { lines.joined(separator: "\n") }

  /// Writes what was seen of one layer.
  init(_ inspection: LayerInspection) {
    lines.append("\(inspection.source)  (\(inspection.format))")
    if inspection.isRead { counts(inspection) } else { declared(inspection) }
    if let problem = inspection.problem {
      entry("problem", problem.problem)
      entry("", "help: \(problem.help)")
    }
    for note in inspection.header.notes { entry("note", note) }
    if inspection.isRead && inspection.featureCount == 0 && inspection.report.rejections.isEmpty {
      return  // of nothing there is nothing to say; --json has the fields
    }
    if inspection.isRead && inspection.problem == nil { quality(inspection) }
    profile(inspection)
    fields(inspection)
  }

  private mutating func declared(_ inspection: LayerInspection) {
    let header = inspection.header
    entry("features", header.featureCount.map { grouped($0) } ?? "not counted")
    entry("geometry", header.geometryType.rawValue)
    entry("CRS", header.crs.map { String($0.prefix { $0 != "\n" }) } ?? "none declared")
    if let extent = header.extent { entry("extent", extent.inWords) }
  }

  private mutating func counts(_ inspection: LayerInspection) {
    let kinds = GeometryKind.allCases.compactMap { kind in
      inspection.counts[kind].map(kind.counted)
    }
    entry("features", kinds.isEmpty ? "none" : kinds.joined(separator: ", "))
    entry(
      "geometry",
      "\(inspection.header.geometryType.rawValue) declared, "
        + "\(grouped(inspection.vertexCount)) vertices")
    if !inspection.report.crs.isEmpty {
      let change = inspection.report.isTransformed ? ", transformed to longitude and latitude" : ""
      entry("CRS", inspection.report.crs + change)
    }
    if !inspection.extent.isEmpty { entry("extent", inspection.extent.inWords) }
  }

  private mutating func quality(_ inspection: LayerInspection) {
    let report = inspection.report
    for note in report.notes { entry("note", note) }
    var validity: [String] = []
    if !report.repairs.isEmpty { validity.append("\(grouped(report.repairs.count)) repaired") }
    if !report.rejections.isEmpty {
      validity.append("\(grouped(report.rejections.count)) set aside as unusable")
    }
    entry(
      "validity", validity.isEmpty ? "every feature is valid" : validity.joined(separator: ", "))
    list(report.repairs.map { "repaired \($0.id): \($0.reason)" })
    list(report.rejections.map { "set aside \($0.id): \($0.reason)" })
    let splits = report.antimeridianSplits.count
    if splits > 0 { entry("antimeridian", "\(counted(splits, "feature")) split at ±180°") }
    if report.shiftedFeatures > 0 {
      entry("antimeridian", "\(counted(report.shiftedFeatures, "feature")) moved into ±180°")
    }
    if report.featuresOutsideAreaOfUse > 0 {
      let count = counted(report.featuresOutsideAreaOfUse, "feature")
      entry("CRS", "\(count) outside the area that the CRS is made for")
    }
    if inspection.repeats.isEmpty { entry("repeats", "nothing repeats an earlier feature") }
    for (layer, what) in inspection.repeats {
      let place = layer == inspection.source.description ? "an earlier row of this layer" : layer
      let length =
        what.length > 0 ? ", \(grouped(what.length / 1000, decimals: 1)) km of lines" : ""
      entry(
        "repeats", "\(counted(what.features, "feature")) also in \(place)\(length)")
    }
  }

  private mutating func profile(_ inspection: LayerInspection) {
    if let detection = inspection.detection {
      let others = detection.alternatives.joined(separator: ", ")
      entry(
        "profile",
        "\(detection.profile.name): \(detection.reason)"
          + (others.isEmpty ? "" : "; also possible: \(others)"))
    } else if let profile = inspection.profile {
      entry("profile", "\(profile.profile): \(profile.content)")
    } else {
      entry("profile", "none; the columns speak for no profile that Kulan knows")
    }
    guard let report = inspection.profile else { return }
    entry(
      "reads as",
      report.roles.map { "\($0.role.rawValue) \(grouped($0.count))" }.joined(separator: ", "))
    list(report.excluded.map { "left out: \(grouped($0.count)), \($0.reason)" })
    let mapped = report.mapped.map { "\($0.field) from \($0.column) (\(grouped($0.count)))" }
    if !mapped.isEmpty { entry("mapped", mapped.joined(separator: ", ")) }
    list(
      report.defaulted.map { one in
        "assumed: \(one.field) = \(one.value) in \(grouped(one.count)), \(one.reason)"
      })
    list(
      report.unknown.map { one in
        "not understood: \(one.column) = '\(one.value)' in \(grouped(one.count))"
          + (one.suggestion.map { "; perhaps \($0)?" } ?? "")
      })
    if !report.unreadColumns.isEmpty {
      entry("not read", report.unreadColumns.joined(separator: ", "))
    }
  }

  private mutating func fields(_ inspection: LayerInspection) {
    let isListed = { (one: FieldStatistics) in !inspection.isRead || one.filledCount > 0 }
    let empty = inspection.fields.filter { !isListed($0) }
    if !empty.isEmpty {
      entry("never filled", empty.map(\.field.name).joined(separator: ", "))
    }
    guard inspection.fields.contains(where: isListed) else { return }
    var table = TextTable(["field", "type", "filled", "examples"].map { TextTable.Column($0) })
    for one in inspection.fields where isListed(one) {
      table.append([
        .text(one.field.name), .text(one.field.kind.rawValue),
        inspection.isRead ? .integer(Int64(one.filledCount)) : .null,
        one.examples.isEmpty ? .null : .text(one.examples.joined(separator: " | ")),
      ])
    }
    lines.append("")
    lines += table.text.split(separator: "\n").map { "  \($0)" }
  }

  /// Adds a line with a heading, broken where it is too long.
  private mutating func entry(_ heading: String, _ text: String) {
    let texts = wrap(text, width: Self.width - Self.margin)
    for (index, text) in texts.enumerated() {
      lines.append("  \(index == 0 ? heading : "")".padded(to: Self.margin) + text)
    }
  }

  /// Adds the first of a list and the number of the others.
  private mutating func list(_ texts: [String]) {
    for text in texts.prefix(Self.listLength) { entry("", text) }
    let rest = texts.count - Self.listLength
    if rest > 0 { entry("", "… and \(grouped(rest)) more; --json lists all") }
  }
}

extension GeometryKind {
  /// A number of features of this kind, in words.
  func counted(_ count: Int) -> String {
    switch self {
    case .none: "\(grouped(count)) without geometry"
    case .point: Formats.counted(count, "point")
    case .line: Formats.counted(count, "line")
    case .polygon: Formats.counted(count, "polygon")
    }
  }
}
