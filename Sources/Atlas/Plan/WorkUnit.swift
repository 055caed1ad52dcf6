internal import Formats

/// One part of the work of an atlas: a range or region in one scenario.
package struct WorkUnit: Sendable {
  package let subject: UnitSubject
  /// The name of the scenario.
  package let scenario: String
  /// The hashes of what its results depend on.
  package let identity: UnitIdentity
  /// How much work it is, in segments.
  package let size: Int
  /// The place of its scenario among those of the atlas.
  let scenarioNumber: Int
  /// The place of its area among the ranges or regions.
  let areaNumber: Int

  /// How messages call it.
  package var label: String { "\(subject.label), \(scenario)" }

  /// What names of files and layers have of it: letters, digits and underscores.
  package var slug: String {
    "\(subject.label) \(scenario)".lowercased().map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? String(letter) : "_"
    }.joined()
  }
}

/// What the results of a work unit depend on, by hashes: two units with equal ones have equal results.
package struct UnitIdentity: Sendable, Hashable {
  /// Barriers, ranges, regions and countries.
  package let data: String
  /// The model and the settings.
  package let parameters: String
  /// The program.
  package let program: Int

  /// One name for all three.
  package var key: String {
    ContentHash.text(of: Array("\(data) \(parameters) \(program)".utf8))
  }
}
