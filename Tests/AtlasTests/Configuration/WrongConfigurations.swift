import Foundation
import Testing

/// What is wrong, and the exact problem and help that a user reads of it.
struct WrongConfiguration: Sendable, CustomTestStringConvertible {
  var more = ""
  var barrier = ""
  var range = ""
  let problem: String
  let help: String
  var testDescription: String { problem }
}

private let attributes =
  "class, status, ref, country, rank, structure, h_top_cm, g_bottom_cm, strands, mesh, barbed_top, "
  + "barbed_bottom, electric, wildlife_friendly, maintenance, aadt, lanes, paved, fenced, median, "
  + "trains_per_day, embankment_m, tracks, placement, clearance_m, width_m, lining, ramps"

private let classes =
  "border_system, border_fence_single, border_fence_remnant, rail_fenced_both, rail_fenced_one, "
  + "rail_unfenced, road_motorway_fenced, highway_fenced_row, road_paved, road_unpaved, track, "
  + "fence_livestock, fence_game, wall, canal_lined, canal_earth, pipeline_buried, "
  + "pipeline_trench_open, pipeline_surface, pipeline_elevated, powerline, unknown_line"

let wrongConfigurations: [WrongConfiguration] = [
  WrongConfiguration(
    more: "titel: 1", problem: "line 6: there is no key titel",
    help: "did you mean title? the keys here are $schema, title, date, abstract, contact, licence, "
      + "sources, profiles, species, regions, scenarios, parameters, overrides, fence_profiles, "
      + "seasons, season, migration_front, settings, outputs, seed"),
  WrongConfiguration(
    more: "abstract: 3",
    problem: "line 6: abstract is 3; it takes text",
    help: "it is a paragraph on what the atlas is for, in its metadata and on the first page"),
  WrongConfiguration(
    more: "contact: null", problem: "line 6: contact is null; it takes text",
    help: "it is whom to ask, in the metadata"),
  WrongConfiguration(
    more: "seed: -1", problem: "line 6: seed is -1; it takes a whole number from 0 to 2147483647",
    help: "it is the seed of all random numbers"),
  WrongConfiguration(
    more: "seed: 1.5", problem: "line 6: seed is 1.5; it takes a whole number from 0 to 2147483647",
    help: "it is the seed of all random numbers"),
  WrongConfiguration(
    more: "species: ['saiga', 'sagia']",
    problem: "line 6: species[1] is wrong: no species of CAMI has the name 'sagia'",
    help: "did you mean saiga? `kulan registry species` lists them"),
  WrongConfiguration(
    barrier: "profil: 'osm'", problem: "line 3: there is no key sources.barriers[0].profil",
    help: "did you mean profile? the keys here are file, profile, where, sql, src_crs, bbox, id, "
      + "credit, licence, schematic, set"),
  WrongConfiguration(
    range: "set: {}", problem: "line 4: there is no key sources.ranges[0].set",
    help: "the keys here are file, profile, where, sql, src_crs, bbox, id, credit, licence, "
      + "schematic, species"),
  WrongConfiguration(
    barrier: "profile: 'osmm'",
    problem: "line 3: sources.barriers[0].profile cannot be \"osmm\"",
    help:
      "did you mean osm? it is one of auto, none, iucn, wdpa, osm, openmaptiles, natural-earth, "
      + "grip4, canonical"),
  WrongConfiguration(
    barrier: "where: 'a = '",
    problem:
      "line 3: sources.barriers[0].where is wrong: in the condition, character 5: "
      + "expected a field or a value, found the end\n   a = \n       ^",
    help: "a condition looks like: class = 'rail' AND height > 1.5"),
  WrongConfiguration(
    barrier: "src_crs: 'EPSG:99999999'",
    problem: "line 3: sources.barriers[0].src_crs is no coordinate reference system",
    help: "write one as EPSG:32640, WKT or PROJ text"),
  WrongConfiguration(
    barrier: "bbox: [1, 2, 3]", problem: "line 3: sources.barriers[0].bbox has 3 items",
    help: "it is west, south, east, north in degrees: features whose box meets this one; west > "
      + "east is across the antimeridian"),
  WrongConfiguration(
    barrier: "bbox: [1, 50, 3, 40]", problem: "line 3: sources.barriers[0].bbox is no box",
    help: "write [west, south, east, north] in degrees, as in [55, 40, 62, 47]"),
  WrongConfiguration(
    barrier: "bbox: [1, 50, 300, 60]",
    problem: "line 3: sources.barriers[0].bbox[2] is 300; it takes a number from -180 to 180",
    help: "it is west, south, east, north in degrees: features whose box meets this one; west > "
      + "east is across the antimeridian"),
  WrongConfiguration(
    barrier: "set: { fnced: 'both' }",
    problem: "line 3: sources.barriers[0].set.fnced is no attribute of barriers",
    help: "did you mean fenced? they are \(attributes)"),
  WrongConfiguration(
    barrier: "set: { fenced: 'bth' }",
    problem: "line 3: sources.barriers[0].set.fenced is wrong: fenced cannot be 'bth'",
    help: "write one of both, one, none"),
  WrongConfiguration(
    barrier: "schematic: 'yes'",
    problem: "line 3: sources.barriers[0].schematic is \"yes\"; it takes true or false",
    help: "it is whether the data are a drawing and no survey, which every map then says"),
  WrongConfiguration(
    range: "species: 'unicorn'",
    problem:
      "line 4: sources.ranges[0].species is wrong: no species of CAMI has the name 'unicorn'",
    help: "`kulan registry species` lists them"),
  WrongConfiguration(
    more: "settings: { cuts_below: 0 }",
    problem: "line 6: settings.cuts_below is 0; it takes a number above 0 and up to 1",
    help: "it is the permeability below which barriers cut"),
  WrongConfiguration(
    more: "settings: { cuts_below: Infinity }",
    problem: "line 6: settings.cuts_below is inf; it takes a number above 0 and up to 1",
    help: "it is the permeability below which barriers cut"),
  WrongConfiguration(
    more: "settings: { chords: 3 }", problem: "line 6: there is no key settings.chords",
    help: "the keys here are bridge_gaps_m, cuts_below, least_patch_km2, edge, movements, samples, "
      + "ranking, passage_distance_m, passage_length_m, gap_spacing_m, year"),
  WrongConfiguration(
    more: "settings: { ranking: 'region' }",
    problem: "line 6: settings.ranking cannot be \"region\"",
    help: "did you mean regions? it is one of none, range, regions"),
  WrongConfiguration(
    more: "settings: []", problem: "line 6: settings is a list; it takes an object of keys",
    help: "it is how ranges are divided and measured"),
  WrongConfiguration(
    more: "scenarios: []", problem: "line 6: scenarios is empty",
    help: "it is sets of barriers to compare, the first is what others are compared with"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a b' }]",
    problem: "line 6: scenarios[0].name is \"a b\"; it takes a name of letters, digits, - and _, "
      + "such as \"what_if-1\"", help: "it is its name in tables"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a' }, {\n name: 'a' }]",
    problem: "line 7: scenarios[1].name is the name of two scenarios",
    help: "give each a name of its own"),
  WrongConfiguration(
    more: "scenarios: [{ description: 'a' }]", problem: "line 6: scenarios[0] lacks name",
    help: "add name: a name of letters, digits, - and _, such as \"what_if-1\"; it is its name in "
      + "tables"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a', status: ['plannd'] }]",
    problem: "line 6: scenarios[0].status[0] cannot be \"plannd\"",
    help: "did you mean planned? it is one of existing, construction, planned, disused, abandoned, "
      + "razed"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a', changes: [{ where: 'clas IS NULL', remove: true }] }]",
    problem: "line 6: scenarios[0].changes[0].where is wrong: in the condition, character 1: there "
      + "is no field 'clas'\n   clas IS NULL\n   ^",
    help: "did you mean 'class'? fields: id, "
      + attributes.replacing("status, ref", with: "status, name, ref")),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a', changes: [{ where: 'TRUE' }] }]",
    problem: "line 6: scenarios[0].changes[0] does nothing",
    help: "write one of remove, set, fence"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a', changes: [{ remove: true, fence: 'jumpable' }] }]",
    problem: "line 6: scenarios[0].changes[0] has both remove and fence",
    help: "write one of remove, set, fence"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a', changes: [{ remove: false }] }]",
    problem: "line 6: scenarios[0].changes[0].remove is false, which does nothing",
    help: "write true, or leave out the change"),
  WrongConfiguration(
    more: "scenarios: [{ name: 'a', changes: [{ fence: 'jumpble' }] }]",
    problem: "line 6: scenarios[0].changes[0].fence is wrong: there is no fence profile 'jumpble'",
    help: "did you mean jumpable?"),
  WrongConfiguration(
    more: "seasons: ['winter']",
    problem: "line 6: seasons is wrong: the year cannot have 'winter'",
    help: "write ID:SHARE, each id once, as in winter:0.6:snow:frozen summer:0.4"),
  WrongConfiguration(
    more: "season: 'snwo'", problem: "line 6: season cannot be \"snwo\"",
    help: "did you mean snow? it is one of annual, snow, snow_free"),
  WrongConfiguration(
    more: "profiles: { 'a b': { class: 'wall' } }",
    problem: "line 6: profiles[\"a b\"] has a name that cannot be",
    help: "it is a name of letters, digits, - and _, such as \"what_if-1\""),
  WrongConfiguration(
    more: "profiles: { osm: { class: 'wall' } }",
    problem: "line 6: profiles.osm has the name of what is built in", help: "give it another name"),
  WrongConfiguration(
    more: "profiles: { p: { } }", problem: "line 6: profiles.p lacks class",
    help: "add class: one word for all, or { column: …, values: { … } }"),
  WrongConfiguration(
    more: "profiles: { p: { role: 'barier', class: 'wall' } }",
    problem: "line 6: profiles.p.role cannot be \"barier\"",
    help: "did you mean barrier? it is one of barrier, range, region, protected_area, country, "
      + "passage"),
  WrongConfiguration(
    more: "profiles: { p: { class: 'railway_single' } }",
    problem: "line 6: profiles.p.class cannot be \"railway_single\"",
    help: "it is one of \(classes)"),
  WrongConfiguration(
    more: "profiles: { p: { class: { column: 'T', values: { 'шоссе 1': 'road_pved' } } } }",
    problem: "line 6: profiles.p.class.values[\"шоссе 1\"] cannot be \"road_pved\"",
    help: "did you mean road_paved? it is one of \(classes)"),
  WrongConfiguration(
    more: "profiles: { p: { class: { column: 'T' } } }",
    problem: "line 6: profiles.p.class lacks values",
    help: "add values: an object of words of the column, each with its class; it is what each word "
      + "of the column means: its class"),
  WrongConfiguration(
    more: "profiles: { p: { class: { column: 'T', values: { 'a b': 'wall',\n A_B: 'track' } } } }",
    problem: "line 7: profiles.p.class.values.A_B is the same word as \"a b\"",
    help: "case, blanks and underscores do not count: keep one of them"),
  WrongConfiguration(
    more: "profiles: { p: { class: 'wall', species: 'S' } }",
    problem: "line 6: profiles.p.species is for the role range, and the role is barrier",
    help: "leave it out, or write role: \"range\""),
  WrongConfiguration(
    more: "profiles: { p: { class: 'wall', attributes: { h_top: 'H' } } }",
    problem: "line 6: profiles.p.attributes.h_top is no attribute of the role barrier",
    help: "they are name, "
      + attributes.replacing("class, status, ", with: "")),
  WrongConfiguration(
    more: "profiles: { p: { class: 'wall', attributes: { status: 'H' } } }",
    problem: "line 6: profiles.p.attributes.status is no attribute",
    help: "status is a key of the profile itself"),
  WrongConfiguration(
    more:
      "profiles: { p: { class: 'wall', attributes: { h_top_cm: { column: 'H', unit: 'per_day' } } } }",
    problem: "line 6: profiles.p.attributes.h_top_cm.unit cannot be \"per_day\"",
    help: "it is one of mm, cm, m, km, in, ft"),
  WrongConfiguration(
    more: "profiles: { p: { class: 'wall', attributes: { lanes: { column: 'L', unit: 'm' } } } }",
    problem: "line 6: profiles.p.attributes.lanes.unit is for an attribute without unit",
    help: "leave it out"),
  WrongConfiguration(
    more:
      "profiles: { p: { class: 'wall', attributes: { fenced: { column: 'F', values: { да: 'bth' } } } } }",
    problem: "line 6: profiles.p.attributes.fenced.values.да is wrong: fenced cannot be 'bth'",
    help: "write one of both, one, none"),
  WrongConfiguration(
    more:
      "profiles: { p: { class: 'wall', attributes: { lanes: { column: 'L', values: { два: 2.5 } } } } }",
    problem: "line 6: profiles.p.attributes.lanes.values.два is 2.5; lanes takes a whole number",
    help: "lanes is number of lanes, both directions"),
  WrongConfiguration(
    more:
      "profiles: { p: { role: 'passage', attributes: { type: { column: 'T', values: { a: 'overpas' } } } } }",
    problem: "line 6: profiles.p.attributes.type.values.a cannot be \"overpas\"",
    help: "did you mean overpass? it is one of underpass, viaduct, culvert, overpass, gap, gate, "
      + "ramp, end"),
  WrongConfiguration(
    more: "profiles: { p: { role: 'range', species: { column: 'S', values: { a: 'sagia' } } } }",
    problem:
      "line 6: profiles.p.species.values.a is wrong: no species of CAMI has the name 'sagia'",
    help: "did you mean saiga? `kulan registry species` lists them"),
  WrongConfiguration(
    more: "profiles: { p: { role: 'range' } }", barrier: "profile: 'p'",
    problem: "line 3: sources.barriers[0].profile is a profile of the role range",
    help: "here it takes one of the role barrier"),
  WrongConfiguration(
    more: "outputs: { folder: '' }",
    problem: "line 6: outputs.folder is \"\"; it takes text that is not empty",
    help: "it is the folder of the edition"),
]
