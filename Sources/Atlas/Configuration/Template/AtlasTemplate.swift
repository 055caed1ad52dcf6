internal import Foundation
internal import Formats

/// The configuration that `kulan atlas init` writes for the data in a folder, with a comment on
/// every key.
package struct AtlasTemplate: Sendable {
  /// What lies in the folder and in the folders in it, in the order of the names.
  package let layers: [FoundLayer]
  private let title: String
  private let date: String

  /// Looks at every layer in a folder, and at the first features of each.
  ///
  /// - Parameters:
  ///   - folder: The folder in which the configuration is going to lie.
  ///   - date: The day of the edition as ISO 8601 text.
  /// - Throws: `missingInput` where the folder cannot be read; `CancellationError`.
  package init(of folder: String, date: String) async throws {
    layers = try await FolderSurvey.layers(in: folder)
    let name = URL(fileURLWithPath: folder).standardizedFileURL.lastPathComponent
    title = "Atlas of barriers: \(name)"
    self.date = date
  }

  /// The lists of `sources` that an atlas cannot do without and for which nothing was found.
  package var missingLists: [String] {
    SourceKeys.lists.filter(\.isRequired).map(\.name).filter { name in
      !layers.contains { $0.list == name }
    }
  }

  /// The file as JSON5. It can be built as it is unless ``missingLists`` names something.
  package var text: String {
    var writer = TemplateWriter()
    writer.explain(
      "The configuration of an atlas, for `kulan atlas build`. It is JSON5, so that it may have "
        + "comments. What stands right behind // is a key with its default or an example.")
    writer.block("{", "}") { writer in
      for key in AtlasKeys.all where key.name != AtlasKeys.schema.name {
        write(key, to: &writer)
      }
    }
    return writer.text
  }

  private func write(_ key: ConfigurationKey, to writer: inout TemplateWriter) {
    switch key.name {
    case AtlasKeys.title.name: writer.set(key, to: .text(title))
    case AtlasKeys.date.name: writer.set(key, to: .text(date))
    case AtlasKeys.sources.name:
      writer.separate()
      writer.explain(key)
      explainSources(to: &writer)
      writer.block("\(key.name): {", "},") { writer in
        for list in SourceKeys.lists { write(list: list, to: &writer) }
        writeUnused(to: &writer)
      }
      writer.separate()
    default:
      guard case .object(let keys, _) = key.shape else { return writer.offer(key) }
      writer.separate()
      writer.explain(key)
      writer.block("\(key.name): {", "},") { writer in
        for key in keys { writer.offer(key) }
      }
      writer.separate()
    }
  }

  /// Lists the keys that an entry may have beside those that are written.
  private func explainSources(to writer: inout TemplateWriter) {
    writer.explain("Every entry may have:")
    let keys = SourceKeys.common + [SourceKeys.set, SourceKeys.species, SourceKeys.name]
    for key in keys {
      let example = key.example.map { ", as in \($0.text)" } ?? ""
      let only = SourceKeys.lists.filter { list in list.entryKeys.contains { $0.name == key.name } }
      let place =
        only.count == SourceKeys.lists.count
        ? "" : " (of \(only.map(\.name).joined(separator: " and ")))"
      writer.explain("- \(key.name)\(place): \(key.meaning)\(example)")
    }
  }

  private func write(list: ConfigurationKey, to writer: inout TemplateWriter) {
    writer.explain(list)
    let found = layers.filter { $0.list == list.name }
    guard !found.isEmpty else {
      return writer.line(list.isRequired ? "\(list.name): []," : "//\(list.name): [],")
    }
    writer.block("\(list.name): [", "],") { writer in
      for layer in found {
        writer.explain(layer.reason.prefix(1).uppercased() + layer.reason.dropFirst())
        writer.line(layer.entry)
      }
    }
  }

  private func writeUnused(to writer: inout TemplateWriter) {
    let unused = layers.filter { $0.list == nil }
    if unused.isEmpty { return }
    writer.explain("Not used:")
    for layer in unused { writer.explain("- \(layer.source): \(layer.reason)") }
  }
}

extension ConfigurationKey {
  /// The keys that entries of a list have.
  fileprivate var entryKeys: [ConfigurationKey] {
    if case .list(.object(let keys, _), _) = shape { keys } else { [] }
  }
}

extension FoundLayer {
  /// The entry of the configuration, in one line.
  fileprivate var entry: String {
    var members = [(SourceKeys.file, JSONValue.text(source))]
    if let profile { members.append((SourceKeys.profile, .text(profile))) }
    if isSchematic {
      members.append((SourceKeys.isSchematic, .boolean(true)))
    } else if let credit = profile.flatMap({ Self.credits[$0] }) {
      members.append((SourceKeys.credit, .text(credit.name)))
      members.append((SourceKeys.licence, .text(credit.licence)))
    }
    return "{ " + members.map { "\($0.0.name): \($0.1.text)" }.joined(separator: ", ") + " },"
  }

  /// What the makers of data in some schemas ask to be called, and their licence.
  private static let credits: [String: (name: String, licence: String)] = [
    "osm": ("© OpenStreetMap contributors", "ODbL-1.0"),
    "openmaptiles": ("© OpenMapTiles © OpenStreetMap contributors", "ODbL-1.0"),
    "natural-earth": ("Made with Natural Earth", "public domain"),
  ]
}
