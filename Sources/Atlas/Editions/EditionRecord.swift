internal import Foundation

/// What the manifest of an edition says, as it is read back.
package struct EditionRecord: Sendable, Decodable {
  /// A source, as it was when the edition was made.
  package struct Input: Sendable, Decodable {
    package let role: String
    package let file: String
    package let layer: String?
    package let sha256: String
    package let credit: String?
    package let licence: String?
    package let schematic: Bool

    /// The file and the layer: what tells sources apart.
    package var place: String { file + (layer.map { ":\($0)" } ?? "") }
  }

  /// A work unit, and the hashes of what its results depend on.
  package struct Unit: Sendable, Decodable {
    package let subject: String
    package let scenario: String
    let data: String
    let parameters: String
    let program: Int

    var identity: UnitIdentity {
      UnitIdentity(data: data, parameters: parameters, program: program)
    }
  }

  /// A setting: a number, a word, a truth value or nothing.
  package struct Setting: Sendable, Decodable, Equatable, CustomStringConvertible {
    /// As a reader sees it.
    package let description: String

    package init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        description = ""
      } else if let flag = try? value.decode(Bool.self) {
        description = flag ? "yes" : "no"
      } else if let whole = try? value.decode(Int64.self) {
        description = "\(whole)"
      } else if let number = try? value.decode(Double.self) {
        description = "\(number)"
      } else {
        description = try value.decode(String.self)
      }
    }
  }

  package let title: String
  package let date: String
  /// What tells the edition from others.
  package let edition: String
  /// The version of Kulan that made it.
  package let kulan: String
  package let revision: Int
  /// The versions of the libraries by name; nil for what was not built in.
  package let libraries: [String: String?]
  package let species: [String]
  package let regions: [String]
  package let settings: [String: Setting]
  package let inputs: [Input]
  /// The files of numbers that stood in place of bundled ones.
  package let parameters: [String]
  package let units: [Unit]

  /// Whether any of its data are drawings and no survey.
  package var isSchematic: Bool { inputs.contains(where: \.schematic) }
}

/// The one member of a manifest that is read first.
struct EditionRecordVersion: Decodable {
  /// The version of the schema that this program writes and reads.
  static let current = 1

  let schemaVersion: Int

  private enum CodingKeys: String, CodingKey { case schemaVersion = "schema_version" }
}
