#if GDAL
  internal import CGDAL

  /// A list of `NAME=VALUE` as GDAL takes it, in the two types by which its functions call it.
  struct GDALOptions {
    /// The list as `char **`.
    let mutable: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    /// The list as `const char *const *`.
    var constant: UnsafePointer<UnsafePointer<CChar>?>? {
      mutable.map {
        UnsafePointer(UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self))
      }
    }
  }

  /// Calls `body` with a list of options that lives as long as the call.
  func withOptions<Result>(_ options: [String], _ body: (GDALOptions) -> Result) -> Result {
    var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    for option in options { list = CSLAddString(list, option) }
    defer { CSLDestroy(list) }
    return body(GDALOptions(mutable: list))
  }
#endif
