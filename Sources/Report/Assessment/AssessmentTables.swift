internal import Assessment
internal import Formats
internal import Landscape
internal import Permeability

/// The tables of the report of planned lines.
struct AssessmentTables {
  let assessment: Assessment

  init(_ assessment: Assessment) { self.assessment = assessment }

  var alternatives: [Alternative] { assessment.alternatives }

  /// The column that names the plan, where there is more than one.
  func plan<Part>() -> [RowColumn<OfPlan<Part>>] {
    alternatives.count == 1
      ? [] : [RowColumn(TableColumn("Plan")) { [.text($0.alternative.plan.name)] }]
  }

  /// The column that names the line of the plan, where any has more than one.
  func line<Part>(_ number: @escaping (Part) -> Int) -> [RowColumn<OfPlan<Part>>] {
    alternatives.allSatisfy { $0.plan.lines.count == 1 }
      ? [] : [RowColumn(TableColumn("Line")) { [.text($0.line(number($0.part)).id)] }]
  }

  /// A column of the parts of plans.
  func column<Part>(
    _ column: TableColumn, _ value: @escaping (Part) -> Value
  ) -> RowColumn<OfPlan<Part>> {
    RowColumn(column) { [value($0.part)] }
  }

  /// A column of text.
  func text<Part>(
    _ label: String, explanation: String = "", _ value: @escaping (Part) -> String?
  ) -> RowColumn<OfPlan<Part>> {
    column(TableColumn(label, explanation: explanation)) { value($0).map(Value.text) ?? .null }
  }

  /// A column of numbers.
  func number<Part>(
    _ label: String, unit: String = "", decimals: Int = 0, explanation: String = "",
    _ value: @escaping (Part) -> Double?
  ) -> RowColumn<OfPlan<Part>> {
    column(TableColumn(label, unit: unit, .number(decimals: decimals), explanation: explanation)) {
      value($0).map(Value.real) ?? .null
    }
  }

  /// A column of lengths in kilometres, of metres.
  func kilometres<Part>(
    _ label: String, explanation: String = "", _ value: @escaping (Part) -> Double?
  ) -> RowColumn<OfPlan<Part>> {
    number(label, unit: "km", decimals: 2, explanation: explanation) { value($0).map { $0 / 1000 } }
  }

  /// A column of numbers with their bounds.
  func bounded<Part>(
    _ label: String, unit: String = "", decimals: Int, explanation: String = "",
    _ value: @escaping (Part) -> Estimate?
  ) -> RowColumn<OfPlan<Part>> {
    RowColumn(
      TableColumn(
        label, unit: unit, .number(decimals: decimals), explanation: explanation, hasBounds: true)
    ) { row in
      guard let estimate = value(row.part) else { return [.null, .null, .null] }
      return [.real(estimate.central), .real(estimate.low), .real(estimate.high)]
    }
  }

  /// A column of readings of permeability.
  func reading<Part>(_ value: @escaping (Part) -> Reading) -> RowColumn<OfPlan<Part>> {
    column(TableColumn("Reading", .category(SymbolClass.readings))) { .text(value($0).rawValue) }
  }

  /// A column of species.
  func species<Part>(_ value: @escaping (Part) -> String) -> RowColumn<OfPlan<Part>> {
    text("Species") { AssessmentWords.name(ofSpecies: value($0)) }
  }
}

/// What is planned.
extension AssessmentTables {
  /// A line for each row.
  var plans: DataTable {
    let isSingle = alternatives.allSatisfy { $0.plan.lines.count == 1 }
    let line: [RowColumn<OfPlan<Int>>] =
      isSingle
      ? []
      : [
        RowColumn(TableColumn("Line")) { row in
          let line = row.line(row.part)
          return [.text(line.id + (line.name.map { " (\($0))" } ?? ""))]
        }
      ]
    return DataTable(
      "What is planned",
      [RowColumn(TableColumn("Plan")) { [.text($0.alternative.plan.name)] }] + line + [
        RowColumn(TableColumn("Class")) {
          [.text(AssessmentWords.kind($0.line($0.part).design))]
        },
        RowColumn(TableColumn("Status")) { [.text($0.line($0.part).design.status.rawValue)] },
        RowColumn(TableColumn("Design")) {
          [.text(AssessmentWords.design($0.line($0.part).design))]
        },
        RowColumn(TableColumn("Length", unit: "km", .number(decimals: 2))) {
          [.real($0.line($0.part).length / 1000)]
        },
        RowColumn(TableColumn("Structures", .number(decimals: 0))) {
          [.integer(Int64($0.line($0.part).structures.count))]
        },
      ], assessment.parts { Array($0.plan.lines.indices) })
  }
}

/// What plans meet.
extension AssessmentTables {
  /// Ranges, regions, countries and further areas.
  var areas: DataTable {
    DataTable(
      "Areas that are entered, followed along their boundary, or near",
      plan() + [
        text("Area", AssessmentWords.name(of:)),
        text("Kind") { AssessmentWords.kind($0.kind) },
        kilometres("Inside", \.insideLength),
        kilometres("On the boundary", \.boundaryLength),
        kilometres("Near", explanation: AssessmentWords.near(distance), \.nearLength),
        number("Entries") { Double($0.entries) }, number("Exits") { Double($0.exits) },
        RowColumn(TableColumn("From – to", unit: "km", explanation: AssessmentWords.where)) { row in
          let stretches = row.part.stretches.filter { $0.place != .near }
            .map { (line: $0.line, metres: $0.from...$0.to) }
          return [.text(AssessmentWords.stretches(stretches, of: row.alternative.plan))]
        },
      ] as [RowColumn<OfPlan<CrossedArea>>], assessment.parts(\.contacts.areas))
  }

  private var distance: Double { assessment.effectDistance }

  /// Lines that are crossed, touched or run beside; nil where there are none.
  var lines: DataTable? {
    let rows = assessment.parts { alternative in
      alternative.contacts.lines.sorted { ($1.crossings, $0.id) < ($0.crossings, $1.id) }
    }
    if rows.isEmpty { return nil }
    return DataTable(
      "Lines that are crossed, met or run beside",
      plan() + [
        text("Line", AssessmentWords.name(of:)),
        text("Class") { AssessmentWords.list($0.classes.map { AtlasWords.words($0.rawValue) }) },
        text("Status") { $0.status.rawValue }, number("Crossings") { Double($0.crossings) },
        RowColumn(TableColumn("Crossed or met at", unit: "km")) { row in
          let places = row.part.contacts.map { (line: $0.line, metres: $0.chainage) }
          return [.text(AssessmentWords.places(places, of: row.alternative.plan))]
        },
        kilometres("Beside", explanation: AssessmentWords.beside, \.parallelLength),
        RowColumn(TableColumn("One bundle", unit: "km", explanation: AssessmentWords.bundled)) {
          row in
          let stretches = row.part.bundled.map { (line: $0.line, metres: $0.from...$0.to) }
          return [.text(AssessmentWords.stretches(stretches, of: row.alternative.plan))]
        },
      ] as [RowColumn<OfPlan<MetLine>>], rows)
  }
}

extension Assessment {
  /// Within what distance a plan is near to what it does not enter, in metres.
  var effectDistance: Double { settings.effectDistance ?? atlas.effectDistance }
}
