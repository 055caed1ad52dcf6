/// Why a number of one edition differs from that of another.
package enum ChangeCause: String, Sendable, CaseIterable, Comparable {
  /// Barriers, ranges, regions or countries.
  case data
  /// The model or the settings.
  case parameters
  /// Kulan, or a library that it computes with.
  case program
  /// What the editions cover: one has a species, region or scenario that the other has not.
  case coverage
  /// None of these: one of the editions is not what its manifest says.
  case unknown

  init(_ cause: Staleness.Cause) {
    self =
      switch cause {
      case .data: .data
      case .parameters: .parameters
      case .program: .program
      }
  }

  package static func < (one: ChangeCause, other: ChangeCause) -> Bool {
    allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
  }
}

extension Sequence<ChangeCause> {
  /// The words, as tables have them.
  package var words: String { map(\.rawValue).joined(separator: ", ") }
}

/// Says why numbers of two editions differ, by what their manifests say of the work units.
package struct EditionCauses: Sendable {
  private struct Key: Hashable {
    let subject: String
    let scenario: String
  }

  private let old: EditionRecord
  private let new: EditionRecord
  private let units: (old: [Key: UnitIdentity], new: [Key: UnitIdentity])

  /// Compares two manifests.
  init(_ old: EditionRecord, _ new: EditionRecord) {
    (self.old, self.new) = (old, new)
    units = (Self.units(old), Self.units(new))
  }

  private static func units(_ record: EditionRecord) -> [Key: UnitIdentity] {
    // Of a unit that a broken manifest has twice, the last counts.
    record.units.reduce(into: [:]) {
      $0[Key(subject: $1.subject, scenario: $1.scenario)] = $1.identity
    }
  }

  /// Whether the program or its libraries are not the same.
  package var isOtherProgram: Bool {
    old.kulan != new.kulan || old.revision != new.revision || old.libraries != new.libraries
  }

  /// Why a barrier is in one edition only: an edition has the barriers that meet one of its ranges and
  /// regions, so that one may be left out with the range that it lies in.
  package var ofPresence: [ChangeCause] {
    if Set(old.species) == Set(new.species), Set(old.regions) == Set(new.regions) {
      return [.data]
    }
    let hashes = [old, new].map { Set($0.inputs.map { [$0.place, $0.sha256] }) }
    return hashes[0] == hashes[1] ? [.coverage] : [.data, .coverage]
  }

  /// Returns why a number of a unit differs, at least one reason.
  ///
  /// - Parameters:
  ///   - subject: What the unit is about.
  ///   - region: The region that the number is about; empty for all of the range.
  ///   - scenario: The scenario.
  /// - Returns: The reasons, in their order.
  package func causes(
    of subject: UnitSubject, region: String, scenario: String
  ) -> [ChangeCause] {
    let key = Key(subject: subject.label, scenario: scenario)
    guard let before = units.old[key], let after = units.new[key] else {
      return units.old[key] == nil && units.new[key] == nil ? [.unknown] : [.coverage]
    }
    if !region.isEmpty, old.regions.contains(region) != new.regions.contains(region) {
      return [.coverage]
    }
    let causes = after.causes(against: before).map(ChangeCause.init).sorted()
    if causes.isEmpty { return isOtherProgram ? [.program] : [.unknown] }
    return causes
  }

  /// The units of both editions, and why each differs; none for those that are the same.
  package var byUnit: [(subject: String, scenario: String, causes: [ChangeCause])] {
    let news = new.units.filter {
      units.old[Key(subject: $0.subject, scenario: $0.scenario)] == nil
    }
    return (old.units + news).map { unit in
      let key = Key(subject: unit.subject, scenario: unit.scenario)
      guard let before = units.old[key], let after = units.new[key] else {
        return (unit.subject, unit.scenario, [.coverage])
      }
      return (
        unit.subject, unit.scenario, after.causes(against: before).map(ChangeCause.init).sorted()
      )
    }
  }
}
