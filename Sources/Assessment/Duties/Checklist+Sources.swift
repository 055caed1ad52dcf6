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
      alternative.plan.source.map { "plan: \($0.fileName)" },
      orLacks: "a file of the plan: it was made in code")
    for source in atlas.plan.data.sources {
      let place = "\(source.role): \(source.source.fileName)"
      account.note(
        source.licence.map { licence in
          "\(place), \(source.credit.map { "\($0), " } ?? "")\(licence)"
        }, orLacks: "the licence of \(place)")
    }
    return account
  }
}

extension SourceSpec {
  /// The name of the file without its folders, and the layer: what a reader needs. The manifest of a
  /// report has the whole path.
  var fileName: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file + (layer.map { ":\($0)" } ?? "")
  }
}
