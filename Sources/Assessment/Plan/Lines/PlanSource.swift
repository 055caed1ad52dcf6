internal import Formats
internal import Geometry

/// One source of a plan: its layers that may hold lines, and whether its coordinates can be right.
struct PlanSource {
  private let query: LayerQuery
  private let dataset: any DatasetReader
  /// The extent of the atlas in degrees, if it is known.
  private let extent: Box?

  /// Opens a source.
  ///
  /// - Throws: When it is missing or cannot be read.
  init(_ query: LayerQuery, extent: Box?) throws(FormatError) {
    self.query = query
    self.extent = extent
    dataset = try Datasets.open(query.source.path, sql: query.sql)
  }

  /// Reads all lines: those of the named layer, else those of every layer that has any.
  ///
  /// - Throws: `badData` where there is no line, or no line can be where its coordinates say.
  func read(into lines: inout PlanLines) async throws {
    let layers = try layers()
    let isOne = layers.count == 1
    var rejection: String?
    for layer in layers {
      if layer.crs == nil, query.cleaning.sourceCRS == nil {
        let box = try extentOfLines(in: layer)
        if box.isEmpty { continue }
        throw withoutCRS(layer, box)
      }
      var query = query
      query.kind = nil
      query.source = SourceSpec(path: query.source.path, layer: layer.name)
      let stream = try LayerStream(query, in: dataset)
      let before = lines.lineCount
      try await lines.read(stream, prefix: isOne ? "" : "\(layer.name)/")
      if lines.lineCount == before, !stream.report.rejections.isEmpty,
        !stream.report.isTransformed
      {
        try requireDegrees(layer)
        rejection = stream.report.rejections.first?.reason
      }
    }
    if lines.lineCount == 0, let rejection { throw withoutUse(rejection) }
    if lines.lineCount == 0 { throw withoutLines(lines, layers) }
    if lines.pieces.isEmpty && lines.withoutClass > 0 { throw withoutClass() }
    if lines.pieces.isEmpty { throw withoutLength() }
  }

  /// The layers that may hold lines.
  private func layers() throws(FormatError) -> [LayerHeader] {
    if query.source.layer != nil { return [try query.source.layer(in: dataset)] }
    let fitting = dataset.layers.filter {
      [.unknown, .lineString, .multiLineString].contains($0.geometryType)
    }
    guard fitting.isEmpty else { return fitting.filter { $0.featureCount != 0 } }
    // Says which layers there are.
    return [try query.source.layer(in: dataset, of: .line)]
  }

  /// Where the lines of a layer lie in its own coordinates; empty for none.
  private func extentOfLines(in layer: LayerHeader) throws(FormatError) -> Box {
    let reader = try dataset.open(layer: layer.name)
    var box = Box.empty
    while let batch = try reader.next(limit: query.batchSize) {
      for row in batch.geometry.rows(of: .line) { box.formUnion(batch.geometry.box(of: row)) }
    }
    return box
  }
}

// MARK: - What can be wrong

extension PlanSource {
  private var path: String { query.source.path }

  private func withoutLines(_ lines: PlanLines, _ layers: [LayerHeader]) -> FormatError {
    let found = lines.others + lines.notes
    return FormatError(
      .badData, "\(query.source) has no line: a plan is a line or several",
      help: found.isEmpty
        ? "the layers \(layers.map(\.name).joined(separator: ", ")) have no lines"
        : "it has: \(found.joined(separator: "; "))")
  }

  private func withoutUse(_ reason: String) -> FormatError {
    FormatError(
      .badData, "no line of \(query.source) can be used: \(reason)",
      help: "check that it is the right file")
  }

  private func withoutLength() -> FormatError {
    FormatError(
      .badData, "no line of \(query.source) has a length", help: "check that it is the right file")
  }

  private func withoutClass() -> FormatError {
    FormatError(
      .usage, "\(query.source) does not say what is planned",
      help: "say what it is: --set class=railway, or road, fence, pipeline, canal")
  }

  private func withoutCRS(_ layer: LayerHeader, _ box: Box) -> FormatError {
    FormatError(
      .badData, "layer \(layer.name) of \(path) does not say which CRS it is in",
      help: "give the CRS of the coordinates with \(query.cleaning.sourceCRSOption); "
        + advice(for: box))
  }

  /// Refuses coordinates that are taken for degrees and can be none.
  private func requireDegrees(_ layer: LayerHeader) throws(FormatError) {
    let box = try extentOfLines(in: layer)
    if box.isEmpty || box.mayBeDegrees { return }
    if box.isSurelySwapped { throw swapped(box) }
    throw FormatError(
      .badData, "the coordinates of layer \(layer.name) of \(path) are no degrees",
      help: "give their CRS with \(query.cleaning.sourceCRSOption); " + advice(for: box))
  }

  /// Refuses a line that lies in the extent only with its axes exchanged.
  ///
  /// - Parameters:
  ///   - box: Where the lines lie, in degrees.
  ///   - isTransformed: Whether degrees were computed, and not read.
  /// - Throws: `badData` where they do.
  func requireOrder(of box: Box, isTransformed: Bool) throws(FormatError) {
    guard let extent, !isTransformed, !extent.contains(box), extent.contains(box.swapped),
      !extent.contains(x: (box.minX + box.maxX) / 2, y: (box.minY + box.maxY) / 2)
    else { return }
    throw swapped(box)
  }

  private func swapped(_ box: Box) -> FormatError {
    FormatError(
      .badData,
      "the coordinates of \(query.source) seem to be latitude before longitude: x goes from "
        + "\(box.minX) to \(box.maxX) and y from \(box.minY) to \(box.maxY)",
      help: "write longitude first, then latitude")
  }

  /// Says in which systems the coordinates make sense.
  private func advice(for box: Box) -> String {
    if (-180...180).contains(box.minX), box.maxX <= 180, (-90...90).contains(box.minY),
      box.maxY <= 90
    {
      return "they look like degrees: EPSG:4326"
    }
    let likely = LikelyCRS.candidates(for: box, within: extent)
    if !likely.isEmpty {
      return "likely ones are:\n       " + LikelyCRS.inWords(likely)
    }
    let isNorthFirst = !LikelyCRS.candidates(for: box.swapped, within: extent).isEmpty
    return isNorthFirst
      ? "they seem to be north before east: exchange them first"
      : "the drawing says it, or its author; zones of UTM are EPSG:326xx, of Pulkovo 1942 EPSG:284xx"
  }
}

extension Box {
  /// The box with x and y exchanged.
  fileprivate var swapped: Box { Box(minX: minY, minY: minX, maxX: maxY, maxY: maxX) }

  /// Whether another box lies in this one.
  fileprivate func contains(_ other: Box) -> Bool {
    contains(x: other.minX, y: other.minY) && contains(x: other.maxX, y: other.maxY)
  }

  /// Whether x could be a longitude and y a latitude.
  fileprivate var mayBeDegrees: Bool {
    minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90
  }

  /// Whether x could be a latitude and y a longitude, and y no latitude.
  fileprivate var isSurelySwapped: Bool {
    minX >= -90 && maxX <= 90 && minY >= -180 && maxY <= 180 && max(-minY, maxY) > 90
  }
}
