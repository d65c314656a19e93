#include <cairo.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "shared.h"

typedef struct {
  cartopole_bytes *out;
  size_t capacity;
  cartopole_message *message;
} writer;

static void append(png_structp png, png_bytep bytes, png_size_t count) {
  writer *to = png_get_io_ptr(png);
  if (cartopole_bytes_append(to->out, &to->capacity, bytes, count) != 0) png_error(png, "out of memory");
}

static void flush(png_structp png) { (void)png; }

static void on_error(png_structp png, png_const_charp text) {
  writer *to = png_get_error_ptr(png);
  cartopole_fail(to->message, text);
  longjmp(png_jmpbuf(png), 1);
}

static void on_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

// libpng reports an error by a jump to the last setjmp: each function below that calls it sets its own.

static int begin_png(png_structp png, png_infop info, int width, int height, double metres, png_textp texts, int count) {
  if (setjmp(png_jmpbuf(png))) return -1;
  // Maps are flat areas: the quickest level without filters makes smaller files than the default, in half the time.
  png_set_compression_level(png, 1);
  png_set_filter(png, 0, PNG_FILTER_NONE);
  png_set_IHDR(
      png, info, (png_uint_32)width, (png_uint_32)height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
      PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_uint_32 density = (png_uint_32)lround(width / metres);
  png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
  if (count > 0) png_set_text(png, info, texts, count);
  png_write_info(png, info);
  // cairo keeps a pixel as one number, 0xRRGGBB with eight unused bits on top.
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  png_set_filler(png, 0, PNG_FILLER_AFTER);
  png_set_bgr(png);
#else
  png_set_filler(png, 0, PNG_FILLER_BEFORE);
#endif
  return 0;
}

static int write_rows(png_structp png, cairo_surface_t *surface, int rows) {
  if (setjmp(png_jmpbuf(png))) return -1;
  cairo_surface_flush(surface);
  const uint8_t *pixels = cairo_image_surface_get_data(surface);
  size_t stride = (size_t)cairo_image_surface_get_stride(surface);
  for (int row = 0; row < rows; row++) png_write_row(png, pixels + (size_t)row * stride);
  return 0;
}

static int end_png(png_structp png) {
  if (setjmp(png_jmpbuf(png))) return -1;
  png_write_end(png, NULL);
  return 0;
}

// The most pixels drawn at once: a larger picture is drawn in bands, so that it takes no more memory.
enum { BAND = 32 << 20 };

static int draw_bands(
    png_structp png, RsvgHandle *handle, int width, int height, cartopole_message *message) {
  int rows = BAND / width < 1 ? 1 : BAND / width;
  if (rows > height) rows = height;
  cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, rows);
  cairo_t *cairo = cairo_create(surface);
  int result = 0;
  for (int top = 0; top < height && result == 0; top += rows) {
    cairo_identity_matrix(cairo);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_translate(cairo, 0, -top);
    result = cartopole_draw(cairo, handle, width, height, message);
    if (result == 0) result = write_rows(png, surface, height - top < rows ? height - top : rows);
  }
  cairo_destroy(cairo);
  cairo_surface_destroy(surface);
  return result;
}

int cartopole_png(
    cartopole_svg svg, int width, int height, double metres, const char *language, const cartopole_text *texts,
    int text_count, cartopole_bytes *out, cartopole_message *message) {
  *out = (cartopole_bytes){NULL, 0};
  message->text[0] = 0;
  RsvgHandle *handle = cartopole_read(svg, message);
  if (!handle) return -1;
  writer to = {out, 0, message};
  png_text *chunks = calloc((size_t)text_count + 1, sizeof(png_text));
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &to, on_error, on_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  int result = chunks && info ? 0 : cartopole_fail(message, "out of memory");
  if (result == 0) {
    for (int i = 0; i < text_count; i++) {
      chunks[i].compression = PNG_ITXT_COMPRESSION_NONE;
      chunks[i].key = (png_charp)texts[i].key;
      chunks[i].text = (png_charp)texts[i].text;
      chunks[i].itxt_length = strlen(texts[i].text);
      chunks[i].lang = (png_charp)language;
      chunks[i].lang_key = (png_charp) "";
    }
    png_set_write_fn(png, &to, append, flush);
    result = begin_png(png, info, width, height, metres, chunks, text_count);
  }
  if (result == 0) result = draw_bands(png, handle, width, height, message);
  if (result == 0) result = end_png(png);
  png_destroy_write_struct(&png, &info);
  free(chunks);
  g_object_unref(handle);
  if (result != 0) cartopole_bytes_free(out);
  return result;
}
