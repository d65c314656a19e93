#ifndef CARTOPOLE_CRSVG_SHARED_H
#define CARTOPOLE_CRSVG_SHARED_H

#include <cairo.h>
#include <librsvg/rsvg.h>
#include "crsvg.h"

int cartopole_fail(cartopole_message *message, const char *text);

// Appends bytes; 0, or -1 when memory runs out.
int cartopole_bytes_append(cartopole_bytes *out, size_t *capacity, const void *bytes, size_t count);

// Reads an SVG; NULL with a message when it cannot be read. Free it with g_object_unref.
RsvgHandle *cartopole_read(cartopole_svg svg, cartopole_message *message);

// Draws an SVG into a rectangle from 0, 0.
int cartopole_draw(cairo_t *cairo, RsvgHandle *handle, double width, double height, cartopole_message *message);

#endif
