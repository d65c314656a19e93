#include "shared.h"

#include <stdlib.h>
#include <string.h>

void cartopole_bytes_free(cartopole_bytes *bytes) {
  free(bytes->bytes);
  bytes->bytes = NULL;
  bytes->count = 0;
}

int cartopole_fail(cartopole_message *message, const char *text) {
  strncpy(message->text, text ? text : "", CARTOPOLE_MESSAGE_SIZE - 1);
  message->text[CARTOPOLE_MESSAGE_SIZE - 1] = 0;
  return -1;
}

int cartopole_bytes_append(cartopole_bytes *out, size_t *capacity, const void *bytes, size_t count) {
  if (out->count + count > *capacity) {
    size_t larger = *capacity < 65536 ? 65536 : *capacity;
    while (larger < out->count + count) larger *= 2;
    uint8_t *moved = realloc(out->bytes, larger);
    if (!moved) return -1;
    out->bytes = moved;
    *capacity = larger;
  }
  memcpy(out->bytes + out->count, bytes, count);
  out->count += count;
  return 0;
}

RsvgHandle *cartopole_read(cartopole_svg svg, cartopole_message *message) {
  GError *error = NULL;
  // The stream has no file of its own: an SVG can name no other file. A country's SVG is larger than libxml2 takes
  // unless it is told that there is no limit.
  GInputStream *stream = g_memory_input_stream_new_from_data(svg.bytes, (gssize)svg.count, NULL);
  RsvgHandle *handle = rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAG_UNLIMITED, NULL, &error);
  g_object_unref(stream);
  if (!handle) cartopole_fail(message, error ? error->message : "librsvg");
  if (error) g_error_free(error);
  return handle;
}

int cartopole_draw(cairo_t *cairo, RsvgHandle *handle, double width, double height, cartopole_message *message) {
  GError *error = NULL;
  RsvgRectangle viewport = {0, 0, width, height};
  int result = 0;
  if (!rsvg_handle_render_document(handle, cairo, &viewport, &error))
    result = cartopole_fail(message, error ? error->message : "librsvg");
  if (error) g_error_free(error);
  if (result == 0 && cairo_status(cairo) != CAIRO_STATUS_SUCCESS)
    result = cartopole_fail(message, cairo_status_to_string(cairo_status(cairo)));
  return result;
}

void cartopole_pictures_version(char *text, size_t size) {
  g_snprintf(
      text, (gulong)size, "librsvg %u.%u.%u, cairo %s", rsvg_major_version, rsvg_minor_version, rsvg_micro_version,
      cairo_version_string());
}
