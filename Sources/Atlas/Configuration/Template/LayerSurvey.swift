internal import Formats
internal import Landscape

/// Looks at the first features of a layer to see what they are.
struct LayerSurvey {
  /// What a configuration writes to name the layer.
  let name: String
  let header: LayerHeader
  let path: String

  /// How many features are looked at where the first ones are of no use.
  private static let limit = 20_000

  /// What the first features are.
  private struct Sample {
    var count = 0
    var kept: [FeatureRole: Int] = [:]
    var schematic = 0

    /// What most of the features are, of those that an atlas has a use for.
    var role: FeatureRole? {
      let usable = FeatureRole.allCases.filter { $0.sourceList != nil && kept[$0] ?? 0 > 0 }
      return usable.max { (kept[$0] ?? 0, $1.rawValue) < (kept[$1] ?? 0, $0.rawValue) }
    }
  }

  /// Says what the layer can be for an atlas.
  func found(in dataset: any DatasetReader) async throws -> FoundLayer {
    guard
      let detection = Profile.detect(fields: header.fields, geometryType: header.geometryType)
    else {
      let columns = header.fields.map(\.name)
      return FoundLayer(
        name,
        unused: columns.isEmpty
          ? "it has no columns, so that no profile knows it"
          : "no profile knows its columns: \(columns.joined(separator: ", "))")
    }
    do {
      let sample = try await sample(detection.profile, in: dataset)
      guard let role = sample.role else {
        return FoundLayer(
          name,
          unused: sample.count == 0
            ? "it has no features"
            : "the first \(counted(sample.count, "feature")) are of no use here (\(detection.content))"
        )
      }
      return FoundLayer(
        name, as: role, profile: detection.profile.name, reason: reason(detection),
        isSchematic: sample.schematic == sample.count)
    } catch let error as FormatError {
      return FoundLayer(name, unused: error.problem.replacing(path, with: name))
    }
  }

  private func reason(_ detection: Profile.Detection) -> String {
    let count = header.featureCount.map { "; \(counted($0, "feature"))" } ?? ""
    return detection.reason + count
  }

  private func sample(_ profile: Profile, in dataset: any DatasetReader) async throws -> Sample {
    var mapper = try ProfileMapper(profile, header: header)
    var query = LayerQuery(SourceSpec(path: path, layer: header.name))
    query.batchSize = 1000
    let stream = try LayerStream(query, in: dataset)
    var sample = Sample()
    while sample.role == nil, sample.count < Self.limit, let batch = try await stream.next() {
      let mapped = mapper.map(batch)
      for role in FeatureRole.allCases {
        sample.kept[role, default: 0] += mapped.isKept(as: role).count(where: \.self)
      }
      sample.count += batch.count
      sample.schematic += batch.schematicCount
    }
    return sample
  }
}

extension FeatureBatch {
  /// How many features say in a column `note` that they are schematic.
  fileprivate var schematicCount: Int {
    guard let note = columns.first(where: { $0.field.name.lowercased() == "note" }) else {
      return 0
    }
    return (0..<count).count { row in
      if case .text(let text) = note[row] { text.lowercased().contains("schematic") } else { false }
    }
  }
}
