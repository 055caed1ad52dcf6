internal import Landscape

/// One command line of the demonstration.
struct DemoStep: Sendable {
  /// What it shows.
  let purpose: String
  /// The words behind `kulan`.
  let words: [String]
  /// Whether the step itself may replace what is there.
  var replaces = false

  /// What a user would type.
  var commandLine: String { (["kulan"] + words).joined(separator: " ") }

  /// The folder of the edition.
  static func edition(in folder: String) -> String { "\(folder)/edition" }

  /// The folder of the report on the plans.
  static func report(in folder: String) -> String { "\(folder)/report" }

  /// The steps, with all files in one folder.
  static func all(in folder: String) -> [DemoStep] {
    let configuration = "\(folder)/data/\(DemoConfiguration.file)"
    return [
      DemoStep(
        purpose: "The whole job: who is cut off by what, today and with what is planned",
        words: ["atlas", "build", configuration, "--out", edition(in: folder)], replaces: true),
      DemoStep(
        purpose: "Is what came out whole, and can it be true?",
        words: ["atlas", "verify", edition(in: folder)]),
      DemoStep(
        purpose: "What would a planned railway do, which way is better, and what would help?",
        words: ["check"] + SchematicData.plan.alternatives.map { "\(folder)/data/\($0)" }
          + [
            "--atlas", configuration, "--passages",
            "\(folder)/data/\(SchematicData.plan.structures)", "--mitigate", "3",
            "--out", report(in: folder),
          ], replaces: true),
    ]
  }
}
