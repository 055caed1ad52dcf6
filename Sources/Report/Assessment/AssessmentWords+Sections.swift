internal import Assessment
internal import Formats
internal import Geometry
internal import Landscape

/// What stands above and below tables and figures.
extension AssessmentWords {
  static let mapTitle = "The plan by what it lets through, and what it meets"
  static let plansTitle = "Plan"
  static let linesTitle = "Lines that the plan crosses or runs beside"
  static let structuresTitle = "Structures of the plan"
  static let mitigationTitle = "Passages to build on the plan"
  static let restorationTitle = "Passages to build on lines of today"

  static let map: Prose =
    "Dark and wide stretches of the plan stop more animals; of the lines that it meets those parts are drawn that lie near. All layers are in "
    + .link("report.gpkg", to: "report.gpkg") + ", styled for QGIS."

  static let charts: Prose =
    "Kilometres are chainage along the line as it was delivered, on the ellipsoid."

  static func chartTitle(_ plan: Plan, _ line: PlannedLine, isSingle: Bool) -> String {
    "Along \(plan.name)" + (isSingle ? "" : ", line \(line.name ?? line.id)")
  }

  static func chartSummary(_ line: PlannedLine) -> String {
    "What the line passes within its \(length(line.length)), what stands on it and what it lets "
      + "through, by chainage; the tables hold the same numbers."
  }

  static func moreCharts(_ count: Int) -> Prose {
    "The longest \(AssessmentPage.mostCharts) lines are drawn; \(counted(count, "other")) that meet ranges or lines are in the tables."
  }

  static func areas(_ distance: Double) -> Prose {
    "Entries and exits are distinct places where the plan passes the boundary. What lies outside, but within \(grouped(distance, decimals: 0)) m, is near."
  }

  static func ranges(_ atlas: LoadedAtlas) -> Prose {
    "Ranges are those of the atlas, edition of \(atlas.date), after its choice of presence, origin and season: "
      + .link("Data", to: "#data-sources")
      + " names their files. No range on the map does not mean no animals."
  }

  static let noLines: Prose = "It crosses no line of the atlas and runs beside none."

  static let permeability: Prose =
    "P is the chance that an animal that comes to the line gets across within the season: 0 is a closed line, 1 none at all. Bounds have all numbers of the model at their low or high ends together."

  static let readings: Prose =
    "In words: absolute is P below 0.05, severe from 0.05, moderate from 0.25, slight from 0.60, minor above 0.85."

  static let effect: Prose =
    "ECA is the size of one undivided patch in which two random points are connected as often as in the range. Before and after are compared with the same permeabilities of everything else: what is not known of a species is the same for both."

  static func movements(_ assessment: Assessment) -> Prose {
    let movements = assessment.alternatives.lazy.flatMap(\.effects).compactMap(\.before.movements)
      .first
    guard let movements else {
      return "No random movements were drawn."
    }
    return Prose("C chord: \(grouped(movements.count)) random straight movements of ")
      + Prose(
        "\(grouped(movements.length, decimals: 0)) km in each range, seed \(movements.seed), ")
      + "the same before and after, so that the standard error is that of the difference."
  }

  static let noEffects: Prose =
    "No range is entered: nothing hangs together less than today."

  static let cumulative: Prose =
    "Today is what exists; the others are lines of the atlas with the status planned. What the plan takes depends on what is built before it; where there are up to seven planned lines its share is the mean over all orders."

  static func others(_ names: [String]) -> Prose {
    names.isEmpty
      ? "The atlas has no other planned line in these ranges: the plan stands alone."
      : Prose("Other planned lines in these ranges: \(shortList(names, most: 12)).")
  }

  static let alternatives: Prose =
    "Compared criterion by criterion, in the order of the columns: one alternative is better where it is better at the central values and at neither end worse; where the ends disagree the next criterion decides. Less is better everywhere."

  static let singleAlternative: Prose =
    "One plan was given: it is compared with not building it. Check other routes together with it to have them ranked."

  static func count(_ settings: MitigationSettings) -> String {
    "Up to \(counted(settings.count, "passage"))"
      + (settings.budget.map { " for at most \(grouped($0, decimals: 1)) in all" } ?? "")
      + ", at least \(grouped(settings.spacing / 1000, decimals: 1)) km apart"
  }
}

/// The mitigation hierarchy.
extension AssessmentWords {
  static let hierarchy: Prose =
    "In the order of the mitigation hierarchy: what is further down is for what remains of what stands above."

  static let avoid = "1. Avoid"
  static let minimise = "2. Minimise"
  static let restore = "3. Restore"
  static let offset = "4. Offset, last"

  static let avoidRoute: Prose =
    "Another route, or none, keeps all that the plan takes. Where a stretch lies in a region and in ranges at once, leaving it out helps most."

  static func noFence(_ effects: [(plan: String?, effect: DesignVariant.Effect)]) -> Prose {
    let parts = effects.map { plan, effect in
      "\(plan.map { "\($0), " } ?? "")\(name(ofSpecies: effect.species)): P "
        + "\(grouped(effect.plannedPermeability, decimals: 3)) to "
        + "\(grouped(effect.permeability, decimals: 3)), ECA \(signed(effect.area - effect.plannedArea))"
    }
    return .strong("Do not fence.") + " Without fences the plan lets through more: "
      + Prose(parts.joined(separator: "; "))
      + ". P of an unfenced railway or road is judged (grade C)."
  }

  private static func signed(_ squareKilometres: Double) -> String {
    let text = area(abs(squareKilometres))
    return squareKilometres < 0 ? "−\(text)" : "+\(text)"
  }

  static let designs: Prose =
    "Designs are computed for the whole length, everything else as planned. They rest on the numbers of fences of the model, which for gazelles and saiga are judged (grade C)."

  static func planPassages(_ settings: MitigationSettings) -> Prose {
    Prose(
      "\(count(settings)), chosen one after the other where each adds most to ECA as a share of ")
      + "today, over all species; where none adds to ECA, most to P of the plan. How well a passage is used is by analogy or judged (grades B and C): "
      + "structure sizes that serve deer need not serve antelopes of the steppe."
  }

  static let noPassages: Prose = "No passage that was tried on the plan helps."

  static func restoring(_ settings: MitigationSettings) -> Prose {
    Prose(
      "\(count(settings)), on the \(settings.existingLines) lines of today that matter most in each "
    )
      + "range, beside the patches that the plan divides, while the plan is built as planned. The same "
      + "grades hold. Old fences that nobody needs, and trenches left open, are not in the data: ask for them."
  }

  static let noRestoration: Prose =
    "No passage that was tried on lines of today helps."

  static let offsetting: Prose =
    "Only for what remains after all of the above. A connection that is lost is seldom replaced by habitat elsewhere; this report computes no offset."

  static let mitigationNotes: Prose =
    "For every measure a permit should say where, of which dimensions, for which species, with which P afterwards, and who maintains it. Counts of animals in passages are no proof of success: they say nothing of those that turned back."
}

/// What applies, and what is missing.
extension AssessmentWords {
  static let noRegion: Prose = "No region of the atlas is entered or near."

  static let activities: Prose = Prose(Activity.source + ".")

  static let consultation: Prose =
    "The work programme asks to consult the CMS Secretariat and the Species Focal Points in the assessment of projects that touch species of CAMI, and to use the atlas (activity 3.6)."

  static let screening: Prose =
    "It screens by what the data at hand can say, and never decides: the criteria ask for shares of populations, which no range polygon gives."

  static let noScreening: Prose = "No range is entered: there is nothing to screen."

  static func speciesWithoutRange(_ names: [String]) -> Prose {
    "The work programme names these species for regions that are met, and the atlas has no range of them: \(list(names)). What the plan does to them is not in any number here."
  }

  static let nothingFound: Prose =
    "the plan enters no range and no region of the atlas, and comes within the effect distance of none. That says what the atlas holds, and not that there are no animals."

  static func nothingFound(_ alternatives: [Alternative], within distance: Double) -> Prose {
    let names = alternatives.map { "\($0.plan.name) (\(length($0.plan.length)))" }
    return Prose("\(list(names)): no range, region or further area is entered, followed or within ")
      + Prose("\(grouped(distance, decimals: 0)) m.")
  }

  static func linesCrossed(_ alternatives: [Alternative]) -> Prose {
    let count = alternatives.reduce(0) { sum, alternative in
      sum + alternative.contacts.lines.count { $0.crossings > 0 }
    }
    return count == 0
      ? "No line of the atlas is crossed."
      : Prose("\(counted(count, "line")) of the atlas ")
        + Prose("\(count == 1 ? "is" : "are") crossed, outside of all ranges.")
  }

  static func extent(_ box: Box) -> Prose {
    func degrees(_ value: Double) -> String { grouped(value, decimals: 2) }
    return Prose("The ranges, regions and lines of the atlas lie between ")
      + Prose("\(degrees(box.minX))° and \(degrees(box.maxX))° east, ")
      + Prose("\(degrees(box.minY))° and \(degrees(box.maxY))° north.")
  }

  static func outside(_ names: [String]) -> Prose {
    Prose(
      "\(list(names)) \(names.count == 1 ? "lies" : "lie") outside of the extent of the atlas: ")
      + "nothing is known there, and nothing can be found. Check the order of the axes and the CRS of the file, or take another atlas."
  }
}
