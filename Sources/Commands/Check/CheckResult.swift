internal import Assessment
internal import Connectivity
internal import Formats
internal import Permeability

/// What came of a check, for a reader or a script.
struct CheckResult {
  let assessment: Assessment
  let findings: [GateFinding]
  /// The folder of the report.
  let place: String

  /// Prints what the plans do, and says where the report lies.
  func report(_ summary: JSONValue, on console: Console) {
    for alternative in assessment.alternatives {
      for note in alternative.notes { console.warn("\(alternative.plan.name): \(note)") }
    }
    if console.isJSON { return console.print(summary.text) }
    if assessment.atlas.isSchematic {
      console.warn("data of the atlas are schematic drawings: nothing here is a finding")
    }
    if assessment.alternatives.allSatisfy(\.effects.isEmpty) {
      console.print(nothing)
    } else {
      console.print(table.text)
    }
    for finding in findings { console.print("meets \(finding.inWords)") }
    console.note("report: \(place)")
    console.note("open \(OutputFolder.name(of: CheckFile.page.rawValue, in: place))")
  }

  /// What was looked at where nothing was found.
  private var nothing: String {
    "no range of \(counted(assessment.atlas.species.count, "species", "species")) is met; "
      + "\(counted(assessment.atlas.regions.count, "region")) and everything within the effect "
      + "distance were looked at as well, see the report"
  }

  private var table: TextTable {
    var table = TextTable([
      .init("plan"), .init("species"), .init("p", decimals: 3), .init("reading"),
      .init("eca_before_km2", decimals: 0), .init("eca_after_km2", decimals: 0),
      .init("loss_percent", decimals: 2), .init("at_low", decimals: 2),
      .init("at_high", decimals: 2), .init("cut_off_km2", decimals: 0),
    ])
    for alternative in assessment.alternatives {
      for effect in alternative.effects where effect.region == nil {
        let scored = alternative.permeability.filter {
          $0.species == effect.species && $0.season == Season.annual
        }.min { $0.permeability.central < $1.permeability.central }
        let loss = effect.relativeLoss
        table.append([
          .text(alternative.plan.name), .text(effect.species),
          scored.map { .real($0.permeability.central) } ?? .null,
          scored.map { .text($0.reading.rawValue) } ?? .null,
          .real(effect.before.connectedArea.central), .real(effect.after.connectedArea.central),
          .real(100 * loss.central), .real(100 * loss.atLow), .real(100 * loss.atHigh),
          .real(effect.cutOff),
        ])
      }
    }
    return table
  }
}

extension GateFinding {
  /// The finding for a reader.
  var inWords: String {
    let what = [species, place].compactMap(\.self).joined(separator: ", ")
    return "\(criterion.text): \(plan)\(what.isEmpty ? "" : ", \(what)"): "
      + grouped(value, decimals: 4)
  }
}
