internal import Formats
internal import Landscape

/// The keys of a scenario and of its changes.
enum ScenarioKeys {
  static let name = ConfigurationKey(
    "name", .pattern(.identifier), "its name in tables", isRequired: true)
  static let description = ConfigurationKey(
    "description", .text, "what it is, for a reader", example: "border fences opened")
  static let statuses = ConfigurationKey(
    "status", .list(.word(BarrierStatus.allCases.map(\.rawValue)), atLeast: 1),
    "the barriers that are there, by their status", defaultNote: "all but planned")
  static let changes = ConfigurationKey(
    "changes", .list(.object([condition], exactlyOne: [remove, set, fence])),
    "what becomes of some barriers, one after the other")

  static let condition = ConfigurationKey(
    "where", .pattern(.notEmpty),
    "which barriers change, by their canonical attributes and id, as in class = 'border_system'",
    defaultNote: "all", example: "class = 'border_system'")
  static let remove = ConfigurationKey("remove", .flag, "true: they are taken away")
  static let set = ConfigurationKey(
    "set", SourceKeys.set.shape, "attributes that they get",
    example: .object([("aadt", .integer(8000))]))
  static let fence = ConfigurationKey(
    "fence", .pattern(.notEmpty),
    "the fence profile by which their fences are rebuilt: wildlife_friendly, jumpable or one of "
      + "fence_profiles")

  static let all = [name, description, statuses, changes]
}
