extension Program {
  /// The program `kulan`.
  package static let kulan = Program(
    commands: [
      InspectCommand.self, OverlayCommand.self, ScoreCommand.self, ConnectivityCommand.self,
      DemoCommand.self,
      RegistrySpeciesCommand.self, RegistryRegionsCommand.self, RegistryActivitiesCommand.self,
      RegistryParametersCommand.self,
    ],
    groups: ["registry": "what is bundled with Kulan, with sources"])
}
