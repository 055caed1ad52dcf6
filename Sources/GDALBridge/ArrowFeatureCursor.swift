#if GDAL
  internal import CGDAL

  /// Reads features through the Arrow C stream of a layer, in batches of columns.
  ///
  /// Batches hold 1 024 features: with GDAL's default of 65 536 the buffers grow by reallocation
  /// and long lines read three times slower.
  package final class ArrowFeatureCursor: FeatureCursor {
    private let layer: GDALLayer
    private let messages: GDALMessages
    private let stream: UnsafeMutablePointer<ArrowArrayStream>
    private var batch = ArrowArray()
    private var row = -1
    private var columns: [ArrowColumn] = []
    private var idColumn: ArrowColumn?
    private var geometryColumn: ArrowColumn?

    /// Starts before the first feature of `layer`.
    package init(_ layer: GDALLayer) throws(GDALError) {
      self.layer = layer
      let messages = layer.dataset.messages
      self.messages = messages
      stream = .allocate(capacity: 1)
      stream.initialize(to: ArrowArrayStream())
      messages.collect { OGR_L_ResetReading(layer.handle) }
      let isOpen = messages.collect {
        withOptions(["MAX_FEATURES_IN_BATCH=1024", "INCLUDE_FID=YES"]) {
          OGR_L_GetArrowStream(layer.handle, stream, $0.mutable)
        }
      }
      guard isOpen else {
        throw GDALError(step: "OGR_L_GetArrowStream", messages: messages.takeFailures())
      }
      try readSchema()
      _ = messages.takeFailures()
    }

    deinit {
      messages.collect {
        releaseBatch()
        stream.pointee.release?(stream)
      }
      stream.deallocate()
    }

    /// Finds the columns of the stream: the id, the fields in the order of the layer, the geometry.
    private func readSchema() throws(GDALError) {
      var schema = ArrowSchema()
      guard let read = stream.pointee.get_schema, messages.collect({ read(stream, &schema) }) == 0
      else { throw failure("get_schema") }
      defer { schema.release?(&schema) }
      let children = (0..<Int(schema.n_children)).compactMap { place in
        schema.children[place]?.pointee.format.map {
          ArrowColumn(place: place, format: String(cString: $0))
        }
      }
      let fieldCount = layer.info.fields.count
      guard children.count > fieldCount else { throw failure("get_schema") }
      idColumn = children[0]
      columns = Array(children[1..<1 + fieldCount])
      geometryColumn = children.dropFirst(1 + fieldCount).first
    }

    private func failure(_ function: String) -> GDALError {
      var failures = messages.takeFailures()
      if let text = stream.pointee.get_last_error?(stream).map({ String(cString: $0) }),
        !failures.contains(text)
      {
        failures.append(text)
      }
      return GDALError(step: function, messages: failures)
    }

    private func releaseBatch() {
      batch.release?(&batch)
      batch = ArrowArray()
    }

    package func catchingMessages<Result, Failure: Error>(
      _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result { try messages.collect(body) }

    package func advance() throws(GDALError) -> Bool {
      row += 1
      while row >= batch.length {
        releaseBatch()
        row = 0
        guard let read = stream.pointee.get_next, read(stream, &batch) == 0 else {
          throw failure("get_next")
        }
        let failures = messages.takeFailures()
        if !failures.isEmpty { throw GDALError(step: "get_next", messages: failures) }
        // Before GDAL 3.8 the stream of an empty FlatGeobuf gives empty batches for ever (issue 8509).
        guard batch.release != nil, batch.length > 0 else { return false }
        openColumns()
      }
      return true
    }

    private func openColumns() {
      idColumn?.open(in: batch)
      geometryColumn?.open(in: batch)
      for index in columns.indices { columns[index].open(in: batch) }
    }

    /// Always nil: a stream does not say which feature GDAL complained of, so any complaint is an
    /// error of ``advance()``.
    package var complaint: String? { nil }

    package var id: Int64 { idColumn?.integer(at: row) ?? -1 }

    package func withWKB<Failure: Error>(
      _ body: (RawSpan?) throws(Failure) -> Void
    ) throws(Failure) {
      guard let bytes = geometryColumn?.bytes(at: row), !bytes.isEmpty else { return try body(nil) }
      try body(RawSpan(_unsafeBytes: UnsafeRawBufferPointer(bytes)))
    }

    package func integer(at field: Int) -> Int64? { columns[field].integer(at: row) }

    package func real(at field: Int) -> Double? { columns[field].real(at: row) }

    package func boolean(at field: Int) -> Bool? { columns[field].boolean(at: row) }

    package func withText(at field: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
      guard let bytes = columns[field].bytes(at: row) else { return false }
      body(bytes)
      return true
    }

    package func isoText(at field: Int) -> String? { columns[field].isoText(at: row) }
  }
#endif
