internal import Formats
internal import Landscape

/// The option `--profile`: how the attributes of an input are read.
enum ProfileOption {
  /// Chosen by the columns of the layer.
  static let automatic = "auto"
  /// Attributes stay as they are.
  static let none = "none"

  /// Makes the option of one input; `prefix` is empty where a command has only one.
  static func option(prefix: String = "", default choice: String = automatic) -> Option {
    Option(
      prefix.isEmpty ? "profile" : "\(prefix)-profile",
      .choice([automatic, none] + Profile.all.map(\.name)),
      "how to read the attributes as barriers, ranges or regions",
      group: LayerOptions.group(prefix),
      default: choice)
  }

  /// Returns what reads the attributes of a layer; nil where nothing is to, or nothing can.
  ///
  /// - Throws: `badData` where the named profile does not fit the layer.
  static func mapper(
    _ choice: String, for header: LayerHeader
  ) throws(FormatError) -> ProfileMapper? {
    switch choice {
    case none: nil
    case automatic:
      try Profile.detect(fields: header.fields, geometryType: header.geometryType)
        .map { detection throws(FormatError) in try ProfileMapper(detection.profile, header: header)
        }
    default: try ProfileMapper(Profile.named(choice), header: header)
    }
  }
}
