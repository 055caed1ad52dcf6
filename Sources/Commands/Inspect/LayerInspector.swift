internal import Formats
internal import Landscape

/// Reads layers one after the other and remembers what they have in common.
struct LayerInspector {
  /// What is wanted of every layer.
  let options: LayerOptions
  /// The command line.
  let arguments: Arguments
  /// The profile, or how it is chosen.
  let profile: String
  /// Where progress is drawn.
  let console: Console
  /// Whether only what the layers say of themselves is wanted.
  let isDryRun: Bool

  private var repeats = RepeatFinder()
  private var names: [String] = []

  init(options: LayerOptions, profile: String, arguments: Arguments, console: Console) {
    self.options = options
    self.profile = profile
    self.arguments = arguments
    self.console = console
    isDryRun = arguments.has(.dryRun)
  }

  /// Inspects the named layer of a file, or all of them.
  mutating func inspect(_ source: SourceSpec) async throws -> [LayerInspection] {
    let dataset = try Datasets.open(source.path, sql: arguments.text(options.sql))
    let layers = source.layer == nil ? dataset.layers : [try source.layer(in: dataset)]
    var inspections: [LayerInspection] = []
    for header in layers {
      let spec = SourceSpec(path: source.path, layer: header.name)
      var inspection = LayerInspection(source: spec, format: dataset.format, header: header)
      if profile == ProfileChoice.words.automatic {
        inspection.detection = Profile.detect(
          fields: header.fields, geometryType: header.geometryType)
      }
      if !isDryRun { try await read(into: &inspection, from: dataset) }
      inspections.append(inspection)
    }
    return inspections
  }

  private mutating func read(
    into inspection: inout LayerInspection, from dataset: any DatasetReader
  ) async throws {
    let query = try options.query(inspection.source, by: arguments)
    names.append(inspection.source.description)
    repeats.beginLayer()
    inspection.isRead = true
    switch Self.open(query, in: dataset) {
    case .success(let stream): try await read(stream, into: &inspection)
    case .failure(let error) where error.kind == .badData:
      // Without a usable CRS the features are shown as they are, with what to do about it.
      inspection.problem = error
      let reader = try dataset.open(layer: inspection.header.name)
      while let batch = try reader.next(limit: query.batchSize) { inspection.add(batch) }
    case .failure(let error): throw error
    }
  }

  private static func open(
    _ query: LayerQuery, in dataset: any DatasetReader
  ) -> Result<LayerStream, FormatError> {
    do {
      return .success(try LayerStream(query, in: dataset))
    } catch {
      return .failure(error)
    }
  }

  private mutating func read(
    _ stream: LayerStream, into inspection: inout LayerInspection
  ) async throws {
    var mapper = try ProfileChoice(profile).mapper(for: inspection.header)
    let progress = Progress("reading \(inspection.source)", unit: "features", on: console)
    defer { progress.finish() }
    while let batch = try await stream.next() {
      inspection.add(batch)
      repeats.add(batch.geometry)
      _ = mapper?.map(batch)
      progress.update(fraction: stream.progress, count: stream.readCount)
    }
    inspection.report = stream.report
    inspection.profile = mapper?.report
    inspection.repeats = repeats.repeats.sorted { $0.key < $1.key }.map {
      (names[$0.key], $0.value)
    }
  }
}
