internal import Assessment
internal import Atlas
internal import Formats

/// How it was computed, and what it is not.
extension AssessmentWords {
  static func method(_ assessment: Assessment) -> [Block] {
    let seed = assessment.atlas.plan.seed
    return [
      .steps([
        "The plan is brought to longitude and latitude. Edges are straight in the coordinates of its source, lengths and chainage those on the ellipsoid WGS 84; contacts are found by exact predicates.",
        "P of the plan comes from model PM-1, for each species and season: parts of the line, attributes, structures, and what runs beside it. Where attributes are not known usual values are taken, and named.",
        "Ranges are divided by all lines of today once without and once with the plan, as barriers of no width; patches are connected by the best products of permeabilities over all ways between them.",
        "Losses are differences of the two, at central values and with all permeabilities at their low and at their high ends.",
        "Passages are chosen greedily: each is the one that adds most after those before it. That is not always the best set, and every gain stands beside its passage.",
      ]),
      .definitions([
        Definition("Seed", "\(seed), for random movements; the same input gives the same bytes"),
        Definition(
          "Effect distance", "\(grouped(assessment.effectDistance, decimals: 0)) m"),
        Definition("Scenario of today", Prose(assessment.atlas.scenario)),
        Definition(
          "Inputs, hashes, versions", .link("manifest.json", to: "manifest.json")),
        Definition("All numbers", .link("report.json", to: "report.json")),
      ]),
    ]
  }

  static let limits: [Block] = [
    .list([
      "P is an expert model: of its 417 numbers 20 are measured on the species. It is no measurement of this line.",
      "P is not mortality, not the viability of a population, and not compliance with any law or standard. No dimension of a standard is checked here, because the texts of the standards are not part of the model.",
      "No species has a measured response to traffic in this region. That of saiga, Mongolian and goitered gazelles to the height of wires is judged; that of carnivores, wild camel, Przewalski’s horse, urial and Bukhara deer is by analogy or judged.",
      "How saiga use underpasses is contested. Canals and pipelines of the region have no data.",
      "How several obstacles in a row add up, and over which distance animals move, is judged and steers results of ranges: the other forms of the model show by how much.",
      "Ranges are as good as their maps. Absence of data is not absence of animals; barriers that are not in the data cut nothing here.",
      "The boundaries of the regions of the work programme are published as figures only: those of the atlas are drawn.",
      "Loss of habitat, disturbance beside the line, collisions, poaching along new access, and the time of building are not computed.",
    ])
  ]
}
