internal import CGEOS

/// The only owner of one `GEOSGeometry`; keeps its context alive.
package struct GEOSHandle: ~Copyable {
  let context: GEOSContext
  let pointer: OpaquePointer
  private var isReleased = false

  init(context: GEOSContext, pointer: OpaquePointer) {
    self.context = context
    self.pointer = pointer
  }

  deinit { if !isReleased { GEOSGeom_destroy_r(context.handle, pointer) } }

  /// Gives the geometry to a C function that takes ownership of it, even when it fails.
  consuming func release() -> OpaquePointer {
    isReleased = true
    return pointer
  }
}

extension GEOSHandle {
  /// Whether the geometry has no vertices (`GEOSisEmpty_r`).
  package var isEmpty: Bool {
    get throws(GEOSError) {
      try context.unwrap(predicate: GEOSisEmpty_r(context.handle, pointer), "GEOSisEmpty_r")
    }
  }

  /// The area in the plane, in square units of the coordinates (`GEOSArea_r`).
  package var planarArea: Double {
    get throws(GEOSError) { try measure("GEOSArea_r") { GEOSArea_r($0, $1, $2) } }
  }

  /// The length in the plane, of polygons the perimeter (`GEOSLength_r`).
  package var planarLength: Double {
    get throws(GEOSError) { try measure("GEOSLength_r") { GEOSLength_r($0, $1, $2) } }
  }

  /// Returns the least distance in the plane; 0 where one is empty (`GEOSDistance_r`).
  package func planarDistance(to other: borrowing GEOSHandle) throws(GEOSError) -> Double {
    var result = 0.0
    let code = GEOSDistance_r(context.handle, pointer, other.pointer, &result)
    return try context.unwrap(code == 1 ? result : nil, "GEOSDistance_r")
  }

  private func measure(
    _ function: String,
    _ body: (GEOSContextHandle_t, OpaquePointer, UnsafeMutablePointer<Double>) -> Int32
  ) throws(GEOSError) -> Double {
    var result = 0.0
    let code = body(context.handle, pointer, &result)
    return try context.unwrap(code == 1 ? result : nil, function)
  }
}
