#include "resources.h"

static const unsigned char species_csv[] = {
#embed "data/species.csv"
};
static const unsigned char ptcr_csv[] = {
#embed "data/ptcr.csv"
};

const kulan_resource kulan_resources[] = {
    {"species.csv", species_csv, sizeof species_csv},
    {"ptcr.csv", ptcr_csv, sizeof ptcr_csv},
};
const size_t kulan_resource_count = sizeof kulan_resources / sizeof kulan_resources[0];
