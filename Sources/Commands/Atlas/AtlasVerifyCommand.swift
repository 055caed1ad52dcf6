internal import Atlas
internal import Formats

/// `kulan atlas verify`: whether an edition is whole and can be true.
struct AtlasVerifyCommand: Command {
  static let manual = Manual(
    "atlas verify", "whether an edition is whole, and its numbers can be",
    discussion: [
      "Compares all files with the hashes in manifest.json, and the numbers in atlas.gpkg with each "
        + "other: ECA with its bounds and the range, permeabilities with theirs, pieces with sums. "
        + "Ends with exit code 65 where anything is wrong."
    ],
    operands: [Manual.Operand("EDITION", "the folder of an edition")],
    examples: [
      Manual.Example("an edition that came by mail", "kulan atlas verify edition-2026"),
      Manual.Example("for a script", "kulan atlas verify edition-2026 --json"),
    ],
    definitions: [
      Manual.Definitions(
        "Columns",
        [
          "law": "what should hold", "checked": "how many things were looked at",
          "faults": "how many are not as they should be; each is an error message",
        ])
    ])

  private let folder: String

  init(_ arguments: Arguments) throws { folder = arguments.operands[0] }

  func run(on console: Console) async throws -> ExitCode {
    let check = try EditionCheck(of: folder)
    var table = TextTable(["law", "checked", "faults"].map { TextTable.Column($0) })
    for finding in check.findings {
      table.append([
        .text(finding.law), .integer(Int64(finding.count)), .integer(Int64(finding.faults.count)),
      ])
    }
    if console.isJSON {
      console.print(
        JSONValue.object([
          ("schema_version", .integer(1)), ("sound", .boolean(check.isSound)),
          ("laws", table.json),
          ("faults", .list(check.findings.flatMap(\.faults), JSONValue.text)),
        ]).text)
    } else {
      console.print(table.text)
    }
    let faults = check.findings.flatMap(\.faults)
    for fault in faults.prefix(20) { console.warn(fault) }
    if check.isSound {
      console.note("\(folder) is whole")
      return .done
    }
    throw UserError(
      .badData, "\(folder): \(counted(faults.count, "fault"))",
      help: "build the edition anew; if the faults stay, please report them")
  }
}
