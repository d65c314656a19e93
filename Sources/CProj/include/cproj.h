#ifndef CARTOPOLE_CPROJ_H
#define CARTOPOLE_CPROJ_H

// libproj's own declarations; the library itself is loaded on first use. Linking it would make every start of the
// program, `--help` too, map the forty libraries it brings along: 10 ms.
#include <proj.h>
#include <geodesic.h>

// Starts loading on a thread of its own and returns at once, so that reading files and loading overlap.
void cartopole_proj_prepare(void);

// PROJ_LOG_FUNCTION that drops the message: proj_log_level alone does not silence everything.
void cartopole_proj_drop_message(void *data, int level, const char *message);

#endif
