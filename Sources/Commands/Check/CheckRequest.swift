internal import Assessment
internal import Formats
internal import Foundation
internal import Geometry
internal import Permeability

/// What `kulan check` was asked for.
struct CheckRequest: Sendable {
  var input: PlanInput
  var settings = AssessmentSettings()
  /// The day of the report as ISO 8601 text.
  let date: String

  init(_ arguments: Arguments) throws {
    var input = PlanInput(
      arguments.operands.map { path in
        var query = LayerQuery(SourceSpec(path), kind: .line)
        query.cleaning.sourceCRS = arguments.text(CheckOptions.sourceCRS)
        query.cleaning.jobs = arguments.jobs
        return query
      })
    input.settings = try PlanSettings.parse(arguments.texts(CheckOptions.set))
    input.attributes = arguments.text(CheckOptions.attributes)
    input.structures = arguments.texts(CheckOptions.passages).map { LayerQuery(SourceSpec($0)) }
    input.distance = Double(arguments.integer(CheckOptions.passageDistance) ?? 50)
    input.usualLength = arguments.integer(CheckOptions.passageLength).map(Double.init)
    self.input = input
    date = try arguments.text(CheckOptions.date).map(Self.day) ?? Self.today
    settings.effectDistance = arguments.integer(CheckOptions.effectDistance).map(Double.init)
    if let file = arguments.text(CheckOptions.redList) {
      settings.redList = try RedListTable.parse(InputText.contents(of: file), name: file)
    }
    settings.mitigation = try Self.mitigation(arguments)
  }

  private static let style = Date.ISO8601FormatStyle().year().month().day()

  /// The day in UTC.
  private static var today: String { Date.now.formatted(style) }

  private static func day(_ text: String) throws(UserError) -> String {
    guard let day = try? style.parse(text), day.formatted(style) == text else {
      throw UserError(
        .usage, "--date cannot be '\(text)'", help: "write year-month-day, as in 2026-11-22")
    }
    return text
  }

  private static func mitigation(_ arguments: Arguments) throws(UserError) -> MitigationSettings {
    var settings = MitigationSettings()
    settings.count = arguments.integer(CheckOptions.mitigate) ?? settings.count
    settings.spacing = arguments.integer(CheckOptions.spacing).map(Double.init) ?? settings.spacing
    if let text = arguments.text(CheckOptions.budget) {
      settings.budget = try number(text, of: CheckOptions.budget, example: "12.5")
    }
    let costs = arguments.texts(CheckOptions.costs)
    if !costs.isEmpty { settings.options = try options(costs) }
    for text in arguments.texts(CheckOptions.noGo) {
      let ends = text.split(separator: "-").map { Double($0) }
      guard ends.count == 2, let from = ends[0], let to = ends[1], from >= 0, to >= from else {
        throw UserError(
          .usage, "--no-go cannot be '\(text)'",
          help: "write two chainages in kilometres with a hyphen between them, as in 120-135.5")
      }
      settings.excluded.append(from * 1000...to * 1000)
    }
    return settings
  }

  /// Reads `underpass=4`.
  private static func options(_ words: [String]) throws(UserError) -> [PassageOption] {
    var options: [PassageOption] = []
    for word in words {
      let parts = word.split(separator: "=").map(String.init)
      guard let usual = PassageOption.usual.first(where: { $0.design.kind.rawValue == parts[0] })
      else {
        throw UserError(
          .usage, "--costs cannot have '\(word)'",
          help: "the kinds are "
            + PassageOption.usual.map(\.design.kind.rawValue).joined(separator: ", "))
      }
      options.append(
        PassageOption(
          usual.design,
          cost: try number(parts.last ?? "", of: CheckOptions.costs, example: "underpass=4")))
    }
    return options
  }

  private static func number(
    _ text: String, of option: Option, example: String
  ) throws(UserError) -> Double {
    if let number = Double(text), number > 0, number.isFinite { return number }
    throw UserError(
      .usage, "--\(option.name) cannot have '\(text)'",
      help: "write a number above 0, as in --\(option.name) \(example)")
  }
}
