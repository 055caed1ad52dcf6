internal import Landscape

extension Alternative {
  /// The ids of the species whose ranges the plan enters or runs along, in the order of the atlas; those
  /// that it only comes near are not among them.
  var metSpecies: [String] {
    contacts.areas.filter { $0.kind == .range && $0.isMet }.map(\.name)
  }
}

extension CrossedArea {
  /// Whether some length of the plan lies in it or on its boundary; a line that comes near or touches it
  /// in a point does not meet it.
  var isMet: Bool { insideLength + boundaryLength > 0 }

  /// Whether any stretch shares a part of the plan with those stretches of another area that lie in wanted
  /// places.
  func shares(with other: CrossedArea, where isWanted: (Place) -> Bool) -> Bool {
    stretches.contains { own in
      other.stretches.contains { theirs in
        isWanted(theirs.place) && own.line == theirs.line && own.from <= theirs.to
          && theirs.from <= own.to
      }
    }
  }
}

extension Species {
  /// The common name alone, without what stands in parentheses.
  var shortName: String {
    commonName.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
  }

  /// The species of the work programme.
  static let ofWorkProgramme = SpeciesRegistry.bundled.species.filter {
    $0.list == .workProgramme2026
  }

  /// Whether the words on its movement say that it migrates or roams, if only in some seasons.
  var isMigratory: Bool {
    movement.lowercased().split { !$0.isLetter && $0 != "-" }
      .contains { ["migratory", "nomadic", "seasonal", "seasonally"].contains($0) }
  }
}

extension RangeState {
  /// Whether animals of a population live there or may: strays, single records and what was lost do not
  /// count.
  var mayHavePopulation: Bool {
    switch status {
    case .present, .reintroduced, .reported, .uncertain: true
    case .records, .vagrant, .historic: false
    }
  }
}

/// The short common names of species by their ids, one after the other.
func names(ofSpecies ids: [String]) -> String {
  ids.map { SpeciesRegistry.bundled.species(id: $0)?.shortName ?? $0 }.joined(separator: ", ")
}
