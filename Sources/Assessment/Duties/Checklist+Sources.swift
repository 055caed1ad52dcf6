internal import Atlas
internal import Connectivity
internal import Formats

extension Checklist {
  /// How it can be done again: what it was made from.
  var reproducibility: Account {
    var account = Account()
    account.has("Kulan \(AtlasProgram.version)")
    account.has("atlas: \(atlas.title), \(atlas.date), scenario \(atlas.scenario)")
    account.has("seed of random movements: \(atlas.plan.configuration.ranges.seed)")
    account.note(
      alternative.plan.source.map { "plan: \($0)" },
      orLacks: "a file of the plan: it was made in code")
    for source in atlas.plan.data.sources {
      let place = "\(source.role): \(source.source)"
      account.note(
        source.licence.map { licence in
          "\(place), \(source.credit.map { "\($0), " } ?? "")\(licence)"
        }, orLacks: "the licence of \(place)")
    }
    return account
  }
}
