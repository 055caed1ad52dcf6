/// The program that makes editions.
package enum AtlasProgram {
  /// The version of Kulan.
  package static let version = "0.1.0"

  /// The number of the way in which work units are computed. It rises with every change that gives
  /// other results from the same inputs, so that nothing stored before is taken for current.
  package static let revision = 2
}
