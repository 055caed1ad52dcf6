package import Connectivity
public import Formats
internal import Foundation
public import Landscape
package import Permeability

/// What an atlas is made of: the contents of `atlas.json`, checked and with paths resolved.
///
/// The file is JSON5. ``jsonSchema`` and ``keysMarkdown`` describe its keys.
public struct AtlasConfiguration: Sendable {
  /// The path of the file, as messages call it.
  public let name: String
  /// The folder of the file, from which relative paths go on; empty for the working folder.
  public let folder: String
  /// The title.
  public let title: String
  /// The day of the edition as ISO 8601 text.
  public let date: String
  /// A paragraph on what the atlas is for.
  public let abstract: String?
  /// Whom to ask.
  public let contact: String?
  /// The licence of the edition.
  public let licence: String?
  /// The data.
  public let sources: Sources
  /// The profiles that the user wrote, in the order of the file.
  public let profiles: [ProfileDefinition]
  /// The ids of the species, each once; empty for all of the ranges.
  public let species: [String]
  /// The names of the regions; empty for all of the sources.
  public let regions: [String]
  /// The scenarios; nil for the baseline and, where anything is planned, everything.
  public let scenarios: [Scenario]?
  /// The numbers of the model.
  public let model: Model
  /// How ranges are divided and measured, the seed and the season that is scored among it.
  package let ranges: RangeSettings
  /// The passages; nil where there are none.
  package let passages: PassageInput?
  /// What is written.
  public let outputs: Outputs

  /// Reads and checks a configuration.
  ///
  /// - Parameters:
  ///   - text: JSON5.
  ///   - name: What messages call it: the path of the file. Default outputs are named after it.
  ///   - folder: The folder from which relative paths go on; empty for the working folder.
  /// - Throws: `badData` for what cannot be, with the file, the line, the path of the key and the
  ///   nearest right word; `missingInput` for files that it names and that do not exist.
  public init(parsing text: String, name: String, folder: String) throws(FormatError) {
    let root = ConfigurationItem(
      file: name, path: "", value: try JSON5Parser.parse(text, name: name))
    try ConfigurationChecker.check(root, .object(AtlasKeys.all), meaning: "an object of keys")
    let paths = ConfigurationPaths(folder: folder)
    self.name = name
    self.folder = folder
    title = root.certainText(AtlasKeys.title)
    date = root.certainText(AtlasKeys.date)
    abstract = root.text(AtlasKeys.abstract)
    contact = root.text(AtlasKeys.contact)
    licence = root.text(AtlasKeys.licence)
    profiles = try ProfileReader.profiles(root[AtlasKeys.profiles])
    sources = try Sources(root[AtlasKeys.sources], profiles, paths)
    species = try Self.species(root[AtlasKeys.species])
    regions = root.texts(AtlasKeys.regions)
    model = try Model(root, paths)
    scenarios = try Scenario.all(root[AtlasKeys.scenarios], fences: model.fenceProfiles)
    ranges = RangeSettings(root, season: model.season)
    passages = PassageInput(root, sources.passages)
    outputs = Outputs(root.section(OutputKeys.section), configuration: name, paths)
  }

  /// Reads and checks the configuration in a file; relative paths go on from its folder.
  ///
  /// - Throws: As ``init(parsing:name:folder:)``, and `missingInput` where the file cannot be read.
  public init(contentsOf path: String) throws(FormatError) {
    let text = try ConfigurationPaths.contents(of: path)
    try self.init(
      parsing: text, name: path, folder: (path as NSString).deletingLastPathComponent)
  }

  private static func species(_ item: ConfigurationItem?) throws(FormatError) -> [String] {
    var ids: [String] = []
    for name in item?.items ?? [] {
      let id = try name.located { () throws(FormatError) in
        try SpeciesRegistry.bundled.species(named: name.text ?? "").id
      }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}
