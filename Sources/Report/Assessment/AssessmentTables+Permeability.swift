internal import Assessment
internal import Formats
internal import Landscape
internal import Permeability

/// What plans let through.
extension AssessmentTables {
  /// P of every plan for every species and season.
  var permeability: DataTable {
    DataTable(
      "What the plan lets through in the range of each species",
      plan() + line(\.line) + [
        species(\.species), text("Season") { AssessmentWords.season($0.season) },
        kilometres("Length", explanation: AssessmentWords.lengthInRange, \.length),
        bounded("P", decimals: 3, explanation: AssessmentWords.meanPermeability, \.permeability),
        reading(\.reading),
        bounded("P of the line", decimals: 3, explanation: AssessmentWords.withoutStructures) {
          $0.withoutStructures
        },
        number("Least P", decimals: 3, explanation: AssessmentWords.least) {
          $0.least.permeability.central
        },
        text("Driver", explanation: AssessmentWords.driver) { $0.score.driver.rawValue },
        text("Grade", explanation: AtlasWords.grade) { $0.score.grade.rawValue },
        text("From", explanation: AssessmentWords.mode) { $0.score.mode.rawValue },
        column(
          TableColumn(
            "Known", .share(decimals: 2), explanation: AssessmentWords.completeness)
        ) { $0.score.completeness.map(Value.real) ?? .null },
      ] as [RowColumn<OfPlan<PlanPermeability>>], assessment.parts(\.permeability))
  }

  /// The rows of the whole year.
  private var annual: [OfPlan<PlanPermeability>] {
    assessment.parts { $0.permeability.filter { $0.season == Season.annual } }
  }

  /// Structures and the ways between them.
  var passages: DataTable {
    DataTable(
      "Structures, and the longest way without one that the species uses",
      plan() + line(\.line) + [
        species(\.species),
        number("Structures", explanation: AssessmentWords.structuresOnLine) {
          Double($0.acceptances.count)
        },
        number("Usable in the range", explanation: AssessmentWords.usable) { Double($0.usable) },
        number("Best acceptance", decimals: 2, explanation: AssessmentWords.acceptance) {
          $0.acceptances.max()
        },
        kilometres("Mean spacing", explanation: AssessmentWords.spacing, \.spacing),
        kilometres("Longest way without") { $0.longestGap.upperBound - $0.longestGap.lowerBound },
        text("From – to, km") { AssessmentWords.stretch($0.longestGap) },
      ], annual)
  }

  /// One number of the model that moves P.
  struct SwingRow: Sendable {
    let species: String
    let swing: Swing
    let line: Int
  }

  /// The numbers that move P most; nil where there are none.
  var swings: DataTable? {
    let rows = assessment.parts { alternative in
      alternative.permeability.filter { $0.season == Season.annual }.flatMap { found in
        found.score.swings.map {
          SwingRow(species: found.species, swing: $0, line: found.line)
        }
      }
    }
    if rows.isEmpty { return nil }
    return DataTable(
      "The numbers of the model that move P of the line most",
      plan() + line(\.line) + [
        species(\.species), text("Number") { $0.swing.parameter.meaning },
        text("Name") { $0.swing.parameter.name },
        number("P at its low end", decimals: 3) { $0.swing.atLow },
        number("P at its high end", decimals: 3) { $0.swing.atHigh },
        text("Grade", explanation: AssessmentWords.numberGrade) {
          $0.swing.parameter.grade.rawValue
        },
      ], rows)
  }

  /// A usual value that was taken.
  struct DefaultRow: Sendable, Hashable {
    let attribute: String
    let value: String
  }

  /// Usual values that were taken for what is not known; nil where there are none.
  var defaults: DataTable? {
    let rows = assessment.parts { alternative in
      alternative.permeability.flatMap(\.score.defaults)
        .map { DefaultRow(attribute: $0.attribute, value: $0.value) }
        .reduce(into: [DefaultRow]()) { if !$0.contains($1) { $0.append($1) } }
    }
    if rows.isEmpty { return nil }
    return DataTable(
      "Usual values that were taken for attributes that are not known",
      plan() + [text("Attribute", \.attribute), text("Taken", \.value)], rows)
  }

  /// What a plan makes with lines beside it; nil where it makes nothing.
  var bundles: DataTable? {
    let rows = assessment.parts(\.bundles)
    if rows.isEmpty { return nil }
    return DataTable(
      "One obstacle after the other: the plan together with lines beside it",
      plan() + line(\.line) + [
        species(\.species), text("From – to, km") { AssessmentWords.stretch($0.stretch) },
        text("Beside it") { AssessmentWords.shortList($0.others) },
        number("P before", decimals: 3, explanation: AssessmentWords.bundleBefore, \.before),
        number("P with the plan", decimals: 3, \.after),
      ], rows)
  }
}
