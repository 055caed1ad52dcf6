extension Program {
  /// The program `kulan`.
  package static let kulan = Program(
    commands: [
      InspectCommand.self, OverlayCommand.self, ScoreCommand.self, ConnectivityCommand.self,
      AtlasInitCommand.self, AtlasBuildCommand.self, AtlasStatusCommand.self,
      AtlasMergeCommand.self, AtlasVerifyCommand.self, AtlasDiffCommand.self, CheckCommand.self,
      DemoCommand.self,
      RegistrySpeciesCommand.self, RegistryRegionsCommand.self, RegistryActivitiesCommand.self,
      RegistryParametersCommand.self,
    ],
    groups: [
      "atlas": "a whole atlas from one configuration, and what changed since the last",
      "registry": "what is bundled with Kulan, with sources",
    ])
}
