internal import Formats

/// The attribute rules of a schema, sorted out by what features they apply to.
struct AttributePlan: Sendable {
  /// A rule, the place of its attribute among the fields, and the type of it.
  struct Step: Sendable {
    let rule: AttributeRule
    let slot: Int
    let kind: Field.Kind
  }

  private struct Key: Hashable {
    let role: FeatureRole
    let family: BarrierFamily
  }
  private var steps: [Key: [Step]] = [:]

  init(_ rules: [AttributeRule], fields: [Field]) {
    let slots = Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
    for role in FeatureRole.allCases {
      for family in role == .barrier ? BarrierFamily.allCases : [.unknown] {
        let applicable = Set(
          CanonicalField.all(for: role).filter { $0.applies(to: family) }.map(\.name))
        steps[Key(role: role, family: family)] = rules.compactMap { rule in
          guard applicable.contains(rule.field), let slot = slots[rule.field],
            rule.families?.contains(family) ?? true
          else { return nil }
          return Step(rule: rule, slot: slot, kind: fields[slot].kind)
        }
      }
    }
  }

  /// Returns the steps for a feature.
  func steps(for feature: MappedFeature) -> [Step] {
    let family = feature.meaning.role == .barrier ? feature.family : .unknown
    return steps[Key(role: feature.meaning.role, family: family)] ?? []
  }
}

extension CanonicalField {
  /// Whether barriers of a family have the attribute; those of unknown family may have any.
  fileprivate func applies(to family: BarrierFamily) -> Bool {
    families.isEmpty || family == .unknown || families.contains(family)
  }
}
