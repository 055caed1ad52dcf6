import Foundation
import TestSupport
import Testing

@testable import Permeability

/// What each line bears of a bundle: whoever passes them one by one passes the bundle once.
@Suite struct BundleShareTests {
  /// Lines side by side, 100 m apart.
  private struct Rails {
    let bundles: Bundles
    let stretches: [BundledStretch]
    let permeability: [Double]
    let gamma: Double

    init(_ families: [String], _ permeability: [Double], gamma: Double) throws {
      let lines = families.indices.map { [(0.0, 100 * Double($0)), (6000.0, 100 * Double($0))] }
      let rule = BundleRule(distance: 100 * Double(families.count))
      let bundles = BundleLines(lines).bundles(families, rule)
      stretches = try families.indices.map { try #require(bundles.stretch(of: $0, at: 3000)) }
      self.bundles = bundles
      (self.permeability, self.gamma) = (permeability, gamma)
    }

    /// What each line bears; nil for those that are absent.
    func shares(without absent: Set<Int> = []) -> [Double?] {
      stretches.indices.map { line in
        absent.contains(line)
          ? nil
          : bundles.share(of: stretches[line], dependence: gamma) {
            absent.contains($0) ? nil : permeability[$0]
          }
      }
    }

    /// What each line bears once some are opened.
    func shares(opening opened: Set<Int>, without absent: Set<Int> = []) -> [Double] {
      stretches.indices.filter { !absent.contains($0) }.map { line in
        bundles.share(of: stretches[line], dependence: gamma, opening: opened) {
          absent.contains($0) ? nil : permeability[$0]
        }
      }
    }

    func together(without absent: Set<Int> = []) -> Double {
      bundles.permeability(
        ofAll: permeability.indices.filter { !absent.contains($0) }.map { ($0, permeability[$0]) },
        dependence: gamma)
    }
  }

  private static func random(_ seed: Int) throws -> (Rails, Set<Int>) {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 2...6, using: &random)
    let families = (0..<count).map { _ in ["a", "b", "c"][Int.random(in: 0...2, using: &random)] }
    let values = (0..<count).map { _ in
      min(max(Double.random(in: -0.1...1.1, using: &random), 0), 1)
    }
    let gamma = [0, 0.3, 0.7, 1][Int.random(in: 0...3, using: &random)]
    let absent = Set((0..<count).filter { _ in Bool.random(using: &random) })
    return (try Rails(families, values, gamma: gamma), absent)
  }

  @Test func `the least permeable line bears its whole, the others less`() throws {
    let rails = try Rails(["road", "rail", "fence"], [0.5, 0.2, 0.8], gamma: 0.7)
    let shares = rails.shares()
    #expect(shares == [pow(0.5, 0.7), 0.2, pow(0.8, 0.7)])
    #expect(abs(0.105311 - rails.together()) < 5e-7)
    // The road bears its whole once the railway is open: what it bore less is passed at the railway.
    let opened = rails.shares(opening: [1])
    #expect(opened[0] == shares[0] && opened[2] == shares[2])
    #expect(abs(opened[1] - pow(0.5, 0.3)) < 1e-15)
    #expect(rails.shares(opening: [0]) == [1, 0.2, pow(0.8, 0.7)])
  }

  @Test func `twins bear their whole together, and alone the one that is there`() throws {
    let rails = try Rails(["rail", "rail", "road"], [0.2, 0.4, 0.5], gamma: 1)
    #expect(rails.shares() == [pow(0.2, 0.5), pow(0.2, 0.5), 0.5])
    #expect(rails.shares(without: [1]) == [0.2, nil, 0.5])
    #expect(rails.shares(without: [0]) == [nil, 0.4, 0.5])
  }

  @Test(arguments: 0..<200) func `shares multiply to the bundle, whichever lines are absent`(
    seed: Int
  )
    throws
  {
    let (rails, absent) = try Self.random(seed)
    for absent in [[], absent] {
      let product = rails.shares(without: absent).compactMap(\.self).reduce(1, *)
      #expect(abs(product - rails.together(without: absent)) < 1e-12)
    }
  }

  @Test func `of two twins the other one bears the whole`() throws {
    let same = try Rails(["rail", "rail"], [0.2, 0.2], gamma: 0.7)
    #expect(same.shares(opening: [0]).allSatisfy { abs($0 - pow(0.2, 0.5)) < 1e-15 })
    let closed = try Rails(["rail", "rail"], [0, 0.4], gamma: 0.7)
    #expect(closed.shares(opening: [0]) == [1, 0.4])
    #expect(closed.shares(opening: [1])[0] == 0)
  }

  @Test(arguments: 0..<400) func `opening lines leaves the bundle without them`(seed: Int) throws {
    let (rails, opened) = try Self.random(seed)
    let absent: Set<Int> = seed % 2 == 0 || opened.contains(0) ? [] : [0]
    let before = rails.shares(without: absent).compactMap(\.self)
    let after = rails.shares(opening: opened, without: absent)
    let product = after.reduce(1, *)
    #expect(abs(product - rails.together(without: opened.union(absent))) < 1e-12)
    #expect(zip(before, after).allSatisfy { $0 <= $1 + 1e-15 && $1 <= 1 })
    if opened.isEmpty { #expect(after == before) }
  }
}
