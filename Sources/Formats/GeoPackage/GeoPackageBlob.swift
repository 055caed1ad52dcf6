internal import Geometry

/// The header that GeoPackage puts before the well-known binary of every geometry (spec §2.1.3).
struct GeoPackageBlobHeader {
  /// Where the well-known binary starts.
  let wkbOffset: Int
  /// The box around the geometry, if the header has one; empty for an empty geometry.
  let envelope: Box?

  /// Reads the header at the start of a blob.
  init(_ blob: Span<UInt8>) throws(GeoPackageBlobError) {
    guard blob.count >= 8 else { throw .truncated(blob.count) }
    guard blob[0] == UInt8(ascii: "G"), blob[1] == UInt8(ascii: "P") else { throw .notGeoPackage }
    guard blob[2] == 0 else { throw .unknownVersion(blob[2]) }
    let flags = blob[3]
    guard flags & 0b10_0000 == 0 else { throw .extended }
    let ordinates: Int
    switch flags >> 1 & 0b111 {
    case 0: ordinates = 0
    case 1: ordinates = 4
    case 2, 3: ordinates = 6
    case 4: ordinates = 8
    case let code: throw .unknownEnvelope(code)
    }
    wkbOffset = 8 + 8 * ordinates
    guard blob.count >= wkbOffset else { throw .truncated(blob.count) }
    guard ordinates > 0 else {
      envelope = nil
      return
    }
    let isLittleEndian = flags & 1 == 1
    let box = Box(
      minX: Self.ordinate(blob, 8, isLittleEndian), minY: Self.ordinate(blob, 24, isLittleEndian),
      maxX: Self.ordinate(blob, 16, isLittleEndian), maxY: Self.ordinate(blob, 32, isLittleEndian))
    envelope = box.isEmpty ? .empty : box
  }

  private static func ordinate(_ blob: Span<UInt8>, _ offset: Int, _ isLittle: Bool) -> Double {
    let bits = blob.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(bitPattern: isLittle ? UInt64(littleEndian: bits) : UInt64(bigEndian: bits))
  }

  /// Appends the header of a geometry: little-endian, with an envelope unless `envelope` is nil.
  static func append(srs: Int32, envelope: Box?, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, envelope == nil ? 1 : 3])
    withUnsafeBytes(of: srs.littleEndian) { bytes.append(contentsOf: $0) }
    guard let box = envelope else { return }
    for ordinate in [box.minX, box.maxX, box.minY, box.maxY] {
      withUnsafeBytes(of: ordinate.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
  }
}

/// Why a blob is not a geometry of a GeoPackage.
enum GeoPackageBlobError: Error, Hashable, CustomStringConvertible {
  case truncated(Int)
  case notGeoPackage
  case unknownVersion(UInt8)
  case unknownEnvelope(UInt8)
  case extended

  var description: String {
    switch self {
    case .truncated(let count): "the geometry is cut off at byte \(count), in its header"
    case .notGeoPackage: "the geometry does not start with the letters GP"
    case .unknownVersion(let version): "the geometry has the unknown header version \(version)"
    case .unknownEnvelope(let code): "the geometry has an envelope of the undefined kind \(code)"
    case .extended:
      "the geometry is of a type that an extension defines; convert the layer first, "
        + "for instance with ogr2ogr"
    }
  }
}
