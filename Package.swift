// swift-tools-version: 6.2
import Foundation
import PackageDescription

// GDAL is a trait: on where its headers are found, off otherwise. `KULAN_GDAL=on|off` decides for
// tools that cannot pass `--traits`; the Makefile always passes the trait, because SwiftPM caches
// what this manifest evaluated to.
let gdalHeaders = ["/usr/include/gdal/gdal.h", "/usr/include/gdal.h", "/usr/local/include/gdal.h"]
let gdalIsOn =
  switch Context.environment["KULAN_GDAL"] {
  case "on": true
  case "off": false
  default: gdalHeaders.contains { FileManager.default.fileExists(atPath: $0) }
  }

let imports: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let pure: [SwiftSetting] =
  imports + [.strictMemorySafety(), .treatWarning("StrictMemorySafety", as: .error)]
// Debug builds of targets without Foundation do not link the C mathematics library by themselves.
let mathematics: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// A library target of ours.
func floor(
  _ name: String, on dependencies: [Target.Dependency], _ settings: [SwiftSetting]
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: mathematics)
}

/// The tests of one target; they may use every floor below it and `TestSupport`.
func tests(of name: String, with dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + dependencies,
    swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")])
}

let package = Package(
  name: "Kulan",
  products: [
    .library(name: "Kulan", targets: ["Kulan"]),
    .executable(name: "kulan", targets: ["Tool"]),
    .executable(name: "Benchmarks", targets: ["Benchmarks"]),
  ],
  traits: [
    .trait(name: "GDAL", description: "Read and write every format that GDAL knows."),
    .default(enabledTraits: gdalIsOn ? ["GDAL"] : []),
  ],
  targets: [
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .target(name: "CResources", exclude: ["data"]),

    floor("Geometry", on: [], pure),
    floor("GEOSBridge", on: ["CGEOS", "Geometry"], imports),
    floor("PROJBridge", on: ["CPROJ", "Geometry"], imports),
    floor("SQLiteBridge", on: ["CSQLite"], imports),
    floor(
      "GDALBridge", on: [.target(name: "CGDAL", condition: .when(traits: ["GDAL"])), "Geometry"],
      imports),
    floor(
      "Formats", on: ["GEOSBridge", "PROJBridge", "SQLiteBridge", "GDALBridge", "Geometry"],
      imports),
    floor("Overlay", on: ["PROJBridge", "Geometry"], pure),
    floor("Landscape", on: ["Formats", "Geometry", "CResources"], imports),
    floor("Permeability", on: ["Landscape", "Overlay", "Formats", "Geometry"], imports),
    floor(
      "Connectivity",
      on: ["Permeability", "Landscape", "Overlay", "PROJBridge", "Formats", "Geometry"], imports),
    floor(
      "Atlas",
      on: [
        "Connectivity", "Permeability", "Landscape", "Overlay", "PROJBridge", "Formats", "Geometry",
      ], imports),
    floor(
      "Assessment",
      on: [
        "Atlas", "Connectivity", "Permeability", "Landscape", "Overlay", "GEOSBridge", "PROJBridge",
        "Formats", "Geometry",
      ], imports),
    floor(
      "Report",
      on: [
        "Assessment", "Atlas", "Connectivity", "Permeability", "Landscape", "Overlay", "PROJBridge",
        "Formats", "Geometry",
      ], imports),
    floor(
      "Kulan",
      on: [
        "Report", "Assessment", "Atlas", "Connectivity", "Permeability", "Landscape", "Overlay",
        "Formats",
        "Geometry",
      ], imports),
    floor(
      "Commands",
      on: ["Kulan", "GEOSBridge", "PROJBridge", "SQLiteBridge", "GDALBridge"], imports),
    .executableTarget(name: "Tool", dependencies: ["Commands"], swiftSettings: imports),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["Kulan", "GEOSBridge", "PROJBridge", "GDALBridge", "TestSupport"],
      path: "Benchmarks",
      exclude: ["README.md", "results.md", "expected.json", "instructions", "peers"],
      swiftSettings: imports),

    .target(name: "FuzzTargets", dependencies: ["Formats", "Geometry"], path: "Tests/FuzzTargets"),
    .target(name: "TestSupport", dependencies: ["Geometry"], path: "Tests/TestSupport"),
    tests(of: "Geometry", with: []),
    tests(of: "GEOSBridge", with: ["Geometry"]),
    tests(of: "PROJBridge", with: ["Geometry"]),
    tests(of: "SQLiteBridge", with: []),
    tests(of: "GDALBridge", with: ["Geometry"]),
    tests(
      of: "Formats",
      with: [
        "FuzzTargets", "Geometry", "GEOSBridge", "PROJBridge", "SQLiteBridge", "GDALBridge",
      ]),
    tests(of: "Overlay", with: ["Geometry", "GEOSBridge", "PROJBridge", "Formats"]),
    tests(of: "Permeability", with: ["Landscape", "Overlay", "Formats", "Geometry"]),
    tests(
      of: "Connectivity",
      with: [
        "Permeability", "Landscape", "Overlay", "PROJBridge", "GEOSBridge", "Formats", "Geometry",
      ]),
    tests(
      of: "Atlas",
      with: ["Connectivity", "Permeability", "Landscape", "Overlay", "Formats", "Geometry"]),
    tests(
      of: "Assessment",
      with: [
        "Report", "Atlas", "Connectivity", "Permeability", "Landscape", "Overlay", "PROJBridge",
        "Formats",
        "Geometry",
      ]),
    tests(
      of: "Report",
      with: ["Permeability", "Landscape", "Overlay", "PROJBridge", "Formats", "Geometry"]),
    tests(of: "Landscape", with: ["Formats", "Geometry"]),
    tests(
      of: "Commands",
      with: [
        "Kulan", "Assessment", "Atlas", "Connectivity", "Formats", "Landscape", "Geometry",
        "GEOSBridge", "PROJBridge",
      ]),
  ],
  swiftLanguageModes: [.v6])
