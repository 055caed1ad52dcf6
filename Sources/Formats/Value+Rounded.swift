/// Numbers of the tables, rounded to what they are good for.
extension Value {
  /// A length, to the millimetre.
  package static func metres(_ metres: Double) -> Value { .real((metres * 1000).rounded() / 1000) }

  /// A share or permeability: six decimals are far more than a judged number has.
  package static func share(_ p: Double) -> Value { .real((p * 1e6).rounded() / 1e6) }

  /// A longitude or latitude, to the centimetre.
  package static func degrees(_ degrees: Double) -> Value { .real((degrees * 1e7).rounded() / 1e7) }
}
