import Foundation
import Formats
import TestSupport
import Testing

@Test func `a dataset is the same by all of its names`() throws {
  try TestFiles.withFolder { folder in
    let path = { (name: String) in folder.appendingPathComponent(name).path }
    for name in ["a.shp", "a.dbf", "b.gpkg"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: path(name)))
    }
    try FileManager.default.createSymbolicLink(
      atPath: path("link.gpkg"), withDestinationPath: path("b.gpkg"))
    try FileManager.default.linkItem(atPath: path("b.gpkg"), toPath: path("hard.gpkg"))
    let last = folder.lastPathComponent
    for other in ["b.gpkg", "./b.gpkg", "../\(last)/b.gpkg", "link.gpkg", "hard.gpkg"] {
      #expect(Datasets.areSame(path("b.gpkg"), folder.path + "/" + other), "\(other)")
    }
    #expect(Datasets.areSame(path("a.shp"), path("a.dbf")))
    #expect(Datasets.areSame(path("new.shp"), path("new.prj")))
    #expect(Datasets.areSame(path("new.gpkg"), folder.path + "/./new.gpkg"))
    #expect(!Datasets.areSame(path("a.shp"), path("b.gpkg")))
    #expect(!Datasets.areSame(path("new.shp"), path("new.gpkg")))
    #expect(!Datasets.areSame("-", "-"))
  }
}

@Test func `a check of an output says what creating it would say`() throws {
  try TestFiles.withFolder { folder in
    let path = { (name: String) in folder.appendingPathComponent(name).path }
    try Data().write(to: URL(fileURLWithPath: path("old.csv")))
    for name in ["old.csv", "no/new.csv", "new.csv/", "new.xyz", "new"] {
      let check = #expect(throws: FormatError.self) {
        try Datasets.checkCreation(of: folder.path + "/" + name, overwrite: false)
      }
      let creation = #expect(throws: FormatError.self) {
        _ = try Datasets.create(folder.path + "/" + name, overwrite: false)
      }
      #expect(check == creation, "\(name)")
    }
    for name in ["new.gpkg", "new.geojson", "new.csv"] {
      try Datasets.checkCreation(of: path(name), overwrite: false)
    }
    try Datasets.checkCreation(of: path("old.csv"), overwrite: true)
    try Datasets.checkCreation(of: "-", overwrite: false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["old.csv"])
  }
}
