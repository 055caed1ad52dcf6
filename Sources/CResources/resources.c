#include "resources.h"

// `#embed` is standard since C23, which SwiftPM has no name for yet.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char species_csv[] = {
#embed "data/species.csv"
};
static const unsigned char species_names_csv[] = {
#embed "data/species-names.csv"
};
static const unsigned char range_states_csv[] = {
#embed "data/range-states.csv"
};
static const unsigned char ptcr_csv[] = {
#embed "data/ptcr.csv"
};
static const unsigned char activities_csv[] = {
#embed "data/activities.csv"
};
static const unsigned char countries_csv[] = {
#embed "data/countries.csv"
};
static const unsigned char permeability_parameters_csv[] = {
#embed "data/permeability-parameters.csv"
};
static const unsigned char fence_profiles_csv[] = {
#embed "data/fence-profiles.csv"
};
static const unsigned char schematic_countries_geojson[] = {
#embed "data/schematic/countries.geojson"
};
static const unsigned char schematic_regions_geojson[] = {
#embed "data/schematic/regions.geojson"
};
static const unsigned char schematic_ranges_geojson[] = {
#embed "data/schematic/ranges.geojson"
};
static const unsigned char schematic_protected_areas_geojson[] = {
#embed "data/schematic/protected-areas.geojson"
};
static const unsigned char schematic_railways_geojson[] = {
#embed "data/schematic/railways.geojson"
};
static const unsigned char schematic_roads_geojson[] = {
#embed "data/schematic/roads.geojson"
};
static const unsigned char schematic_fences_geojson[] = {
#embed "data/schematic/fences.geojson"
};
static const unsigned char schematic_rivers_geojson[] = {
#embed "data/schematic/rivers.geojson"
};
static const unsigned char schematic_lakes_geojson[] = {
#embed "data/schematic/lakes.geojson"
};
static const unsigned char schematic_planned_railway_geojson[] = {
#embed "data/schematic/planned-railway.geojson"
};
static const unsigned char schematic_planned_railway_east_geojson[] = {
#embed "data/schematic/planned-railway-east.geojson"
};
static const unsigned char schematic_planned_structures_csv[] = {
#embed "data/schematic/planned-structures.csv"
};
static const unsigned char page_page_css[] = {
#embed "data/page/page.css"
};
static const unsigned char page_table_css[] = {
#embed "data/page/table.css"
};
static const unsigned char page_map_css[] = {
#embed "data/page/map.css"
};
static const unsigned char page_chart_css[] = {
#embed "data/page/chart.css"
};
static const unsigned char page_print_css[] = {
#embed "data/page/print.css"
};
static const unsigned char page_table_js[] = {
#embed "data/page/table.js"
};
static const unsigned char page_map_js[] = {
#embed "data/page/map.js"
};

static const kulan_resource resources[] = {
    {"species.csv", species_csv, sizeof species_csv},
    {"species-names.csv", species_names_csv, sizeof species_names_csv},
    {"range-states.csv", range_states_csv, sizeof range_states_csv},
    {"ptcr.csv", ptcr_csv, sizeof ptcr_csv},
    {"activities.csv", activities_csv, sizeof activities_csv},
    {"countries.csv", countries_csv, sizeof countries_csv},
    {"permeability-parameters.csv", permeability_parameters_csv, sizeof permeability_parameters_csv},
    {"fence-profiles.csv", fence_profiles_csv, sizeof fence_profiles_csv},
    {"schematic/countries.geojson", schematic_countries_geojson, sizeof schematic_countries_geojson},
    {"schematic/regions.geojson", schematic_regions_geojson, sizeof schematic_regions_geojson},
    {"schematic/ranges.geojson", schematic_ranges_geojson, sizeof schematic_ranges_geojson},
    {"schematic/protected-areas.geojson", schematic_protected_areas_geojson, sizeof schematic_protected_areas_geojson},
    {"schematic/railways.geojson", schematic_railways_geojson, sizeof schematic_railways_geojson},
    {"schematic/roads.geojson", schematic_roads_geojson, sizeof schematic_roads_geojson},
    {"schematic/fences.geojson", schematic_fences_geojson, sizeof schematic_fences_geojson},
    {"schematic/rivers.geojson", schematic_rivers_geojson, sizeof schematic_rivers_geojson},
    {"schematic/lakes.geojson", schematic_lakes_geojson, sizeof schematic_lakes_geojson},
    {"schematic/planned-railway.geojson", schematic_planned_railway_geojson, sizeof schematic_planned_railway_geojson},
    {"schematic/planned-railway-east.geojson", schematic_planned_railway_east_geojson, sizeof schematic_planned_railway_east_geojson},
    {"schematic/planned-structures.csv", schematic_planned_structures_csv, sizeof schematic_planned_structures_csv},
    {"page/page.css", page_page_css, sizeof page_page_css},
    {"page/table.css", page_table_css, sizeof page_table_css},
    {"page/map.css", page_map_css, sizeof page_map_css},
    {"page/chart.css", page_chart_css, sizeof page_chart_css},
    {"page/print.css", page_print_css, sizeof page_print_css},
    {"page/table.js", page_table_js, sizeof page_table_js},
    {"page/map.js", page_map_js, sizeof page_map_js},
};

size_t kulan_resource_count(void) { return sizeof resources / sizeof resources[0]; }

kulan_resource kulan_resource_at(size_t index) { return resources[index]; }
