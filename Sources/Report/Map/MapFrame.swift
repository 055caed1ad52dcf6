internal import Geometry

/// Where the plane of a projection lies on the drawing.
///
/// Places on the drawing are in tenths of a pixel from its upper left corner, so that they are whole
/// numbers where they are written.
struct MapFrame {
  /// The width of every drawing in pixels.
  static let width = 1000.0
  /// The least and greatest height in pixels.
  private static let heights = 420.0...1000.0
  /// The least extent that is framed, in metres.
  private static let leastExtent = 20_000.0
  /// What stays free around what is framed, as a part of its extent.
  private static let margin = 0.04

  /// Pixels per metre.
  let scale: Double
  /// The height in pixels.
  let height: Double
  private let west: Double
  private let north: Double

  /// Fits a box of the plane, which is not empty.
  init(around box: Box) {
    let width = max(box.maxX - box.minX, Self.leastExtent) * (1 + 2 * Self.margin)
    let height = max(box.maxY - box.minY, Self.leastExtent) * (1 + 2 * Self.margin)
    let bounds = Self.heights
    self.height =
      min(max(Self.width * height / width, bounds.lowerBound), bounds.upperBound).rounded()
    scale = min(Self.width / width, self.height / height)
    west = (box.minX + box.maxX - Self.width / scale) / 2
    north = (box.minY + box.maxY + self.height / scale) / 2
  }

  /// Kilometres per pixel, at the centre of the projection.
  var kilometresPerPixel: Double { 1 / (1000 * scale) }

  /// The drawing, in tenths of a pixel.
  var box: Box { Box(minX: 0, minY: 0, maxX: 10 * Self.width, maxY: 10 * height) }

  /// Turns interleaved metres on the plane into tenths of pixels.
  func draw(_ plane: inout [Double]) {
    for index in stride(from: 0, to: plane.count - 1, by: 2) {
      plane[index] = (plane[index] - west) * scale * 10
      plane[index + 1] = (north - plane[index + 1]) * scale * 10
    }
  }

  /// The place on the plane of a place on the drawing.
  func plane(_ place: Position) -> Position {
    Position(west + place.x / (10 * scale), north - place.y / (10 * scale))
  }
}
