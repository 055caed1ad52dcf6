internal import Formats
internal import Geometry
internal import Permeability

/// The lines of one source while they are being read, from as many layers as hold any.
struct PlanLines {
  /// The pieces in the order of the file.
  private(set) var pieces: [PlanPiece] = []
  /// What a reader should know.
  private(set) var notes: [String] = []
  /// Features of other kinds, by layer.
  private(set) var others: [String] = []
  /// The lines that were read, whether they can be used or not.
  private(set) var lineCount = 0
  /// Lines without a class.
  private(set) var withoutClass = 0
  /// Whether degrees were computed for any line, and not read.
  private(set) var isTransformed = false
  private var withoutLength = 0
  private let settings: DesignSettings

  init(settings: DesignSettings) { self.settings = settings }

  /// Reads a layer.
  ///
  /// - Parameters:
  ///   - stream: The features.
  ///   - prefix: What ids begin with, where the source has several layers of lines.
  /// - Throws: What reading throws.
  mutating func read(_ stream: LayerStream, prefix: String) async throws {
    var features = try PlanFeatures(stream.header, settings: settings)
    var kinds: [GeometryKind: Int] = [:]
    while let batch = try await stream.next() {
      let designs = features.designs(of: batch)
      for row in 0..<batch.count {
        kinds[batch.geometry.kinds[row], default: 0] += 1
        guard batch.geometry.kinds[row] == .line else { continue }
        guard let design = designs[row] else {
          withoutClass += 1
          continue
        }
        add(
          batch.geometry.slots[row], of: batch.geometry.lines, design,
          feature: prefix + batch.ids[row].description, name: features.name(of: row, batch))
      }
    }
    lineCount += kinds[.line] ?? 0
    isTransformed = isTransformed || stream.report.isTransformed
    note(kinds, in: stream.header.name)
    note(stream.report)
    notes += features.faults.sorted { $0.key < $1.key }.map { fault, count in
      "\(fault): left out\(count > 1 ? " \(count) times" : "")"
    }
  }

  private mutating func add(
    _ row: Int, of lines: LineColumn, _ design: BarrierDesign, feature: String, name: String?
  ) {
    for path in lines.pathIndices(of: row) {
      let piece = PlanPiece(
        path: path, of: lines.paths, feature: feature, name: name, design: design)
      if let piece { pieces.append(piece) } else { withoutLength += 1 }
    }
  }

  private mutating func note(_ kinds: [GeometryKind: Int], in layer: String) {
    let words: [(GeometryKind, String)] = [
      (.point, "point"), (.polygon, "polygon"), (.none, "row without geometry"),
    ]
    for (kind, word) in words {
      guard let count = kinds[kind] else { continue }
      let plural = kind == .none ? "rows without geometry" : word + "s"
      others.append("\(count == 1 ? "1 \(word)" : "\(count) \(plural)") in \(layer)")
    }
  }

  private mutating func note(_ report: CleaningReport) {
    notes += report.notes
    notes += report.repairs.map { "feature \($0.id) was repaired: \($0.reason)" }
    notes += report.rejections.map { "feature \($0.id) was set aside: \($0.reason)" }
  }

  /// What was left out, for a reader.
  var omissions: [String] {
    var omissions: [String] = []
    if !others.isEmpty {
      omissions.append("no lines and left out: \(others.joined(separator: ", "))")
    }
    if withoutLength > 0 {
      omissions.append("paths without length left out: \(withoutLength)")
    }
    if withoutClass > 0 {
      omissions.append("lines without a class left out: \(withoutClass)")
    }
    return omissions
  }
}
