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

/// The number of files.
size_t kulan_resource_count(void);

/// One file; `index` is less than the number of files.
kulan_resource kulan_resource_at(size_t index);

#endif
