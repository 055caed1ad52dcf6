internal import Atlas
internal import Formats
internal import Landscape

/// The words of metadata in `atlas.gpkg`.
extension AtlasWords {
  static let keywords = ["barriers", "connectivity", "migratory species", "permeability"]

  static let fileAbstract = "Barriers in the ranges of migratory mammals, and what they divide."

  static func title(of layer: EditionLayer) -> String {
    switch layer {
    case .features(let table, let unit):
      let place = unit.subject.species.map(name) ?? unit.subject.label
      return "\(title(of: table)), \(place), scenario \(unit.scenario)"
    case .table(let table): return title(of: table)
    case .barriers: return "barriers as they were read"
    case .regions: return "regions as they were read"
    }
  }

  private static func title(of table: AtlasTable) -> String {
    switch table {
    case .pieces: "barriers in the range"
    case .crossings: "where barriers pass in and out"
    case .passages: "passages"
    case .patches: "patches of the range"
    case .summary: "lengths by species, region, country and class"
    case .connectivity: "measures of ranges and regions"
    case .importance: "lines, ranked"
    }
  }

  static func abstract(of layer: EditionLayer) -> String {
    switch layer {
    case .features(let table, _), .table(let table): abstract(of: table)
    case .barriers: "All barriers that meet a range or region, with what their sources say of them."
    case .regions: "The regions of the atlas."
    }
  }

  private static func abstract(of table: AtlasTable) -> String {
    switch table {
    case .pieces:
      "Barriers inside the range and on its boundary, divided at borders of regions and countries, "
        + "each with its permeability P for the species by model PM-1, with low and high ends and "
        + "the grade of the evidence."
    case .crossings: "The places where barriers pass into and out of the range."
    case .passages:
      "Structures that let animals pass barriers in the range, with how well the species takes them."
    case .patches: "The parts of the range that no barrier divides."
    case .summary:
      "Lengths and mean permeability of barriers by species, scenario, region, country and class."
    case .connectivity:
      "How well ranges, and their parts in regions, hang together: equivalent connected area and "
        + "other measures, with low and high ends."
    case .importance: "What opening each line by itself would bring, all others left as they are."
    }
  }

  /// How an edition came about, from which sources: the manifest in words.
  static func lineage(_ plan: AtlasPlan) -> String {
    let sources = plan.data.sources.map { source in
      let used = source.record.map {
        ", \(grouped($0.used)) of \(counted($0.read, "feature")) used, "
          + "\($0.cleaning.repairs.count) repaired, \($0.cleaning.rejections.count) set aside"
      }
      let terms = [source.credit, source.licence].compactMap(\.self).joined(separator: ", ")
      return "\(source.role) from \(source.fileName)\(used ?? "")"
        + (terms.isEmpty ? "" : " (\(terms))") + (source.isSchematic ? " [schematic]" : "")
    }
    return "Computed with Kulan \(AtlasProgram.version), model PM-1, random seed \(plan.seed), "
      + "scenarios \(plan.scenarios.map(\.name).joined(separator: ", ")), from: "
      + sources.joined(separator: "; ")
      + ". Hashes of all inputs and all settings are in manifest.json beside the file."
  }

  /// What data must not be used for.
  static func limitation(isSchematic: Bool, databases: [String]) -> String {
    var sentences = [
      "P comes from an expert model; most of its numbers are judged and not measured: use them with "
        + "their bounds."
    ]
    if isSchematic {
      sentences.append(
        "Some of the data are schematic drawings and no survey: nothing computed from them is a "
          + "finding.")
    }
    if !databases.isEmpty { sentences.append("Besides, " + database(databases)) }
    return sentences.joined(separator: " ")
  }

  /// Whether a contact is an address of electronic mail.
  static func isMail(_ contact: String) -> Bool {
    contact.contains("@") && !contact.contains(" ")
  }
}
