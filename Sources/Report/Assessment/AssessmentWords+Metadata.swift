internal import Assessment
internal import Atlas
internal import Formats
internal import Landscape

/// The words of metadata in `report.gpkg`.
extension AssessmentWords {
  /// What a layer or table holds; of the whole file without a name.
  static func abstract(of layer: String?) -> String {
    switch layer {
    case nil: "Planned lines checked against an atlas of barriers in ranges of migratory mammals."
    case "plans": "The planned lines as they were delivered, in longitude and latitude."
    case "stretches":
      "The planned lines by what they let through, for each species, by model PM-1 with low and high ends."
    case "crossings": "The places where plans pass into and out of ranges, regions and countries."
    case "contacts": "The places where plans cross or meet other lines."
    case "structures": "The structures of the plans, with how well each species takes them."
    case "mitigation":
      "Passages on the plans and on lines of today that would open ranges best, in the order of choice."
    case let name?: "The table \(name) of the check; its columns are in data-dictionary.md."
    }
  }

  /// How a report came about.
  static func lineage(_ assessment: Assessment) -> String {
    let plans = assessment.alternatives.map { alternative in
      let source = alternative.plan.source?.path.split(separator: "/").last
      return alternative.plan.name + (source.map { " from \($0)" } ?? "")
    }
    return
      "Plans: \(plans.joined(separator: "; ")). Scenario of today: \(assessment.atlas.scenario). "
      + "Atlas: \(AtlasWords.lineage(assessment.atlas.plan))"
  }
}
