internal import Connectivity
internal import Formats
internal import Geometry
internal import Landscape
internal import Overlay
internal import Permeability

/// Polygons of one name, a row for each feature.
struct NamedArea: Sendable {
  let name: String
  let polygons: PolygonColumn
}

/// Everything that the results of one work unit depend on, but for the model and the settings.
///
/// It is a part of the whole: the barriers that meet the area and those beside them, the regions and
/// countries around it. What is computed sees nothing else, so that a unit whose inputs did not change
/// does not change.
struct UnitInputs: Sendable {
  let subject: UnitSubject
  let scenario: String
  /// The range or the region, a row for each feature.
  let area: PolygonColumn
  let regions: [NamedArea]
  let countries: [NamedArea]
  let barriers: BarrierList
  /// The barriers with gaps closed.
  let lines: LineColumn
  let bundles: Bundles
  let wholeLines: BarrierLines
  let passages: [Int: BarrierPassages.Own]
  /// The parts of barriers that repeat an earlier one of their class.
  let repeats: [Int: [LinePart]]

  /// The hash of all of it.
  var fingerprint: String {
    var print = Fingerprint()
    print.add(subject.label)
    print.add(scenario)
    print.add(area)
    for areas in [regions, countries] {
      print.add(areas.count)
      for area in areas {
        print.add(area.name)
        print.add(area.polygons)
      }
    }
    print.add(lines)
    print.add(bundles.fingerprint)
    addAttributes(to: &print)
    return print.text
  }

  private func addAttributes(to print: inout Fingerprint) {
    // Reading a value as text is slow, and many barriers have the same design.
    var designs: [BarrierDesign: String] = [:]
    for row in 0..<barriers.count {
      let design = barriers.designs[row]
      let text = designs[design] ?? String(reflecting: design)
      designs[design] = text
      let line = wholeLines.lines[wholeLines.numbers[row]]
      let fragment = barriers.fragments[row]
      print.add([
        barriers.ids[row].description, text, fragment.barrierClass.rawValue, fragment.name ?? "",
        line.id, line.label,
      ])
      if let own = passages[row] { print.add(String(reflecting: own)) }
      for part in repeats[row] ?? [] {
        print.add(String(reflecting: part.from.position) + String(reflecting: part.to.position))
      }
    }
  }

  /// How much work it is, in segments.
  var size: Int { lines.paths.vertexCount + area.rings.vertexCount }
}
