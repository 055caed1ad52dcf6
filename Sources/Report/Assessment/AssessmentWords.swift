internal import Assessment
internal import Atlas
internal import Formats
internal import Geometry
internal import Landscape
internal import Permeability

/// The words of the report of planned lines and of its layers, in one place.
enum AssessmentWords {
  static let noProject = "no project"
  static let wholeRange = "whole range"

  static func title(_ assessment: Assessment) -> String {
    let names = assessment.alternatives.map(\.plan.name)
    return names.count == 1
      ? "Check of \(names[0])" : "Check of \(counted(names.count, "alternative"))"
  }

  static func subtitle(_ assessment: Assessment, date: String) -> Prose {
    let atlas = assessment.atlas
    let names = assessment.alternatives.map(\.plan.name)
    return Prose(names.count == 1 ? "" : "\(list(names)). ")
      + Prose("Report of \(date), checked against “\(atlas.title)”, edition of \(atlas.date), ")
      + Prose("scenario \(atlas.scenario). Made with Kulan \(AtlasProgram.version), model PM-1.")
  }

  /// Words with commas, and `and` before the last.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The first few words, and how many there are beside them.
  static func shortList(_ words: [String], most: Int = 5) -> String {
    words.count <= most
      ? list(words) : list(Array(words.prefix(most - 1)) + ["\(words.count - most + 1) more"])
  }

  /// The common name of a species, without the other names that follow it in parentheses.
  static func name(ofSpecies species: String) -> String {
    let name = AtlasWords.name(species)
    return name.firstRange(of: " (").map { String(name[..<$0.lowerBound]) } ?? name
  }

  /// What an area is called: a range by its species, a country by its name.
  static func name(of area: CrossedArea) -> String {
    switch area.kind {
    case .range: name(ofSpecies: area.name)
    case .country: AtlasWords.name(ofCountry: area.name) ?? area.name
    case .region, .further: area.name
    }
  }

  static func name(of line: MetLine) -> String {
    AtlasWords.line(line.label, class: line.classes.first?.rawValue ?? "")
  }

  /// What a row of a figure is about: a species, or below it a region.
  static func name(of effect: RangeEffect) -> String {
    effect.region.map { "in \($0)" } ?? name(ofSpecies: effect.species)
  }

  static func kind(_ kind: CrossedArea.Kind) -> String {
    switch kind {
    case .range: "range"
    case .region: "region"
    case .country: "country"
    case .further: "further area"
    }
  }

  static func season(_ id: String) -> String {
    id == Season.annual ? "whole year" : AtlasWords.words(id)
  }
}

/// Numbers in words.
extension AssessmentWords {
  /// A chainage in kilometres.
  static func place(_ metres: Double) -> String { grouped(metres / 1000, decimals: 2) }

  /// A stretch by its chainage in kilometres.
  static func stretch(_ metres: ClosedRange<Double>) -> String {
    "\(place(metres.lowerBound))–\(place(metres.upperBound))"
  }

  /// A length in kilometres, with its unit.
  static func length(_ metres: Double) -> String { "\(grouped(metres / 1000, decimals: 1)) km" }

  /// An area with its unit.
  static func area(_ squareKilometres: Double) -> String {
    "\(grouped(squareKilometres, decimals: 0)) km²"
  }

  /// An area with its bounds.
  static func area(_ estimate: Estimate) -> String {
    "\(area(estimate.central)) (\(grouped(estimate.low, decimals: 0)) – "
      + "\(grouped(estimate.high, decimals: 0)))"
  }

  /// A share as percents; what is not quite nothing is not written as nothing.
  static func percent(_ share: Double) -> String {
    let text = grouped(share * 100, decimals: 1)
    return text == "0.0" && share != 0
      ? (share > 0 ? "< 0.1 %" : "> −0.1 %")
      : (text == "0.0" ? "0" : text.replacing("-", with: "−")) + " %"
  }

  /// A permeability with its bounds.
  static func permeability(_ estimate: Estimate) -> String {
    func text(_ number: Double) -> String { grouped(number, decimals: 3) }
    return "\(text(estimate.central)) (\(text(estimate.low)) – \(text(estimate.high)))"
  }

  /// A change in percents, with what it is at the ends of the permeabilities.
  static func percent(_ change: Change) -> String {
    "\(percent(change.central)) (\(percent(change.atLow)) with all permeabilities at their low ends, "
      + "\(percent(change.atHigh)) at their high ends)"
  }

  /// Stretches by chainage in kilometres, line by line.
  static func stretches(_ stretches: [(line: Int, metres: ClosedRange<Double>)], of plan: Plan)
    -> String
  {
    let isSingle = plan.lines.count == 1
    return stretches.map {
      (isSingle ? "" : "\(plan.lines[$0.line].id): ") + stretch($0.metres)
    }.joined(separator: "; ")
  }

  /// Places by chainage in kilometres, line by line; those that read alike once.
  static func places(_ places: [(line: Int, metres: Double)], of plan: Plan) -> String {
    let isSingle = plan.lines.count == 1
    return places.reduce(into: [String]()) { words, next in
      let word = (isSingle ? "" : "\(plan.lines[next.line].id): ") + place(next.metres)
      if words.last != word { words.append(word) }
    }.joined(separator: "; ")
  }
}

/// What is planned.
extension AssessmentWords {
  /// What is told of a stretch of a plan.
  static func tooltip(
    _ plan: Plan, _ metres: ClosedRange<Double>, _ permeability: Estimate
  ) -> String {
    "\(plan.name), km \(stretch(metres))\nP \(self.permeability(permeability))"
  }

  /// A design by those of its attributes that are known.
  static func design(_ design: BarrierDesign) -> String {
    var words: [String] = []
    func add(_ value: Double?, _ text: (String) -> String) {
      if let value {
        words.append(text(grouped(value, decimals: value == value.rounded() ? 0 : 1)))
      }
    }
    func add(_ flag: Bool?, _ yes: String, _ no: String) {
      if let flag { words.append(flag ? yes : no) }
    }
    if let fencing = design.fencing { words.append(self.fencing(fencing)) }
    add(design.fence.topHeight) { "fence \($0) cm high" }
    add(design.fence.bottomGap) { "lowest wire at \($0) cm" }
    add(design.fence.isMesh, "mesh", "wires, no mesh")
    add(design.fence.hasBarbedTop, "top wire barbed", "top wire not barbed")
    add(design.fence.hasBarbedBottom, "lowest wire barbed", "lowest wire not barbed")
    add(design.fence.isElectric, "electric", "not electric")
    if design.fence.isWildlifeFriendly { words.append("wildlife-friendly") }
    add(design.railway.trains) { "\($0) trains a day" }
    add(design.railway.embankment) { "embankment \($0) m" }
    add(design.road.traffic) { "\($0) vehicles a day" }
    add(design.road.lanes.map(Double.init)) { "\($0) lanes" }
    add(design.road.isPaved, "paved", "unpaved")
    add(design.road.hasMedian, "median barrier", "no median barrier")
    add(design.clearance) { "\($0) m free below" }
    add(design.canal.width) { "\($0) m wide" }
    add(design.canal.isLined, "lined", "not lined")
    add(design.canal.hasRamps, "escape ramps", "no escape ramps")
    return words.isEmpty ? "nothing but the class is known" : words.joined(separator: "; ")
  }

  private static func fencing(_ fencing: Fencing) -> String {
    switch fencing {
    case .both: "fences on both sides"
    case .one: "a fence on one side"
    case .none: "no fences"
    }
  }

  /// A passage by its kind and those of its dimensions that are known.
  static func passage(_ design: PassageDesign) -> String {
    let sizes = [(design.width, "wide"), (design.height, "high"), (design.length, "through")]
      .compactMap { size, word in size.map { "\(grouped($0, decimals: 0)) m \(word)" } }
    return ([design.kind.rawValue] + sizes).joined(separator: ", ")
  }

  static func variant(_ kind: DesignVariant.Kind) -> String {
    switch kind {
    case .withoutFence: "without fences"
    case .friendlyFence: "with a wildlife-friendly fence"
    case .raisedBottomWire: "lowest wire at 60 cm, not barbed"
    case .withoutStructures: "without its structures"
    }
  }

  /// What a line is: roads and railways of which it is known whether they have fences by their kind alone.
  static func kind(_ design: BarrierDesign) -> String {
    AtlasWords.words(
      design.fencing == nil ? design.barrierClass.rawValue : design.barrierClass.family.rawValue)
  }

  static func structures(_ account: StructureAccount) -> String {
    "of \(counted(account.read, "structure")) that were read \(account.placed) lie on it, and "
      + "\(account.usable) have the dimensions that the model needs"
  }
}
