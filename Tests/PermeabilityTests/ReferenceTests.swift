import Landscape
import Testing

@testable import Permeability

/// The reference values of model PM-1, to the printed digits.
@Suite("Reference values")
struct ReferenceTests {
  /// The central numbers of a species with some of them set.
  private func ledger(
    _ species: String, _ settings: [ParameterName: Double] = [:]
  ) -> RecordingLedger {
    var values = SpeciesModel(.bundled, species: species, seasons: Season.usual).central
    for (name, number) in settings { values[ParameterValues.Slot(name)] = number }
    return RecordingLedger(values: values)
  }

  private let noSnow = Season("snow_free", weight: 1, hasSnow: false)

  @Test(arguments: [
    ("mongolian_gazelle", 150.0, 20.0, true, FenceDesign.Maintenance.good, 0.016875),
    ("mongolian_gazelle", 110, 60, false, .average, 0.662934),
    ("saiga", 170, 20, true, .good, 0.011062),
    ("saiga", 170, 70, false, .good, 0.558952),
    ("asiatic_wild_ass", 110, 60, false, .good, 0.017869),
    ("bukhara_deer", 110, 40, false, .average, 0.685996),
  ])
  func fences(
    species: String, top: Double, gap: Double, barbed: Bool, kept: FenceDesign.Maintenance,
    expected: Double
  ) {
    var fence = FenceDesign()
    (fence.topHeight, fence.bottomGap, fence.maintenance) = (top, gap, kept)
    (fence.hasBarbedTop, fence.hasBarbedBottom) = (barbed, barbed)
    var ledger = ledger(species)
    let p = fence.permeability(
      in: noSnow, defaultHeight: .topHeightLivestock, isRemnant: false, &ledger)
    #expect(abs(p - expected) < 1e-6)
  }

  @Test(arguments: [
    (0.0, 1.0), (10, 0.997527), (100, 0.952574), (1000, 0.5), (3000, 0.192886), (10000, 0.047426),
  ])
  func `acceptance of traffic`(traffic: Double, expected: Double) {
    #expect(abs(acceptance(of: traffic, half: 1000, slope: 3) - expected) < 1e-6)
  }

  @Test(arguments: [
    (100.0, 10.0, 1.1, 5.0, 0.998716), (1000, 10, 1.1, 5, 0.987235), (10000, 10, 1.1, 5, 0.879438),
    (5000, 10.5, 1.2, 9, 0.963083),
  ])
  func `survival in traffic`(
    traffic: Double, width: Double, length: Double, speed: Double, expected: Double
  ) {
    let p = survivalInTraffic(
      vehiclesPerSecond: traffic / 86400 * 0.5, seconds: (width + length) / speed)
    #expect(abs(p - expected) < 1e-6)
  }

  @Test func railways() {
    for (height, expected) in [(0.0, 1.0), (2, 0.896929), (4, 0.509158), (8, 0.018316)] {
      #expect(abs(acceptance(ofBank: height, half: 4, slope: 1) - expected) < 1e-6)
    }
    var railway = RailwayDesign()
    (railway.trains, railway.embankment) = (46, 0)
    var ledger = ledger("mongolian_gazelle")
    let track = railway.permeability(
      rank: nil, isTransMongolian: false, isInUse: true, &ledger)
    #expect(abs(track - 0.556406) < 1e-6)
    let fence = 0.016874757
    #expect(abs(bundled([fence, fence], dependence: 0.7) - 0.000968955) < 1e-9)
    #expect(abs(bundled([fence, track, fence], dependence: 0.7) - 0.000642804) < 1e-9)
  }

  @Test func bundles() {
    for (gamma, expected) in [(1.0, 0.08), (0.7, 0.105311), (0, 0.2)] {
      #expect(abs(bundled([0.5, 0.2, 0.8], dependence: gamma) - expected) < 1e-6)
    }
  }
}
