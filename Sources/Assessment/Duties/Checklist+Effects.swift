internal import Formats
internal import Permeability

extension Checklist {
  /// What else could be done: the plans and variants that were compared.
  var alternatives: Account {
    var account = Account()
    account.has("compared: no project, \(counted(count, "plan"))")
    if count < 2 { account.lacks("another alignment") }
    if !alternative.variants.isEmpty {
      let kinds = alternative.variants.map(\.kind.rawValue).joined(separator: ", ")
      account.has("other designs tried: \(kinds)")
    }
    let others = alternative.bundles.flatMap(\.others).once
    if !others.isEmpty { account.has("bundled with: \(others.joined(separator: ", "))") }
    return account
  }

  /// What it does: permeability, connected area, movements and routes.
  var impact: Account {
    var account = Account()
    let scores = alternative.permeability
    account.note(
      scores.isEmpty
        ? nil
        : "P with bounds: \(counted(scores.map(\.species).once.count, "species", "species")), seasons "
          + scores.map(\.season).once.joined(separator: ", "),
      orLacks: "P: the plan enters no range of the atlas")
    if scores.isEmpty { return account }
    account.has("ECA, C_mesh and patches before and after, with bounds")
    account.note(
      alternative.effects.contains { $0.chordChange != nil }
        ? "C_chord before and after, with the standard error of its change" : nil,
      orLacks: "C_chord: no random movements fit or were asked for")
    account.note(
      alternative.routes.isEmpty
        ? nil : "P_route on \(counted(alternative.routes.map(\.route).once.count, "route"))",
      orLacks: "P_route: no routes in the ranges")
    return account
  }

  /// What it does together with everything else that is planned.
  var cumulative: Account {
    var account = Account()
    let effects = alternative.cumulative
    if !settings.isCumulative {
      account.lacks("the effect with other planned lines, which was not asked for")
    } else if !effects.isEmpty {
      let others = effects.flatMap(\.others).once
      account.has(
        "other planned lines of the atlas: "
          + (others.isEmpty ? "none in the ranges" : others.joined(separator: ", ")))
      let shares = effects.compactMap { effect in
        effect.share.map {
          "\(names(ofSpecies: [effect.species])) \(grouped(100 * $0, decimals: 0)) %"
        }
      }
      if !shares.isEmpty {
        account.has("share of the plan in what all take: \(shares.joined(separator: ", "))")
      }
    }
    for country in withoutFences { account.lacks("no fence data in \(country)") }
    if alternative.countryNames.isEmpty {
      account.lacks("the country is not known: nobody can tell whether it has fence data")
    }
    return account
  }

  /// What is done against its effects: the passages that were looked for.
  var mitigation: Account {
    var account = Account()
    let (own, other) = (alternative.mitigation, alternative.restoration)
    if settings.mitigation.count == 0 {
      account.lacks("places for passages, which were not asked for")
    } else if !alternative.effects.isEmpty {
      account.has(
        "minimise: \(counted(own.count, "passage")) on the plan that would open ranges again")
      account.has("restore: \(counted(other.count, "passage")) on lines of today")
    }
    let designs = alternative.variants.map(\.kind).filter { $0 != .withoutStructures }
    if !designs.isEmpty {
      account.has("minimise: \(designs.map(\.rawValue).joined(separator: ", ")) as what-ifs")
    }
    return account
  }

  /// What remains: the plan as it was given, structures included.
  var residual: Account {
    var account = Account()
    for effect in alternative.effects where effect.region == nil {
      let loss = effect.relativeLoss
      account.has(
        "\(names(ofSpecies: [effect.species])): loss of connected area "
          + "\(grouped(100 * loss.central, decimals: 1)) % "
          + "(\(grouped(100 * loss.least, decimals: 1)) to \(grouped(100 * loss.most, decimals: 1)) %), "
          + "\(counted(effect.dividedPatches, "patch", "patches")) divided")
    }
    return account
  }

  /// How well all of this is known.
  var uncertainty: Account {
    var account = Account()
    let scores = alternative.permeability.map(\.score)
    guard let worst = scores.map(\.grade).max() else {
      account.lacks("the plan enters no range: nothing was modelled")
      return account
    }
    account.has("worst grade of evidence: \(worst.rawValue)")
    account.has("attributes taken by default: \(grouped(scores.flatMap(\.defaults).once.count))")
    let swings = scores.flatMap(\.swings).sorted { $0.size > $1.size }
      .map { [$0.parameter.topic, $0.parameter.name].joined(separator: " ") }.once.prefix(3)
    if !swings.isEmpty { account.has("largest swings: \(swings.joined(separator: ", "))") }
    account.has(
      "other forms of the model: \(grouped(alternative.effects.first?.before.variants.count ?? 0))")
    account.note(
      alternative.effects.contains { $0.before.sampled != nil }
        ? "draws of the model: 5 %, 50 % and 95 % of the ECA of today" : nil,
      orLacks: "draws of the model (settings.samples of the atlas)")
    return account
  }
}
