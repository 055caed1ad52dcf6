public import Formats
internal import Geometry

/// Applies a profile to a layer, batch by batch, and keeps account of what it did.
public struct ProfileMapper: Sendable {
  /// The profile.
  public let profile: Profile
  /// The canonical attributes that ``map(_:)`` fills, in the order of its columns.
  public let fields: [Field]
  /// What was mapped, taken for granted, left out and not understood so far.
  public private(set) var report: ProfileReport

  private let schema: Schema
  private let columns: Columns
  private let meanings: MeaningTable
  private let plan: AttributePlan
  private let slots: [String: Int]

  /// Prepares to read a layer.
  ///
  /// - Parameters:
  ///   - profile: The profile, chosen by ``Profile/detect(fields:geometryType:)`` or by name.
  ///   - header: What the layer says of itself.
  ///   - ranges: Which polygons count, for layers with the columns of the IUCN Red List.
  /// - Throws: `badData` if the layer lacks the columns that the profile reads.
  public init(
    _ profile: Profile, header: LayerHeader, ranges: RangeFilter = .core
  ) throws(FormatError) {
    columns = Columns(header.fields)
    guard var schema = profile.schema(for: columns, header.geometryType)?.schema else {
      throw profile.unsuitable(for: header)
    }
    if profile.name == Profile.iucn.name { schema.filters = ranges.filters }
    self.profile = profile
    self.schema = schema
    meanings = MeaningTable(schema.rules)
    fields = schema.canonicalFields.map(\.field)
    slots = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    plan = AttributePlan(schema.attributes, fields: fields)
    report = ProfileReport(
      profile: profile.name, content: schema.title,
      unreadColumns: columns.names(
        outside: schema.readColumns.union(schema.hasLifecycle ? ["other_tags"] : [])
          .union(slots["status"] == nil ? [] : [schema.statusColumn])))
  }

  /// Maps the next features of the layer.
  public mutating func map(_ batch: FeatureBatch) -> MappedBatch {
    var result = MappedBatch(fields: fields)
    for row in 0..<batch.count {
      let tags = RowTags(batch, row: row, columns: columns, unpacks: schema.hasLifecycle)
      var feature = MappedFeature(
        meaning: decide(tags), values: Array(repeating: .null, count: fields.count))
      refine(&feature, tags)
      readAttributes(of: &feature, tags)
      settle(&feature, tags)
      let exclusion = exclusion(of: feature, tags, kind: batch.geometry.kinds[row])
      report.countFeature(feature.meaning.role, exclusion: exclusion)
      result.roles.append(feature.meaning.role)
      result.exclusions.append(exclusion)
      for (slot, value) in feature.values.enumerated() { result.columns[slot].append(value) }
    }
    return result
  }

  /// Returns what a feature is: the first rule that speaks about it decides.
  private mutating func decide(_ tags: RowTags) -> Meaning {
    var strange: [(column: String, value: String)] = []
    for column in meanings.columns {
      let tag: Lifecycle.Tag? =
        schema.hasLifecycle
        ? Lifecycle.tag(column, of: tags)
        : tags[column].map { Lifecycle.Tag(value: $0.word, status: nil) }
      guard let tag else { continue }
      if var meaning = meanings.meaning(of: tag.value, in: column) {
        if let status = tag.status { meaning.status = status }
        return meaning
      }
      if !schema.openColumns.contains(column) { strange.append((column, tag.value)) }
    }
    for (column, value) in strange {
      countUnknown(value, in: column)
    }
    return schema.usual ?? Meaning(role: schema.role)
  }

  /// Lets the columns that say more about the class say it.
  private func refine(_ feature: inout MappedFeature, _ tags: RowTags) {
    for refinement in schema.refinements {
      guard let barrierClass = feature.meaning.barrierClass,
        refinement.of.contains(barrierClass), let word = tags[refinement.column]?.word,
        let better = refinement.classes[word]
      else { continue }
      feature.meaning.barrierClass = better
      feature.meaning.assumption = nil
    }
  }

  /// Reads the attributes that the role and the family of a feature have.
  private mutating func readAttributes(of feature: inout MappedFeature, _ tags: RowTags) {
    var strange: [(column: String, text: String, isSpecies: Bool)] = []
    var understood: Set<String> = []
    for step in plan.steps(for: feature) {
      let rule = step.rule
      guard let (column, text) = tags.first(of: rule.columns) else { continue }
      let companion = rule.companion.flatMap { tags[$0] }
      guard let value = rule.reading.value(of: text, companion: companion) else {
        strange.append((column, text, rule.reading.isSpecies))
        continue
      }
      understood.insert(column)
      if value != .null, feature.values[step.slot] == .null {
        feature.values[step.slot] = value.converted(to: step.kind)
        report.countMapping(of: rule.field, from: columns.spelling(of: column))
      }
    }
    // Several attributes may be read from one column, and none of them understand its value.
    var counted: Set<String> = []
    for (column, text, isSpecies) in strange
    where !understood.contains(column) || isSpecies {
      guard counted.insert("\(column) \(isSpecies)").inserted else { continue }
      countUnknown(text, in: column, isSpecies: isSpecies)
    }
  }

  /// Counts a value that means nothing, unless it is why the feature is left out.
  private mutating func countUnknown(_ text: String, in column: String, isSpecies: Bool = false) {
    let isReason = schema.filters.contains {
      $0.columns.contains(column) && $0.reasons[text.word] != nil
    }
    if isReason { return }
    report.countUnknown(text, in: columns.spelling(of: column), isSpecies: isSpecies)
  }

  /// Settles class, status and rank of a barrier and records what is taken for granted.
  private mutating func settle(_ feature: inout MappedFeature, _ tags: RowTags) {
    guard feature.meaning.role == .barrier else { return }
    let barrierClass = feature.meaning.barrierClass ?? .unknownLine
    let assumption =
      feature.meaning.barrierClass == nil
      ? "no class of the closed list in the source" : feature.meaning.assumption
    if let assumption { report.countDefault(of: "class", barrierClass.rawValue, assumption) }
    set("class", barrierClass.rawValue, &feature)
    set("status", status(of: feature, tags).rawValue, &feature)
    if let rank = feature.meaning.rank { set("rank", rank, &feature) }
  }

  private func set(_ field: String, _ text: String, _ feature: inout MappedFeature) {
    if let slot = slots[field] { feature.values[slot] = .text(text) }
  }

  /// Returns the status of a barrier: from the tag, else from the column that says it, else existing.
  private mutating func status(of feature: MappedFeature, _ tags: RowTags) -> BarrierStatus {
    if let status = feature.meaning.status { return status }
    if let word = tags[schema.statusColumn] {
      let column = columns.spelling(of: schema.statusColumn)
      if let status = schema.statusWords[word.word] ?? BarrierStatus(reading: word) {
        report.countMapping(of: "status", from: column)
        return status
      }
      if schema.otherStatus == nil { countUnknown(word, in: schema.statusColumn) }
    }
    let status = schema.otherStatus ?? .existing
    report.countDefault(
      of: "status", status.rawValue,
      schema.otherStatus.map { _ in
        "\(columns.spelling(of: schema.statusColumn)) has no value that the profile lists"
      } ?? "no status in the source")
    return status
  }

  /// Returns why a feature is left out by default, if it is.
  private mutating func exclusion(
    of feature: MappedFeature, _ tags: RowTags, kind: GeometryKind
  ) -> String? {
    let role = feature.meaning.role
    if !role.geometryKinds.contains(kind) {
      return kind == .none ? "no geometry" : "a \(role.rawValue) cannot be a \(kind)"
    }
    for filter in schema.filters {
      if let families = filter.families, !families.contains(feature.family) { continue }
      if let reason = reason(of: filter, tags) { return reason }
    }
    return nil
  }

  /// Returns why a filter leaves a feature out, if it does.
  private mutating func reason(of filter: Filter, _ tags: RowTags) -> String? {
    guard let (column, text) = tags.first(of: filter.columns) else {
      guard let missing = filter.missing else { return nil }
      report.countDefault(of: filter.columns[0], missing.value, missing.reason)
      return filter.reasons[missing.value]
    }
    if filter.isClosed, filter.reasons[text.word] == nil, !filter.accepted.contains(text.word) {
      report.countUnknown(text, in: columns.spelling(of: column))
    }
    return filter.reasons[text.word]
  }
}
