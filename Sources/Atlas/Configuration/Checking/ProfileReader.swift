internal import Formats
internal import Landscape
internal import Permeability

/// Reads the profiles that a user wrote.
enum ProfileReader {
  /// What a source can say in place of the name of a profile of the user.
  static let reserved =
    [ProfileChoice.words.automatic, ProfileChoice.words.none] + Profile.all.map(\.name)

  /// Reads the table of profiles, in the order of the file.
  static func profiles(_ item: ConfigurationItem?) throws(FormatError) -> [ProfileDefinition] {
    var profiles: [ProfileDefinition] = []
    for (name, _, item) in item?.members ?? [] {
      if reserved.contains(name) {
        throw item.fault("has the name of what is built in", help: "give it another name")
      }
      profiles.append(try profile(name, item))
    }
    return profiles
  }

  private static func profile(
    _ name: String, _ item: ConfigurationItem
  ) throws(FormatError) -> ProfileDefinition {
    let word = item.certainText(ProfileKeys.role)
    let role = ProfileKeys.roles.first { $0.word == word } ?? .barrier
    var profile = ProfileDefinition(
      name: name, summary: item.text(ProfileKeys.summary) ?? name, role: role)
    try requireFitting(item, role)
    if let item = item[ProfileKeys.barrierClass] {
      profile.barrierClass = try choice(
        item, otherwise: item.text(ProfileKeys.otherwise), BarrierClass.init(rawValue:))
    }
    if let item = item[ProfileKeys.status] {
      profile.status = try choice(item, otherwise: nil, BarrierStatus.init(rawValue:))
    }
    if let species = item[ProfileKeys.species] {
      profile.attributes.append(try attribute("species", species, .range))
    }
    for (name, _, item) in item[ProfileKeys.attributes]?.members ?? [] {
      profile.attributes.append(try attribute(name, item, role))
    }
    for exclusion in item[ProfileKeys.exclusions]?.items ?? [] {
      profile.exclusions.append(
        ProfileDefinition.Exclusion(
          column: exclusion.certainText(ProfileKeys.column),
          words: exclusion[ProfileKeys.excluded]?.items.map(\.word) ?? [],
          reason: exclusion.certainText(ProfileKeys.reason)))
    }
    return profile
  }

  /// Refuses keys that features of the role do not have, and asks for the one that barriers need.
  private static func requireFitting(
    _ item: ConfigurationItem, _ role: FeatureRole
  ) throws(FormatError) {
    let owners = [
      (ProfileKeys.barrierClass, FeatureRole.barrier), (ProfileKeys.status, .barrier),
      (ProfileKeys.species, .range),
    ]
    for (key, owner) in owners where owner != role {
      if let stranger = item[key] {
        throw stranger.fault(
          "is for the role \(owner.word), and the role is \(role.word)",
          help: "leave it out, or write role: \"\(owner.word)\"")
      }
    }
    if role == .barrier, item[ProfileKeys.barrierClass] == nil {
      throw item.fault(
        "lacks class", help: "add class: one word for all, or { column: …, values: { … } }")
    }
  }

  private static func choice<Word>(
    _ item: ConfigurationItem, otherwise: String?, _ word: (String) -> Word?
  ) throws(FormatError) -> ProfileDefinition.Choice<Word>? {
    if let text = item.text { return word(text).map(ProfileDefinition.Choice.always) }
    let table = try words(item)
    return .column(
      item.certainText(ProfileKeys.column),
      words: table.compactMapValues { $0.text.flatMap(word) }, otherwise: otherwise.flatMap(word))
  }

  /// Returns the words of a column and what they mean; two spellings of one word are refused.
  private static func words(
    _ item: ConfigurationItem
  ) throws(FormatError) -> [String: ConfigurationItem] {
    var words: [String: ConfigurationItem] = [:]
    var spellings: [String: String] = [:]
    for (name, _, item) in item[ProfileKeys.values]?.members ?? [] {
      if let other = spellings.updateValue(name, forKey: name.word) {
        throw item.fault(
          "is the same word as \(JSONValue.text(other).text)",
          help: "case, blanks and underscores do not count: keep one of them")
      }
      words[name] = item
    }
    return words
  }

  private static func attribute(
    _ name: String, _ item: ConfigurationItem, _ role: FeatureRole
  ) throws(FormatError) -> ProfileDefinition.Attribute {
    let field = try field(name, item, role)
    if let column = item.text { return ProfileDefinition.Attribute(field, columns: [column]) }
    var unit: MeasureUnit?
    if let word = item[ProfileKeys.unit] {
      let fitting = MeasureUnit.allCases.filter { $0.fits(field) }.map(\.rawValue)
      guard !fitting.isEmpty else {
        throw word.fault("is for an attribute without unit", help: "leave it out")
      }
      try ConfigurationChecker.require(word.word, in: fitting, word)
      unit = MeasureUnit(rawValue: word.word)
    }
    return ProfileDefinition.Attribute(
      field, columns: item.texts(ProfileKeys.columns), unit: unit,
      words: try AttributeWords(field, role).values(try words(item)))
  }

  private static func field(
    _ name: String, _ item: ConfigurationItem, _ role: FeatureRole
  ) throws(FormatError) -> CanonicalField {
    // These have keys of their own.
    let own: Set = role == .barrier ? ["class", "status"] : []
    let fields = CanonicalField.all(for: role).filter { !own.contains($0.name) }
    if let field = fields.first(where: { $0.name == name }) { return field }
    if own.contains(name) {
      throw item.fault("is no attribute", help: "\(name) is a key of the profile itself")
    }
    let near = nearest(to: name, in: fields.map(\.name)).map { "did you mean \($0)? " } ?? ""
    throw item.fault(
      "is no attribute of the role \(role.word)",
      help: near + "they are \(fields.map(\.name).joined(separator: ", "))")
  }
}
