package import Atlas
internal import Formats

/// The page of what changed between two editions: `index.html`.
package struct DiffPage {
  private let diff: EditionDiff
  private let regions: FeatureBatch

  /// Reads what the page shows beside the changes.
  ///
  /// - Throws: `missingInput` or `badData` where the new edition cannot be read.
  package init(_ diff: EditionDiff) throws {
    self.diff = diff
    regions = try diff.new.regions()
  }

  /// The page.
  package func page() -> Page {
    let tables = DiffTables(diff)
    return Page(
      "What changed: \(diff.new.record.title)",
      subtitle:
        "From the edition of \(diff.old.label) to that of \(diff.new.label). Compared with Kulan \(AtlasProgram.version).",
      sections: [Section("At a glance", anchor: "glance", glance)] + map
        + [
          Section("Barriers", anchor: "barriers", barriers(tables)),
          Section("Ranges and regions", anchor: "ranges", connectivity(tables)),
          Section("Lengths by country and class", anchor: "lengths", lengths(tables)),
          Section("Why", anchor: "causes", [.paragraph(DiffWords.causes), .table(tables.units)]),
          Section("The editions", anchor: "editions", editions(tables)),
          Section("Files", anchor: "files", DiffWords.files),
        ],
      credits: DiffWords.credits(diff), data: json)
  }

  private var glance: [Block] {
    var blocks: [Block] = diff.isSchematic ? [.warning(DiffWords.schematic)] : []
    if diff.isEmpty { blocks.append(.note(DiffWords.nothing)) }
    let figures = BarrierChange.Kind.allCases.map { kind in
      KeyFigure("Barriers \(kind.rawValue)", grouped(diff.barriers.count(kind)))
    }
    blocks.append(.keyFigures(figures + worst))
    if let causes { blocks.append(.paragraph(causes)) }
    return blocks
  }

  /// The whole range whose ECA changed most.
  private var worst: [KeyFigure] {
    let eca = ComparedTable.connectivity.measures.firstIndex { $0.column == "eca_km2" } ?? 0
    let whole = diff.changes(of: .connectivity).compactMap { change -> (String, Double, Double)? in
      guard change.key[1].isEmpty, let old = change.values[eca].old,
        let new = change.values[eca].new, old != new
      else { return nil }
      return ("\(AtlasWords.name(change.key[0])), \(change.key[2])", old, new)
    }
    guard let most = whole.max(by: { ($0.2 - $0.1).magnitude < ($1.2 - $1.1).magnitude }) else {
      return []
    }
    let change = most.2 - most.1
    return [
      KeyFigure(
        "Greatest change of ECA", (change > 0 ? "+" : "") + grouped(change, decimals: 0),
        unit: "km²", remark: Prose("\(most.0), from \(grouped(most.1, decimals: 0)) km²"))
    ]
  }

  /// How many numbers changed for which causes.
  private var causes: Prose? {
    let causes = ComparedTable.allCases.flatMap { diff.changes(of: $0) }.map(\.causes.words)
    if causes.isEmpty { return nil }
    let counts = Dictionary(grouping: causes, by: \.self).sorted { $0.key < $1.key }.map {
      "\(grouped($0.value.count)) because of \($0.key)"
    }
    return Prose("Rows of numbers that changed: ") + Prose(counts.joined(separator: "; ")) + ". "
      + .link("What that means", to: "#causes") + "."
  }

  private var map: [Section] {
    DiffMap(diff, regions).picture.map {
      [Section("Map", anchor: "map", [.map($0), .paragraph(DiffWords.map)])]
    } ?? []
  }

  private func barriers(_ tables: DiffTables) -> [Block] {
    let unchanged = counted(diff.barriers.unchanged.count, "barrier is", "barriers are")
    let rest: Block = .paragraph("\(unchanged) as before.")
    if diff.barriers.changes.isEmpty { return [.paragraph("No barrier changed."), rest] }
    return [.paragraph(DiffWords.barriers), .table(tables.counts), rest, .table(tables.barriers)]
  }

  private func connectivity(_ tables: DiffTables) -> [Block] {
    diff.changes(of: .connectivity).isEmpty
      ? [.paragraph("No measure of any range changed.")]
      : [.paragraph(DiffWords.connectivity), .table(tables.connectivity)]
  }

  private func lengths(_ tables: DiffTables) -> [Block] {
    diff.changes(of: .summary).isEmpty
      ? [.paragraph("No length and no permeability changed.")] : [.table(tables.summary)]
  }

  private func editions(_ tables: DiffTables) -> [Block] {
    [.table(tables.editions)]
      + (diff.changedInputs.isEmpty
        ? [.paragraph("All sources have the same bytes.")] : [.table(tables.inputs)])
  }

  /// What a program finds in the page.
  private var json: JSONValue {
    [
      "schema_version": .integer(1), "old": .text(diff.old.record.edition),
      "new": .text(diff.new.record.edition), "schematic": .boolean(diff.isSchematic),
      "counts": .list(diff.counts) {
        [
          "change": .text($0.kind.rawValue), "class": .text($0.barrierClass),
          "barriers": .integer($0.count),
        ]
      },
    ]
  }
}
