#if GDAL
  internal import CGDAL

  /// Collects what GDAL says while it works, so that nothing reaches standard error.
  ///
  /// GDAL keeps its stack of handlers per thread; messages of its own worker threads are not seen.
  final class GDALMessages {
    /// How many messages of one kind are kept; a broken file can give one for each feature.
    private static let limit = 20

    /// The failures since the last ``takeFailures()``, first first.
    private(set) var failures: [String] = []
    /// The number of failures ever, kept or not.
    private(set) var failureCount = 0
    /// The warnings, first first, each once.
    private(set) var warnings: [String] = []

    /// Calls `body` and keeps the messages that GDAL gives meanwhile.
    func collect<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
      let handler: CPLErrorHandler = { severity, _, text in
        guard let text, let this = CPLGetErrorHandlerUserData() else { return }
        let messages = Unmanaged<GDALMessages>.fromOpaque(this).takeUnretainedValue()
        messages.append(severity, String(cString: text))
      }
      CPLPushErrorHandlerEx(handler, Unmanaged.passUnretained(self).toOpaque())
      defer { CPLPopErrorHandler() }
      return try body()
    }

    /// Returns the failures since the last call and forgets them.
    func takeFailures() -> [String] {
      defer { failures = [] }
      return failures
    }

    /// Calls `body`, and turns its nil into an error with what GDAL said.
    func unwrap<Value>(_ step: String, _ body: () -> Value?) throws(GDALError) -> Value {
      if let value = collect(body) { return value }
      throw GDALError(step: step, messages: takeFailures())
    }

    /// Calls `body`, and turns a code other than `OGRERR_NONE` into an error with what GDAL said.
    func check(_ step: String, _ body: () -> OGRErr) throws(GDALError) {
      guard collect(body) != OGRERR_NONE else { return }
      throw GDALError(step: step, messages: takeFailures())
    }

    private func append(_ severity: CPLErr, _ text: String) {
      switch severity {
      case CE_Failure, CE_Fatal:
        failureCount += 1
        if failures.count < Self.limit && !failures.contains(text) { failures.append(text) }
      case CE_Warning:
        if warnings.count < Self.limit && !warnings.contains(text) { warnings.append(text) }
      default: break
      }
    }
  }
#endif
