// Hides every function that works without a context of its own.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
