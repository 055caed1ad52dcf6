/// How a permeability was computed: a tree of steps with every number and attribute they used.
public struct Derivation: Sendable, Hashable {
  /// What is computed.
  public let name: String
  /// How; empty where the parts speak for themselves.
  public let formula: String
  /// What it came to.
  public let value: Double
  /// The parameters that were used here, each once.
  public let parameters: [Parameter]
  /// The attributes that were read here: known ones, and what was taken for others.
  public let attributes: [AttributeUse]
  /// What it is made of.
  public let parts: [Derivation]

  /// An attribute as a step used it.
  public struct AttributeUse: Sendable, Hashable {
    /// The canonical name.
    public let name: String
    /// The value, or what was taken for it.
    public let value: String
    /// Whether the barrier has it.
    public let isKnown: Bool
  }
}

/// A ledger that writes down everything.
struct ExplainingLedger: Ledger {
  private let model: SpeciesModel
  private var open: [Page] = []
  private var top: Derivation?

  private struct Page {
    let step: Step
    var parameters: [Parameter] = []
    var attributes: [Derivation.AttributeUse] = []
    var parts: [Derivation] = []
  }

  init(_ model: SpeciesModel) { self.model = model }

  mutating func value(_ slot: ParameterValues.Slot) -> Double {
    if let row = model.rows[slot.index], let page = open.indices.last,
      !open[page].parameters.contains(row)
    {
      open[page].parameters.append(row)
    }
    return model.central[slot]
  }

  mutating func know(_ attribute: Attribute, _ value: String) { use(attribute, value, true) }
  mutating func assume(_ attribute: Attribute, _ what: String) { use(attribute, what, false) }

  private mutating func use(_ attribute: Attribute, _ value: String, _ isKnown: Bool) {
    guard let page = open.indices.last else { return }
    let use = Derivation.AttributeUse(name: attribute.rawValue, value: value, isKnown: isKnown)
    if !open[page].attributes.contains(use) { open[page].attributes.append(use) }
  }

  mutating func begin(_ step: Step) { open.append(Page(step: step)) }

  mutating func end(_ value: Double) {
    guard let page = open.popLast() else { return }
    let done = Derivation(
      name: page.step.rawValue, formula: page.step.formula, value: value,
      parameters: page.parameters, attributes: page.attributes, parts: page.parts)
    if open.isEmpty { top = done } else { open[open.count - 1].parts.append(done) }
  }

  /// The tree.
  func derivation(_ p: Double) -> Derivation {
    top
      ?? Derivation(name: "P", formula: "", value: p, parameters: [], attributes: [], parts: [])
  }
}
