extension Program {
  /// The program `kulan`.
  package static let kulan = Program(
    commands: [],
    groups: ["registry": "what is bundled with Kulan, with sources"])
}
