import GEOSBridge

/// A geometry that an array can hold.
final class GEOSShared {
  /// The geometry.
  let handle: GEOSHandle

  /// Takes ownership of a geometry.
  init(_ handle: consuming GEOSHandle) { self.handle = handle }
}
