// Data that the binary carries with it. `#embed` compiles in a second what SwiftPM's `embedInCode`
// needs minutes for, and leaves the files as they are.
#ifndef KULAN_RESOURCES_H
#define KULAN_RESOURCES_H

#include <stddef.h>

typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} kulan_resource;

extern const kulan_resource kulan_resources[];
extern const size_t kulan_resource_count;

#endif
