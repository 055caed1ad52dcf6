/// The closed list of what a barrier can be.
public enum BarrierClass: String, Sendable, Hashable, CaseIterable {
  /// Several fences, strips and patrol tracks along a border.
  case borderSystem = "border_system"
  /// One fence along a border.
  case borderFenceSingle = "border_fence_single"
  /// What is left of a border fence.
  case borderFenceRemnant = "border_fence_remnant"
  /// A railway with a fence on both sides.
  case railFencedBoth = "rail_fenced_both"
  /// A railway with a fence on one side.
  case railFencedOne = "rail_fenced_one"
  /// A railway without fences, or one whose fences the source does not know: see `fenced`.
  case railUnfenced = "rail_unfenced"
  /// A motorway between fences.
  case roadMotorwayFenced = "road_motorway_fenced"
  /// Another road with fences along its right of way.
  case highwayFencedROW = "highway_fenced_row"
  /// A paved road without fences.
  case roadPaved = "road_paved"
  /// An unpaved road without fences.
  case roadUnpaved = "road_unpaved"
  /// A track.
  case track
  /// A fence for livestock.
  case fenceLivestock = "fence_livestock"
  /// A fence for game.
  case fenceGame = "fence_game"
  /// A wall.
  case wall
  /// A canal with a lining, steep and smooth.
  case canalLined = "canal_lined"
  /// A canal in earth, or one whose lining the source does not know: see `lining`.
  case canalEarth = "canal_earth"
  /// A pipeline under the ground.
  case pipelineBuried = "pipeline_buried"
  /// The open trench of a pipeline.
  case pipelineTrenchOpen = "pipeline_trench_open"
  /// A pipeline on the ground.
  case pipelineSurface = "pipeline_surface"
  /// A pipeline on supports.
  case pipelineElevated = "pipeline_elevated"
  /// An overhead power line.
  case powerline
  /// A line that may be any of these.
  case unknownLine = "unknown_line"

  /// The kind of thing that the class belongs to.
  public var family: BarrierFamily {
    switch self {
    case .borderSystem, .borderFenceSingle, .borderFenceRemnant, .fenceLivestock, .fenceGame, .wall:
      .fence
    case .railFencedBoth, .railFencedOne, .railUnfenced: .railway
    case .roadMotorwayFenced, .highwayFencedROW, .roadPaved, .roadUnpaved, .track: .road
    case .canalLined, .canalEarth: .canal
    case .pipelineBuried, .pipelineTrenchOpen, .pipelineSurface, .pipelineElevated: .pipeline
    case .powerline: .powerline
    case .unknownLine: .unknown
    }
  }
}

/// A kind of barrier: classes of one family share their attributes.
public enum BarrierFamily: String, Sendable, Hashable, CaseIterable {
  /// Fences and walls.
  case fence
  /// Railways.
  case railway
  /// Roads and tracks.
  case road
  /// Canals and ditches.
  case canal
  /// Pipelines.
  case pipeline
  /// Power lines.
  case powerline
  /// Lines of unknown kind.
  case unknown
}
