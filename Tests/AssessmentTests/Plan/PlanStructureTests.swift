import Assessment
import Formats
import Foundation
import Geometry
import Landscape
import Overlay
import Permeability
import TestSupport
import Testing

struct PlanStructureTests {
  /// Two degrees along the parallel of 45°: 157.7 km.
  static let line = PlanReaderTests.lines([[[60, 45], [61, 45], [62, 45]]])

  /// Plans of lines with structures, each in a file of its own.
  static func plans(
    _ lines: [String] = [line], structures: String, _ name: String = "structures.csv",
    usualLength: Double? = nil
  ) async throws -> [Plan] {
    try await TestFiles.withFolder { folder in
      var input = PlanInput([])
      for (number, text) in lines.enumerated() {
        let file = folder.appendingPathComponent("plan\(number).geojson")
        try Data(text.utf8).write(to: file)
        input.sources.append(LayerQuery(SourceSpec(file.path)))
      }
      let file = folder.appendingPathComponent(name)
      try Data(structures.utf8).write(to: file)
      input.settings = try PlanSettings.parse(["class=railway"])
      input.structures = [LayerQuery(SourceSpec(file.path))]
      input.usualLength = usualLength
      return try await PlanReader(input).plans()
    }
  }

  static func structures(
    _ text: String, _ name: String = "structures.csv"
  ) async throws -> (structures: [PlannedStructure], notes: [String]) {
    let plan = try await plans(structures: text, name)[0]
    return (plan.lines[0].structures, plan.notes)
  }

  @Test func `chainages are put on the line, in order`() async throws {
    let (found, notes) = try await Self.structures(
      """
      id,chainage,type,width_m,height_m,length_m
      B,100+500,underpass,60,7,12
      A,km 12.35,overpass,50,,
      """)
    #expect(found.map(\.id) == ["A", "B"])
    #expect(found.map(\.passage.chainage) == [12_350, 100_500])
    #expect(found[1].passage.design.width == 60)
    #expect(notes == [])
    let distance = LengthMeasure.geodesic.distance(Position(60, 45), found[0].position)
    #expect(abs(distance - 12_350) < 0.01)
  }

  @Test(arguments: [("12.5\n90.1", 12_500.0, "kilometres"), ("12500\n90100", 12_500, "metres")])
  func `bare numbers are kilometres where the line is long enough`(
    numbers: String, first: Double, unit: String
  ) async throws {
    let rows = numbers.split(separator: "\n").map { "\($0),gap,40" }.joined(separator: "\n")
    let (found, notes) = try await Self.structures("station,type,width_m\n\(rows)\n")
    #expect(found.first?.passage.chainage == first)
    #expect(notes == ["chainages without a unit are read as \(unit)"])
  }

  @Test func `bad rows are named and never lose good ones`() async throws {
    let (found, notes) = try await Self.structures(
      """
      id,chainage_km,type,width_m
      A,10,gap,40
      B,ten,gap,40
      C,600,gap,40
      D,20,level crossing,40
      E,,gap,40
      F,30,gap,40,what
      G,30,green bridge,40
      H,40,,40
      """)
    #expect(found.map(\.id) == ["A", "G"])
    #expect(found[1].passage.design.kind == .overpass)
    for id in ["B", "C", "E"] {
      #expect(notes.contains { $0.contains("structure \(id) was set aside") })
    }
    #expect(notes.contains { $0.contains("beyond the end") })
    #expect(notes.contains { $0.contains("'level crossing' count nothing: 1") })
    #expect(notes.contains { $0.contains("without a type count nothing: 1") })
    #expect(notes.contains { $0.contains("fields where the header has") })
  }

  @Test func `place and chainage that disagree are noted, and chainage counts`() async throws {
    let (found, notes) = try await Self.structures(
      "id,chainage_km,lon,lat,type,width_m\nA,10,60.5,45,gap,40\n")
    #expect(found[0].passage.chainage == 10_000)
    #expect(notes.contains { $0.contains("differ by") })
  }

  @Test func `structures of a layer lie where they are, if they are near`() async throws {
    func point(_ id: String, _ x: Double, _ y: Double) -> String {
      """
      {"type": "Feature", "properties": {"id": "\(id)", "type": "underpass", "width_m": 40,
       "height_m": 5}, "geometry": {"type": "Point", "coordinates": [\(x), \(y)]}}
      """
    }
    let (near, far) = (point("near", 60.5, 45.000_2), point("far", 60.5, 45.01))
    let plan = try await Self.plans(
      structures: #"{"type": "FeatureCollection", "features": [\#(far), \#(near)]}"#,
      "structures.geojson", usualLength: 12)[0]
    let found = plan.lines[0].structures
    #expect(found.map(\.id) == ["near"])
    #expect(found[0].passage.design.length == 12)
    #expect(abs(found[0].passage.chainage - 39_423) < 5)
    #expect(plan.notes.contains { $0.contains("every line: far") })
    #expect(plan.structures.read == 2 && plan.structures.usable == 1)
  }

  @Test func `a column says for which alternative or line`() async throws {
    let two = PlanReaderTests.features([
      ([[[60, 45], [61, 45]], [[60, 46], [61, 46]]], "{}")
    ])
    let plans = try await Self.plans(
      [Self.line, two],
      structures: """
        id,chainage_km,lon,lat,plan,type,width_m
        all,10,,,,gap,40
        first,20,,,plan0,gap,40
        second,30,60.3805,46,plan1,gap,40
        wrong,30,,,plan7,gap,40
        """)
    #expect(plans[0].lines[0].structures.map(\.id) == ["all", "first"])
    #expect(plans[1].lines[0].structures.isEmpty)
    #expect(plans[1].lines[1].structures.map(\.id) == ["second"])
    #expect(plans[1].notes.contains { $0.contains("structure all") && $0.contains("'line'") })
    for plan in plans {
      #expect(plan.notes.contains { $0.contains("no plan or line 'plan7'") })
      #expect(plan.notes.contains { $0.contains("every alternative") })
    }
  }

  @Test func `columns that say nothing of structures are refused`() async {
    let error = await #expect(throws: FormatError.self) {
      try await Self.structures("km,what\n10,gap\n")
    }
    #expect(error?.kind == .badData)
    #expect(error?.help.contains("width_m") == true)
  }

  #if GDAL
    @Test(.enabled(if: TestFiles.hasSharedData, "\(TestFiles.needsSharedData)"))
    func `the structures of the fictional railway`() async throws {
      let folder = "synthetic-cami/planned_railway"
      var input = PlanInput([LayerQuery(SourceSpec(TestFiles.shared("\(folder).kml")))])
      input.settings = try PlanSettings.parse(["class=railway"])
      input.structures = [
        LayerQuery(SourceSpec(TestFiles.shared("\(folder)_structures.csv")))
      ]
      let bare = try await PlanReader(input).plans()[0]
      #expect(bare.structures.read == 24)
      #expect(bare.structures.placed == 23)
      #expect(bare.structures.usable == 5)
      #expect(bare.notes.contains { $0.contains("'level crossing' count nothing: 1") })
      #expect(bare.notes.contains { $0.contains("length_m not known: 18") })
      input.usualLength = 15
      let known = try await PlanReader(input).plans()[0]
      #expect(known.structures.usable == 23)
      #expect(known.lines[0].structures.map(\.id).first == "S01")
    }
  #endif
}
