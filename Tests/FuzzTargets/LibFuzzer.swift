import Foundation

/// The reader that `KULAN_FUZZ_TARGET` names.
private let target = FuzzTarget(
  rawValue: ProcessInfo.processInfo.environment["KULAN_FUZZ_TARGET"] ?? "")

/// What libFuzzer calls with every input that it thinks of; the tests do not.
@_cdecl("LLVMFuzzerTestOneInput")
func readOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target else { fatalError("set KULAN_FUZZ_TARGET to wkb, geojson or geopackage") }
  target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
