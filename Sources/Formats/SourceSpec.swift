internal import Foundation
public import Geometry

/// What a user types to name an input: `FILE`, `FILE:LAYER`, or `-` for GeoJSON on standard input.
public struct SourceSpec: Sendable, Hashable, CustomStringConvertible {
  /// The path of the file or folder, or `-`.
  public let path: String
  /// The layer, where one is named.
  public let layer: String?

  /// Names an input.
  public init(path: String, layer: String? = nil) {
    self.path = path
    self.layer = layer
  }

  /// Reads what a user typed.
  ///
  /// A file that exists under the whole text wins; else the longest beginning that ends before a
  /// colon and exists is the file and the rest is the layer. If none exists, the text is split at
  /// its last colon, unless a slash follows.
  public init(_ text: String) {
    let colons = text.indices.filter { text[$0] == ":" }.reversed()
    let exists = { (path: String) in FileManager.default.fileExists(atPath: path) }
    let isWhole = text == "-" || exists(text)
    let colon =
      colons.first { exists(String(text[..<$0])) }
      ?? colons.first.flatMap { text[$0...].contains("/") ? nil : $0 }
    guard !isWhole, let colon, colon != text.startIndex, text.index(after: colon) != text.endIndex
    else {
      self.init(path: text)
      return
    }
    self.init(path: String(text[..<colon]), layer: String(text[text.index(after: colon)...]))
  }

  /// What the user would type.
  public var description: String { layer.map { "\(path):\($0)" } ?? path }

  /// Returns the layer that is meant.
  ///
  /// That is the named layer; else the only layer that can hold geometry of the wanted kind. Layers
  /// known to be empty give way to others, layers of a declared type go before layers of any type,
  /// and of the layers that OSM files always have, `points`, `lines` and `multipolygons` are meant.
  ///
  /// - Parameters:
  ///   - dataset: The opened input.
  ///   - kind: The kind of geometry that is wanted; nil for any.
  /// - Returns: The header of the layer.
  /// - Throws: `usage` when there is no such layer, or when several are possible; `badData` when
  ///   none can hold the wanted kind.
  public func layer(
    in dataset: any DatasetReader, of kind: GeometryKind? = nil
  ) throws(FormatError) -> LayerHeader {
    let layers = dataset.layers
    if let layer {
      guard let header = layers.first(where: { $0.name == layer }) else {
        throw FormatError(noLayer: layer, in: path, layers: layers)
      }
      return header
    }
    var fitting = layers.filter { $0.geometryType.canHold(kind) }
    guard !fitting.isEmpty else { throw nothingFits(kind, layers) }
    fitting.narrow { $0.featureCount != 0 }
    fitting.narrow { $0.geometryType != .unknown }
    if dataset.format == "OSM" {
      fitting.narrow { ["points", "lines", "multipolygons"].contains($0.name) }
    }
    guard fitting.count == 1, let only = fitting.first else { throw severalFit(fitting) }
    return only
  }

  private func nothingFits(_ kind: GeometryKind?, _ layers: [LayerHeader]) -> FormatError {
    let list = layers.map { "\($0.name) (\($0.geometryType.rawValue))" }.joined(separator: ", ")
    return FormatError(
      .badData,
      kind.map { "\(path) has no layer of \($0.plural)" } ?? "\(path) has no layers",
      help: list.isEmpty ? "check that it is the right file" : "it has: \(list)")
  }

  private func severalFit(_ layers: [LayerHeader]) -> FormatError {
    let choices = layers.map { "\(path):\($0.name)" }.joined(separator: "\n       ")
    return FormatError(
      .usage, "\(path) has several layers that could be meant",
      help: "name one of them:\n       \(choices)")
  }
}

extension [LayerHeader] {
  /// Keeps the layers that satisfy `isBetter`, if there are any.
  fileprivate mutating func narrow(_ isBetter: (LayerHeader) -> Bool) {
    if contains(where: isBetter) { removeAll { !isBetter($0) } }
  }
}

extension GeometryType {
  /// Whether rows of a layer of this type can be of `kind`; any layer can be of no wanted kind.
  fileprivate func canHold(_ kind: GeometryKind?) -> Bool {
    switch (kind, self) {
    case (nil, _), (.point, .point), (.point, .multiPoint), (.line, .lineString),
      (.line, .multiLineString), (.polygon, .polygon), (.polygon, .multiPolygon),
      (.some(.none), .none):
      true
    case (.some(.none), _), (_, .none): false
    case (_, .unknown): true
    default: false
    }
  }
}

extension GeometryKind {
  /// The kind in a sentence.
  fileprivate var plural: String {
    switch self {
    case .none: "rows without geometry"
    case .point: "points"
    case .line: "lines"
    case .polygon: "polygons"
    }
  }
}
