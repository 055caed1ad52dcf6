import Connectivity
import Formats
import Geometry
import Landscape
import Permeability
import Testing

@testable import Atlas

@Test func `a configuration with nothing but what is required has the defaults of the commands`()
  throws
{
  let atlas = try ConfigurationFolder.parse(adding: "")
  #expect(atlas.title == "T")
  #expect(atlas.date == "2026-11-21")
  #expect(atlas.abstract == nil && atlas.contact == nil && atlas.licence == nil)
  #expect(atlas.sources.barriers.map(\.key) == ["sources.barriers[0]"])
  #expect(atlas.sources.barriers[0].files.map(\.path) == ["\(atlas.folder)/roads.gpkg"])
  #expect(atlas.sources.barriers[0].profileName == "auto")
  #expect(atlas.sources.barriers[0].profileDefinition == nil)
  #expect(!atlas.sources.barriers[0].isSchematic)
  #expect(atlas.sources.all.count == 2)
  #expect(atlas.species.isEmpty && atlas.regions.isEmpty && atlas.profiles.isEmpty)
  #expect(atlas.scenarios == nil)
  #expect(atlas.model.seasons == Season.usual)
  #expect(atlas.model.season == "annual")
  #expect(!atlas.model.isOnMigrationFront)
  #expect(atlas.model.fenceProfiles == DesignProfile.bundled)
  #expect(atlas.ranges == RangeSettings())
  #expect(atlas.passages == nil)
  #expect(atlas.outputs.folder == "\(atlas.folder)/atlas-edition")
  #expect(atlas.outputs.units == "\(atlas.folder)/atlas-units")
  #expect(atlas.outputs.writesHTML && atlas.outputs.writesCSV)
}
