/// What the commands of `kulan atlas` have in common.
enum AtlasOptions {
  static let configuration = Manual.Operand(
    "CONFIG", "the configuration, a file of JSON5 such as atlas.json")
  static let out = Option(
    "out", letter: "o", .text("DIR"), "the folder of the edition", group: "Output",
    defaultNote: "outputs.folder of the configuration")
  static let units = Option(
    "units", .text("DIR"), "the folder in which results of work units are kept",
    group: "Work units",
    defaultNote: "outputs.units of the configuration")
  static let shard = Option(
    "shard", .text("I/N"),
    "compute part I of N and store it; kulan atlas merge makes an edition of all",
    group: "Work units"
  )
  static let prune = Option(
    "prune", .flag, "remove stored results that this edition does not use", group: "Work units")
}
