internal import Formats
internal import Landscape

/// The option `--profile`: how the attributes of an input are read.
enum ProfileOption {
  /// Makes the option of one input; `prefix` is empty where a command has only one.
  static func option(prefix: String = "", default choice: String = ProfileChoice.words.automatic)
    -> Option
  {
    Option(
      prefix.isEmpty ? "profile" : "\(prefix)-profile",
      .choice([ProfileChoice.words.automatic, ProfileChoice.words.none] + Profile.all.map(\.name)),
      "how to read the attributes as barriers, ranges or regions",
      group: LayerOptions.group(prefix),
      default: choice)
  }
}
