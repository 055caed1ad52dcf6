internal import Landscape

extension BarrierDesign {
  /// The share of the attributes that the model of its class needs and that are known; nil where it
  /// needs none.
  ///
  /// Fences: top, bottom, kind of wire. Roads: traffic, surface, fences. Railways: trains, fences,
  /// embankment. Canals: width, lining. Pipelines above the ground: clearance.
  var completeness: Double? {
    let known = requirements
    return known.isEmpty ? nil : Double(known.count { $0 }) / Double(known.count)
  }

  private var requirements: [Bool] {
    switch barrierClass.family {
    case .fence where barrierClass == .wall: [fence.maintenance != nil]
    case .fence:
      [
        fence.topHeight != nil, fence.bottomGap != nil,
        fence.isMesh != nil || fence.hasBarbedTop != nil || fence.hasBarbedBottom != nil,
      ]
    case .road: [road.traffic != nil || !isInUse, road.isPaved != nil, knownFencing != nil]
    case .railway:
      [railway.trains != nil || !isInUse, knownFencing != nil, railway.embankment != nil]
    case .canal: [canal.width != nil, canal.isLined != nil || barrierClass == .canalLined]
    case .pipeline:
      barrierClass == .pipelineElevated || barrierClass == .pipelineSurface
        ? [clearance != nil] : []
    case .powerline, .unknown: []
    }
  }
}
