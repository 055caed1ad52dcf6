/// Why bytes are not a well-known binary geometry that a column can hold.
public enum WKBError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes end in the middle of something.
  case truncated(atByte: Int)
  /// The byte order mark is neither 0 nor 1.
  case unknownByteOrder(UInt8)
  /// The type is none that the standard defines.
  case unknownType(UInt32)
  /// The type is a curve or surface that is not made of straight edges.
  case curved(String)
  /// A collection mixes points, lines and polygons.
  case mixedCollection
  /// A part is of a type that its multi-geometry cannot hold.
  case misplacedPart(UInt32)
  /// Collections are nested deeper than any sensible file does.
  case nestedTooDeeply

  /// What is wrong, for a reader.
  public var description: String {
    switch self {
    case .truncated(let byte): "the geometry is cut off at byte \(byte)"
    case .unknownByteOrder(let mark): "the geometry has the byte order mark \(mark), not 0 or 1"
    case .unknownType(let type): "the geometry type \(type) is not defined"
    case .curved(let name):
      "a \(name) has curved edges; make them straight first, "
        + "for instance with ogr2ogr -nlt CONVERT_TO_LINEAR"
    case .mixedCollection:
      "the geometry collection mixes points, lines and polygons; split it by kind first"
    case .misplacedPart(let type): "a part of the geometry has the unfitting type \(type)"
    case .nestedTooDeeply: "geometry collections are nested more than 32 deep"
    }
  }
}
