#ifndef CARTOPOLE_CSHAPELIB_H
#define CARTOPOLE_CSHAPELIB_H

#include <shapefil.h>
#include <stddef.h>

// shapelib reports errors through a hook that carries no user pointer and prints to stderr by
// default. Our hook keeps the last message in a buffer of the calling thread instead.

// The message shapelib last reported on this thread ("" when none); valid until the next call into
// shapelib on the same thread.
const char *cartopole_shapelib_message(void);

// Forgets the message.
void cartopole_shapelib_clear(void);

// The files shapelib may open, by extension. Each thread has its own; none of them is on disk, so that
// nothing is ever written beside an input and the bytes checked are the bytes read.
enum { CARTOPOLE_SHP = 0, CARTOPOLE_SHX = 1, CARTOPOLE_DBF = 2, CARTOPOLE_FILES = 3 };

// Hooks that open the memory files of the calling thread and keep error messages.
void cartopole_memory_hooks(SAHooks *hooks);

// Lends bytes to be read as a file, until cartopole_memory_clear.
void cartopole_memory_lend(int file, const void *bytes, size_t size);

// The bytes of a file; NULL and 0 when there is none.
const void *cartopole_memory_bytes(int file, size_t *size);

// Forgets what was lent and frees what was written. Every handle must have been closed.
void cartopole_memory_clear(void);

// Files opened and not yet closed on this thread.
int cartopole_memory_open_files(void);

#endif
