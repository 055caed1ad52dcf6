/// A number that is no time: how large an error is, for instance.
struct Observation {
  /// What was measured.
  let name: String
  /// The number.
  let value: Double
  /// Its unit.
  let unit: String
  /// The greatest value that is good enough.
  let limit: Double

  /// Whether it is good enough.
  var isMet: Bool { value <= limit }

  /// The result as one line of JSON.
  var json: String {
    #"{"name":"\#(name)","value":\#(value),"unit":"\#(unit)","limit":\#(limit)}"#
  }
}
