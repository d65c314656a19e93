#ifndef CARTOPOLE_CSHAPELIB_H
#define CARTOPOLE_CSHAPELIB_H

#include <shapefil.h>

// shapelib reports errors through a hook that carries no user pointer and prints to stderr by
// default. These hooks keep the last message in a buffer of the calling thread instead.
void cartopole_shapelib_hooks(SAHooks *hooks);

// The message shapelib last reported on this thread ("" when none); valid until the next call into
// shapelib on the same thread.
const char *cartopole_shapelib_message(void);

// Forgets the message.
void cartopole_shapelib_clear(void);

#endif
