import Formats
import Geometry
import Landscape
import Testing

@Test(
  arguments: [
    (["highway": "motorway"], BarrierClass.roadMotorwayFenced, BarrierStatus.existing, "motorway"),
    (["highway": "trunk_link"], .roadPaved, .existing, "trunk"),
    (["highway": "primary", "surface": "gravel"], .roadUnpaved, .existing, "primary"),
    (["highway": "tertiary"], .roadUnpaved, .existing, "tertiary"),
    (["highway": "tertiary", "surface": "Asphalt"], .roadPaved, .existing, "tertiary"),
    (["highway": "track"], .track, .existing, "track"),
    (["highway": "construction", "construction": "primary"], .roadPaved, .construction, "primary"),
    (["highway": "proposed"], .roadUnpaved, .planned, "unclassified"),
    (["railway": "rail"], .railUnfenced, .existing, "rail"),
    (["railway": "narrow_gauge"], .railUnfenced, .existing, "rail"),
    (["railway": "construction"], .railUnfenced, .construction, "rail"),
    (["railway": "disused"], .railUnfenced, .disused, "rail"),
    (["proposed:railway": "rail", "railway": .null], .railUnfenced, .planned, "rail"),
    (
      ["other_tags": #""abandoned:railway"=>"rail","note"=>"a \"b\"""#], .railUnfenced, .abandoned,
      "rail"
    ),
    (["razed:railway": "rail", "railway": .null], .railUnfenced, .razed, "rail"),
  ] as [([String: Value], BarrierClass, BarrierStatus, String)])
func `roads and railways of OpenStreetMap`(
  tags: [String: Value], barrierClass: BarrierClass, status: BarrierStatus, rank: String
) throws {
  let (batch, report) = try map([tags], kind: .line)
  #expect(report.profile == "osm")
  #expect(batch.roles == [.barrier])
  #expect(batch.values("class") == [.text(barrierClass.rawValue)])
  #expect(batch.values("status") == [.text(status.rawValue)])
  #expect(batch.values("rank") == [.text(rank)])
}

@Test(
  arguments: [
    (["barrier": "fence"], BarrierClass.fenceLivestock),
    (["barrier": "city_wall"], .wall),
    (["disused:barrier": "fence", "barrier": .null], .fenceLivestock),
    (["man_made": "pipeline"], .pipelineBuried),
    (["man_made": "pipeline", "location": "overground"], .pipelineSurface),
    (["man_made": "pipeline", "location": "overhead"], .pipelineElevated),
    (["waterway": "canal"], .canalEarth),
    (["waterway": "canal", "lining": "concrete"], .canalLined),
    (["power": "line"], .powerline),
  ] as [([String: Value], BarrierClass)])
func `other barriers of OpenStreetMap`(tags: [String: Value], barrierClass: BarrierClass) throws {
  let (batch, _) = try map([tags], kind: .line)
  #expect(batch.values("class") == [.text(barrierClass.rawValue)])
}

@Test func `what the class takes for granted is reported, what the source says is not`() throws {
  let (_, report) = try map(
    [
      ["railway": "rail"], ["railway": "rail"], ["highway": "primary"],
      ["highway": "primary", "surface": "asphalt"],
    ], kind: .line)
  #expect(
    report.defaulted.map { "\($0.field)=\($0.value) \($0.count)" } == [
      "class=rail_unfenced 2", "class=road_paved 1", "status=existing 4",
    ])
  #expect(
    report.defaulted.first?.reason == "fencing is not in the source; unknown, not absent")
}

@Test func `the attributes of a fence of OpenStreetMap`() throws {
  let (batch, report) = try map(
    [
      ["barrier": "fence", "fence_type": "barbed_wire", "height": "1.7 m", "wires": "8"],
      ["barrier": "fence", "fence_type": "chain_link", "height": "170cm"],
      ["barrier": "fence", "fence_type": "electric", "height": "tall"],
      ["barrier": "fence", "fence_type": "hedge"],
    ], kind: .line)
  #expect(batch.values("h_top_cm") == [.real(170), .real(170), .null, .null])
  #expect(batch.values("strands") == [.integer(8), .null, .null, .null])
  #expect(batch.values("mesh") == [.boolean(false), .boolean(true), .boolean(false), .null])
  #expect(batch.values("barbed_top") == [.boolean(true), .null, .null, .null])
  #expect(batch.values("electric") == [.null, .null, .boolean(true), .null])
  #expect(report.unknown.map { "\($0.column)=\($0.value)" } == ["fence_type=hedge", "height=tall"])
}

@Test func `bridges, tunnels and fords of lines are kept`() throws {
  let (batch, _) = try map(
    [
      ["fclass": "rail", "bridge": "T", "tunnel": "F"],
      ["fclass": "rail", "bridge": "F", "tunnel": "T"],
      ["fclass": "rail", "bridge": "F", "tunnel": "F"],
    ], kind: .line)
  #expect(batch.values("structure") == ["bridge", "tunnel", .null])
}

@Test func `tracks in stations are left out, with the reason`() throws {
  let (batch, report) = try map(
    [
      ["railway": "rail", "service": "yard"], ["railway": "rail", "service": "siding"],
      ["railway": "rail", "service": "spur"], ["railway": "rail"],
      ["highway": "service", "service": "driveway"],
    ], kind: .line)
  #expect(batch.isKept(as: .barrier) == [false, false, false, true, true])
  #expect(report.excluded.map(\.count) == [1, 1, 1])
  #expect(report.excluded.map(\.reason).contains("service yard, a track inside a station"))
}

@Test func `gates and wildlife crossings of OpenStreetMap are passages`() throws {
  let (batch, report) = try map(
    [
      ["barrier": "gate"], ["barrier": "cattle_grid"], ["man_made": "wildlife_crossing"],
      ["barrier": "bollard"], ["barrier": "teleporter"],
    ], kind: .point)
  #expect(batch.roles == [.passage, .passage, .passage, .context, .context])
  #expect(batch.values("type") == ["gate", "gap", "overpass", .null, .null])
  #expect(report.unknown.map { "\($0.column)=\($0.value) \($0.count)" } == ["barrier=teleporter 1"])
}

@Test func `reserves and states of OpenStreetMap`() throws {
  let (batch, report) = try map(
    [
      ["leisure": "nature_reserve", "barrier": .null], ["boundary": "protected_area"],
      ["admin_level": "2", "boundary": "administrative"], ["leisure": "park"],
    ], kind: .polygon)
  #expect(batch.roles == [.protectedArea, .protectedArea, .country, .context])
  #expect(report.unknown.isEmpty)
}

@Test func `a barrier that is a polygon is left out`() throws {
  let (batch, _) = try map([["barrier": "fence"]], kind: .polygon)
  #expect(batch.exclusions == ["a barrier cannot be a polygon"])
  let (empty, _) = try map([["barrier": "fence"]], kind: .none)
  #expect(empty.exclusions == ["no geometry"])
}

@Test func `the number of a road is read beside its name`() throws {
  let (batch, _) = try map(
    [["highway": "trunk", "name": "Beyneu", "ref": "A380;E40"], ["highway": "primary"]],
    kind: .line)
  #expect(batch.values("ref") == [.text("A380;E40"), .null])
  let (packed, _) = try map(
    [["highway": "trunk", "other_tags": #""ref"=>"M39""#]], kind: .line)
  #expect(packed.values("ref") == [.text("M39")])
}
